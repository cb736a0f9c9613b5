#include "db/statisticsqueries.h"

#include "app/domain/appointment.h"
#include "app/domain/patient.h"
#include "db/cellvalues.h"
#include "db/factsieve.h"
#include "db/feedbacksieve.h"
#include "db/feedbacktally.h"
#include "db/remindertally.h"

#include <QSet>

#include <numeric>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int channels = int(channelTable.rows.size());

// One tally for each ward that is seen: few of all words are wards.
template <typename Tally>
class WardTallies
{
public:
    explicit WardTallies(const Facts &facts)
        : m_words(facts.words)
        , m_numbers(size_t(facts.words.size()), -1)
    {
    }
    Tally &of(quint32 word)
    {
        if (m_numbers[word] < 0) {
            m_numbers[word] = int(m_tallies.size());
            m_tallies.emplace_back();
            m_wards.insert(m_words.at(word), m_numbers[word]);
        }
        return m_tallies[size_t(m_numbers[word])];
    }
    // In the order of the names.
    template <typename Visit>
    void each(Visit visit) const
    {
        for (auto ward = m_wards.cbegin(); ward != m_wards.cend(); ++ward)
            visit(ward.key(), m_tallies[size_t(*ward)]);
    }

private:
    const QStringList &m_words;
    std::vector<int> m_numbers; // by word
    QMap<QString, int> m_wards;
    std::vector<Tally> m_tallies;
};

// Responses by everything that they are told apart by.
struct FeedbackTallies
{
    FeedbackTallies(const Facts &facts, const QTimeZone &zone)
        : weeks(weeksOf(facts, zone))
        , byWard(facts)
        , byWeek(weeks.count())
        , labels(size_t(facts.words.size()))
    {
    }
    void add(const Fact &fact)
    {
        byWard.of(fact.ward).add(fact);
        const size_t week = weeks.weekOf(fact.minute + epochMinutes);
        byWeek[week].add(fact);
        ++hours[weeks.hourOf(fact.minute + epochMinutes, week)];
        byLanguage[fact.marks[0] / methods].add(fact);
        byMethod[fact.marks[0] % methods].add(fact);
        byGender[fact.marks[2] / matchings].add(fact);
        byAge[fact.marks[1]].add(fact);
        all.add(fact);
        ++labels[fact.label][fact.marks[6] / moods];
    }

    HospitalWeeks weeks;
    FeedbackTally all;
    WardTallies<FeedbackTally> byWard;
    std::vector<FeedbackTally> byWeek;
    std::array<FeedbackTally, languageTable.rows.size()> byLanguage;
    std::array<FeedbackTally, methods> byMethod;
    std::array<FeedbackTally, genderTable.rows.size()> byGender;
    std::array<FeedbackTally, unknownAge + 1> byAge; // years
    std::array<qint64, 7 * 24> hours{};
    std::vector<std::array<qint64, 4>> labels; // of each: not judged, then by sentiment
};

void append(
    QList<FeedbackGroup> &groups, const QString &key, const FeedbackFigures &figures, const FeedbackFigures &all)
{
    if (figures.responses == 0)
        return;
    groups.append(FeedbackGroup{.key = key, .figures = figures});
    compareWithOthers(groups.last(), all);
}

template <typename Tallies, typename Table>
QList<FeedbackGroup> groupsOf(const Tallies &tallies, const Table &table, const FeedbackFigures &all)
{
    QList<FeedbackGroup> groups;
    for (size_t i = 0; i < table.rows.size(); ++i)
        append(groups, table.rows[i].key.toString(), tallies[i].figures(), all);
    return groups;
}

FeedbackFigures operator+(const FeedbackFigures &one, const FeedbackFigures &other)
{
    return one - (FeedbackFigures{} - other);
}

QList<FeedbackGroup> ageGroups(const FeedbackTallies &tallies, const FeedbackFigures &all)
{
    std::array<FeedbackFigures, ageBandTable.rows.size()> bands;
    for (size_t age = 0; age < tallies.byAge.size(); ++age) {
        const AgeBand band = ageBandOf(age == unknownAge ? std::nullopt : std::optional(int(age)));
        bands[size_t(band)] = bands[size_t(band)] + tallies.byAge[age].figures();
    }
    QList<FeedbackGroup> groups;
    for (size_t i = 0; i < bands.size(); ++i)
        append(groups, ageBandTable.rows[i].key.toString(), bands[i], all);
    return groups;
}

