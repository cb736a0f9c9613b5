#include "db/deletedrequests.h"

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

} // namespace accueil
