#include "db/caserepository.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr auto table = "cases";
constexpr auto eventTable = "case_events";

// What an UPDATE writes, in its order.
const QStringList written{u"status"_s, u"severity"_s, u"reasons"_s, u"owner_id"_s, u"opened_at"_s, u"acknowledge_by"_s,
    u"resolve_by"_s, u"acknowledged_at"_s, u"resolved_at"_s, u"outcome"_s, u"heard_enc"_s, u"done_enc"_s,
    u"published"_s, u"escalation"_s, u"merged_into"_s, u"reopened"_s, u"updated_at"_s, u"version"_s};
enum Column {
    Status,
    Severity,
    Reasons,
    Owner,
    OpenedAt,
    AcknowledgeBy,
    ResolveBy,
    AcknowledgedAt,
    ResolvedAt,
    Outcome,
    Heard,
    Done,
    Published,
    Escalation,
    MergedInto,
    Reopened,
    UpdatedAt,
    Version,
    Id,
    FeedbackRow,
    // read only
    Ward,
    OwnerName,
    Merged,
};

const QString source
    = u" FROM cases c JOIN feedback f ON f.id = c.feedback_id LEFT JOIN users u ON u.id = c.owner_id"_s;
const QString selection = u"SELECT c."_s + written.join(u", c."_s)
    + u", c.id, c.feedback_id, f.ward, u.username,"
      " (SELECT count(*) FROM cases m WHERE m.merged_into = c.id)"_s
    + source;
const QString byDeadline = u" ORDER BY CASE c.status WHEN 'open' THEN c.acknowledge_by WHEN 'acknowledged' THEN "
                           "c.resolve_by ELSE 9000000000000000 - c.resolved_at END, c.id"_s;

QString reasonsText(const QList<CaseReason> &reasons)
{
    QStringList keys;
    for (const CaseReason reason : reasons)
        keys += caseReasonTable.key(reason);
    return keys.join(u' ');
}

QList<CaseReason> reasonsOf(const QString &text)
{
    QList<CaseReason> reasons;
    for (const QString &key : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto reason = caseReasonTable.value(key))
            reasons += *reason;
    }
    return reasons;
}

Conditions conditionsOf(const CaseFilter &filter)
{
    Conditions conditions;
    if (filter.mergedInto)
        conditions.add(u"c.merged_into = ?"_s, {filter.mergedInto->value});
    else if (!filter.feedback)
        conditions.add(u"c.merged_into IS NULL"_s);
    if (filter.feedback)
        conditions.add(u"c.feedback_id = ?"_s, {filter.feedback->value});
    if (filter.status)
        conditions.add(u"c.status = ?"_s, {caseStatusTable.key(*filter.status)});
    if (filter.isUnresolved)
        conditions.add(u"c.status <> 'resolved'"_s);
    if (filter.resolvedSince)
        conditions.add(u"(c.status <> 'resolved' OR c.resolved_at >= ?)"_s, {timeValue(*filter.resolvedSince)});
    if (filter.severity)
        conditions.add(u"c.severity = ?"_s, {caseSeverityTable.key(*filter.severity)});
    if (filter.ward)
        conditions.add(u"f.ward = ?"_s, {*filter.ward});
    if (filter.owner && *filter.owner)
        conditions.add(u"c.owner_id = ?"_s, {filter.owner->value});
    else if (filter.owner)
        conditions.add(u"c.owner_id IS NULL"_s);
    if (filter.overdueAt) {
        const QVariant at = timeValue(*filter.overdueAt);
        conditions.add(u"((c.status = 'open' AND c.acknowledge_by < ?) OR (c.status = 'acknowledged' AND c.resolve_by "
                       "< ?))"_s,
            {at, at});
    }
    if (filter.withVoice)
        conditions.add(u"EXISTS (SELECT 1 FROM attachments a WHERE a.feedback_id = f.id)"_s);
    if (!filter.topic.isEmpty())
        conditions.add(u"' ' || f.topics || ' ' LIKE ?"_s, {u"% "_s + filter.topic + u" %"_s});
    if (filter.published)
        conditions.add(u"c.published = ?"_s, {*filter.published ? 1 : 0});
    return conditions;
}

} // namespace

