#include "db/patientrepository.h"

#include "db/patientconditions.h"
#include "db/sqllist.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr auto table = "patients";
const QString columns = u"id, patient_number, user_id, name_enc, email_enc, phone_number_enc, birth_date_enc, "
                        u"birth_year, birth_year_estimated, "
                        "gender, condition_enc, preferred_language, ward, consent, phone_is_shared, archived, "
                        "registration_date, last_activity, "
                        "updated_at, version"_s;
enum Column {
    Id,
    Number,
    User,
    Name,
    Email,
    Phone,
    BirthDate,
    BirthYear,
    BirthYearEstimated,
    GenderKey,
    Condition,
    LanguageKey,
    Ward,
    ConsentText,
    PhoneIsShared,
    Archived,
    RegistrationDate,
    LastActivity,
    UpdatedAt,
    Version
};

// {"sms":{"appointment":"granted"}}
QString consentText(const Consent &consent)
{
    QJsonObject channels;
    for (auto entry = consent.cbegin(); entry != consent.cend(); ++entry) {
        const QString channel = channelTable.key(entry.key().first);
        QJsonObject purposes = channels.value(channel).toObject();
        purposes.insert(purposeTable.key(entry.key().second), consentStateTable.key(entry.value()));
        channels.insert(channel, purposes);
    }
    return QString::fromUtf8(QJsonDocument(channels).toJson(QJsonDocument::Compact));
}

Consent consentOf(const QString &text)
{
    Consent consent;
    if (text.size() <= 2) // {}
        return consent;
    const QJsonObject channels = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto channel = channels.begin(); channel != channels.end(); ++channel) {
        const QJsonObject purposes = channel.value().toObject();
        for (auto purpose = purposes.begin(); purpose != purposes.end(); ++purpose)
            consent.insert({channelTable.value(channel.key()).value(), purposeTable.value(purpose.key()).value()},
                consentStateTable.value(purpose.value().toString()).value());
    }
    return consent;
}

Conditions conditionsOf(const PatientFilter &filter)
{
    Conditions conditions;
    addConditions(conditions, filter);
    return conditions;
}

QString orderOf(const PatientFilter &filter)
{
    const QString direction = filter.order == SortOrder::Ascending ? u" ASC"_s : u" DESC"_s;
    switch (filter.sort) {
    case PatientSort::Number:
        return u" ORDER BY patient_number"_s + direction;
    case PatientSort::Registration:
        return u" ORDER BY registration_date"_s + direction + u", id"_s + direction;
    case PatientSort::Name: // names are encrypted: only a search can sort by them
    case PatientSort::LastActivity:
        break;
    }
    return u" ORDER BY last_activity"_s + direction + u", id"_s + direction;
}

} // namespace

std::optional<Patient> PatientRepository::find(PatientId id)
{
    static const QString sql = u"SELECT %1 FROM patients WHERE id = ?"_s.arg(columns);
    QSqlQuery &query = m_database.execute(sql, {id.value});
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

std::optional<Patient> PatientRepository::findForUpdate(PatientId id)
{
    // On SQLite there is one writer at a time.
    if (m_database.dialect() == Dialect::PostgreSql)
        m_database.execute(u"SELECT id FROM patients WHERE id = ? FOR UPDATE"_s, {id.value});
    return find(id);
}

std::optional<PatientId> PatientRepository::idOf(const QString &normalisedNumber)
{
    QSqlQuery &query = m_database.execute(u"SELECT id FROM patients WHERE patient_number = ?"_s, {normalisedNumber});
    return query.next() ? std::optional(PatientId{query.value(0).toLongLong()}) : std::nullopt;
}

QList<Patient> PatientRepository::load(const QList<PatientId> &ids)
{
    const Dialect dialect = m_database.dialect();
    const QString sql = u"SELECT %1 FROM patients WHERE id IN (%2)"_s.arg(columns, listed(dialect));
    QSqlQuery &query = m_database.execute(sql, {listValue(dialect, ids)});
    QHash<PatientId, Patient> found;
    while (query.next()) {
        Patient patient = read(query);
        found.insert(patient.id, std::move(patient));
    }
    QList<Patient> patients;
    for (PatientId id : ids) {
        if (const auto patient = found.constFind(id); patient != found.constEnd())
            patients += *patient;
    }
    return patients;
}

PatientId PatientRepository::nextId()
{
    return {m_database.nextId(table)};
}

QString PatientRepository::nextFreeNumber()
{
    for (;;) {
        const QString number = u"P%1"_s.arg(m_database.nextId("patient_numbers"), 6, 10, QChar(u'0'));
        if (!idOf(number))
            return number;
    }
}

void PatientRepository::insert(const Patient &patient)
{
    static const QString sql
        = u"INSERT INTO patients (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(
            columns);
    m_database.execute(sql, values(patient));
    addTags(patient.id, tagsOf(patient));
}

