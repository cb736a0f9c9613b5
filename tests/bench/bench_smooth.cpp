// Whether the window stays smooth while 200 tablets sync with the program that it belongs to: how long its event loop
// was away, at most and 99 times of 100, first at rest and then while bench_tablets runs against it. The list of
// feedback is open, so that it is read again and again. Runs without a screen (QT_QPA_PLATFORM=offscreen).
//
//   bench_smooth PATH/TO/bench_tablets [TABLETS] [SPREAD_SECONDS] [ROUNDS]

#include "app/domain/role.h"
#include "tests/ui/deskprogram.h"
#include "ui/mainwindow.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int tick = 5; // ms, which the loop is meant to come back after

// Notes how much later than it was meant to the event loop came back.
class LoopWatch : public QObject
{
public:
    void start()
    {
        m_late.clear();
        m_elapsed.start();
        m_timer = startTimer(tick, Qt::PreciseTimer);
    }
    void report(const char *when)
    {
        killTimer(m_timer);
        std::sort(m_late.begin(), m_late.end());
        const auto at = [&](double part) { return m_late[std::size_t(part * double(m_late.size() - 1))]; };
        std::printf("%-22s %7zu turns   p50 %6.1f   p99 %6.1f   longest %6.1f   (ms late)\n", when, m_late.size(),
            at(0.5), at(0.99), at(1));
    }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_late.push_back(std::max(0.0, double(m_elapsed.nsecsElapsed()) / 1e6 - tick));
        m_elapsed.start();
    }

private:
    QElapsedTimer m_elapsed;
    std::vector<double> m_late;
    int m_timer = 0;
};

bool prepare(DeskProgram &desk)
{
    if (!desk.makeStore())
        return false;
    UserDraft draft;
    draft.username = u"bench"_s;
    draft.password = u"bench-password-long"_s;
    draft.role = Role::Admin;
    const Session admin{{}, u"admin"_s, Role::Admin};
    return desk.desktop->services().accounts.registerUser(admin, draft).has_value() && desk.signIn();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_smooth PATH/TO/bench_tablets [TABLETS] [SPREAD_SECONDS] [ROUNDS]\n");
        return 2;
    }
    DeskProgram desk;
    if (!prepare(desk)) {
        std::fprintf(stderr, "the desk does not start\n");
        return 1;
    }
    auto *window = desk.shell->findChild<MainWindow *>();
    window->goTo({.page = PageId::Feedback});
    LoopWatch watch;
    watch.start();
    QTest::qWait(5'000);
    watch.report("at rest");

    const int port = QUrl(desk.desktop->serverAddress()).port();
    QStringList arguments{QString::number(port), QString::number(QCoreApplication::applicationPid())};
    for (int i = 2; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    QProcess tablets;
    tablets.setProcessChannelMode(QProcess::ForwardedChannels);
    QEventLoop loop;
    QObject::connect(&tablets, &QProcess::finished, &loop, &QEventLoop::quit);
    watch.start();
    tablets.start(QString::fromLocal8Bit(argv[1]), arguments);
    loop.exec();
    watch.report("while tablets sync");
    return tablets.exitCode();
}
