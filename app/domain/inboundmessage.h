#pragma once

#include "app/domain/channel.h"
#include "app/domain/identifier.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace accueil {

enum class InboundOutcome { Received, OptedOut, OptedIn, Confirmed, Cancelled, Feedback, Kept };

inline constexpr EnumTable<InboundOutcome, 7> inboundOutcomeTable{{{
    {InboundOutcome::Received, u"received"}, // stored, and not yet looked at
    {InboundOutcome::OptedOut, u"opted_out"}, {InboundOutcome::OptedIn, u"opted_in"},
    {InboundOutcome::Confirmed, u"confirmed"}, {InboundOutcome::Cancelled, u"cancelled"},
    {InboundOutcome::Feedback, u"feedback"},
    {InboundOutcome::Kept, u"kept"}, // nothing but kept; see InboundMessage::reason
}}};

// What a patient sent, or the key that was pressed in a call, and what became of it.
struct InboundMessage
{
    qint64 id = 0;
    QString providerMessageId; // of a key the call's, a colon and the key
    Channel channel = Channel::Sms; // Sms or Ivr
    QString phoneNumber; // E.164, or as the provider wrote it where it is none
    QString text;
    QDateTime receivedAt; // UTC
    InboundOutcome outcome = InboundOutcome::Received;
    // Why it was only kept: ownNumber, tooMany, nothingToAnswer, empty, unreadable. Why an answer became feedback, for
    // a person to deal with: severalToAnswer (appointments), sharedNumber (who of them wants messages again?). And
    // optOutAtProvider, where the provider took it for one.
    QString reason;
    std::optional<PatientId> patient; // when exactly one has the number
    std::optional<ReminderId> reminder; // that it answers
    std::optional<FeedbackId> feedback; // that it became

    friend bool operator==(const InboundMessage &, const InboundMessage &) = default;
};

} // namespace accueil
