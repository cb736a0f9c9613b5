#include "server/api/dashboardroutes.h"

#include "app/domain/language.h"
#include "app/domain/reminder.h"
#include "app/services/calendarservice.h"
#include "app/services/statisticsservice.h"
#include "server/api/appointmentjson.h"
#include "server/api/dashboardjson.h"
#include "server/api/listing.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;
using Kind = QueryParameter::Kind;

namespace {

StatisticsFilter filterOf(const Query &query)
{
    StatisticsFilter filter;
    filter.from = query.from(u"from"_s);
    filter.until = query.until(u"to"_s);
    filter.ward = query.text(u"ward"_s);
    if (const std::optional<Language> language = parseLanguage(query.text(u"language"_s)))
        filter.language = languageTable.key(*language);
    filter.patientNumber = query.text(u"patient_id"_s);
    filter.reminderStatus = query.text(u"status"_s);
    return filter;
}

Result<ApiAnswer> statistics(StatisticsService &service, const ApiRequest &request)
{
    return service.statistics(request.session, filterOf(request.query)).map([](const Statistics &statistics) {
        JsonWriter json;
        writeStatistics(json, statistics);
        return ApiAnswer{.body = json.bytes()};
    });
}

Result<ApiAnswer> noShows(CalendarService &service, const ApiRequest &request)
{
    const NoShowFilter filter{request.query.from(u"from"_s), request.query.until(u"until"_s)};
    return service.noShows(request.session, filter).map([](const NoShowFigures &figures) {
        JsonWriter json;
        writeNoShows(json, figures);
        return ApiAnswer{.body = json.bytes()};
    });
}

} // namespace

Routes dashboardRoutes(const Services &services)
{
    StatisticsService &service = services.statistics;
    CalendarService &calendar = services.calendar;
    return {
        {.method = Method::Get,
            .path = u"/api/dashboard/no-show"_s,
            .operationId = u"getNoShows"_s,
            .summary = u"How many patients did not come, by channel, lead time, language and ward"_s,
            .tag = u"dashboard"_s,
            .permission = Permission::ReadDashboard,
            .handler = [&calendar](const ApiRequest &request) { return noShows(calendar, request); },
            .responseSchema = u"NoShow"_s,
            .parameters
            = {{.name = u"from"_s, .kind = Kind::Time, .description = u"Appointments from this time or day on."_s},
                {.name = u"until"_s,
                    .kind = Kind::Time,
                    .description = u"Up to this day inclusive, or before this time."_s}}},
        {.method = Method::Get,
            .path = u"/api/dashboard/stats"_s,
            .operationId = u"getStatistics"_s,
            .summary = u"Counts and means of feedback, reminders and patients"_s,
            .tag = u"dashboard"_s,
            .permission = Permission::ReadDashboard,
            .handler = [&service](const ApiRequest &request) { return statistics(service, request); },
            .responseSchema = u"Statistics"_s,
            .parameters = {{.name = u"from"_s, .kind = Kind::Time, .description = u"From this time or day on."_s},
                {.name = u"to"_s,
                    .kind = Kind::Time,
                    .description = u"Up to this day inclusive, or before this time."_s},
                {.name = u"ward"_s, .description = u"Only this ward."_s, .maximum = 100}, languageParameter(),
                {.name = u"patient_id"_s, .description = u"Only of the patient with this number."_s, .maximum = 64},
                {.name = u"status"_s,
                    .kind = Kind::Key,
                    .description = u"Only reminders in this state; feedback and patients are counted as without it."_s,
                    .keys = schema::keysOf(reminderStatusTable)}}},
    };
}

} // namespace accueil
