#pragma once

#include "app/domain/reminder.h"

namespace accueil {

// What follows when a patient answers a reminder of an appointment. Repeating an answer changes nothing. Thread-safe;
// opens transactions of its own; throws DatabaseError and CipherError.
class AppointmentAnswers
{
public:
    virtual ~AppointmentAnswers() = default;
    virtual void confirm(const Reminder &reminder, Channel by) = 0;
    virtual void cancel(const Reminder &reminder, Channel by) = 0;
};

} // namespace accueil