void PatientRepository::update(const Patient &before, const Patient &after)
{
    static const QString sql
        = u"UPDATE patients SET patient_number = ?, user_id = ?, name_enc = ?, email_enc = ?, phone_number_enc = ?, "
          "birth_date_enc = ?, birth_year = ?, birth_year_estimated = ?, gender = ?, condition_enc = ?, "
          "preferred_language = ?, ward = ?, consent = ?, phone_is_shared = ?, archived = ?, registration_date = ?, "
          "last_activity = ?, updated_at = ?, version = ? WHERE id = ? AND version = ?"_s;
    QVariantList bound = values(after);
    bound.removeFirst();
    bound << after.id.value << before.version;
    const QSqlQuery &query = m_database.execute(sql, bound);
    Q_ASSERT(query.numRowsAffected() == 1);
    const QList<qint64> oldTags = tagsOf(before);
    const QList<qint64> newTags = tagsOf(after);
    if (oldTags == newTags)
        return;
    removeTags(before.id, oldTags);
    addTags(after.id, newTags);
}

void PatientRepository::remove(const Patient &patient)
{
    removeTags(patient.id, tagsOf(patient));
    m_database.execute(u"DELETE FROM patients WHERE id = ?"_s, {patient.id.value});
}

void PatientRepository::touch(PatientId id, const QDateTime &when)
{
    m_database.execute(u"UPDATE patients SET last_activity = ? WHERE id = ? AND last_activity < ?"_s,
        {when.toMSecsSinceEpoch(), id.value, when.toMSecsSinceEpoch()});
}

bool PatientRepository::hasHistory(PatientId id)
{
    QSqlQuery &query
        = m_database.execute(u"SELECT CASE WHEN EXISTS (SELECT 1 FROM feedback WHERE patient_id = ?)"
                             " OR EXISTS (SELECT 1 FROM appointments WHERE patient_id = ?)"
                             " OR EXISTS (SELECT 1 FROM reminders WHERE patient_id = ?) THEN 1 ELSE 0 END"_s,
            {id.value, id.value, id.value});
    query.next();
    return query.value(0).toBool();
}

bool PatientRepository::userExists(UserId id)
{
    return m_database.execute(u"SELECT id FROM users WHERE id = ?"_s, {id.value}).next();
}

Page<Patient> PatientRepository::list(const PatientFilter &filter, const PageRequest &page)
{
    const Conditions conditions = conditionsOf(filter);
    const QString sql
        = u"SELECT "_s + columns + u" FROM patients"_s + conditions.text() + orderOf(filter) + u" LIMIT ? OFFSET ?"_s;
    Page<Patient> result;
    result.total = count(filter);
    QSqlQuery &query = m_database.execute(sql, conditions.values() + QVariantList{page.limit, page.offset});
    while (query.next())
        result.items += read(query);
    return result;
}

qint64 PatientRepository::count(const PatientFilter &filter)
{
    const Conditions conditions = conditionsOf(filter);
    const QString counted = filter.activeSince ? u"count(*) FROM patients"_s
                                               : u"CAST(coalesce(sum(n), 0) AS BIGINT) FROM patient_totals"_s;
    QSqlQuery &query = m_database.execute(u"SELECT "_s + counted + conditions.text(), conditions.values());
    query.next();
    return query.value(0).toLongLong();
}

