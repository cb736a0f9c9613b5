#include "db/reminderrepository.h"

#include "db/numbertag.h"
#include "db/sqllist.h"
#include "db/sqlvalue.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr auto selection
    = "SELECT r.id, r.client_id, r.patient_id, p.patient_number, p.name_enc, r.phone_number_enc, r.email_enc,"
      " r.message_enc, r.language, r.scheduled_time, r.status, r.reason, r.channel, r.template, r.recurrence_every,"
      " r.recurrence_unit, r.recurrence_until, r.recurrence_count, r.series_id, r.occurrence, r.purpose,"
      " r.appointment_time, r.created_by, r.attempts, r.deferrals, r.next_try, r.series_start, r.sent_at, r.created_at,"
      " r.updated_at, r.version, p.phone_number_enc, p.email_enc, r.recurrence_weekdays, r.source, r.occurrence_time,"
      " r.step, r.fallback, r.delivered_at, r.settled_at, r.appointment_id, r.only_unconfirmed, a.confirmed_at, "
      "r.merged_into, a.ward"
      " FROM reminders r JOIN patients p ON p.id = r.patient_id LEFT JOIN appointments a ON a.id = r.appointment_id"_L1;

constexpr CellAddress phoneCell(ReminderId id)
{
    return {"reminders", "phone_number_enc", id.value};
}
constexpr CellAddress emailCell(ReminderId id)
{
    return {"reminders", "email_enc", id.value};
}
constexpr CellAddress messageCell(ReminderId id)
{
    return {"reminders", "message_enc", id.value};
}

QVariant orNull(const std::optional<int> &number)
{
    return number ? QVariant(*number) : QVariant();
}

std::optional<int> numberOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

std::optional<Recurrence> recurrenceOf(const QSqlQuery &query, int column)
{
    if (query.value(column).isNull())
        return std::nullopt;
    return Recurrence{.every = query.value(column).toInt(),
        .unit = recurrenceUnitTable.value(query.value(column + 1).toString()).value(),
        .weekdays = query.value(33).toInt(),
        .until = optionalTime(query.value(column + 2)),
        .count = numberOf(query.value(column + 3))};
}

QVariantList recurrenceValues(const std::optional<Recurrence> &recurrence)
{
    if (!recurrence)
        return {QVariant(), QVariant(), QVariant(), QVariant(), 0};
    return {recurrence->every, recurrenceUnitTable.key(recurrence->unit), timeValue(recurrence->until),
        orNull(recurrence->count), recurrence->weekdays};
}

QString channelKeys(const QList<Channel> &channels)
{
    QStringList keys;
    for (const Channel channel : channels)
        keys << channelTable.key(channel);
    return keys.join(u',');
}

QList<Channel> channelsOf(const QString &keys)
{
    QList<Channel> channels;
    for (const QString &key : keys.split(u',', Qt::SkipEmptyParts))
        channels << channelTable.value(key).value();
    return channels;
}

// What an edit can change, in the order of both INSERT and UPDATE.
QVariantList contentValues(const Reminder &reminder, const StoreCipher &store)
{
    const FieldCipher &cipher = store.fields;
    QVariantList values{reminder.patient.value, cipher.encryptText(reminder.phoneNumber, phoneCell(reminder.id)),
        reminderNumberTag(store, reminder.phoneNumber), cipher.encryptText(reminder.email, emailCell(reminder.id)),
        cipher.encryptText(reminder.message, messageCell(reminder.id)), languageTable.key(reminder.language),
        timeValue(reminder.scheduledTime), channelTable.key(reminder.channel), reminder.templateName};
    values += recurrenceValues(reminder.recurrence);
    values += {purposeTable.key(reminder.purpose), timeValue(reminder.appointmentTime), timeValue(reminder.seriesStart),
        reminder.series.value, reminder.occurrence,
        reminder.source.isEmpty() ? seriesSource(reminder.series) : reminder.source,
        timeValue(reminder.occurrenceTime.isValid() ? reminder.occurrenceTime : reminder.scheduledTime), reminder.step,
        channelKeys(reminder.fallback), reminder.appointment ? QVariant(reminder.appointment->value) : QVariant(),
        reminder.onlyUnconfirmed, reminder.mergedInto ? QVariant(reminder.mergedInto->value) : QVariant()};
    return values;
}

