#include "app/services/outgoingmessages.h"

#include "app/services/appointmentstep.h"
#include "app/services/messagewording.h"
#include "app/services/unsubscribing.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Calendars take the entry with the higher number (RFC 5545, 3.8.7.4). A reminder that was planned or changed later
// says where the appointment is now; minutes since 2020 grow with it. Letters about its moves, of which two may fall
// into one minute, are counted.
int revision(const Reminder &reminder)
{
    static const QDateTime beginning({2020, 1, 1}, {0, 0}, Qt::UTC);
    const qint64 minutes = std::max<qint64>(0, beginning.secsTo(reminder.createdAt) / 60);
    return int(minutes) + (isCalendarLetter(reminder) ? reminder.occurrence : 0);
}

QString subjectOf(const Reminder &reminder, const HospitalSettings &settings)
{
    const QString hospital = discreetHospitalName(settings, reminder.language);
    if (reminder.step == calendarletter::moved)
        return movedSubject(reminder.language, hospital);
    if (reminder.step == calendarletter::cancelled)
        return cancelledSubject(reminder.language, hospital);
    return reminderSubject(reminder.language, hospital);
}

} // namespace

OutgoingMessage outgoingMessage(
    const Reminder &reminder, const Patient &patient, const HospitalSettings &settings, const StoreCipher &cipher)
{
    OutgoingMessage message{.channel = reminder.channel,
        .phoneNumber = reminder.phoneNumber,
        .email = reminder.email,
        .recipientName = patient.name,
        .subject = subjectOf(reminder, settings),
        .text = reminder.message,
        .messageId = reminder.clientId + "@reminders.accueil"_L1,
        .idempotencyKey = reminder.clientId,
        .language = reminder.language};
    if (reminder.channel != Channel::Email)
        return message;
    message.unsubscribeUrl = unsubscribeLink(settings, cipher, {reminder.patient, reminder.email});
    if (reminder.appointmentTime) {
        message.appointmentTime = reminder.appointmentTime;
        message.ward = reminder.appointment ? reminder.ward : patient.ward;
        message.appointmentReference = reminder.source;
        message.appointmentRevision = revision(reminder);
        message.appointmentIsOff = reminder.step == calendarletter::cancelled;
    }
    return message;
}

} // namespace accueil
