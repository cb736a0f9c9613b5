#include "db/deletedrequests.h"

#include "db/sqllist.h"

namespace accueil {

using namespace Qt::StringLiterals;

bool DeletedRequests::contains(const QString &clientId, std::optional<qint64> tag)
{
    QString sql = u"SELECT 1 FROM deleted_requests WHERE client_id = ?"_s;
    QVariantList values{clientId};
    if (tag) {
        sql += u" AND (request_tag = ? OR request_tag IS NULL)"_s;
        values += *tag;
    }
    return m_database.execute(sql + u" LIMIT 1"_s, values).next();
}

QSet<QString> DeletedRequests::known(const QStringList &clientIds)
{
    const QString list = listedTexts(m_database.dialect());
    const QString ids = listValue(clientIds);
    QSqlQuery &query = m_database.execute(u"SELECT client_id FROM feedback WHERE client_id IN (%1) UNION ALL"
                                          " SELECT client_id FROM deleted_requests WHERE client_id IN (%1)"_s.arg(list),
        {ids, ids});
    QSet<QString> known;
    while (query.next())
        known.insert(query.value(0).toString());
    return known;
}

} // namespace accueil