QVariantList stateValues(const Reminder &reminder)
{
    return {reminderStatusTable.key(reminder.status), reminder.reason, reminder.attempts, reminder.deferrals,
        timeValue(reminder.nextTry), timeValue(reminder.sentAt), timeValue(reminder.deliveredAt),
        timeValue(reminder.settledAt), timeValue(reminder.updatedAt), reminder.version};
}

constexpr auto contentColumns
    = "patient_id, phone_number_enc, number_tag, email_enc, message_enc, language, scheduled_time, channel,"
      " template, recurrence_every, recurrence_unit, recurrence_until, recurrence_count,"
      " recurrence_weekdays, purpose, appointment_time, series_start, series_id, occurrence, source, occurrence_time,"
      " step, fallback, appointment_id, only_unconfirmed, merged_into"_L1;
constexpr auto contentMarks = "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?"_L1;
constexpr auto stateColumns = "status, reason, attempts, deferrals, next_try, sent_at, delivered_at, settled_at,"
                              " updated_at, version"_L1;
constexpr auto stateMarks = "?,?,?,?,?,?,?,?,?,?"_L1;

struct Condition
{
    QStringList clauses;
    QVariantList values;

    void add(const QString &clause, const QVariant &value)
    {
        clauses << clause;
        values << value;
    }
    QString where() const { return clauses.isEmpty() ? QString() : " WHERE "_L1 + clauses.join(" AND "_L1); }
};

Condition conditionOf(const ReminderFilter &filter)
{
    Condition condition;
    if (filter.patient)
        condition.add(u"r.patient_id = ?"_s, filter.patient->value);
    if (filter.appointment)
        condition.add(u"r.appointment_id = ?"_s, filter.appointment->value);
    if (!filter.statuses.isEmpty()) {
        QStringList marks;
        for (const ReminderStatus status : filter.statuses) {
            marks << u"?"_s;
            condition.values << reminderStatusTable.key(status);
        }
        condition.clauses << "r.status IN ("_L1 + marks.join(u',') + u')';
    }
    if (filter.unsettledOnly)
        condition.clauses << u"r.settled_at IS NULL"_s;
    if (filter.channel)
        condition.add(u"r.channel = ?"_s, channelTable.key(*filter.channel));
    if (filter.from)
        condition.add(u"r.scheduled_time >= ?"_s, timeValue(*filter.from));
    if (filter.until)
        condition.add(u"r.scheduled_time < ?"_s, timeValue(*filter.until));
    return condition;
}

} // namespace

Reminder ReminderRepository::read(const QSqlQuery &query) const
{
    const ReminderId id{query.value(0).toLongLong()};
    const PatientId patient{query.value(2).toLongLong()};
    const QDateTime scheduledTime = storedTime(query.value(9));
    const QVariant createdBy = query.value(22);
    const auto open = [&](int column, const CellAddress &cell) {
        return m_cipher.fields.decryptText(query.value(column).toByteArray(), cell);
    };
    const bool ownPhone = !query.value(5).isNull();
    const bool ownEmail = !query.value(6).isNull();
    return {.id = id,
        .clientId = query.value(1).toString(),
        .patient = patient,
        .patientNumber = query.value(3).toString(),
        .patientName = open(4, {"patients", "name_enc", patient.value}),
        .phoneNumber = ownPhone ? open(5, phoneCell(id)) : open(31, {"patients", "phone_number_enc", patient.value}),
        .email = ownEmail ? open(6, emailCell(id)) : open(32, {"patients", "email_enc", patient.value}),
        .message = open(7, messageCell(id)),
        .language = languageTable.value(query.value(8).toString()).value(),
        .scheduledTime = scheduledTime,
        .status = reminderStatusTable.value(query.value(10).toString()).value(),
        .reason = query.value(11).toString(),
        .channel = channelTable.value(query.value(12).toString()).value(),
        .templateName = query.value(13).toString(),
        .recurrence = recurrenceOf(query, 14),
        .series = ReminderId{query.value(18).toLongLong()},
        .occurrence = query.value(19).toInt(),
        .source = query.value(34).toString(),
        .occurrenceTime = storedTime(query.value(35)),
        .step = query.value(36).toInt(),
        .fallback = channelsOf(query.value(37).toString()),
        .appointment
        = query.value(40).isNull() ? std::nullopt : std::optional(AppointmentId{query.value(40).toLongLong()}),
        .onlyUnconfirmed = query.value(41).toInt() != 0,
        .isConfirmed = !query.value(42).isNull(),
        .ward = query.value(44).toString(),
        .mergedInto = query.value(43).isNull() ? std::nullopt : std::optional(ReminderId{query.value(43).toLongLong()}),
        .purpose = purposeTable.value(query.value(20).toString()).value(),
        .appointmentTime = optionalTime(query.value(21)),
        .createdBy = createdBy.isNull() ? std::nullopt : std::optional(UserId{createdBy.toLongLong()}),
        .attempts = query.value(23).toInt(),
        .deferrals = query.value(24).toInt(),
        .nextTry = optionalTime(query.value(25)),
        .seriesStart = optionalTime(query.value(26)).value_or(scheduledTime),
        .sentAt = optionalTime(query.value(27)),
        .deliveredAt = optionalTime(query.value(38)),
        .settledAt = optionalTime(query.value(39)),
        .createdAt = storedTime(query.value(28)),
        .updatedAt = storedTime(query.value(29)),
        .version = query.value(30).toLongLong()};
}

