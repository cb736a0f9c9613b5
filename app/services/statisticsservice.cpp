#include "app/services/statisticsservice.h"

namespace accueil {

namespace {

QTimeZone zoneOf(const HospitalSettings &settings)
{
    return QTimeZone(settings.timeZone.toLatin1());
}

} // namespace

StatisticsService::StatisticsService(Database &database, const Clock &clock, std::function<HospitalSettings()> settings)
    : m_clock(clock)
    , m_settings(std::move(settings))
    , m_queries(database)
    , m_cases(database)
{
}

Result<Statistics> StatisticsService::statistics(const Session &who, const StatisticsFilter &filter)
{
    if (const auto allowed = require(who, Permission::ReadDashboard); !allowed)
        return tl::unexpected(allowed.error());
    const HospitalSettings settings = m_settings();
    const int thisYear = m_clock.now().toTimeZone(zoneOf(settings)).date().year();
    return Statistics{.patients = m_queries.patients(filter, thisYear),
        .feedback = countedFeedback(filter, settings),
        .reminders = m_queries.reminders(filter, zoneOf(settings))};
}

Result<FeedbackStatistics> StatisticsService::feedback(const Session &who, const StatisticsFilter &filter)
{
    if (const auto allowed = require(who, Permission::ReadDashboard); !allowed)
        return tl::unexpected(allowed.error());
    return countedFeedback(filter, m_settings());
}

Result<QList<FeedbackId>> StatisticsService::feedbackBehind(const Session &who, const StatisticsFilter &filter)
{
    for (const Permission permission : {Permission::ReadDashboard, Permission::ReadFeedback}) {
        if (const auto allowed = require(who, permission); !allowed)
            return tl::unexpected(allowed.error());
    }
    return m_queries.feedbackBehind(filter, zoneOf(m_settings()));
}

FeedbackStatistics StatisticsService::countedFeedback(const StatisticsFilter &filter, const HospitalSettings &settings)
{
    FeedbackStatistics statistics = m_queries.feedback(filter, zoneOf(settings));
    statistics.smallestGroup = settings.smallestGroup;
    return statistics;
}

Result<ReminderStatistics> StatisticsService::reminders(const Session &who, const StatisticsFilter &filter)
{
    if (const auto allowed = require(who, Permission::ReadDashboard); !allowed)
        return tl::unexpected(allowed.error());
    return m_queries.reminders(filter, zoneOf(m_settings()));
}

Result<CaseStatistics> StatisticsService::cases(const Session &who, const StatisticsFilter &filter)
{
    if (const auto allowed = require(who, Permission::ReadDashboard); !allowed)
        return tl::unexpected(allowed.error());
    const QList<Case> cases = m_cases.cases(filter, zoneOf(m_settings()));
    const QDateTime now = m_clock.now();
    QMap<QString, QList<Case>> wards;
    for (const Case &one : cases)
        wards[one.ward] += one;
    CaseStatistics statistics{.all = figuresOf(cases, now), .byWard = {}};
    for (auto ward = wards.begin(); ward != wards.end(); ++ward)
        statistics.byWard.insert(ward.key(), figuresOf(ward.value(), now));
    return statistics;
}

} // namespace accueil
