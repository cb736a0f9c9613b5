#pragma once

#include "app/domain/attemptoutcome.h"
#include "app/domain/reminder.h"

#include <QString>

#include <optional>

namespace accueil {

// What Twilio says became of a message or a call, in our words.
struct TwilioVerdict
{
    AttemptOutcome outcome = AttemptOutcome::Accepted;
    ReasonKey reason; // why it did not arrive; empty otherwise

    friend bool operator==(const TwilioVerdict &, const TwilioVerdict &) = default;
};

// The one table of both, for polling and for webhooks (twilio.com/docs: message resource, call resource, error
// dictionary 30001-30008). `errorCode` as Twilio writes it, empty when it gives none. Nothing for a status that is
// unknown or belongs to an incoming message.
//
// Reasons of messages: for another try later providerBusy, phoneUnreachable, providerError; for good senderNotAllowed,
// blockedByCarrier, unknownNumber, landline (a call may reach it), filtered, providerRefused. Of calls: for another try
// later phoneBusy, noAnswer; for good callFailed, cancelledAtProvider. A call that was answered by a machine
// (`answeredBy` machine_start, fax ...) is Delivered with the reason answeringMachine: it heard the neutral text.
std::optional<TwilioVerdict> twilioMessageVerdict(QStringView status, QStringView errorCode);
std::optional<TwilioVerdict> twilioCallVerdict(QStringView status, QStringView answeredBy = {});

} // namespace accueil
