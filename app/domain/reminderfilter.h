#pragma once

#include "app/domain/listing.h"
#include "app/domain/reminder.h"

namespace accueil {

// Which reminders a list wants.
struct ReminderFilter
{
    std::optional<PatientId> patient;
    std::optional<ReminderStatus> status;
    std::optional<Channel> channel;
    std::optional<QDateTime> from; // scheduled time, UTC, inclusive
    std::optional<QDateTime> until; // UTC, exclusive
    SortOrder order = SortOrder::Ascending; // by scheduled time
};

} // namespace accueil
