#pragma once

#include "app/domain/channel.h"
#include "app/domain/reminder.h"

namespace accueil {

// How many reminders of one kind an hour of the hospital's clock holds.
struct CalendarSlot
{
    QDateTime start; // UTC, of the hour
    Channel channel = Channel::Sms;
    ReminderStatus status = ReminderStatus::Pending;
    bool onlyUnconfirmed = false;
    qint64 count = 0;

    friend bool operator==(const CalendarSlot &, const CalendarSlot &) = default;
};

inline constexpr int longestCalendarDays = 62;

} // namespace accueil
