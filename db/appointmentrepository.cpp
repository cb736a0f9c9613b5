#include "db/appointmentrepository.h"

#include "db/cellvalues.h"
#include "db/plansteps.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString selection
    = u"SELECT a.id, a.client_id, a.patient_id, p.patient_number, p.name_enc, a.starts_at, a.ward, a.with_whom_enc,"
      " a.status, a.confirmed_at, a.confirmed_by, a.plan, a.steps, a.created_by, a.created_at, a.updated_at, a.version"
      " FROM appointments a JOIN patients p ON p.id = a.patient_id"_s;

Conditions conditionsOf(const AppointmentFilter &filter)
{
    Conditions conditions;
    if (filter.patient)
        conditions.add(u"a.patient_id = ?"_s, {filter.patient->value});
    if (!filter.statuses.isEmpty()) {
        QVariantList keys;
        for (const AppointmentStatus status : filter.statuses)
            keys << appointmentStatusTable.key(status);
        conditions.add("a.status IN ("_L1 + QStringList(keys.size(), u"?"_s).join(u',') + u')', keys);
    }
    if (filter.from)
        conditions.add(u"a.starts_at >= ?"_s, {timeValue(*filter.from)});
    if (filter.until)
        conditions.add(u"a.starts_at < ?"_s, {timeValue(*filter.until)});
    if (!filter.ward.isEmpty())
        conditions.add(u"a.ward = ?"_s, {filter.ward});
    return conditions;
}

QVariantList contentOf(const Appointment &appointment, const FieldCipher &cipher)
{
    const RowCipher cells(cipher, "appointments", appointment.id.value);
    return {appointment.patient.value, timeValue(appointment.startsAt), appointment.ward,
        cells.sealed("with_whom_enc", appointment.withWhom), appointmentStatusTable.key(appointment.status),
        timeValue(appointment.confirmedAt),
        appointment.confirmedBy ? QVariant(answerPathTable.key(*appointment.confirmedBy)) : QVariant(),
        appointment.plan, stepsText(appointment.steps), timeValue(appointment.updatedAt), appointment.version};
}

const QString contentColumns
    = u"patient_id, starts_at, ward, with_whom_enc, status, confirmed_at, confirmed_by, plan, steps, updated_at,"
      " version"_s;
const QString contentMarks = u"?,?,?,?,?,?,?,?,?,?,?"_s;

} // namespace

Appointment AppointmentRepository::read(const QSqlQuery &query) const
{
    const AppointmentId id{query.value(0).toLongLong()};
    const PatientId patient{query.value(2).toLongLong()};
    return {.id = id,
        .clientId = query.value(1).toString(),
        .patient = patient,
        .patientNumber = query.value(3).toString(),
        .patientName = RowCipher(m_cipher.fields, "patients", patient.value).opened("name_enc", query.value(4)),
        .startsAt = storedTime(query.value(5)),
        .ward = query.value(6).toString(),
        .withWhom = RowCipher(m_cipher.fields, "appointments", id.value).opened("with_whom_enc", query.value(7)),
        .status = appointmentStatusTable.value(query.value(8).toString()).value(),
        .confirmedAt = optionalTime(query.value(9)),
        .confirmedBy = answerPathTable.value(query.value(10).toString()),
        .plan = query.value(11).toString(),
        .steps = stepsOf(query.value(12).toString()),
        .createdBy = optionalId<UserId>(query.value(13)),
        .createdAt = storedTime(query.value(14)),
        .updatedAt = storedTime(query.value(15)),
        .version = query.value(16).toLongLong()};
}

QList<Appointment> AppointmentRepository::load(const QString &rest, const QVariantList &values)
{
    QSqlQuery &query = m_database.execute(selection + rest, values);
    QList<Appointment> appointments;
    while (query.next())
        appointments << read(query);
    return appointments;
}

std::optional<Appointment> AppointmentRepository::find(AppointmentId id)
{
    const QList<Appointment> found = load(u" WHERE a.id = ?"_s, {id.value});
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

std::optional<PatientId> AppointmentRepository::patientOf(AppointmentId id)
{
    QSqlQuery &query = m_database.execute(u"SELECT patient_id FROM appointments WHERE id = ?"_s, {id.value});
    return query.next() ? std::optional(PatientId{query.value(0).toLongLong()}) : std::nullopt;
}

std::optional<KnownRequest<AppointmentId>> AppointmentRepository::findRequest(const QString &clientId)
{
    QSqlQuery &query
        = m_database.execute(u"SELECT id, request_tag FROM appointments WHERE client_id = ?"_s, {clientId});
    if (!query.next())
        return std::nullopt;
    const QVariant tag = query.value(1);
    return KnownRequest<AppointmentId>{
        {query.value(0).toLongLong()}, tag.isNull() ? std::nullopt : std::optional(tag.toLongLong())};
}

Page<Appointment> AppointmentRepository::list(const AppointmentFilter &filter, const PageRequest &page)
{
    const Conditions conditions = conditionsOf(filter);
    QSqlQuery &count
        = m_database.execute("SELECT count(*) FROM appointments a"_L1 + conditions.text(), conditions.values());
    count.next();
    const qint64 total = count.value(0).toLongLong();
    const auto order = filter.order == SortOrder::Ascending
        ? " ORDER BY a.starts_at, a.id LIMIT ? OFFSET ?"_L1
        : " ORDER BY a.starts_at DESC, a.id DESC LIMIT ? OFFSET ?"_L1;
    return {load(conditions.text() + order, conditions.values() + QVariantList{page.limit, page.offset}), total};
}

QList<Appointment> AppointmentRepository::between(PatientId patient, const QDateTime &from, const QDateTime &until)
{
    return load(u" WHERE a.patient_id = ? AND a.starts_at >= ? AND a.starts_at < ? ORDER BY a.starts_at, a.id"_s,
        {patient.value, timeValue(from), timeValue(until)});
}

AppointmentId AppointmentRepository::nextId()
{
    return AppointmentId{m_database.nextId("appointments")};
}

bool AppointmentRepository::insert(const Appointment &appointment, std::optional<qint64> requestTag)
{
    static const QString sql = u"INSERT INTO appointments (id, client_id, request_tag, created_by, created_at, %1)"
                               " VALUES (?,?,?,?,?,%2) ON CONFLICT DO NOTHING"_s.arg(contentColumns, contentMarks);
    QVariantList values{appointment.id.value, appointment.clientId, nullable(requestTag),
        nullableId(appointment.createdBy), timeValue(appointment.createdAt)};
    return m_database.execute(sql, values + contentOf(appointment, m_cipher.fields)).numRowsAffected() == 1;
}

void AppointmentRepository::update(Appointment &appointment)
{
    static const QString sql = u"UPDATE appointments SET (%1) = (%2) WHERE id = ?"_s.arg(contentColumns, contentMarks);
    ++appointment.version;
    m_database.execute(sql, contentOf(appointment, m_cipher.fields) << appointment.id.value);
}

void AppointmentRepository::remove(AppointmentId id)
{
    m_database.execute(u"DELETE FROM appointments WHERE id = ?"_s, {id.value});
}

} // namespace accueil
