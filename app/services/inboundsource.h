#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace accueil {

// An SMS as a provider tells of it, by webhook or when asked.
struct InboundSms
{
    QString providerMessageId;
    QString from;
    QString text;
    QDateTime receivedAt; // UTC; invalid: not said
    bool isOptOut = false; // the provider took it for one, whatever the words
};

struct InboundAnswer
{
    bool isWhole = false; // false: no answer, or not all of it; ask again later
    QList<InboundSms> messages; // oldest first
    std::optional<QDateTime> providerTime; // UTC, the provider's clock when it answered
    int retryAfterSeconds = 0; // 0: not said
};

// Asks a provider for what patients sent, where it cannot tell by itself. Blocks; thread-safe.
class InboundSource
{
public:
    virtual ~InboundSource() = default;
    virtual bool isConfigured() const = 0;
    // All that arrived on the day of `since` (UTC) and after. `stop` is looked at between questions.
    virtual InboundAnswer receivedSince(const QDateTime &since, const std::function<bool()> &stop) = 0;
};

} // namespace accueil
