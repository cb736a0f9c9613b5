#pragma once

#include "app/domain/calendarslot.h"
#include "app/domain/noshow.h"
#include "app/domain/session.h"
#include "app/services/hospitalsettings.h"
#include "db/appointmentqueries.h"

#include <functional>

namespace accueil {

// How full the hours of a calendar are, and how many patients did not come. Thread-safe; throws DatabaseError.
class CalendarService
{
public:
    CalendarService(Database &database, std::function<HospitalSettings()> settings);

    // The hours of the hospital's clock from `from` to `until` (exclusive) that hold reminders, in their order; at most
    // `longestCalendarDays`.
    Result<QList<CalendarSlot>> hours(const Session &who, const QDateTime &from, const QDateTime &until);
    Result<NoShowFigures> noShows(const Session &who, const NoShowFilter &filter);

private:
    std::function<HospitalSettings()> m_settings;
    AppointmentQueries m_queries;
};

} // namespace accueil
