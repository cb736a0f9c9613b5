#pragma once

#include <QStringView>

#include <algorithm>
#include <array>

namespace accueil {

// Every ReasonKey there is (app/domain/reminder.h says which state goes with which). The sentences for people are in
// ui/errortext; a test holds the sources against this list.
inline constexpr std::array<QStringView, 51> reasonKeys{// it waits
    u"notConfigured", u"providerUnreachable", u"providerBusy", u"providerDeferred", u"loginRefused",
    u"certificateRefused", u"encryptionUnavailable", u"quietHours", u"holiday", u"dailyLimit", u"budgetSpent",
    u"anotherCall", u"notFoundAtProvider", u"lateBacklog",
    // it was refused
    u"invalidNumber", u"invalidAddress", u"optedOut", u"notRoutable", u"senderNotAllowed", u"messageRefused",
    u"providerRefused", u"numberFlagged", u"noRecipient",
    // it did not arrive
    u"phoneUnreachable", u"blockedByCarrier", u"unknownNumber", u"landline", u"filtered", u"phoneBusy", u"noAnswer",
    u"callFailed", u"cancelledAtProvider", u"answeringMachine",
    // it is not wanted any more
    u"consentRefused", u"patientArchived", u"alreadyConfirmed", u"mergedInto", u"appointmentMoved",
    u"appointmentCancelled", u"appointmentOver", u"planChanged", u"appointmentPassed", u"tooLate",
    // nobody knows, or did not for a while
    u"interrupted", u"timeout", u"connectionLost", u"providerError", u"unreadableAnswer", u"similarAtProvider",
    u"foundAtProvider", u"confirmedByStaff"};

inline bool isReasonKey(QStringView key)
{
    return std::ranges::find(reasonKeys, key) != reasonKeys.end();
}

} // namespace accueil
