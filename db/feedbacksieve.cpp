#include "db/feedbacksieve.h"

namespace accueil {

HospitalWeeks weeksOf(const Facts &facts, const QTimeZone &zone)
{
    quint32 first = std::numeric_limits<quint32>::max();
    quint32 last = 0;
    for (const auto &block : facts.blocks) {
        first = std::min(first, block->first);
        last = std::max(last, block->last);
    }
    return {zone, std::min(first, last) + epochMinutes, last + epochMinutes};
}

FeedbackSieve::FeedbackSieve(const StatisticsFilter &filter, const QTimeZone &zone, const Facts &facts)
    : m_facts(facts)
    , m_sieve(filter, zone, facts)
    , m_isFiner(filter.topic || filter.sentiment || filter.weekday || filter.hour)
    , m_hour(filter.hour)
{
    if (filter.language)
        m_sieve.only(0, [&](quint8 mark) { return mark / methods == int(*filter.language); });
    if (filter.method)
        m_sieve.only(0, [&](quint8 mark) { return mark % methods == int(*filter.method); });
    if (filter.gender)
        m_sieve.only(2, [&](quint8 mark) { return mark / matchings == int(*filter.gender); });
    if (filter.sentiment)
        m_sentiment = int(*filter.sentiment) + 1;
    if (filter.weekday)
        m_weekday = *filter.weekday - 1;
    if (filter.weekday || filter.hour)
        m_weeks.emplace(weeksOf(facts, zone));
    if (filter.topic) {
        const QString wanted = topicTable.key(*filter.topic);
        for (const QString &word : facts.words)
            m_labels.push_back(word.split(QChar(u' ')).contains(wanted));
    }
}

bool FeedbackSieve::lets(const Fact &fact) const
{
    if (m_sentiment && fact.marks[6] / moods != *m_sentiment)
        return false;
    if (!m_labels.empty() && !m_labels[fact.label])
        return false;
    if (!m_weeks)
        return true;
    const int hour = int(m_weeks->hourOf(fact.minute + epochMinutes));
    return (!m_weekday || hour / 24 == *m_weekday) && (!m_hour || hour % 24 == *m_hour);
}

} // namespace accueil