void countTopics(const FeedbackTallies &tallies, const Facts &facts, FeedbackStatistics &statistics)
{
    for (size_t place = 0; place < tallies.labels.size(); ++place) {
        const std::array<qint64, 4> &judged = tallies.labels[place];
        const qint64 n = std::accumulate(judged.begin(), judged.end(), qint64(0));
        const QStringList topics = facts.wordAt(quint32(place)).split(u' ', Qt::SkipEmptyParts);
        if (topics.isEmpty() || n == 0)
            continue;
        statistics.withTopics += n;
        for (const QString &topic : QSet<QString>(topics.begin(), topics.end())) {
            statistics.topics[topic] += n;
            std::array<qint64, 3> &sentiments = statistics.topicSentiments[topic];
            for (size_t sentiment = 0; sentiment < sentiments.size(); ++sentiment)
                sentiments[sentiment] += judged[sentiment + 1];
        }
    }
}

} // namespace

StatisticsQueries::StatisticsQueries(Database &database)
    : m_database(database)
    , m_feedback(database, FactStore::Table::Feedback)
    , m_reminders(database, FactStore::Table::Reminders)
    , m_appointments(database, FactStore::Table::Appointments)
{
}

std::shared_ptr<const Facts> StatisticsQueries::factsOf(FactStore &store, const StatisticsFilter &filter)
{
    return filter.patientNumber.isEmpty() ? store.read() : store.ofPatient(filter.patientNumber);
}

FeedbackStatistics StatisticsQueries::feedback(const StatisticsFilter &filter, const QTimeZone &zone)
{
    const std::shared_ptr<const Facts> facts = factsOf(m_feedback, filter);
    FeedbackTallies tallies(*facts, zone);
    FeedbackSieve(filter, zone, *facts).each([&](qint64, const Fact &fact) { tallies.add(fact); });

    FeedbackStatistics statistics{.all = tallies.all.figures()};
    tallies.byWard.each([&](const QString &ward, const FeedbackTally &tally) {
        append(statistics.byWard, ward, tally.figures(), statistics.all);
    });
    for (size_t week = 0; week < tallies.byWeek.size(); ++week) {
        append(statistics.byWeek, tallies.weeks.monday(week).toString(Qt::ISODate), tallies.byWeek[week].figures(),
            statistics.all);
    }
    statistics.byLanguage = groupsOf(tallies.byLanguage, languageTable, statistics.all);
    statistics.byMethod = groupsOf(tallies.byMethod, submissionMethodTable, statistics.all);
    statistics.byGender = groupsOf(tallies.byGender, genderTable, statistics.all);
    statistics.byAgeBand = ageGroups(tallies, statistics.all);
    countTopics(tallies, *facts, statistics);
    for (size_t hour = 0; hour < tallies.hours.size(); ++hour)
        statistics.hours[hour / 24][hour % 24] = tallies.hours[hour];
    statistics.visits = visits(filter, zone).attended;
    return statistics;
}

QList<FeedbackId> StatisticsQueries::feedbackBehind(const StatisticsFilter &filter, const QTimeZone &zone)
{
    const std::shared_ptr<const Facts> facts = factsOf(m_feedback, filter);
    QList<FeedbackId> rows;
    FeedbackSieve(filter, zone, *facts).each([&](qint64 row, const Fact &) { rows += FeedbackId{row}; });
    return rows;
}

