#include "app/environmentfile.h"
#include "app/settings.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QProcessEnvironment environmentOf(const QMap<QString, QString> &values)
{
    QProcessEnvironment environment;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        environment.insert(value.key(), value.value());
    return environment;
}

const QString accountSid = u"AC"_s + u"0123456789abcdefABCDEF0123456789"_s;

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class ProgramSettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasDefaultsForEverything()
    {
        const QTemporaryDir folder;
        const auto settings = readSettings({}, environmentOf({{u"ACCUEIL_DATA_DIR"_s, folder.path()}}), folder.path());
        QVERIFY(settings);
        QCOMPARE(settings->dataDirectory, folder.path());
        QCOMPARE(settings->database.dialect, Dialect::Sqlite);
        QCOMPARE(settings->database.path, folder.filePath(u"accueil.db"_s));
        QCOMPARE(settings->keyFile, folder.filePath(u"keys/accueil.key"_s));
        QVERIFY(!settings->host);
        QCOMPARE(settings->port, 8000);
        QVERIFY(!settings->certificate);
        QCOMPARE(settings->tlsPort, quint16(8443));
        QVERIFY(settings->overrides.values.isEmpty());
        QCOMPARE(settings->accessTokenLifetime, 30min);
        QCOMPARE(settings->rateLimiting, RateLimiting::On);
        QCOMPARE(settings->rates, RateLimits());
        QVERIFY(!settings->rates.sync.isOff() && !settings->rates.login.isOff());
        QCOMPARE(settings->accessLog, folder.filePath(u"logs/access.log"_s));
    }

    void takesRatesOneByOne()
    {
        const QTemporaryDir folder;
        const auto settings = readSettings({},
            environmentOf({{u"ACCUEIL_DATA_DIR"_s, folder.path()}, {u"ACCUEIL_RATE_LOGIN"_s, u"1/2"_s},
                {u"ACCUEIL_RATE_ADDRESS"_s, u"3/4"_s}, {u"ACCUEIL_RATE_ACCOUNT"_s, u"off"_s},
                {u"ACCUEIL_RATE_DEVICE"_s, u" 5/6 "_s}, {u"ACCUEIL_RATE_REFUSALS"_s, u"7/8"_s}}),
            folder.path());
        QVERIFY(settings);
        const RateLimits expected{.login = {1, 2},
            .address = {3, 4},
            .account = {},
            .device = {5, 6},
            .sync = RateLimits().sync,
            .refusals = {7, 8}};
        QCOMPARE(settings->rates, expected);
    }

    void putsTheAccessLogWhereItIsWanted()
    {
        const QTemporaryDir folder;
        const auto at = [&](const QString &text) {
            const auto settings = readSettings({},
                environmentOf({{u"ACCUEIL_DATA_DIR"_s, folder.path()}, {u"ACCUEIL_ACCESS_LOG"_s, text}}),
                folder.path());
            return settings ? settings->accessLog : u"refused"_s;
        };
        QCOMPARE(at(u"on"_s), folder.filePath(u"logs/access.log"_s));
        QCOMPARE(at(u"off"_s), QString());
        QCOMPARE(at(u"mine.log"_s), folder.filePath(u"mine.log"_s));
        QCOMPARE(at(u"/var/log/accueil/access.log"_s), u"/var/log/accueil/access.log"_s);
        QCOMPARE(at(folder.path()), u"refused"_s);
    }

    void takesEveryName()
    {
        const QTemporaryDir folder;
        const auto settings = readSettings({},
            environmentOf({{u"ACCUEIL_DATA_DIR"_s, folder.path()},
                {u"DATABASE_URL"_s, u"postgresql://desk:secret@db.example.org:5433/hospital"_s},
                {u"SECRET_KEY"_s, QString(32, u'k')}, {u"ACCESS_TOKEN_EXPIRE_MINUTES"_s, u"5"_s},
                {u"REFRESH_TOKEN_EXPIRE_MINUTES"_s, u"60"_s}, {u"TWILIO_ACCOUNT_SID"_s, accountSid},
                {u"TWILIO_AUTH_TOKEN"_s, u"token"_s}, {u"TWILIO_PHONE_NUMBER"_s, u"+15005550006"_s},
                {u"TWILIO_BASE_URL"_s, u"http://127.0.0.1:4010"_s}, {u"SMTP_HOST"_s, u"mail.example.org"_s},
                {u"SMTP_PORT"_s, u"2525"_s}, {u"SMTP_USER"_s, u"desk"_s}, {u"SMTP_PASS"_s, u"password"_s},
                {u"SMTP_FROM"_s, u"desk@example.org"_s}, {u"SMTP_TLS"_s, u"none"_s},
                {u"ACCUEIL_CONSENT_POLICY"_s, u"required"_s}, {u"ACCUEIL_PRIVACY_CHECK"_s, u"warn"_s},
                {u"ACCUEIL_SMALLEST_GROUP"_s, u"7"_s}, {u"TWILIO_MESSAGING_SERVICE_SID"_s, u"MG"_s + QString(32, u'0')},
                {u"TWILIO_SENDER_RECEIVES"_s, u"yes"_s}, {u"TWILIO_SENDER_UNICODE"_s, u"false"_s},
                {u"ACCUEIL_PUBLIC_URL"_s, u"https://desk.example.org"_s},
                {u"ACCUEIL_AUDIO_URL"_s, u"https://audio.example.org/fr"_s},
                {u"ACCUEIL_DESK_PHONE"_s, u"+237233420000"_s}, {u"ACCUEIL_HOST"_s, u"0.0.0.0"_s},
                {u"ACCUEIL_PORT"_s, u"9000"_s}, {u"ACCUEIL_KEY_FILE"_s, u"/etc/accueil/key"_s},
                {u"ACCUEIL_CORS_ORIGINS"_s, u"https://a.example.org, http://localhost:3000"_s},
                {u"ACCUEIL_HTTP_HEADER_BYTES"_s, u"8192"_s}, {u"ACCUEIL_HTTP_BODY_BYTES"_s, u"2048"_s},
                {u"ACCUEIL_HTTP_UPLOAD_BYTES"_s, u"4096"_s}, {u"ACCUEIL_HTTP_HEADER_SECONDS"_s, u"3"_s},
                {u"ACCUEIL_HTTP_IDLE_SECONDS"_s, u"7"_s}, {u"ACCUEIL_HTTP_CONNECTIONS_PER_ADDRESS"_s, u"17"_s},
                {u"ACCUEIL_RATE_LIMIT"_s, u"off"_s}}),
            folder.path());
        QVERIFY(settings);
        QCOMPARE(settings->database.dialect, Dialect::PostgreSql);
        QCOMPARE(settings->database.port, 5433);
        QCOMPARE(settings->overrides.tokenSecret, QByteArray(32, 'k'));
        QCOMPARE(settings->accessTokenLifetime, 5min);
        QCOMPARE(settings->refreshTokenLifetime, 60min);
        QCOMPARE(settings->overrides.values,
            (QMap<QString, QString>{{u"twilio.accountSid"_s, accountSid}, {u"twilio.authToken"_s, u"token"_s},
                {u"twilio.phoneNumber"_s, u"+15005550006"_s}, {u"twilio.baseUrl"_s, u"http://127.0.0.1:4010"_s},
                {u"smtp.host"_s, u"mail.example.org"_s}, {u"smtp.port"_s, u"2525"_s}, {u"smtp.user"_s, u"desk"_s},
                {u"smtp.password"_s, u"password"_s}, {u"smtp.sender"_s, u"desk@example.org"_s},
                {u"smtp.security"_s, u"none"_s}, {u"consentPolicy"_s, u"required"_s}, {u"privacyCheck"_s, u"warn"_s},
                {u"smallestGroup"_s, u"7"_s}, {u"twilio.messagingServiceSid"_s, u"MG"_s + QString(32, u'0')},
                {u"twilio.receives"_s, u"yes"_s}, {u"twilio.unicode"_s, u"false"_s},
                {u"publicUrl"_s, u"https://desk.example.org"_s}, {u"audioUrl"_s, u"https://audio.example.org/fr"_s},
                {u"deskPhone"_s, u"+237233420000"_s}}));
        QCOMPARE(settings->host, QHostAddress(QHostAddress::AnyIPv4));
        QCOMPARE(settings->port, 9000);
        QCOMPARE(settings->keyFile, u"/etc/accueil/key"_s);
        QCOMPARE(settings->keyringUse, KeyringUse::Never);
        QCOMPARE(settings->corsOrigins, (QStringList{u"https://a.example.org"_s, u"http://localhost:3000"_s}));
        QCOMPARE(settings->limits.headerBytes, 8192);
        QCOMPARE(settings->limits.bodyBytes, 2048);
        QCOMPARE(settings->limits.uploadBytes, 4096);
        QCOMPARE(settings->limits.headerTime, 3000ms);
        QCOMPARE(settings->limits.idleTime, 7000ms);
        QCOMPARE(settings->limits.connectionsPerAddress, 17);
        QCOMPARE(settings->rateLimiting, RateLimiting::Off);
        QCOMPARE(settings->rates, RateLimits::off());
    }

    void namesEveryBadValueButNeverShowsIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const QString &value) {
            QTest::newRow(qPrintable(QLatin1StringView(name) + u' ' + value)) << QString::fromLatin1(name) << value;
        };
        row("DATABASE_URL", u"mysql://seeded"_s);
        row("DATABASE_URL", u"seeded"_s);
        row("SECRET_KEY", u"seeded-short"_s);
        row("ACCESS_TOKEN_EXPIRE_MINUTES", u"0"_s);
        row("ACCESS_TOKEN_EXPIRE_MINUTES", u"thirty"_s);
        row("REFRESH_TOKEN_EXPIRE_MINUTES", u"-1"_s);
        row("TWILIO_ACCOUNT_SID", u"AC-seeded"_s);
        row("TWILIO_ACCOUNT_SID", u"SM"_s + accountSid.mid(2));
        row("TWILIO_ACCOUNT_SID", accountSid + accountSid);
        row("TWILIO_PHONE_NUMBER", u"seeded value"_s);
        row("TWILIO_MESSAGING_SERVICE_SID", u"seeded"_s);
        row("TWILIO_SENDER_RECEIVES", u"seeded"_s);
        row("TWILIO_SENDER_UNICODE", u"seeded"_s);
        row("ACCUEIL_SMALLEST_GROUP", u"seeded"_s);
        row("ACCUEIL_PUBLIC_URL", u"seeded"_s);
        row("ACCUEIL_AUDIO_URL", u"seeded"_s);
        row("ACCUEIL_DESK_PHONE", u"seeded"_s);
        row("TWILIO_BASE_URL", u"seeded"_s);
        row("SMTP_PORT", u"70000"_s);
        row("SMTP_PORT", u"seeded"_s);
        row("SMTP_FROM", u"seeded"_s);
        row("SMTP_TLS", u"seeded"_s);
        row("ACCUEIL_CONSENT_POLICY", u"seeded"_s);
        row("ACCUEIL_PRIVACY_CHECK", u"seeded"_s);
        row("GOOGLE_APPLICATION_CREDENTIALS", u"/nowhere/seeded.json"_s);
        row("ACCUEIL_HOST", u"seeded.example.org"_s);
        row("ACCUEIL_PORT", u"65536"_s);
        row("ACCUEIL_PORT", u"8000x"_s);
        row("ACCUEIL_TLS_CERTIFICATE", u"/nowhere/seeded.pem"_s);
        row("ACCUEIL_TLS_KEY", u"/nowhere/seeded.pem"_s);
        row("ACCUEIL_CORS_ORIGINS", u"*"_s);
        row("ACCUEIL_CORS_ORIGINS", u"https://a.example.org/seeded"_s);
        row("ACCUEIL_HTTP_BODY_BYTES", u"1"_s);
        row("ACCUEIL_HTTP_IDLE_SECONDS", u"0"_s);
        row("ACCUEIL_RATE_LIMIT", u"seeded"_s);
        for (const char *wrong : {"seeded", "60", "60/", "/60", "0/1", "1/0", "-1/5", "1/2/3", "1.5/2", "99999999/1"})
            row("ACCUEIL_RATE_SYNC", QString::fromLatin1(wrong));
        row("ACCUEIL_ACCESS_LOG", u"/tmp"_s);
    }
    void namesEveryBadValueButNeverShowsIt()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const QTemporaryDir folder;
        QMap<QString, QString> values{{u"ACCUEIL_DATA_DIR"_s, folder.path()}, {name, value}};
        if (name == u"ACCUEIL_TLS_CERTIFICATE")
            values.insert(u"ACCUEIL_TLS_KEY"_s, u"/nowhere/key.pem"_s);
        const auto settings = readSettings({}, environmentOf(values), folder.path());
        QVERIFY(!settings);
        QStringList names;
        for (const SettingProblem &problem : settings.error()) {
            names.append(problem.name);
            QVERIFY(!problem.expected.isEmpty());
            QVERIFY(!problem.expected.contains(u"seeded"));
        }
        const QString blamed = name == u"ACCUEIL_TLS_KEY" ? u"ACCUEIL_TLS_CERTIFICATE"_s : name;
        QVERIFY2(names.contains(blamed), qPrintable(names.join(u' ')));
    }

    void takesNoKeyOfAnotherCertificate()
    {
        const QTemporaryDir folder;
        const CertifiedKey one = makeAuthority(QDateTime({2026, 3, 12}, {9, 42}, Qt::UTC));
        const CertifiedKey other = makeAuthority(QDateTime({2026, 3, 12}, {9, 42}, Qt::UTC));
        const auto save = [&](const QString &name, const QByteArray &content) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        };
        save(u"certificate.pem"_s, one.certificate);
        save(u"key.pem"_s, other.privateKey);
        const QMap<QString, QString> values{{u"ACCUEIL_DATA_DIR"_s, folder.path()},
            {u"ACCUEIL_TLS_CERTIFICATE"_s, folder.filePath(u"certificate.pem"_s)},
            {u"ACCUEIL_TLS_KEY"_s, folder.filePath(u"key.pem"_s)}};
        const auto refused = readSettings({}, environmentOf(values), folder.path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().value(0).name, u"ACCUEIL_TLS_KEY"_s);
        save(u"key.pem"_s, one.privateKey);
        const auto taken = readSettings({}, environmentOf(values), folder.path());
        QVERIFY(taken && taken->certificate);
        QCOMPARE(taken->certificate->key, folder.filePath(u"key.pem"_s));
    }

    void theTwoDoorsHaveTwoPorts()
    {
        const auto portsWith = [](const QMap<QString, QString> &values) {
            return readSettings(
                {.dataDirectory = u"/nowhere"_s, .host = {}, .port = {}}, environmentOf(values), u"/nowhere"_s);
        };
        QCOMPARE(portsWith({{u"ACCUEIL_TLS_PORT"_s, u"9443"_s}})->tlsPort, quint16(9443));
        QVERIFY(!portsWith({{u"ACCUEIL_TLS_PORT"_s, u"8000"_s}}));
        QVERIFY(!portsWith({{u"ACCUEIL_TLS_PORT"_s, u"65536"_s}}));
        QCOMPARE(portsWith({{u"ACCUEIL_PORT"_s, u"8443"_s}})->tlsPort, quint16(8444));
    }

    void reportsAllProblemsAtOnce()
    {
        const auto settings = readSettings({.dataDirectory = u"/nowhere"_s, .host = u"x"_s, .port = u"y"_s},
            environmentOf({{u"SMTP_TLS"_s, u"x"_s}, {u"ACCUEIL_RATE_LIMIT"_s, u"x"_s}}), u"/nowhere"_s);
        QVERIFY(!settings);
        QStringList names;
        for (const SettingProblem &problem : settings.error())
            names.append(problem.name);
        QCOMPARE(names, (QStringList{u"--host"_s, u"--port"_s, u"ACCUEIL_RATE_LIMIT"_s, u"SMTP_TLS"_s}));
    }

    void commandLineOverEnvironmentOverFiles()
    {
        const QTemporaryDir working;
        const QTemporaryDir data;
        write(working.filePath(u".env"_s),
            "ACCUEIL_DATA_DIR=" + data.path().toUtf8() + "\nACCUEIL_PORT=1001\nSMTP_HOST=working\nSMTP_USER=working\n");
        write(data.filePath(u".env"_s), "ACCUEIL_PORT=1002\nSMTP_HOST=data\nSMTP_USER=data\nSMTP_PASS='da ta'\n");
        const auto settings = readSettings({.dataDirectory = {}, .host = {}, .port = u"1003"_s},
            environmentOf({{u"SMTP_HOST"_s, u"environment"_s}, {u"SMTP_USER"_s, u""_s}}), working.path());
        QVERIFY(settings);
        QCOMPARE(settings->dataDirectory, data.path());
        QCOMPARE(settings->port, 1003);
        QCOMPARE(settings->overrides.values.value(u"smtp.host"_s), u"environment"_s);
        QCOMPARE(settings->overrides.values.value(u"smtp.user"_s), u"working"_s);
        QCOMPARE(settings->overrides.values.value(u"smtp.password"_s), u"da ta"_s);
    }

    void readsEnvironmentFiles()
    {
        const auto values = parseEnvironmentFile("\xEF\xBB\xBF# comment\n"
                                                 "A=1\r\n"
                                                 "export B = two words # comment\n"
                                                 "\n"
                                                 "C='single # $x \\n'\n"
                                                 "D=\"double \\\"quoted\\\"\\nline\" # comment\n"
                                                 "E=\n"
                                                 "F=https://x.org/#part\n"
                                                 "G=Hôpital\n");
        QVERIFY(values);
        QCOMPARE(*values,
            (QMap<QString, QString>{{u"A"_s, u"1"_s}, {u"B"_s, u"two words"_s}, {u"C"_s, u"single # $x \\n"_s},
                {u"D"_s, u"double \"quoted\"\nline"_s}, {u"E"_s, u""_s}, {u"F"_s, u"https://x.org/#part"_s},
                {u"G"_s, u"Hôpital"_s}}));
    }

    void namesTheBadLineOfAnEnvironmentFile()
    {
        QCOMPARE(parseEnvironmentFile("A=1\nnonsense\n").error(), 2);
        QCOMPARE(parseEnvironmentFile("A=\"open\n").error(), 1);
        QCOMPARE(parseEnvironmentFile("A='x' y\n").error(), 1);
        const QTemporaryDir folder;
        write(folder.filePath(u".env"_s), "OK=1\n=seeded\n");
        const auto settings = readSettings({.dataDirectory = folder.path(), .host = {}, .port = {}}, {}, folder.path());
        QCOMPARE(settings.error().size(), 1);
        QCOMPARE(settings.error().first().name, folder.filePath(u".env"_s) + u" line 2"_s);
    }
};

QTEST_GUILESS_MAIN(ProgramSettingsTest)
#include "tst_programsettings.moc"
