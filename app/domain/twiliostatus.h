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
// Reasons of messages: for another try later providerBusy, handsetUnreachable, notDelivered; for good accountSuspended,
// numberBlocked, invalidNumber, landline (a call may reach it), filtered. Of calls: for another try later lineBusy,
// noAnswer, callFailed; for good cancelledAtProvider.
std::optional<TwilioVerdict> twilioMessageVerdict(QStringView status, QStringView errorCode);
std::optional<TwilioVerdict> twilioCallVerdict(QStringView status);

} // namespace accueil
