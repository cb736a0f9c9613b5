#pragma once

#include "app/domain/listing.h"
#include "app/domain/reminder.h"

namespace accueil {

// Which reminders a list wants.
struct ReminderFilter
{
    std::optional<PatientId> patient;
    std::optional<AppointmentId> appointment;
    QList<ReminderStatus> statuses; // any of them; none: all
    bool unsettledOnly = false; // not those that a person has dealt with
    std::optional<Channel> channel;
    std::optional<QDateTime> from; // scheduled time, UTC, inclusive
    std::optional<QDateTime> until; // UTC, exclusive
    SortOrder order = SortOrder::Ascending; // by scheduled time
};

// What stands out among the reminders of one patient, for a list of patients.
struct ReminderOutlook
{
    ReminderStatus status = ReminderStatus::Pending;
    QDateTime scheduledTime; // UTC
    ReasonKey reason;

    friend bool operator==(const ReminderOutlook &, const ReminderOutlook &) = default;
};

} // namespace accueil
