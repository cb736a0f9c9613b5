#include "db/wardrepository.h"

namespace accueil {

using namespace Qt::StringLiterals;

QMap<QString, Ward> WardRepository::counts()
{
    QMap<QString, Ward> wards;
    const auto count = [&](const QString &sql, qint64 Ward::*number) {
        QSqlQuery &query = m_database.execute(sql);
        while (query.next()) {
            Ward &ward = wards[query.value(0).toString()];
            ward.name = query.value(0).toString();
            ward.*number = query.value(1).toLongLong();
        }
    };
    count(
        u"SELECT ward, sum(n) FROM patient_totals WHERE ward <> '' GROUP BY ward HAVING sum(n) > 0"_s, &Ward::patients);
    count(u"SELECT ward, sum(n) FROM feedback_totals WHERE ward <> '' GROUP BY ward HAVING sum(n) > 0"_s,
        &Ward::feedback);
    count(u"SELECT ward, count(*) FROM appointments WHERE ward <> '' GROUP BY ward"_s, &Ward::appointments);
    count(u"SELECT ward, count(*) FROM devices WHERE ward <> '' GROUP BY ward"_s, &Ward::devices);
    return wards;
}

void WardRepository::lockList()
{
    constexpr qint64 lockNumber = 0x61636377'61726473; // "accwards", this program's own
    if (m_database.dialect() == Dialect::PostgreSql)
        m_database.execute(u"SELECT pg_advisory_xact_lock(?)"_s, {lockNumber});
}

Ward WardRepository::rename(const QString &from, const QString &to, const QDateTime &now)
{
    const auto renameIn = [&](const QString &table) {
        return qint64(
            m_database
                .execute(u"UPDATE %1 SET ward = ?, updated_at = ?, version = version + 1 WHERE ward = ?"_s.arg(table),
                    {to, now.toMSecsSinceEpoch(), from})
                .numRowsAffected());
    };
    Ward changed{.name = to};
    changed.patients = renameIn(u"patients"_s);
    changed.feedback = renameIn(u"feedback"_s);
    changed.appointments = renameIn(u"appointments"_s);
    changed.devices = m_database.execute(u"UPDATE devices SET ward = ? WHERE ward = ?"_s, {to, from}).numRowsAffected();
    return changed;
}

} // namespace accueil
