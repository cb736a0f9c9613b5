#include "app/placefile.h"

#include "app/environmentfile.h"

#include <QDir>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString urlOf(const DatabaseLocation &location)
{
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setHost(location.host);
    url.setPort(location.port);
    url.setPath(u'/' + location.name);
    url.setUserName(location.user);
    if (!location.password.isEmpty())
        url.setPassword(location.password);
    return url.toString(QUrl::FullyEncoded);
}

bool namesDatabase(const QByteArray &line)
{
    const QByteArray name = line.split('=').first().trimmed();
    return name == "DATABASE_URL" || name == "export DATABASE_URL";
}

} // namespace

bool rememberDatabase(const QString &dataDirectory, const DatabaseLocation &location)
{
    const QString path = QDir(dataDirectory).filePath(u".env"_s);
    QByteArrayList lines;
    for (const QByteArray &line : readAll(path).split('\n')) {
        if (!namesDatabase(line))
            lines.append(line);
    }
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    if (location.dialect == Dialect::PostgreSql)
        lines.append("DATABASE_URL='" + urlOf(location).toUtf8().replace("'", "%27") + "'");
    if (lines.isEmpty())
        return !QFile::exists(path) || QFile::remove(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // it may hold a password
    file.write(lines.join('\n') + '\n');
    return file.commit();
}

bool isDatabaseFixed(const QString &dataDirectory)
{
    if (!qEnvironmentVariableIsEmpty("DATABASE_URL"))
        return true;
    if (QDir(dataDirectory) == QDir::current())
        return false;
    const auto values = parseEnvironmentFile(readAll(QDir::current().filePath(u".env"_s)));
    return values && !values->value(u"DATABASE_URL"_s).isEmpty();
}

} // namespace accueil
