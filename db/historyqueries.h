#pragma once

#include "app/domain/identifier.h"
#include "app/domain/listing.h"
#include "db/database.h"

#include <QDateTime>

namespace accueil {

// What a patient's time line is made of, as places in other tables.
class HistoryQueries
{
public:
    enum class Kind { Edit, Feedback, Reminder, Attempt, FeedbackEdit, ReminderEdit };

    struct Entry
    {
        Kind kind;
        qint64 id = 0; // of the row
        qint64 owner = 0; // of an attempt: its reminder
        QDateTime at; // UTC; of a reminder its scheduled time
    };

    explicit HistoryQueries(Database &database)
        : m_database(database)
    {
    }

    // `kinds`: at least one.
    Page<Entry> entries(PatientId patient, const QList<Kind> &kinds, const PageRequest &page); // newest first

private:
    Database &m_database;
};

} // namespace accueil
