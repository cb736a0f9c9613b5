#pragma once

#include "app/domain/hospitalweeks.h"
#include "db/factsieve.h"

namespace accueil {

// How the marks of feedback are made (014_facts.sql).
inline constexpr int methods = int(submissionMethodTable.rows.size());
inline constexpr int matchings = 3; // anonymous, a known patient, a number that no patient has
inline constexpr int moods = 6; // the five faces, and none

// Minutes of facts and of HospitalWeeks differ by their beginning.
inline constexpr qint64 epochMinutes = factEpoch / 60'000;

// The weeks of all rows.
HospitalWeeks weeksOf(const Facts &facts, const QTimeZone &zone);

// Which rows of feedback a filter lets through.
class FeedbackSieve
{
public:
    FeedbackSieve(const StatisticsFilter &filter, const QTimeZone &zone, const Facts &facts);

    // Calls `visit` with the number of every row that is let through, and the row.
    template <typename Visit>
    void each(Visit visit) const
    {
        if (!m_isFiner)
            return m_sieve.eachRow(m_facts, visit);
        m_sieve.eachRow(m_facts, [&](qint64 row, const Fact &fact) {
            if (lets(fact))
                visit(row, fact);
        });
    }

private:
    bool lets(const Fact &fact) const; // by what FactSieve knows nothing of

    const Facts &m_facts;
    FactSieve m_sieve;
    bool m_isFiner;
    std::optional<int> m_sentiment; // as marks hold it
    std::optional<int> m_weekday; // 0: Monday
    std::optional<int> m_hour;
    std::vector<bool> m_labels; // by word, whether it names the topic; empty: every one will do
    std::optional<HospitalWeeks> m_weeks;
};

} // namespace accueil
