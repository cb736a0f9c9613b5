#include "tests/support/statisticsrecount.h"

#include "app/domain/patient.h"

#include <QSet>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// The year of a moment as the roll-ups count it: by the mean length of the Gregorian year.
int yearOf(qint64 time)
{
    return int(1970 + time / 31'556'952'000);
}

std::optional<int> ageOf(const QVariant &own, const QVariant &birthYear, qint64 time)
{
    if (!own.isNull())
        return own.toInt();
    return birthYear.isNull() ? std::nullopt : std::optional(std::max(0, yearOf(time) - birthYear.toInt()));
}

template <typename Enum>
bool passes(const std::optional<Enum> &wanted, const QString &key, const auto &table)
{
    return !wanted || table.key(*wanted) == key;
}

bool passesText(const QString &wanted, const QString &text)
{
    return wanted.isEmpty() || wanted == text;
}

void count(RatingFigure &figure, const QVariant &answer)
{
    if (!answer.isNull())
        ++figure.counts.at(size_t(answer.toInt() - 1));
}

// Columns of the statement below.
enum Column {
    Date,
    Ward,
    LanguageKey,
    Method,
    Age,
    GenderKey,
    Patient,
    Tag,
    Treatment,
    Communication,
    Facility,
    Overall,
    Recommendation,
    Emoji,
    Mood,
    Topics,
    BirthYear,
    PatientGender,
    Number
};

void count(FeedbackFigures &figures, const QSqlQuery &query)
{
    ++figures.responses;
    figures.notMatched += query.value(Patient).isNull() && !query.value(Tag).isNull() ? 1 : 0;
    count(figures.treatmentSatisfaction, query.value(Treatment));
    count(figures.communicationRating, query.value(Communication));
    count(figures.facilityRating, query.value(Facility));
    count(figures.overallExperience, query.value(Overall));
    count(figures.emojiRating, query.value(Emoji));
    if (const QVariant answer = query.value(Recommendation); !answer.isNull())
        ++figures.recommendation.counts.at(size_t(answer.toInt()));
    if (const auto sentiment = sentimentTable.value(query.value(Mood).toString()))
        ++figures.sentiments.at(size_t(*sentiment));
}

QList<FeedbackGroup> listOf(const QMap<QString, FeedbackFigures> &groups)
{
    QList<FeedbackGroup> list;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group)
        list.append(FeedbackGroup{.key = group.key(), .figures = *group});
    return list;
}

QString differenceOf(const QString &what, const QList<FeedbackGroup> &one, const QList<FeedbackGroup> &other)
{
    QMap<QString, FeedbackFigures> left;
    for (const FeedbackGroup &group : one)
        left.insert(group.key, group.figures);
    QMap<QString, FeedbackFigures> right;
    for (const FeedbackGroup &group : other)
        right.insert(group.key, group.figures);
    if (left.keys() != right.keys())
        return what + u": "_s + left.keys().join(u',') + u" against "_s + right.keys().join(u',');
    for (auto group = left.cbegin(); group != left.cend(); ++group) {
        if (*group != right.value(group.key()))
            return what + u' ' + group.key();
    }
    return {};
}

} // namespace

bool StatisticsRecount::isInside(const StatisticsFilter &filter, qint64 time) const
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    const QDate day = moment.toTimeZone(m_zone).date();
    return (!filter.firstDay || day >= *filter.firstDay) && (!filter.lastDay || day <= *filter.lastDay)
        && (!filter.from || moment >= *filter.from) && (!filter.until || moment < *filter.until);
}

QString StatisticsRecount::mondayOf(qint64 time) const
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(time, m_zone).date();
    return day.addDays(1 - day.dayOfWeek()).toString(Qt::ISODate);
}

