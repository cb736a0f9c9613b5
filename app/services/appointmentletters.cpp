#include "app/services/appointmentreminders.h"

namespace accueil {

using namespace Qt::StringLiterals;
using namespace withdrawal;

namespace {

// What the patient's calendar should be told.
struct Letter
{
    int step = calendarletter::moved;
    QDateTime appointmentTime; // UTC; of the entry as it becomes, or as it was
};

// The last email that may have put the appointment into the patient's calendar, or taken it out.
const Reminder *lastInvitation(const QList<Reminder> &made)
{
    const Reminder *last = nullptr;
    for (const Reminder &reminder : made) {
        const auto left = [](const Reminder &one) { return one.sentAt.value_or(one.updatedAt); };
        const bool isInvitation = reminder.channel == Channel::Email && reminder.appointmentTime;
        if (isInvitation && mayHaveLeft(reminder) && (!last || left(*last) <= left(reminder)))
            last = &reminder;
    }
    return last;
}

std::optional<Letter> letterOwed(const Appointment &appointment, const QList<Reminder> &made, const QDateTime &now)
{
    const Reminder *last = lastInvitation(made);
    if (!last)
        return std::nullopt;
    const bool stands = last->step != calendarletter::cancelled;
    if (appointment.isOpen()) {
        const bool isTrue = stands && last->appointmentTime == appointment.startsAt;
        return isTrue || appointment.startsAt <= now
            ? std::nullopt
            : std::optional(Letter{calendarletter::moved, appointment.startsAt});
    }
    if (appointment.status == AppointmentStatus::Cancelled && stands && *last->appointmentTime > now)
        return Letter{calendarletter::cancelled, *last->appointmentTime};
    return std::nullopt;
}

} // namespace

// A letter of its own, at once, for the next message of the plan may be days away.
Result<void> AppointmentReminders::keepCalendar(
    const Session &who, const Patient &patient, const Appointment &appointment, const QList<Reminder> &made)
{
    const std::optional<Letter> owed = letterOwed(appointment, made, m_clock.now());
    QList<Reminder> letters = made;
    letters.removeIf([](const Reminder &reminder) { return !isCalendarLetter(reminder); });
    bool isThere = false;
    for (Reminder &letter : letters) {
        if (!isLeft(letter))
            continue;
        if (owed && letter.step == owed->step && letter.appointmentTime == owed->appointmentTime)
            isThere = true;
        else
            withdraw(who, letter, appointment.isOpen() ? appointmentMoved : appointmentCancelled);
    }
    if (!owed || isThere)
        return {};
    const bool isMoved = owed->step == calendarletter::moved;
    ReminderDraft draft{.patient = patient.id,
        .language = patient.preferredLanguage,
        .scheduledTime = m_clock.now(),
        .channel = Channel::Email,
        .templateName = isMoved ? u"appointment_moved"_s : u"appointment_cancelled"_s,
        .appointmentTime = owed->appointmentTime};
    draft.message = m_composer
                        .always({.templateName = draft.templateName,
                                    .language = patient.preferredLanguage,
                                    .channel = Channel::Email,
                                    .appointmentTime = owed->appointmentTime,
                                    .ward = appointment.ward},
                            patient)
                        .text;
    Result<Reminder> wanted = m_service.planned(draft, {.channel = Channel::Email});
    if (!wanted)
        return tl::unexpected(wanted.error());
    beginFor(appointment, *wanted, m_reminders.nextId(), who);
    wanted->step = owed->step;
    wanted->occurrence = int(letters.size()) + 1; // the calendar takes the later of two
    wanted->occurrenceTime
        = AppointmentStep{.appointment = appointment, .reminders = letters}.freeOccurrence(Channel::Email);
    if (m_reminders.insert(*wanted))
        writeAudit(who, u"created"_s, wanted->id);
    return {};
}

} // namespace accueil
