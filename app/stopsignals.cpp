#include "app/stopsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace accueil {

namespace {

volatile std::sig_atomic_t stopFlag = 0;

#ifdef Q_OS_UNIX
int pipeEnds[2] = {-1, -1};

void onSignal(int)
{
    stopFlag = 1;
    const char byte = 1;
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
}

void installHandlers()
{
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a client that hangs up is an error code, not the end of the program
}
#else
void onSignal(int)
{
    stopFlag = 1;
}
#endif

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
#ifdef Q_OS_UNIX
    if (pipe(pipeEnds) != 0)
        qFatal("No pipe for signals");
    for (const int end : pipeEnds) {
        fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK);
        fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (read(pipeEnds[0], bytes, sizeof bytes) > 0) { }
        startDeadline();
        Q_EMIT stopRequested();
    });
    installHandlers();
#else
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
#endif
}

StopSignals::~StopSignals()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_wakes.notify_all();
    if (m_watch.joinable())
        m_watch.join();
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
#ifdef Q_OS_UNIX
    m_notifier.reset();
    for (int &end : pipeEnds) {
        close(end);
        end = -1;
    }
#endif
}

void StopSignals::endWithin(std::chrono::milliseconds time)
{
    m_deadline = time;
}

void StopSignals::startDeadline()
{
    if (m_deadline.count() == 0 || m_watch.joinable())
        return;
    m_watch = std::thread([this] {
        std::unique_lock lock(m_mutex);
        if (m_wakes.wait_for(lock, m_deadline, [this] { return m_ended; }))
            return;
        std::fputs("Something did not stop in time and was cut off.\n", stderr);
        std::_Exit(EXIT_SUCCESS);
    });
}

bool StopSignals::wasRequested() const
{
    return stopFlag != 0;
}

} // namespace accueil