FeedbackStatistics StatisticsRecount::feedback(const StatisticsFilter &filter)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT f.feedback_date, f.ward, f.language, f.submission_method, f.age, f.gender, f.patient_id,"
        " f.patient_reference_tag, f.treatment_satisfaction, f.communication_rating, f.facility_rating,"
        " f.overall_experience, f.recommendation_likelihood, f.emoji_rating, f.sentiment, f.topics, p.birth_year,"
        " p.gender, p.patient_number FROM feedback f LEFT JOIN patients p ON p.id = f.patient_id"_s);
    FeedbackStatistics statistics;
    QMap<QString, FeedbackFigures> wards;
    QMap<QString, FeedbackFigures> weeks;
    QMap<QString, FeedbackFigures> languages;
    QMap<QString, FeedbackFigures> methods;
    QMap<QString, FeedbackFigures> genders;
    QMap<QString, FeedbackFigures> ages;
    while (query.next()) {
        const qint64 time = query.value(Date).toLongLong();
        QString gender = query.value(GenderKey).toString();
        if (gender == u"unknown"_s && !query.value(PatientGender).isNull())
            gender = query.value(PatientGender).toString();
        const AgeBand band = ageBandOf(ageOf(query.value(Age), query.value(BirthYear), time));
        if (!isInside(filter, time) || !passesText(filter.ward, query.value(Ward).toString())
            || !passes(filter.language, query.value(LanguageKey).toString(), languageTable)
            || !passes(filter.method, query.value(Method).toString(), submissionMethodTable)
            || !passes(filter.gender, gender, genderTable) || (filter.ageBand && *filter.ageBand != band)
            || !passesText(normalisedPatientNumber(filter.patientNumber), query.value(Number).toString()))
            continue;
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, m_zone);
        const QStringList topics = query.value(Topics).toString().split(u' ', Qt::SkipEmptyParts);
        const std::optional<Sentiment> sentiment = sentimentTable.value(query.value(Mood).toString());
        if ((filter.topic && !topics.contains(topicTable.key(*filter.topic)))
            || (filter.sentiment && sentiment != filter.sentiment)
            || (filter.weekday && local.date().dayOfWeek() != *filter.weekday)
            || (filter.hour && local.time().hour() != *filter.hour))
            continue;
        for (FeedbackFigures *figures : {&statistics.all, &wards[query.value(Ward).toString()], &weeks[mondayOf(time)],
                 &languages[query.value(LanguageKey).toString()], &methods[query.value(Method).toString()],
                 &genders[gender], &ages[ageBandTable.key(band)]})
            count(*figures, query);
        statistics.withTopics += topics.isEmpty() ? 0 : 1;
        for (const QString &topic : QSet<QString>(topics.begin(), topics.end()))
            ++statistics.topics[topic];
        for (const QString &topic : QSet<QString>(topics.begin(), topics.end())) {
            std::array<qint64, 3> &sentiments = statistics.topicSentiments[topic];
            if (sentiment)
                ++sentiments.at(size_t(*sentiment));
        }
        ++statistics.hours.at(size_t(local.date().dayOfWeek() - 1)).at(size_t(local.time().hour()));
    }
    statistics.byWard = listOf(wards);
    statistics.byWeek = listOf(weeks);
    statistics.byLanguage = listOf(languages);
    statistics.byMethod = listOf(methods);
    statistics.byGender = listOf(genders);
    statistics.byAgeBand = listOf(ages);
    statistics.visits = visits(filter).came;
    return statistics;
}

ReminderStatistics StatisticsRecount::reminders(const StatisticsFilter &filter)
{
    QMap<qint64, QMap<QString, double>> costs;
    QSqlQuery &attempts
        = m_database.execute(u"SELECT reminder_id, price, price_unit FROM attempts WHERE price <> ''"_s);
    while (attempts.next()) {
        costs[attempts.value(0).toLongLong()][attempts.value(2).toString()]
            += std::abs(attempts.value(1).toString().toDouble());
    }
    QSqlQuery &query = m_database.execute(
        u"SELECT r.id, r.scheduled_time, r.language, r.status, r.channel, p.ward, p.gender, p.birth_year,"
        " p.patient_number, a.id, a.confirmed_at FROM reminders r JOIN patients p ON p.id = r.patient_id"
        " LEFT JOIN appointments a ON a.id = r.appointment_id"_s);
    ReminderStatistics statistics;
    while (query.next()) {
        const qint64 time = query.value(1).toLongLong();
        const QString status = query.value(3).toString();
        const QString channel = query.value(4).toString();
        const QString ward = query.value(5).toString();
        const AgeBand band = ageBandOf(ageOf({}, query.value(7), time));
        if (!isInside(filter, time) || !passesText(filter.ward, ward)
            || !passes(filter.language, query.value(2).toString(), languageTable)
            || !passes(filter.status, status, reminderStatusTable) || !passes(filter.channel, channel, channelTable)
            || !passes(filter.gender, query.value(6).toString(), genderTable)
            || (filter.ageBand && *filter.ageBand != band)
            || !passesText(normalisedPatientNumber(filter.patientNumber), query.value(8).toString()))
            continue;
        for (ReminderFigures *figures : {&statistics.all, &statistics.byChannel[channel], &statistics.byWard[ward],
                 &statistics.byWeek[mondayOf(time)]}) {
            ++figures->reminders;
            ++figures->statuses.at(size_t(*reminderStatusTable.value(status)));
            if (channel != u"email"_s && (status == u"delivered"_s || status == u"failed"_s))
                ++figures->delivery.at(status == u"failed"_s ? 1 : 0);
            if (!query.value(9).isNull() && (status == u"delivered"_s || status == u"sent"_s))
                ++figures->confirmations.at(query.value(10).isNull() ? 1 : 0);
            const QMap<QString, double> cost = costs.value(query.value(0).toLongLong());
            figures->priced += cost.isEmpty() ? 0 : 1;
            for (auto part = cost.cbegin(); part != cost.cend(); ++part)
                figures->costs[part.key()] += qRound64(*part * 1e6);
        }
    }
    const Visits known = visits(filter);
    statistics.noShows = {known.missed, known.missed + known.came};
    return statistics;
}

