#include "db/statisticsqueries.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString measures
    = u"sum(n) AS n, sum(treatment_n) AS treatment_n, sum(treatment_sum) AS treatment_sum,"
      " sum(communication_n) AS communication_n, sum(communication_sum) AS communication_sum,"
      " sum(facility_n) AS facility_n, sum(facility_sum) AS facility_sum, sum(overall_n) AS overall_n,"
      " sum(overall_sum) AS overall_sum, sum(recommendation_n) AS recommendation_n,"
      " sum(promoters) AS promoters, sum(detractors) AS detractors,"
      " sum(CASE matching WHEN 2 THEN n ELSE 0 END) AS not_matched"_s;

// One figure of a kind; the kinds without ratings leave the columns of ratings empty.
QString counted(const QString &kind, const QString &key, const QString &source)
{
    return u" UNION ALL SELECT '%1', %2, sum(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM %3 GROUP BY %2"_s.arg(
        kind, key, source);
}

void addTimes(Conditions &conditions, const StatisticsFilter &filter, const QString &column)
{
    if (filter.from)
        conditions.add(column + u" >= ?"_s, {filter.from->toMSecsSinceEpoch()});
    if (filter.until)
        conditions.add(column + u" < ?"_s, {filter.until->toMSecsSinceEpoch()});
}

void addText(Conditions &conditions, const QString &column, const QString &value)
{
    if (!value.isEmpty())
        conditions.add(column + u" = ?"_s, {value});
}

const QString numberedPatient = u"(SELECT id FROM patients WHERE patient_number = ?)"_s;

// WITH clauses `f` (feedback), `r` (reminders) and `p` (patients), each grouped by what is shown.
QString groups(const StatisticsFilter &filter, QVariantList &values)
{
    const bool hasPatient = !filter.patientNumber.isEmpty();
    const bool needsRows = filter.from || filter.until || hasPatient;
    const QString number = filter.patientNumber.trimmed().toUpper();
    Conditions feedback;
    addText(feedback, u"ward"_s, filter.ward);
    addText(feedback, u"language"_s, filter.language);
    addTimes(feedback, filter, u"feedback_date"_s);
    if (hasPatient)
        feedback.add(u"id IN (SELECT id FROM feedback WHERE patient_id = "_s + numberedPatient + u")"_s, {number});

    Conditions reminders;
    addText(reminders, u"language"_s, filter.language);
    addTimes(reminders, filter, u"scheduled_time"_s);
    if (!filter.ward.isEmpty())
        reminders.add(u"patient_id IN (SELECT id FROM patients WHERE ward = ?)"_s, {filter.ward});
    addText(reminders, u"status"_s, filter.reminderStatus);
    if (hasPatient)
        reminders.add(u"patient_id = "_s + numberedPatient, {number});
    const bool hasReminderTotals = !needsRows && filter.ward.isEmpty();

    Conditions patients;
    patients.add(u"archived = 0"_s);
    addText(patients, u"ward"_s, filter.ward);
    addText(patients, u"preferred_language"_s, filter.language);
    addText(patients, u"patient_number"_s, number);

    values = feedback.values() + reminders.values() + patients.values();
    return u"WITH f AS (SELECT ward, language, submission_method, "_s + measures + u" FROM "_s
        + (needsRows ? u"feedback_measures"_s : u"feedback_totals"_s) + feedback.text()
        + u" GROUP BY ward, language, submission_method), r AS (SELECT status, channel, "_s
        + (hasReminderTotals ? u"sum(n) AS n FROM reminder_totals"_s : u"count(*) AS n FROM reminders"_s)
        + reminders.text() + u" GROUP BY status, channel), p AS (SELECT "_s
        + (hasPatient ? u"count(*) AS n FROM patients"_s : u"sum(n) AS n FROM patient_totals"_s) + patients.text()
        + u") "_s;
}

RatingFigure ratingOf(const QSqlQuery &query, int column)
{
    const qint64 n = query.value(column).toLongLong();
    return {.n = n, .mean = n == 0 ? 0 : query.value(column + 1).toDouble() / static_cast<double>(n)};
}

void readTotals(const QSqlQuery &query, Statistics &statistics)
{
    statistics.feedback = query.value(2).toLongLong();
    statistics.treatmentSatisfaction = ratingOf(query, 3);
    statistics.communicationRating = ratingOf(query, 5);
    statistics.facilityRating = ratingOf(query, 7);
    statistics.overallExperience = ratingOf(query, 9);
    statistics.recommendationAnswers = query.value(11).toLongLong();
    statistics.promoters = query.value(12).toLongLong();
    statistics.detractors = query.value(13).toLongLong();
    statistics.feedbackNotMatched = query.value(14).toLongLong();
}

} // namespace

Statistics StatisticsQueries::statistics(const StatisticsFilter &filter)
{
    QVariantList values;
    const QString sql = groups(filter, values)
        + u"SELECT 'all', '', sum(n), sum(treatment_n), sum(treatment_sum), sum(communication_n), "
          u"sum(communication_sum),"
          " sum(facility_n), sum(facility_sum), sum(overall_n), sum(overall_sum), sum(recommendation_n), "
          "sum(promoters),"
          " sum(detractors), sum(not_matched) FROM f"_s
        + counted(u"language"_s, u"language"_s, u"f"_s) + counted(u"method"_s, u"submission_method"_s, u"f"_s)
        + counted(u"ward"_s, u"ward"_s, u"f"_s) + counted(u"status"_s, u"status"_s, u"r"_s)
        + counted(u"channel"_s, u"channel"_s, u"r"_s)
        + u" UNION ALL SELECT 'patients', '', n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM p"_s;
    Statistics statistics;
    const QHash<QString, QMap<QString, qint64> *> maps{
        {u"language"_s, &statistics.feedbackByLanguage},
        {u"method"_s, &statistics.feedbackByMethod},
        {u"ward"_s, &statistics.feedbackByWard},
        {u"status"_s, &statistics.remindersByStatus},
        {u"channel"_s, &statistics.remindersByChannel},
    };
    QSqlQuery &query = m_database.execute(sql, values);
    while (query.next()) {
        const QString kind = query.value(0).toString();
        const qint64 n = query.value(2).toLongLong();
        if (kind == u"all"_s)
            readTotals(query, statistics);
        else if (kind == u"patients"_s)
            statistics.patients = n;
        else if (n > 0)
            maps.value(kind)->insert(query.value(1).toString(), n);
    }
    return statistics;
}

} // namespace accueil
