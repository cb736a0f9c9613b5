#pragma once

#include "app/domain/attemptoutcome.h"
#include "app/domain/reminder.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace accueil {

// What a provider says about a message it took, asked for or told by webhook.
struct DeliveryNews
{
    QString providerMessageId;
    AttemptOutcome outcome = AttemptOutcome::Accepted; // Accepted while it is under way
    QString providerCode; // 30003 ...; empty: none
    ReasonKey reason; // why it did not arrive
    std::optional<int> segments;
    QString price; // decimal, as the provider wrote it, of the whole message; empty: not known yet
    QString priceUnit; // ISO 4217
};

// A message found at the provider.
struct ProviderMessage
{
    DeliveryNews news;
    QString text;
    std::optional<QDateTime> createdAt; // UTC, by the provider's clock
};

enum class TrackingResult {
    Answered,
    NotFound, // the provider knows no such message
    NoAnswer, // unreachable, busy, unreadable: ask again later
};

struct TrackedMessage
{
    TrackingResult result = TrackingResult::NoAnswer;
    DeliveryNews news;
    int retryAfterSeconds = 0; // 0: not said
};

struct TrackedMessages
{
    TrackingResult result = TrackingResult::NoAnswer; // Answered also when there is none
    QString provider; // as in SendReport
    QList<ProviderMessage> messages; // newest first, at most `mostTrackedMessages`
    bool complete = true; // false: the provider has more, older ones than were read
    std::optional<QDateTime> providerTime; // UTC, the provider's clock when it answered
    int retryAfterSeconds = 0;
};

inline constexpr int mostTrackedMessages = 1000;

// When a provider is first asked what became of a message it took; about one that it may have taken it is asked at
// once.
inline constexpr std::chrono::seconds firstStatusCheck{15};

// A round of questions to a slow provider gives the other questions of its thread their turn after this.
inline constexpr std::chrono::milliseconds longestRound{3'000};

// Asks a provider what became of messages. Blocks like MessageSender, at most `longestSend`; thread-safe.
class DeliveryTracker
{
public:
    virtual ~DeliveryTracker() = default;
    virtual bool isConfigured() const = 0;
    virtual TrackedMessage find(const QString &providerMessageId) = 0;
    // Outgoing messages (or calls; those have no text) to `phoneNumber` (E.164) since `since` by the provider's clock;
    // a message that the provider did not date counts as since.
    virtual TrackedMessages sentTo(const QString &phoneNumber, const QDateTime &since) = 0;
    virtual void abort() { } // now and for good
};

} // namespace accueil
