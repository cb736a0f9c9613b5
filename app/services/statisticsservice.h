#pragma once

#include "app/domain/casestatistics.h"
#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/domain/statistics.h"
#include "app/services/hospitalsettings.h"
#include "db/casequeries.h"
#include "db/statisticsqueries.h"

#include <functional>

namespace accueil {

// Aggregates for the dashboard, the same for the charts and the API. Thread-safe; throws DatabaseError.
class StatisticsService
{
public:
    StatisticsService(Database &database, const Clock &clock, std::function<HospitalSettings()> settings);

    Result<Statistics> statistics(const Session &who, const StatisticsFilter &filter);
    Result<FeedbackStatistics> feedback(const Session &who, const StatisticsFilter &filter);
    // The very rows that a figure counts, in any order, for whoever may read both.
    Result<QList<FeedbackId>> feedbackBehind(const Session &who, const StatisticsFilter &filter);
    Result<ReminderStatistics> reminders(const Session &who, const StatisticsFilter &filter);
    // Times are those at which cases were opened, everything else is that of their feedback.
    Result<CaseStatistics> cases(const Session &who, const StatisticsFilter &filter);

private:
    FeedbackStatistics countedFeedback(const StatisticsFilter &filter, const HospitalSettings &settings);

    const Clock &m_clock;
    std::function<HospitalSettings()> m_settings;
    StatisticsQueries m_queries;
    CaseQueries m_cases;
};

} // namespace accueil
