#include "server/api/dashboardroutes.h"

#include "app/services/calendarservice.h"
#include "app/services/statisticsservice.h"
#include "server/api/appointmentjson.h"
#include "server/api/casejson.h"
#include "server/api/dashboardjson.h"
#include "server/api/listing.h"
#include "server/schema.h"
#include "server/timetext.h"

namespace accueil {

using namespace Qt::StringLiterals;
using Kind = QueryParameter::Kind;

namespace {

// A day is the hospital's, whose zone only the service knows; a time is one.
void readTimes(const Query &query, const QString &first, const QString &last, auto &filter)
{
    filter.firstDay = parseDate(query.text(first));
    if (!filter.firstDay)
        filter.from = parseTime(query.text(first));
    filter.lastDay = parseDate(query.text(last));
    if (!filter.lastDay)
        filter.until = parseTime(query.text(last));
}

StatisticsFilter filterOf(const Query &query)
{
    StatisticsFilter filter;
    readTimes(query, u"from"_s, u"to"_s, filter);
    filter.ward = query.text(u"ward"_s);
    filter.language = parseLanguage(query.text(u"language"_s));
    filter.patientNumber = query.text(u"patient_id"_s);
    filter.gender = genderTable.value(query.text(u"gender"_s));
    filter.ageBand = ageBandTable.value(query.text(u"age_band"_s));
    filter.method = submissionMethodTable.value(query.text(u"method"_s));
    filter.status = reminderStatusTable.value(query.text(u"status"_s));
    filter.channel = channelTable.value(query.text(u"channel"_s));
    return filter;
}

const QString untilText = u"Up to this day of the hospital inclusive, or before this time."_s;

// All three take all of them, so that one picture can be filtered at once; what says nothing of a row leaves it alone.
QList<QueryParameter> filterParameters()
{
    return {
        {.name = u"from"_s,
            .kind = Kind::Time,
            .description = u"From this day of the hospital or this time on; times are cut to the minute."_s},
        {.name = u"to"_s, .kind = Kind::Time, .description = untilText},
        {.name = u"patient_id"_s, .description = u"Only of the patient with this number."_s, .maximum = 64},
        {.name = u"ward"_s, .description = u"Only this ward; of reminders, the patient's."_s, .maximum = 100},
        languageParameter(),
        {.name = u"gender"_s,
            .kind = Kind::Key,
            .description = u"As given with the feedback, else the patient's."_s,
            .keys = schema::keysOf(genderTable)},
        {.name = u"age_band"_s,
            .kind = Kind::Key,
            .description = u"Whole years, as given with the feedback, else by the patient's year of birth."_s,
            .keys = schema::keysOf(ageBandTable)},
        {.name = u"method"_s,
            .kind = Kind::Key,
            .description = u"How feedback was submitted; leaves reminders, visits and patients alone."_s,
            .keys = schema::keysOf(submissionMethodTable)},
        {.name = u"status"_s,
            .kind = Kind::Key,
            .description = u"Only reminders in this state; feedback, visits and patients are counted as without it."_s,
            .keys = schema::keysOf(reminderStatusTable)},
        {.name = u"channel"_s,
            .kind = Kind::Key,
            .description
            = u"Only reminders on this channel; feedback, visits and patients are counted as without it."_s,
            .keys = schema::keysOf(channelTable)},
    };
}

// What the service says of the filter of the query, written as JSON.
template <typename Figures>
auto answering(StatisticsService &service,
    Result<Figures> (StatisticsService::*ask)(const Session &, const StatisticsFilter &),
    void (*write)(JsonWriter &, const Figures &))
{
    return [&service, ask, write](const ApiRequest &request) {
        return (service.*ask)(request.session, filterOf(request.query)).map([&](const Figures &figures) {
            JsonWriter json;
            write(json, figures);
            return ApiAnswer{.body = json.bytes()};
        });
    };
}

Result<ApiAnswer> noShows(CalendarService &service, const ApiRequest &request)
{
    NoShowFilter filter;
    readTimes(request.query, u"from"_s, u"until"_s, filter);
    return service.noShows(request.session, filter).map([](const NoShowFigures &figures) {
        JsonWriter json;
        writeNoShows(json, figures);
        return ApiAnswer{.body = json.bytes()};
    });
}

Route figuresRoute(const QString &what, const QString &operationId, const QString &summary, const QString &schema,
    std::function<Result<ApiAnswer>(const ApiRequest &)> handler)
{
    return {.method = Method::Get,
        .path = u"/api/dashboard/"_s + what,
        .operationId = operationId,
        .summary = summary,
        .tag = u"dashboard"_s,
        .permission = Permission::ReadDashboard,
        .handler = std::move(handler),
        .responseSchema = schema,
        .parameters = filterParameters()};
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
            .parameters = {{.name = u"from"_s,
                               .kind = Kind::Time,
                               .description = u"Appointments from this day of the hospital or this time on."_s},
                {.name = u"until"_s, .kind = Kind::Time, .description = untilText}}},
        figuresRoute(u"stats"_s, u"getStatistics"_s, u"Feedback, reminders, visits and patients in figures"_s,
            u"Statistics"_s, answering(service, &StatisticsService::statistics, &writeStatistics)),
        figuresRoute(u"feedback"_s, u"getFeedbackStatistics"_s,
            u"What patients say, by ward, week, language, method, gender and age"_s, u"FeedbackStatistics"_s,
            answering(service, &StatisticsService::feedback, &writeFeedbackStatistics)),
        figuresRoute(u"cases"_s, u"getCaseStatistics"_s,
            u"Bad experiences that were followed up, and how long that took; times are those of their opening"_s,
            u"CaseStatistics"_s, answering(service, &StatisticsService::cases, &writeCaseStatistics)),
        figuresRoute(u"reminders"_s, u"getReminderStatistics"_s,
            u"What became of reminders, by channel, ward and week; what they cost; who did not come"_s,
            u"ReminderStatistics"_s, answering(service, &StatisticsService::reminders, &writeReminderStatistics)),
    };
}

} // namespace accueil
