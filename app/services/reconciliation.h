#pragma once

#include "app/services/deliverytracker.h"

#include <QSet>

namespace accueil {

// A message that may have left: what was to be said, and when, by the provider's clock.
struct MessageInDoubt
{
    QString text; // empty for a call
    QDateTime startedAt; // UTC
};

enum class Finding {
    Found, // it certainly left
    NotFound, // nothing like it
    Ambiguous, // something like it: a person has to look
};

struct Reconciliation
{
    Finding finding = Finding::NotFound;
    DeliveryNews news; // of the message that was found
};

// Looks for `doubt` among the messages that the provider has for that number. `known`: ids that belong to other
// attempts. `twins`: how many messages in doubt to that number say the same, this one included; they may stand for each
// other. Calls say nothing: all to that number are twins, and settled when there are as many as them, or none.
// `clockIsKnown`: startedAt could be put on the provider's clock, so that only a little tolerance is needed.
Reconciliation reconcile(const MessageInDoubt &doubt, const TrackedMessages &messages, const QSet<QString> &known,
    int twins, bool clockIsKnown);

} // namespace accueil