std::optional<Reminder> ReminderRepository::findOne(const QString &condition, const QVariant &value)
{
    QSqlQuery &query = m_database.execute(selection + condition, {value});
    if (!query.next())
        return std::nullopt;
    return read(query);
}

std::optional<Reminder> ReminderRepository::find(ReminderId id)
{
    return findOne(u" WHERE r.id = ?"_s, id.value);
}

std::optional<Reminder> ReminderRepository::findForUpdate(ReminderId id)
{
    // On SQLite a writer is alone anyway.
    return m_database.dialect() == Dialect::PostgreSql ? findOne(u" WHERE r.id = ? FOR UPDATE OF r"_s, id.value)
                                                       : find(id);
}

QList<Reminder> ReminderRepository::load(const QString &rest, const QVariant &value)
{
    QSqlQuery &query = m_database.execute(selection + rest, {value});
    QList<Reminder> reminders;
    while (query.next())
        reminders << read(query);
    return reminders;
}

QList<Reminder> ReminderRepository::ofAppointment(AppointmentId id)
{
    return load(u" WHERE r.appointment_id = ? ORDER BY r.id"_s, id.value);
}

QList<Reminder> ReminderRepository::ofAppointmentForUpdate(AppointmentId id)
{
    if (m_database.dialect() != Dialect::PostgreSql)
        return ofAppointment(id);
    return load(u" WHERE r.appointment_id = ? ORDER BY r.id FOR UPDATE OF r"_s, id.value);
}

std::optional<KnownRequest<ReminderId>> ReminderRepository::findRequest(const QString &clientId)
{
    QSqlQuery &query = m_database.execute(u"SELECT id, request_tag FROM reminders WHERE client_id = ?"_s, {clientId});
    if (!query.next())
        return std::nullopt;
    const QVariant tag = query.value(1);
    return KnownRequest<ReminderId>{
        {query.value(0).toLongLong()}, tag.isNull() ? std::nullopt : std::optional(tag.toLongLong())};
}

Page<Reminder> ReminderRepository::list(const ReminderFilter &filter, const PageRequest &page)
{
    const Condition condition = conditionOf(filter);
    Page<Reminder> result;
    QSqlQuery &count = m_database.execute("SELECT count(*) FROM reminders r"_L1 + condition.where(), condition.values);
    count.next();
    result.total = count.value(0).toLongLong();
    const auto order = filter.order == SortOrder::Ascending
        ? " ORDER BY r.scheduled_time, r.id LIMIT ? OFFSET ?"_L1
        : " ORDER BY r.scheduled_time DESC, r.id DESC LIMIT ? OFFSET ?"_L1;
    QSqlQuery &query = m_database.execute(
        selection + condition.where() + order, condition.values + QVariantList{page.limit, page.offset});
    while (query.next())
        result.items << read(query);
    return result;
}