QStringList PatientRepository::wards()
{
    QSqlQuery &query = m_database.execute(u"SELECT ward FROM (SELECT ward, n FROM patient_totals"
                                          " UNION ALL SELECT ward, n FROM feedback_totals) AS totals"
                                          " WHERE ward <> '' GROUP BY ward HAVING sum(n) > 0"_s);
    QStringList wards;
    while (query.next())
        wards += query.value(0).toString();
    wards.sort();
    return wards;
}

Patient PatientRepository::read(const QSqlQuery &query) const
{
    Patient patient;
    patient.id = {query.value(Id).toLongLong()};
    const RowCipher row(m_cipher.fields, table, patient.id.value);
    patient.patientNumber = query.value(Number).toString();
    patient.user = optionalId<UserId>(query.value(User));
    patient.name = row.opened("name_enc", query.value(Name));
    patient.email = row.opened("email_enc", query.value(Email));
    patient.phoneNumber = row.opened("phone_number_enc", query.value(Phone));
    if (const QVariant birthDate = query.value(BirthDate); !birthDate.isNull())
        patient.birthDate = QDate::fromString(row.opened("birth_date_enc", birthDate), Qt::ISODate);
    patient.birthYear = optionalInt(query.value(BirthYear));
    patient.birthYearEstimated = query.value(BirthYearEstimated).toBool();
    patient.gender = genderTable.value(query.value(GenderKey).toString()).value();
    patient.condition = row.opened("condition_enc", query.value(Condition));
    patient.preferredLanguage = languageTable.value(query.value(LanguageKey).toString()).value();
    patient.ward = query.value(Ward).toString();
    patient.consent = consentOf(query.value(ConsentText).toString());
    patient.phoneIsShared = query.value(PhoneIsShared).toBool();
    patient.archived = query.value(Archived).toBool();
    patient.registrationDate = storedTime(query.value(RegistrationDate));
    patient.lastActivity = storedTime(query.value(LastActivity));
    patient.updatedAt = storedTime(query.value(UpdatedAt));
    patient.version = query.value(Version).toLongLong();
    return patient;
}

QVariantList PatientRepository::values(const Patient &patient) const
{
    const RowCipher row(m_cipher.fields, table, patient.id.value);
    return {
        patient.id.value,
        patient.patientNumber,
        nullableId(patient.user),
        row.sealed("name_enc", patient.name),
        row.sealed("email_enc", patient.email),
        row.sealed("phone_number_enc", patient.phoneNumber),
        row.sealed("birth_date_enc", patient.birthDate ? patient.birthDate->toString(Qt::ISODate) : QString()),
        nullable(patient.birthYear),
        patient.birthYearEstimated,
        genderTable.key(patient.gender),
        row.sealed("condition_enc", patient.condition),
        languageTable.key(patient.preferredLanguage),
        patient.ward,
        consentText(patient.consent),
        patient.phoneIsShared,
        patient.archived,
        patient.registrationDate.toMSecsSinceEpoch(),
        patient.lastActivity.toMSecsSinceEpoch(),
        patient.updatedAt.toMSecsSinceEpoch(),
        patient.version,
    };
}

QList<qint64> PatientRepository::tagsOf(const Patient &patient) const
{
    return m_cipher.index.tagsOfPatient(patient.name, patient.patientNumber, patient.phoneNumber);
}

void PatientRepository::addTags(PatientId id, const QList<qint64> &tags)
{
    const Dialect dialect = m_database.dialect();
    m_database.execute(dialect == Dialect::Sqlite
            ? u"INSERT INTO patient_search (tag, patient_id) SELECT value, ? FROM json_each(?)"_s
            : u"INSERT INTO patient_search (tag, patient_id)"
              " SELECT tag, CAST(? AS BIGINT) FROM unnest(CAST(? AS BIGINT[])) AS tags(tag)"_s,
        {id.value, listValue(dialect, tags)});
}

void PatientRepository::removeTags(PatientId id, const QList<qint64> &tags)
{
    const Dialect dialect = m_database.dialect();
    m_database.execute(u"DELETE FROM patient_search WHERE patient_id = ? AND tag IN (%1)"_s.arg(listed(dialect)),
        {id.value, listValue(dialect, tags)});
}

} // namespace accueil
