#include "db/historyqueries.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString source(HistoryQueries::Kind kind)
{
    using enum HistoryQueries::Kind;
    switch (kind) {
    case Edit:
        return u"SELECT 0 AS kind, id, 0 AS owner, at FROM audit WHERE entity = 'patient' AND entity_id = ?"_s;
    case Feedback:
        return u"SELECT 1 AS kind, id, 0 AS owner, feedback_date AS at FROM feedback WHERE patient_id = ?"_s;
    case Reminder:
        return u"SELECT 2 AS kind, id, 0 AS owner, scheduled_time AS at FROM reminders WHERE patient_id = ?"_s;
    case Attempt:
        return u"SELECT 3 AS kind, a.id, a.reminder_id AS owner, a.started_at AS at FROM reminders r"
               " JOIN attempts a ON a.reminder_id = r.id WHERE r.patient_id = ?"_s;
    // That it was made is told by the row itself.
    case FeedbackEdit:
        return u"SELECT 4 AS kind, e.id, f.id AS owner, e.at FROM feedback f JOIN audit e ON e.entity = 'feedback'"
               " AND e.entity_id = f.id AND e.action <> 'created' WHERE f.patient_id = ?"_s;
    case ReminderEdit:
        return u"SELECT 5 AS kind, e.id, r.id AS owner, e.at FROM reminders r JOIN audit e ON e.entity = 'reminder'"
               " AND e.entity_id = r.id AND e.action <> 'created' WHERE r.patient_id = ?"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Page<HistoryQueries::Entry> HistoryQueries::entries(
    PatientId patient, const QList<Kind> &kinds, const PageRequest &page)
{
    QStringList sources;
    QVariantList values;
    for (Kind kind : kinds) {
        sources += source(kind);
        values += patient.value;
    }
    Page<Entry> result;
    const QString all = u'(' + sources.join(u" UNION ALL "_s) + u") AS entries"_s;
    QSqlQuery &count = m_database.execute(u"SELECT count(*) FROM "_s + all, values);
    count.next();
    result.total = count.value(0).toLongLong();
    QSqlQuery &query = m_database.execute(
        u"SELECT kind, id, owner, at FROM "_s + all + u" ORDER BY at DESC, kind DESC, id DESC LIMIT ? OFFSET ?"_s,
        values << page.limit << page.offset);
    while (query.next())
        result.items += Entry{
            .kind = Kind(query.value(0).toInt()),
            .id = query.value(1).toLongLong(),
            .owner = query.value(2).toLongLong(),
            .at = storedTime(query.value(3)),
        };
    return result;
}

} // namespace accueil
