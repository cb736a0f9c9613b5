#include "db/casequeries.h"

#include "app/domain/patient.h"
#include "db/cellvalues.h"

#include <QTimeZone>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

Conditions conditionsOf(const StatisticsFilter &filter, const QTimeZone &zone)
{
    Conditions conditions;
    conditions.add(u"c.merged_into IS NULL"_s);
    if (filter.from)
        conditions.add(u"c.opened_at >= ?"_s, {timeValue(*filter.from)});
    if (filter.firstDay)
        conditions.add(u"c.opened_at >= ?"_s, {timeValue(filter.firstDay->startOfDay(zone))});
    if (filter.until)
        conditions.add(u"c.opened_at < ?"_s, {timeValue(*filter.until)});
    if (filter.lastDay)
        conditions.add(u"c.opened_at < ?"_s, {timeValue(filter.lastDay->addDays(1).startOfDay(zone))});
    if (!filter.ward.isEmpty())
        conditions.add(u"f.ward = ?"_s, {filter.ward});
    if (filter.language)
        conditions.add(u"f.language = ?"_s, {languageTable.key(*filter.language)});
    if (filter.method)
        conditions.add(u"f.submission_method = ?"_s, {submissionMethodTable.key(*filter.method)});
    if (filter.gender) {
        conditions.add(u"CASE WHEN f.gender = 'unknown' THEN coalesce(p.gender, 'unknown') ELSE f.gender END = ?"_s,
            {genderTable.key(*filter.gender)});
    }
    if (!filter.patientNumber.isEmpty())
        conditions.add(u"p.patient_number = ?"_s, {normalisedPatientNumber(filter.patientNumber)});
    return conditions;
}

} // namespace

QList<Case> CaseQueries::cases(const StatisticsFilter &filter, const QTimeZone &zone)
{
    const Conditions conditions = conditionsOf(filter, zone);
    // The age as the other statistics take it: given, else of the patient in that year (db/migrations, 014).
    QSqlQuery &query = m_database.execute(
        u"SELECT c.id, f.ward, c.status, c.opened_at, c.acknowledge_by, c.resolve_by, c.acknowledged_at, c.resolved_at,"
        " c.outcome, c.reopened, coalesce(f.age, 1970 + f.feedback_date / 31556952000 - p.birth_year)"
        " FROM cases c JOIN feedback f ON f.id = c.feedback_id LEFT JOIN patients p ON p.id = f.patient_id"_s
            + conditions.text(),
        conditions.values());
    QList<Case> cases;
    while (query.next()) {
        if (filter.ageBand && ageBandOf(optionalInt(query.value(10))) != *filter.ageBand)
            continue;
        Case one{.id = {query.value(0).toLongLong()},
            .ward = query.value(1).toString(),
            .status = caseStatusTable.value(query.value(2).toString()).value(),
            .openedAt = storedTime(query.value(3)),
            .acknowledgeBy = storedTime(query.value(4)),
            .resolveBy = storedTime(query.value(5)),
            .acknowledgedAt = optionalTime(query.value(6)),
            .resolvedAt = optionalTime(query.value(7)),
            .reopened = query.value(9).toInt()};
        if (const QVariant outcome = query.value(8); !outcome.isNull())
            one.outcome = caseOutcomeTable.value(outcome.toString());
        cases += one;
    }
    return cases;
}

} // namespace accueil
