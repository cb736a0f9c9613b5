#include "db/database.h"

#include <QUrl>
#include <QUrlQuery>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

std::optional<DatabaseLocation> parseSqlite(const QString &url)
{
    // As in SQLAlchemy, where the name DATABASE_URL comes from: three slashes and a relative path, four and an absolute
    // one.
    const QString path = url.mid(u"sqlite:///"_s.size());
    if (path.isEmpty() || path.endsWith(u'/') || path.contains(QChar::Null) || path == u":memory:"_s)
        return std::nullopt;
    DatabaseLocation location;
    location.path = path;
    return location;
}

std::optional<DatabaseLocation> parsePostgreSql(const QString &url)
{
    const QUrl parts(url, QUrl::StrictMode);
    const QString name = parts.path(QUrl::FullyDecoded).mid(1);
    if (!parts.isValid() || name.isEmpty() || name.contains(u'/') || parts.hasFragment())
        return std::nullopt;
    DatabaseLocation location;
    location.dialect = Dialect::PostgreSql;
    location.host = parts.host().isEmpty() ? u"localhost"_s : parts.host();
    location.port = parts.port(5432);
    location.name = name;
    location.user = parts.userName(QUrl::FullyDecoded);
    location.password = parts.password(QUrl::FullyDecoded);
    static const QStringList modes{
        u"disable"_s, u"allow"_s, u"prefer"_s, u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    for (const auto &[key, value] : QUrlQuery(parts).queryItems()) {
        if (key != u"sslmode"_s || !modes.contains(value))
            return std::nullopt;
        location.sslMode = value;
    }
    return location.port > 0 ? std::optional(location) : std::nullopt;
}

} // namespace

std::optional<DatabaseLocation> DatabaseLocation::parse(const QString &url)
{
    if (url.startsWith(u"sqlite:///"_s))
        return parseSqlite(url);
    if (url.startsWith(u"postgresql://"_s) || url.startsWith(u"postgres://"_s))
        return parsePostgreSql(url);
    return std::nullopt;
}

QString DatabaseLocation::describe() const
{
    if (dialect == Dialect::Sqlite)
        return u"sqlite:///"_s + path;
    const QString account = user.isEmpty() ? QString() : user + u'@';
    return u"postgresql://%1%2:%3/%4"_s.arg(account, host, QString::number(port), name);
}

} // namespace accueil
