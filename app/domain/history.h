#pragma once

#include "app/domain/auditentry.h"
#include "app/domain/feedback.h"
#include "app/domain/reminder.h"

#include <QDateTime>

#include <variant>

namespace accueil {

struct AttemptOfReminder
{
    Attempt attempt;
    ReminderId reminder;
};

// One line of a patient's time line. An audit entry stands for an edit of the record, of a feedback or of a reminder.
struct HistoryItem
{
    QDateTime at; // UTC; for a reminder its scheduled time
    std::variant<Feedback, Reminder, AttemptOfReminder, AuditEntry> what;
};

} // namespace accueil
