#pragma once

#include "app/domain/channel.h"
#include "app/domain/language.h"
#include "app/domain/reminder.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

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
    QString idempotencyKey; // also names the reminder in the addresses that a call is answered at; empty: a test
    Language language = Language::French; // of the words
    std::optional<QDateTime> appointmentTime; // UTC; an email about an appointment carries it as a calendar entry
    QString ward; // where it is; may be empty
    QString appointmentReference; // the same for every message about it; empty: this message's own
    int appointmentRevision = 0; // grows when it is moved or cancelled
    bool appointmentIsOff = false; // its entry is taken out of the calendar
    bool isInternal = false; // to somebody of the hospital, about work: there is nothing to unsubscribe from
    QString unsubscribeUrl; // https; ends such emails with one POST (RFC 8058); empty: by mail only
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
