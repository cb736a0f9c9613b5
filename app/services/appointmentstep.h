#pragma once

#include "app/domain/appointment.h"
#include "app/domain/reminder.h"
#include "app/domain/session.h"

namespace accueil {

// Why AppointmentReminders takes a reminder back.
namespace withdrawal {
extern const ReasonKey mergedInto;
extern const ReasonKey alreadyConfirmed;
extern const ReasonKey appointmentMoved;
extern const ReasonKey appointmentCancelled;
extern const ReasonKey appointmentOver;
extern const ReasonKey planChanged;
} // namespace withdrawal

// Steps that no plan has: letters that take the entry in the patient's own calendar along.
namespace calendarletter {
inline constexpr int moved = 91;
inline constexpr int cancelled = 92;
} // namespace calendarletter

bool isCalendarLetter(const Reminder &reminder);
// A new reminder of `appointment`, not yet stored, that nobody has asked for twice.
void beginFor(const Appointment &appointment, Reminder &reminder, ReminderId id, const Session &who);
bool mayHaveLeft(const Reminder &reminder); // the patient may know what it says
bool isLeft(const Reminder &reminder); // waits to be sent, so that it can still be changed
bool isMerged(const Reminder &reminder); // another one speaks for it
// For one of the reasons above, not by a person nor for want of consent, so that it may be taken up again.
bool isWithdrawn(const Reminder &reminder);

// One step of one appointment's plan, what there is of it and what is to become of that.
struct AppointmentStep
{
    enum class Wish {
        Send,
        Keep, // what there is
        Merge, // the reminder of another appointment speaks for it
        Withdraw,
        Nothing,
    };

    Appointment appointment;
    int number = 1;
    std::optional<PlanStep> plan; // nothing: the plan has no such step any more
    QList<Reminder> reminders; // in the order in which they were made
    bool isReplanned = false; // the appointment has other steps than before
    Wish wish = Wish::Send;
    ReasonKey reason; // why it is withdrawn
    QList<Appointment> merged; // those whose times it names as well
    AppointmentId speaker; // of Merge; the step with the same channel and distance
    int speakerStep = 0;

    QDateTime time() const { return plan->timeFor(appointment.startsAt); }
    bool isOfThisTime(const Reminder &reminder) const { return reminder.appointmentTime == appointment.startsAt; }
    // Whether nothing more is to be made: the last message that was tried told of this time, or a person, a consent or
    // the like has ended it.
    bool isDone() const;
    // One that is left. Who moves back to the time that was told last has nothing more to be told.
    bool isOwed(const Reminder &reminder) const { return isOfThisTime(reminder) || !isDone(); }
    bool canStillSpeak() const; // for another appointment too
    // The moment that makes a reminder of this step one of a kind. A patient who was told of another time meanwhile is
    // told of this one again: a millisecond sets the two apart.
    QDateTime freeOccurrence(Channel channel) const;
};

} // namespace accueil