ReminderCounts ReminderRepository::counts()
{
    QSqlQuery &query
        = m_database.execute(u"SELECT status, sum(n) FROM reminder_totals GROUP BY status HAVING sum(n) > 0"_s);
    ReminderCounts counts;
    while (query.next())
        counts.states.insert(reminderStatusTable.value(query.value(0).toString()).value(), query.value(1).toLongLong());
    QSqlQuery &unsettled = m_database.execute(
        u"SELECT count(*) FROM reminders WHERE settled_at IS NULL AND status IN ('failed', 'expired')"_s);
    unsettled.next();
    counts.unsettled = unsettled.value(0).toLongLong();
    return counts;
}

QMap<PatientId, ReminderOutlook> ReminderRepository::outlook(
    const QList<PatientId> &patients, const QDateTime &refusedSince)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT patient_id, status, scheduled_time, reason FROM reminders WHERE patient_id IN (%1)"
        " AND (status IN ('unknown', 'late', 'sending', 'pending')"
        " OR (status IN ('failed', 'expired') AND settled_at IS NULL AND scheduled_time >= ?))"
        " ORDER BY CASE status WHEN 'unknown' THEN 0 WHEN 'late' THEN 1 WHEN 'failed' THEN 2 WHEN 'expired' THEN 2"
        " ELSE 3 END, scheduled_time"_s.arg(
            listed(m_database.dialect())),
        {listValue(m_database.dialect(), patients), timeValue(refusedSince)});
    QMap<PatientId, ReminderOutlook> outlook;
    while (query.next()) {
        const PatientId patient{query.value(0).toLongLong()};
        if (outlook.contains(patient)) // the first row of a patient is the one that matters most
            continue;
        outlook.insert(patient,
            {.status = reminderStatusTable.value(query.value(1).toString()).value(),
                .scheduledTime = storedTime(query.value(2)),
                .reason = query.value(3).toString()});
    }
    return outlook;
}

ReminderId ReminderRepository::nextId()
{
    return ReminderId{m_database.nextId("reminders")};
}

bool ReminderRepository::insert(const Reminder &reminder, std::optional<qint64> requestTag)
{
    static const QString sql = "INSERT INTO reminders (id, client_id, request_tag, created_by, created_at, "_L1
        + contentColumns + ", "_L1 + stateColumns + ") VALUES (?,?,?,?,?,"_L1 + contentMarks + ","_L1 + stateMarks
        + ") ON CONFLICT DO NOTHING"_L1;
    QVariantList values{reminder.id.value, reminder.clientId, requestTag ? QVariant(*requestTag) : QVariant(),
        reminder.createdBy ? QVariant(reminder.createdBy->value) : QVariant(), timeValue(reminder.createdAt)};
    values += contentValues(reminder, m_cipher);
    values += stateValues(reminder);
    return m_database.execute(sql, values).numRowsAffected() == 1;
}

void ReminderRepository::update(Reminder &reminder, Lease lease)
{
    static const QString kept = "UPDATE reminders SET ("_L1 + contentColumns + ", "_L1 + stateColumns + ") = ("_L1
        + contentMarks + ","_L1 + stateMarks + ") WHERE id = ?"_L1;
    static const QString ended = "UPDATE reminders SET ("_L1 + contentColumns + ", "_L1 + stateColumns + ") = ("_L1
        + contentMarks + ","_L1 + stateMarks + "), lease_owner = NULL, lease_until = NULL WHERE id = ?"_L1;
    ++reminder.version;
    QVariantList values = contentValues(reminder, m_cipher);
    values += stateValues(reminder);
    m_database.execute(lease == Lease::Kept ? kept : ended, values << reminder.id.value);
}

void ReminderRepository::updateState(Reminder &reminder, Lease lease)
{
    static const QString kept
        = "UPDATE reminders SET ("_L1 + stateColumns + ") = ("_L1 + stateMarks + ") WHERE id = ?"_L1;
    static const QString ended = "UPDATE reminders SET ("_L1 + stateColumns + ") = ("_L1 + stateMarks
        + "), lease_owner = NULL, lease_until = NULL WHERE id = ?"_L1;
    ++reminder.version;
    m_database.execute(lease == Lease::Kept ? kept : ended, stateValues(reminder) << reminder.id.value);
}

void ReminderRepository::remove(ReminderId id)
{
    m_database.execute(u"DELETE FROM reminders WHERE id = ?"_s, {id.value});
}

} // namespace accueil
