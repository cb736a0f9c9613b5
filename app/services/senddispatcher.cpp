#include "app/services/senddispatcher.h"

#include <QDeadlineTimer>
#include <QMutexLocker>

#include <utility>

namespace accueil {

using namespace Qt::StringLiterals;

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
    return m_lanes - underWay();
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
    const SendReport report
        = mayStill() ? sender.send(message) : SendReport{.outcome = SendOutcome::Deferred, .reason = u"interrupted"_s};
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