std::optional<Case> CaseRepository::findOne(const QString &rest, const QVariantList &values)
{
    QSqlQuery &query = m_database.execute(selection + rest, values);
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

std::optional<Case> CaseRepository::find(CaseId id)
{
    return findOne(u" WHERE c.id = ?"_s, {id.value});
}

std::optional<Case> CaseRepository::findForUpdate(CaseId id)
{
    // On SQLite there is one writer at a time.
    if (m_database.dialect() == Dialect::PostgreSql)
        m_database.execute(u"SELECT id FROM cases WHERE id = ? FOR UPDATE"_s, {id.value});
    return find(id);
}

bool CaseRepository::hasCase(FeedbackId feedback)
{
    return m_database.execute(u"SELECT 1 FROM cases WHERE feedback_id = ?"_s, {feedback.value}).next();
}

Page<Case> CaseRepository::list(const CaseFilter &filter, const PageRequest &page)
{
    const Conditions conditions = conditionsOf(filter);
    Page<Case> result{.items = {}, .total = count(filter)};
    QSqlQuery &query = m_database.execute(selection + conditions.text() + byDeadline + u" LIMIT ? OFFSET ?"_s,
        conditions.values() + QVariantList{page.limit, page.offset});
    while (query.next())
        result.items += read(query);
    return result;
}

qint64 CaseRepository::count(const CaseFilter &filter)
{
    const Conditions conditions = conditionsOf(filter);
    QSqlQuery &query = m_database.execute(u"SELECT count(*)"_s + source + conditions.text(), conditions.values());
    query.next();
    return query.value(0).toLongLong();
}

QList<CaseId> CaseRepository::toEscalate(const QDateTime &now, int most)
{
    const QVariant at = timeValue(now);
    QSqlQuery &query = m_database.execute(
        u"SELECT id FROM cases WHERE status <> 'resolved' AND merged_into IS NULL AND ((status = 'open' AND "
        "acknowledge_by < ? AND escalation < 1) OR (resolve_by < ? AND escalation < 2)) ORDER BY resolve_by LIMIT ?"_s,
        {at, at, most});
    QList<CaseId> ids;
    while (query.next())
        ids += CaseId{query.value(0).toLongLong()};
    return ids;
}

bool CaseRepository::insert(Case &opened)
{
    static const QString sql = u"INSERT INTO cases ("_s + written.join(u", "_s) + u", id, feedback_id) VALUES (?"_s
        + u", ?"_s.repeated(written.size() + 1) + u") ON CONFLICT (feedback_id) DO NOTHING"_s;
    opened.id = {m_database.nextId(table)};
    const QSqlQuery &query = m_database.execute(sql, values(opened) << opened.id.value << opened.feedback.value);
    return query.numRowsAffected() == 1;
}

void CaseRepository::update(const Case &before, const Case &after)
{
    static const QString sql
        = u"UPDATE cases SET "_s + written.join(u" = ?, "_s) + u" = ? WHERE id = ? AND version = ?"_s;
    const QSqlQuery &query = m_database.execute(sql, values(after) << after.id.value << before.version);
    Q_ASSERT(query.numRowsAffected() == 1);
}

void CaseRepository::moveMerged(CaseId from, CaseId to)
{
    m_database.execute(
        u"UPDATE cases SET merged_into = ?, version = version + 1 WHERE merged_into = ?"_s, {to.value, from.value});
}

void CaseRepository::append(CaseEvent &event)
{
    event.id = m_database.nextId(eventTable);
    const RowCipher row(m_cipher.fields, eventTable, event.id);
    m_database.execute(u"INSERT INTO case_events (id, case_id, at, kind, actor_id, actor_name, detail, note_enc)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {event.id, event.about.value, timeValue(event.at), caseEventKindTable.key(event.kind), nullableId(event.actor),
            event.actorName, event.detail, row.sealed("note_enc", event.note)});
}

QList<CaseEvent> CaseRepository::events(CaseId id)
{
    QSqlQuery &query = m_database.execute(u"SELECT id, at, kind, actor_id, actor_name, detail, note_enc FROM"
                                          " case_events WHERE case_id = ? ORDER BY at, id"_s,
        {id.value});
    QList<CaseEvent> events;
    while (query.next()) {
        const qint64 number = query.value(0).toLongLong();
        events += CaseEvent{.id = number,
            .about = id,
            .at = storedTime(query.value(1)),
            .kind = caseEventKindTable.value(query.value(2).toString()).value(),
            .actor = optionalId<UserId>(query.value(3)),
            .actorName = query.value(4).toString(),
            .detail = query.value(5).toString(),
            .note = RowCipher(m_cipher.fields, eventTable, number).opened("note_enc", query.value(6))};
    }
    return events;
}

Case CaseRepository::read(const QSqlQuery &row) const
{
    Case result{.id = {row.value(Id).toLongLong()},
        .feedback = {row.value(FeedbackRow).toLongLong()},
        .ward = row.value(Ward).toString(),
        .status = caseStatusTable.value(row.value(Status).toString()).value(),
        .severity = caseSeverityTable.value(row.value(Severity).toString()).value(),
        .reasons = reasonsOf(row.value(Reasons).toString()),
        .owner = optionalId<UserId>(row.value(Owner)),
        .ownerName = row.value(OwnerName).toString(),
        .openedAt = storedTime(row.value(OpenedAt)),
        .acknowledgeBy = storedTime(row.value(AcknowledgeBy)),
        .resolveBy = storedTime(row.value(ResolveBy)),
        .acknowledgedAt = optionalTime(row.value(AcknowledgedAt)),
        .resolvedAt = optionalTime(row.value(ResolvedAt)),
        .isPublished = row.value(Published).toInt() != 0,
        .escalation = CaseEscalation(row.value(Escalation).toInt()),
        .mergedInto = optionalId<CaseId>(row.value(MergedInto)),
        .merged = row.value(Merged).toInt(),
        .reopened = row.value(Reopened).toInt(),
        .updatedAt = storedTime(row.value(UpdatedAt)),
        .version = row.value(Version).toLongLong()};
    const RowCipher cells(m_cipher.fields, table, result.id.value);
    result.heard = cells.opened("heard_enc", row.value(Heard));
    result.done = cells.opened("done_enc", row.value(Done));
    if (const QVariant outcome = row.value(Outcome); !outcome.isNull())
        result.outcome = caseOutcomeTable.value(outcome.toString());
    return result;
}

QVariantList CaseRepository::values(const Case &row) const
{
    const RowCipher cells(m_cipher.fields, table, row.id.value);
    return {caseStatusTable.key(row.status), caseSeverityTable.key(row.severity), reasonsText(row.reasons),
        nullableId(row.owner), timeValue(row.openedAt), timeValue(row.acknowledgeBy), timeValue(row.resolveBy),
        timeValue(row.acknowledgedAt), timeValue(row.resolvedAt),
        row.outcome ? QVariant(caseOutcomeTable.key(*row.outcome)) : QVariant(), cells.sealed("heard_enc", row.heard),
        cells.sealed("done_enc", row.done), row.isPublished ? 1 : 0, int(row.escalation), nullableId(row.mergedInto),
        row.reopened, timeValue(row.updatedAt), row.version};
}

} // namespace accueil
