#include "app/settings.h"

#include "app/environmentfile.h"
#include "app/ratesettings.h"
#include "app/settingsreader.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr qint64 largestEnvironmentFile = 256 * 1024; // bytes

// Puts what `.env` in `directory` says under what is known already.
void addEnvironmentFile(const QString &directory, QMap<QString, QString> &values, QList<SettingProblem> &problems)
{
    QFile file(QDir(directory).filePath(u".env"_s));
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestEnvironmentFile) {
        problems.append({file.fileName(), u"a file that can be read, of at most 256 KB"_s});
        return;
    }
    const auto parsed = parseEnvironmentFile(file.readAll());
    if (!parsed) {
        problems.append({u"%1 line %2"_s.arg(file.fileName()).arg(parsed.error()), u"KEY=VALUE, quotes closed"_s});
        return;
    }
    for (auto entry = parsed->cbegin(); entry != parsed->cend(); ++entry) {
        if (values.value(entry.key()).isEmpty())
            values.insert(entry.key(), entry.value());
    }
}

QString dataDirectory(const StartOptions &options, const QMap<QString, QString> &values)
{
    if (!options.dataDirectory.isEmpty())
        return QDir(options.dataDirectory).absolutePath();
    if (const QString set = values.value(u"ACCUEIL_DATA_DIR"_s).trimmed(); !set.isEmpty())
        return QDir(set).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

DatabaseLocation readDatabase(SettingsReader &reader, const QString &dataDirectory)
{
    if (!reader.has(u"DATABASE_URL"_s))
        return {.path = QDir(dataDirectory).filePath(u"accueil.db"_s)};
    const std::optional<DatabaseLocation> location = DatabaseLocation::parse(reader.text(u"DATABASE_URL"_s));
    if (!location)
        reader.refuse(u"DATABASE_URL"_s, u"sqlite:///path or postgresql://user:password@host:port/name"_s);
    return location.value_or(DatabaseLocation{});
}

QString readAccessLog(SettingsReader &reader, const QString &dataDirectory, const QString &workingDirectory)
{
    const QString name = u"ACCUEIL_ACCESS_LOG"_s;
    const QString text = reader.text(name);
    if (text.toLower() == u"off")
        return {};
    if (text.isEmpty() || text.toLower() == u"on")
        return QDir(dataDirectory).filePath(u"logs/access.log"_s);
    const QString path = QDir(workingDirectory).absoluteFilePath(text);
    if (QFileInfo(path).isDir())
        reader.refuse(name, u"on, off or the path of a file"_s);
    return path;
}

std::optional<QHostAddress> readHost(SettingsReader &reader, const QString &option)
{
    const QString name = option.isEmpty() ? u"ACCUEIL_HOST"_s : u"--host"_s;
    const QString text = option.isEmpty() ? reader.text(name) : option;
    if (text.isEmpty())
        return std::nullopt;
    const QHostAddress address(text == u"localhost" ? u"127.0.0.1"_s : text);
    if (address.isNull())
        reader.refuse(name, u"an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them"_s);
    return address;
}

quint16 readPort(SettingsReader &reader, const QString &option)
{
    if (option.isEmpty())
        return static_cast<quint16>(reader.number(u"ACCUEIL_PORT"_s, ProgramSettings{}.port, 0, 65535));
    bool isNumber = false;
    const quint16 port = option.toUShort(&isNumber);
    if (!isNumber)
        reader.refuse(u"--port"_s, u"a whole number from 0 to 65535"_s);
    return port;
}

QStringList readOrigins(SettingsReader &reader)
{
    const QString name = u"ACCUEIL_CORS_ORIGINS"_s;
    QStringList origins;
    for (const QString &part : reader.text(name).split(u',', Qt::SkipEmptyParts)) {
        const QString origin = part.trimmed();
        const QUrl url(origin, QUrl::StrictMode);
        const bool isOrigin = url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https")
            && !url.host().isEmpty() && url.path().isEmpty() && !url.hasQuery() && !url.hasFragment()
            && url.userInfo().isEmpty();
        if (!isOrigin) {
            reader.refuse(name, u"origins such as https://desk.example.org, separated by commas"_s);
            break;
        }
        origins.append(origin);
    }
    return origins;
}

} // namespace

tl::expected<ProgramSettings, QList<SettingProblem>> readSettings(
    const StartOptions &options, const QProcessEnvironment &environment, const QString &workingDirectory)
{
    QMap<QString, QString> values;
    for (const QString &name : environment.keys())
        values.insert(name, environment.value(name));
    QList<SettingProblem> problems;
    addEnvironmentFile(workingDirectory, values, problems);
    ProgramSettings settings;
    settings.dataDirectory = dataDirectory(options, values);
    if (const QFileInfo place(settings.dataDirectory); place.exists() && !place.isDir())
        problems.append({options.dataDirectory.isEmpty() ? u"ACCUEIL_DATA_DIR"_s : u"--data-dir"_s,
            u"the path of a directory, not of a file"_s});
    if (QDir(settings.dataDirectory) != QDir(workingDirectory))
        addEnvironmentFile(settings.dataDirectory, values, problems);

    SettingsReader reader(values);
    settings.database = readDatabase(reader, settings.dataDirectory);
    settings.keyFile = QDir(settings.dataDirectory).filePath(u"keys/accueil.key"_s);
    if (reader.has(u"ACCUEIL_KEY_FILE"_s)) {
        settings.keyFile = QDir(workingDirectory).absoluteFilePath(reader.text(u"ACCUEIL_KEY_FILE"_s));
        settings.keyringUse = KeyringUse::Never;
    }
    settings.host = readHost(reader, options.host);
    settings.port = readPort(reader, options.port);
    settings.tlsPort = static_cast<quint16>(reader.number(u"ACCUEIL_TLS_PORT"_s, settings.tlsPort, 0, 65535));
    if (settings.tlsPort != 0 && settings.tlsPort == settings.port) {
        if (reader.has(u"ACCUEIL_TLS_PORT"_s))
            reader.refuse(u"ACCUEIL_TLS_PORT"_s, u"another port than the one for HTTP"_s);
        ++settings.tlsPort; // whoever has long had HTTP on our usual port keeps it
    }
    settings.certificate = readCertificateFiles(reader);
    settings.corsOrigins = readOrigins(reader);
    settings.limits = readLimits(reader);
    settings.rateLimiting = readRateLimiting(reader);
    settings.rates = settings.rateLimiting == RateLimiting::On ? readRates(reader) : RateLimits::off();
    settings.accessLog = readAccessLog(reader, settings.dataDirectory, workingDirectory);
    constexpr qint64 year = 366 * 24 * 60; // minutes
    settings.accessTokenLifetime = std::chrono::minutes(
        reader.number(u"ACCESS_TOKEN_EXPIRE_MINUTES"_s, settings.accessTokenLifetime.count(), 1, 24 * 60));
    settings.refreshTokenLifetime = std::chrono::minutes(
        reader.number(u"REFRESH_TOKEN_EXPIRE_MINUTES"_s, settings.refreshTokenLifetime.count(), 1, year));
    settings.overrides = readOverrides(reader);
    settings.certificateFile = reader.readableFile(u"SSL_CERT_FILE"_s);
    reader.readableFile(u"GOOGLE_APPLICATION_CREDENTIALS"_s);

    problems.append(reader.problems());
    if (!problems.isEmpty())
        return tl::unexpected(problems);
    return settings;
}

} // namespace accueil