ReminderStatistics StatisticsQueries::reminders(const StatisticsFilter &filter, const QTimeZone &zone)
{
    const std::shared_ptr<const Facts> facts = factsOf(m_reminders, filter);
    FactSieve sieve(filter, zone, *facts);
    if (filter.language)
        sieve.only(0, [&](quint8 mark) { return mark / channels == int(*filter.language); });
    if (filter.channel)
        sieve.only(0, [&](quint8 mark) { return mark % channels == int(*filter.channel); });
    if (filter.gender)
        sieve.only(2, [&](quint8 mark) { return mark == int(*filter.gender); });
    if (filter.status)
        sieve.only(3, [&](quint8 mark) { return mark == int(*filter.status); });
    const HospitalWeeks weeks = weeksOf(*facts, zone);
    const ReminderCosts costs(facts->words);
    ReminderTally all;
    std::array<ReminderTally, channels> byChannel;
    WardTallies<ReminderTally> byWard(*facts);
    std::vector<ReminderTally> byWeek(weeks.count());
    sieve.each(*facts, [&](const Fact &fact) {
        all.add(fact, costs);
        byChannel[fact.marks[0] % channels].add(fact, costs);
        byWard.of(fact.ward).add(fact, costs);
        byWeek[weeks.weekOf(fact.minute + epochMinutes)].add(fact, costs);
    });
    ReminderStatistics statistics{.all = all.figures(costs.currencies())};
    const auto keep = [&](QMap<QString, ReminderFigures> &groups, const QString &key, const ReminderTally &tally) {
        if (!tally.isEmpty())
            groups.insert(key, tally.figures(costs.currencies()));
    };
    for (size_t i = 0; i < byChannel.size(); ++i)
        keep(statistics.byChannel, channelTable.rows[i].key.toString(), byChannel[i]);
    byWard.each([&](const QString &ward, const ReminderTally &tally) { keep(statistics.byWard, ward, tally); });
    for (size_t i = 0; i < byWeek.size(); ++i)
        keep(statistics.byWeek, weeks.monday(i).toString(Qt::ISODate), byWeek[i]);
    const Visits known = visits(filter, zone);
    statistics.noShows = {known.missed, known.missed + known.attended};
    return statistics;
}

StatisticsQueries::Visits StatisticsQueries::visits(const StatisticsFilter &filter, const QTimeZone &zone)
{
    const std::shared_ptr<const Facts> facts = factsOf(m_appointments, filter);
    FactSieve sieve(filter, zone, *facts);
    if (filter.language)
        sieve.only(0, [&](quint8 mark) { return mark == int(*filter.language); });
    if (filter.gender)
        sieve.only(2, [&](quint8 mark) { return mark == int(*filter.gender); });
    Visits visits;
    sieve.each(*facts, [&](const Fact &fact) {
        const auto status = AppointmentStatus(fact.marks[3]);
        visits.attended += status == AppointmentStatus::Attended || status == AppointmentStatus::Late ? 1 : 0;
        visits.missed += status == AppointmentStatus::Missed ? 1 : 0;
    });
    return visits;
}

qint64 StatisticsQueries::patients(const StatisticsFilter &filter, int thisYear)
{
    Conditions conditions;
    conditions.add(u"archived = 0"_s);
    if (!filter.ward.isEmpty())
        conditions.add(u"ward = ?"_s, {filter.ward});
    if (filter.language)
        conditions.add(u"preferred_language = ?"_s, {languageTable.key(*filter.language)});
    const bool hasTotals = !filter.gender && !filter.ageBand && filter.patientNumber.isEmpty();
    if (filter.gender)
        conditions.add(u"gender = ?"_s, {genderTable.key(*filter.gender)});
    if (filter.ageBand == AgeBand::Unknown) {
        conditions.add(u"birth_year IS NULL"_s);
    } else if (filter.ageBand) {
        const auto band = size_t(*filter.ageBand);
        conditions.add(u"birth_year <= ?"_s, {thisYear - ageBandStarts.at(band)});
        if (band + 1 < ageBandStarts.size())
            conditions.add(u"birth_year > ?"_s, {thisYear - ageBandStarts.at(band + 1)});
    }
    if (!filter.patientNumber.isEmpty())
        conditions.add(u"patient_number = ?"_s, {normalisedPatientNumber(filter.patientNumber)});
    QSqlQuery &query
        = m_database.execute((hasTotals ? u"SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM patient_totals"_s
                                        : u"SELECT count(*) FROM patients"_s)
                + conditions.text(),
            conditions.values());
    query.next();
    return query.value(0).toLongLong();
}

} // namespace accueil
