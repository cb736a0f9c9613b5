#pragma once

#include "app/domain/listing.h"
#include "app/domain/reminder.h"

#include <QMap>

#include <numeric>

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

// How many reminders there are in each state.
struct ReminderCounts
{
    QMap<ReminderStatus, qint64> states;
    qint64 unsettled = 0; // failed and expired ones that nobody has dealt with

    qint64 value(ReminderStatus status) const { return states.value(status); }
    qint64 late() const { return value(ReminderStatus::Late); }
    qint64 toDecide() const { return value(ReminderStatus::Unknown) + late(); } // by a person
    qint64 all() const { return std::accumulate(states.begin(), states.end(), qint64(0)); }
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
