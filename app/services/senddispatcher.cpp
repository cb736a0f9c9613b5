#include "app/services/senddispatcher.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QMutexLocker>

#include <exception>
#include <utility>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(sendLog, "accueil.send")

} // namespace

SendDispatcher::SendDispatcher(int lanes, std::function<void()> afterSend)
    : m_lanes(lanes)
    , m_afterSend(std::move(afterSend))
{
    m_threads.setMaxThreadCount(lanes);
    m_threads.setObjectName(u"sending"_s);
}

SendDispatcher::~SendDispatcher()
{
    m_threads.waitForDone();
}

int SendDispatcher::freeLanes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lanes - m_underWay - int(m_answers.size());
}

int SendDispatcher::underWay() const
{
    const QMutexLocker lock(&m_mutex);
    return m_underWay;
}

void SendDispatcher::start(
    qint64 key, MessageSender &sender, const OutgoingMessage &message, const std::function<bool()> &mayStill)
{
    {
        const QMutexLocker lock(&m_mutex);
        ++m_underWay;
    }
    if (m_lanes == 1) {
        send(key, sender, message, mayStill);
        return;
    }
    m_threads.start([this, key, &sender, message, mayStill] {
        send(key, sender, message, mayStill);
        m_afterSend();
    });
}

void SendDispatcher::send(
    qint64 key, MessageSender &sender, const OutgoingMessage &message, const std::function<bool()> &mayStill)
{
    SendReport report{.outcome = SendOutcome::Deferred, .reason = u"interrupted"_s};
    try {
        if (mayStill())
            report = sender.send(message);
    } catch (const std::exception &error) {
        qCWarning(sendLog, "a message was given up: %s", error.what());
        report.outcome = SendOutcome::Unknown; // how far it came is not known
    }
    const QMutexLocker lock(&m_mutex);
    m_answers.append({key, report});
    --m_underWay;
    m_answered.wakeAll();
}

QList<SendDispatcher::Answer> SendDispatcher::takeAnswers()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_answers, {});
}

void SendDispatcher::waitForAnswer(std::chrono::milliseconds limit)
{
    const QMutexLocker lock(&m_mutex);
    if (m_answers.isEmpty() && m_underWay > 0)
        m_answered.wait(&m_mutex, QDeadlineTimer(limit));
}

} // namespace accueil
