#pragma once

#include "app/domain/channel.h"
#include "app/domain/language.h"
#include "app/domain/reminder.h"

#include <QString>

#include <chrono>

namespace accueil {

// One message, ready to leave.
struct OutgoingMessage
{
    Channel channel = Channel::Sms;
    QString phoneNumber; // E.164
    QString email;
    QString recipientName;
    QString subject; // email
    QString text;
    QString messageId; // email: the Message-ID without brackets, the same for every try of one occurrence
    QString idempotencyKey;
};

enum class SendOutcome {
    Accepted, // the provider took it
    Refused, // permanent: trying again cannot help
    Deferred, // certainly not sent; may work later
    Unknown, // it may have been sent
    NotConfigured,
};

struct SendReport
{
    SendOutcome outcome = SendOutcome::NotConfigured;
    QString provider;
    QString providerMessageId;
    QString providerCode;
    ReasonKey reason;
    int retryAfterSeconds = 0; // from the provider, 0 if it did not say
};

// No sender keeps its caller longer than this; a lease on a reminder must outlast it.
inline constexpr std::chrono::seconds longestSend{60};

// A way out for one channel. Blocks until the provider answered or its time-out, at most `longestSend`. Thread-safe:
// the scheduler and a test message may use it at once.
class MessageSender
{
public:
    virtual ~MessageSender() = default;
    virtual bool isConfigured() const = 0;
    virtual SendReport send(const OutgoingMessage &message) = 0;
    // Ends what is under way, now and for good; for the end of the program. From any thread.
    virtual void abort() { }
};

} // namespace accueil
