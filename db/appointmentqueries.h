#pragma once

#include "app/domain/calendarslot.h"
#include "app/domain/noshow.h"
#include "db/database.h"

namespace accueil {

// Counts over reminders and appointments, without a row of either.
class AppointmentQueries
{
public:
    explicit AppointmentQueries(Database &database)
        : m_database(database)
    {
    }

    // Reminders by quarter of an hour (no zone is off by less), channel, state and condition, in this order.
    QList<CalendarSlot> quarters(const QDateTime &from, const QDateTime &until);
    NoShowFigures noShows(const NoShowFilter &filter);

private:
    Database &m_database;
};

} // namespace accueil
