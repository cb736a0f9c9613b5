#pragma once

#include "app/services/messagesender.h"

#include <QList>
#include <QMutex>
#include <QMutexLocker>

#include <functional>

namespace accueil {

// A way out that answers as the test says and remembers what it was given.
class ScriptedSender final : public MessageSender
{
public:
    bool isConfigured() const override { return configured; }
    SendReport send(const OutgoingMessage &message) override
    {
        {
            const QMutexLocker lock(&m_mutex);
            messages << message;
        }
        if (onSend)
            onSend();
        const QMutexLocker lock(&m_mutex);
        return reports.isEmpty() ? accepted() : reports.takeFirst();
    }
    static SendReport accepted()
    {
        return {.outcome = SendOutcome::Accepted,
            .provider = QStringLiteral("scripted"),
            .providerMessageId = QStringLiteral("id-1")};
    }
    static SendReport answer(SendOutcome outcome, const QString &reason, int retryAfterSeconds = 0)
    {
        return {.outcome = outcome,
            .provider = QStringLiteral("scripted"),
            .providerCode = QStringLiteral("99"),
            .reason = reason,
            .retryAfterSeconds = retryAfterSeconds};
    }

    bool configured = true;
    QList<SendReport> reports; // one for each message; accepted when empty
    QList<OutgoingMessage> messages;
    std::function<void()> onSend; // while the message is under way

private:
    QMutex m_mutex; // guards the lists while several messages are under way
};

} // namespace accueil