StatisticsRecount::Visits StatisticsRecount::visits(const StatisticsFilter &filter)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT a.starts_at, a.ward, a.status, p.preferred_language, p.gender, p.birth_year, p.patient_number"
        " FROM appointments a JOIN patients p ON p.id = a.patient_id"_s);
    Visits visits;
    while (query.next()) {
        const qint64 time = query.value(0).toLongLong();
        const QString status = query.value(2).toString();
        if (!isInside(filter, time) || !passesText(filter.ward, query.value(1).toString())
            || !passes(filter.language, query.value(3).toString(), languageTable)
            || !passes(filter.gender, query.value(4).toString(), genderTable)
            || (filter.ageBand && *filter.ageBand != ageBandOf(ageOf({}, query.value(5), time)))
            || !passesText(normalisedPatientNumber(filter.patientNumber), query.value(6).toString()))
            continue;
        visits.came += status == u"attended"_s || status == u"late"_s ? 1 : 0;
        visits.missed += status == u"missed"_s ? 1 : 0;
    }
    return visits;
}

qint64 StatisticsRecount::patients(const StatisticsFilter &filter, int thisYear)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT ward, preferred_language, gender, birth_year, patient_number FROM patients WHERE archived = 0"_s);
    qint64 n = 0;
    while (query.next()) {
        const QVariant year = query.value(3);
        const AgeBand band
            = ageBandOf(year.isNull() ? std::nullopt : std::optional(std::max(0, thisYear - year.toInt())));
        n += passesText(filter.ward, query.value(0).toString())
                && passes(filter.language, query.value(1).toString(), languageTable)
                && passes(filter.gender, query.value(2).toString(), genderTable)
                && (!filter.ageBand || *filter.ageBand == band)
                && passesText(normalisedPatientNumber(filter.patientNumber), query.value(4).toString())
            ? 1
            : 0;
    }
    return n;
}

QString difference(const FeedbackStatistics &one, const FeedbackStatistics &other)
{
    if (one.all != other.all)
        return u"all: %1 against %2 responses"_s.arg(one.all.responses).arg(other.all.responses);
    if (one.topics != other.topics || one.withTopics != other.withTopics)
        return u"topics"_s;
    if (one.topicSentiments != other.topicSentiments)
        return u"sentiments of topics"_s;
    if (one.hours != other.hours)
        return u"hours"_s;
    if (one.visits != other.visits)
        return u"visits: %1 against %2"_s.arg(one.visits).arg(other.visits);
    for (const QString &found :
        {differenceOf(u"ward"_s, one.byWard, other.byWard), differenceOf(u"week"_s, one.byWeek, other.byWeek),
            differenceOf(u"language"_s, one.byLanguage, other.byLanguage),
            differenceOf(u"method"_s, one.byMethod, other.byMethod),
            differenceOf(u"gender"_s, one.byGender, other.byGender),
            differenceOf(u"age"_s, one.byAgeBand, other.byAgeBand)}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString difference(const ReminderStatistics &one, const ReminderStatistics &other)
{
    if (one.all != other.all)
        return u"all: %1 against %2 reminders"_s.arg(one.all.reminders).arg(other.all.reminders);
    if (one.byChannel != other.byChannel)
        return u"channel"_s;
    if (one.byWard != other.byWard)
        return u"ward"_s;
    if (one.byWeek != other.byWeek)
        return u"week"_s;
    return one.noShows == other.noShows ? QString() : u"no-shows"_s;
}

} // namespace accueil
