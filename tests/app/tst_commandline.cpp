#include "app/commandline.h"
#include "tests/app/programrun.h"
#include "tests/server/testcertificate.h"
#include "tests/support/testdatabase.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslSocket>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// The program is built as its tests are; AddressSanitizer takes several times the memory.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool isSanitized = true;
#elif defined(__has_feature)
constexpr bool isSanitized = __has_feature(address_sanitizer);
#else
constexpr bool isSanitized = false;
#endif

const QByteArray password = "mango rain on the roof\n";

struct Answer
{
    int status = 0;
    QJsonObject body;
};

Answer ask(const QString &url, const QJsonObject &body = {}, const QByteArray &token = {})
{
    QNetworkAccessManager network;
    QNetworkRequest request{QUrl(url)};
    request.setTransferTimeout(20'000);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(
        body.isEmpty() ? network.get(request) : network.post(request, QJsonDocument(body).toJson()));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(25'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        QJsonDocument::fromJson(reply->readAll()).object()};
}

QByteArray recoveryKeyOf(const TestDesk &desk)
{
    QFile file(desk.recoveryKeyFile());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression form(u"^ +(\\S+)$"_s, QRegularExpression::MultilineOption);
    return form.match(QString::fromUtf8(file.readAll())).captured(1).toLatin1();
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("command");
        const auto row = [](const QStringList &arguments, Command command) {
            QTest::newRow(qPrintable(arguments.join(u' ') + u'.')) << arguments << int(command);
        };
        row({}, Command::Window);
        row({u"--port"_s, u"1"_s}, Command::Window);
        row({u"serve"_s}, Command::Serve);
        row({u"serve"_s, u"--host=::1"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, u"/x"_s}, Command::Serve);
        row({u"--data-dir=/x"_s, u"serve"_s}, Command::Serve);
        row({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"admin"_s, u"--email"_s, u"a@b.cm"_s}, Command::UserAdd);
        row({u"user"_s, u"list"_s}, Command::UserList);
        row({u"user"_s, u"disable"_s, u"awa"_s}, Command::UserDisable);
        row({u"import"_s, u"feedback"_s, u"odd name.csv"_s}, Command::Import);
        row({u"import"_s, u"patients"_s, u"--"_s, u"--odd.csv"_s}, Command::Import);
        row({u"import"_s, u"tablet"_s, u"queue.json"_s}, Command::ImportTablet);
        row({u"demo"_s}, Command::Demo);
        row({u"report"_s, u"--month"_s, u"2026-10"_s, u"--lang=en"_s, u"--out"_s, u"x.pdf"_s}, Command::Report);
        row({u"report"_s, u"--out=x.pdf"_s}, Command::Report);
        row({u"recovery-key"_s, u"--yes"_s}, Command::RecoveryKey);
        row({u"recover"_s}, Command::Recover);
        row({u"serve"_s, u"--help"_s}, Command::Help);
        row({u"-h"_s}, Command::Help);
        row({u"--version"_s}, Command::Version);
    }
    void understands()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, command);
        const auto line = parseCommandLine(arguments);
        QVERIFY2(line, line ? "" : qPrintable(line.error()));
        QCOMPARE(int(line->command), command);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char *arguments : {"bogus", "user", "user add", "user add awa", "user add awa --role device",
                 "user add awa --role king", "user add a b --role admin", "user list x", "import", "import feedback",
                 "import wards x.csv", "report", "report --out x.pdf --month 2026-13",
                 "report --out x.pdf --month October", "report --out x.pdf --lang de", "report x --out x.pdf",
                 "serve x", "serve --port", "serve --yes", "demo --host x", "--bogus", "serve -x"})
            QTest::newRow(arguments) << QString::fromLatin1(arguments);
    }
    void refuses()
    {
        QFETCH(QString, arguments);
        QVERIFY(!parseCommandLine(arguments.split(u' ')));
        const TestDesk desk;
        const auto outcome = desk.run(arguments.split(u' '));
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.errors.isEmpty());
        QVERIFY(outcome.output.isEmpty());
        QVERIFY(!QFileInfo::exists(desk.dataDirectory()));
    }

    // "--data-dir $UNSET" must not reach the usual store.
    void refusesEmptyValues_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("expected");
        QTest::newRow("data-dir") << QStringList{u"user"_s, u"list"_s, u"--data-dir"_s, QString()}
                                  << u"--data-dir needs the path of a directory"_s;
        QTest::newRow("data-dir=") << QStringList{u"serve"_s, u"--data-dir="_s}
                                   << u"--data-dir needs the path of a directory"_s;
        QTest::newRow("data-dir of blanks")
            << QStringList{u"serve"_s, u"--data-dir"_s, u"  "_s} << u"--data-dir needs the path of a directory"_s;
        QTest::newRow("host") << QStringList{u"serve"_s, u"--host"_s, QString()}
                              << u"--host needs an IP address of this machine"_s;
        QTest::newRow("port") << QStringList{u"serve"_s, u"--port="_s}
                              << u"--port needs a whole number from 0 to 65535"_s;
    }
    void refusesEmptyValues()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, expected);
        const TestDesk desk;
        const auto outcome = desk.run(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.errors.contains(expected), qPrintable(outcome.errors));
        QVERIFY(!QFileInfo::exists(desk.dataDirectory()));
    }

    void saysVersionAndHelp()
    {
        const TestDesk desk;
        const auto version = desk.run({u"--version"_s});
        QCOMPARE(version.code, 0);
        QVERIFY(QRegularExpression(u"^accueil \\d+\\.\\d+\\.\\d+\n$"_s).match(version.output).hasMatch());
        const auto help = desk.run({u"--help"_s});
        QCOMPARE(help.code, 0);
        for (const char *word : {"serve", "user add", "import", "demo", "recovery-key", "recover", "--data-dir"})
            QVERIFY(help.output.contains(QLatin1StringView(word)));
    }

    void badSettingsStopEverything()
    {
        TestDesk desk;
        desk.set(u"ACCUEIL_PORT"_s, u"eight thousand"_s);
        desk.set(u"SECRET_KEY"_s, u"seeded-secret"_s);
        const auto outcome = desk.run({u"serve"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.output.isEmpty());
        QVERIFY(outcome.errors.contains(u"ACCUEIL_PORT: expected a whole number from 0 to 65535"));
        QVERIFY(outcome.errors.contains(u"SECRET_KEY: expected at least 32 bytes"));
        QVERIFY(!outcome.errors.contains(u"seeded"));
        QVERIFY(!QFileInfo::exists(desk.dataDirectory()));
    }

    void servesSaysOneLineAndStops_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void servesSaysOneLineAndStops()
    {
        QFETCH(int, signal);
        const TestDesk desk;
        ServingDesk serving(desk);
        QVERIFY2(serving.isRunning(), qPrintable(serving.errors()));
        QVERIFY2(
            QRegularExpression(u"^listening on http://127\\.0\\.0\\.1:\\d+\n$"_s).match(serving.output()).hasMatch(),
            qPrintable(serving.output()));
        const Answer health = ask(serving.address() + u"/health"_s);
        QCOMPARE(health.status, 200);
        const qint64 milliseconds = serving.end(signal);
        QVERIFY2(milliseconds >= 0 && milliseconds < 2000, qPrintable(QString::number(milliseconds)));
        QCOMPARE(serving.exitCode(), 0);
        QCOMPARE(serving.output().count(u'\n'), 1);
    }

    void servesEncryptedWhereACertificateIsConfigured()
    {
        TestDesk desk;
        const QSslConfiguration tls = testTlsConfiguration();
        const auto save = [&](const QString &name, const QByteArray &pem) {
            QFile file(desk.folder() + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(pem);
        };
        save(u"certificate.pem"_s, tls.localCertificate().toPem());
        save(u"key.pem"_s, tls.privateKey().toPem());
        desk.set(u"ACCUEIL_TLS_CERTIFICATE"_s, u"certificate.pem"_s);
        desk.set(u"ACCUEIL_TLS_KEY"_s, u"key.pem"_s);
        ServingDesk serving(desk);
        QVERIFY(serving.address().startsWith(u"https://127.0.0.1:"));
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.connectToHostEncrypted(u"127.0.0.1"_s, serving.port());
        QVERIFY(client.waitForEncrypted(10'000));
        QCOMPARE(client.peerCertificate(), tls.localCertificate());
        client.write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QVERIFY(client.waitForReadyRead(10'000));
        QVERIFY(client.readAll().startsWith("HTTP/1.1 200"));
        serving.end(SIGTERM);
        const QString errors = serving.errors();
        QVERIFY2(errors.contains(u"recovery key") && !errors.contains(u"warning"), qPrintable(errors));
    }

    void aFirstStartKeepsTheRecoveryKeyPrivate()
    {
        const TestDesk desk;
        ServingDesk serving(desk);
        QVERIFY(serving.isRunning());
        serving.end(SIGTERM);
        QVERIFY(serving.errors().contains(desk.recoveryKeyFile()));
        QCOMPARE(
            QFile::permissions(desk.recoveryKeyFile()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(
            QFile::permissions(desk.dataDirectory()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(recoveryKeyOf(desk).size() > 20);
        ServingDesk again(desk);
        QVERIFY(again.isRunning());
        again.end(SIGTERM);
        QVERIFY(!again.errors().contains(u"recovery"));
    }

    // Also while passwords are checked, which takes 32 MB each: names that do not exist cost as much.
    void needsLittleMemory()
    {
        const TestDesk desk;
        ServingDesk serving(desk);
        QNetworkAccessManager network;
        QNetworkRequest request{QUrl(serving.address() + u"/api/auth/login"_s)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        std::vector<std::unique_ptr<QNetworkReply>> logins;
        for (int i = 0; i < 4; ++i)
            logins.emplace_back(network.post(request, R"({"username":"nobody","password":"mango rain"})"));
        for (const auto &login : logins) {
            QTRY_VERIFY_WITH_TIMEOUT(login->isFinished(), 30'000);
            QCOMPARE(login->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 401);
        }
        QFile status(u"/proc/%1/status"_s.arg(serving.processId()));
        QVERIFY(status.open(QIODevice::ReadOnly));
        static const QRegularExpression peak(u"VmHWM:\\s+(\\d+) kB"_s);
        const int kilobytes = peak.match(QString::fromUtf8(status.readAll())).captured(1).toInt();
        QVERIFY(kilobytes > 0);
        QVERIFY2(isSanitized || kilobytes < 80 * 1024, qPrintable(QString::number(kilobytes)));
        serving.end(SIGTERM);
    }

    void aPortInUseIsSaidClearly()
    {
        const TestDesk desk;
        ServingDesk serving(desk);
        QVERIFY(serving.isRunning());
        const auto second = desk.run({u"serve"_s, u"--port"_s, QString::number(serving.port())});
        QCOMPARE(second.code, 1);
        QVERIFY2(second.errors.contains(u"cannot listen on 127.0.0.1 port %1"_s.arg(serving.port())),
            qPrintable(second.errors));
        QVERIFY(second.output.isEmpty());
    }

    void twoProgramsShareOneFile()
    {
        const TestDesk desk;
        QCOMPARE(desk.run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"admin"_s}, password).code, 0);
        ServingDesk one(desk);
        ServingDesk two(desk);
        QVERIFY(one.isRunning() && two.isRunning());
        const QJsonObject credentials{
            {u"username"_s, u"awa"_s}, {u"password"_s, QString::fromUtf8(password.trimmed())}};
        const Answer tokens = ask(one.address() + u"/api/auth/login"_s, credentials);
        QCOMPARE(tokens.status, 200);
        const QByteArray token = tokens.body.value(u"access_token").toString().toLatin1();
        QCOMPARE(ask(two.address() + u"/api/auth/me"_s, {}, token).body.value(u"username").toString(), u"awa"_s);
    }

    void aSecondDeskIsLetInWithTheRecoveryKey()
    {
        TestDatabase server(Dialect::PostgreSql, TestDatabase::Schema::None);
        TestDesk first;
        TestDesk second;
        first.set(u"DATABASE_URL"_s, server.url());
        second.set(u"DATABASE_URL"_s, server.url());
        QCOMPARE(first.run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"admin"_s}, password).code, 0);

        const auto stranger = second.run({u"serve"_s});
        QCOMPARE(stranger.code, 1);
        QVERIFY(stranger.errors.contains(u"accueil recover"));
        QCOMPARE(second.run({u"recover"_s}, "AAAA-BBBB-CCCC\n").code, 1);
        QCOMPARE(second.run({u"serve"_s}).code, 1);
        const auto recovered = second.run({u"recover"_s}, recoveryKeyOf(first) + '\n');
        QVERIFY2(recovered.code == 0, qPrintable(recovered.errors));

        ServingDesk one(first);
        ServingDesk two(second);
        QVERIFY(one.isRunning() && two.isRunning());
        const QJsonObject credentials{
            {u"username"_s, u"awa"_s}, {u"password"_s, QString::fromUtf8(password.trimmed())}};
        const Answer tokens = ask(one.address() + u"/api/auth/login"_s, credentials);
        QCOMPARE(tokens.status, 200);
        const QByteArray token = tokens.body.value(u"access_token").toString().toLatin1();
        QCOMPARE(ask(two.address() + u"/api/auth/me"_s, {}, token).status, 200);
    }

    void aWrongKeyIsRefusedAndNothingChanges()
    {
        TestDesk desk;
        QCOMPARE(desk.run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"admin"_s}, password).code, 0);
        TestDesk other;
        QCOMPARE(other.run({u"user"_s, u"add"_s, u"eve"_s, u"--role"_s, u"admin"_s}, password).code, 0);
        const QString store = desk.dataDirectory() + u"/accueil.db"_s;
        const auto digest = [&] {
            QFile file(store);
            return file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
                                                  : QByteArray();
        };
        const QByteArray before = digest();
        desk.set(u"ACCUEIL_KEY_FILE"_s, other.keyFile());
        for (const QStringList &command : {QStringList{u"serve"_s}, QStringList{u"user"_s, u"list"_s}}) {
            const auto outcome = desk.run(command);
            QCOMPARE(outcome.code, 1);
            QVERIFY(outcome.errors.contains(u"not the key of the store"));
        }
        QCOMPARE(digest(), before);
        desk.set(u"ACCUEIL_KEY_FILE"_s, desk.keyFile());
        QVERIFY(desk.run({u"user"_s, u"list"_s}).output.startsWith(u"awa"));
    }

    void aRecoveryKeyIsRenewedOnlyWhenConfirmed()
    {
        const TestDesk desk;
        QCOMPARE(desk.run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"admin"_s}, password).code, 0);
        QCOMPARE(desk.run({u"recovery-key"_s}).code, 2);
        const auto renewed = desk.run({u"recovery-key"_s, u"--yes"_s});
        QCOMPARE(renewed.code, 0);
        QFile::remove(desk.keyFile());
        QCOMPARE(desk.run({u"recover"_s}, recoveryKeyOf(desk) + '\n').code, 1); // the old paper
        QCOMPARE(desk.run({u"recover"_s}, renewed.output.toLatin1()).code, 0);
        QCOMPARE(desk.run({u"user"_s, u"list"_s}).code, 0);
    }

    void writesNoPersonalDataIntoItsLog()
    {
        const TestDesk desk;
        ServingDesk serving(desk);
        const QJsonObject account{{u"username"_s, u"awa"_s}, {u"password"_s, u"seeded-password-123"_s},
            {u"email"_s, u"seeded@example.org"_s}, {u"phone_number"_s, u"+237670000001"_s}};
        QCOMPARE(ask(serving.address() + u"/api/auth/register"_s, account).status, 201);
        ask(serving.address() + u"/api/auth/login"_s, {{u"username"_s, u"seeded"_s}, {u"password"_s, u"seeded"_s}});
        ask(serving.address() + u"/api/patients?q=seeded"_s, {}, "seeded-token");
        serving.end(SIGTERM);
        QString everything = serving.errors();
        for (const QString &name : QDir(desk.dataDirectory() + u"/logs"_s).entryList(QDir::Files)) {
            QFile file(desk.dataDirectory() + u"/logs/"_s + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            everything += QString::fromUtf8(file.readAll());
        }
        QVERIFY2(!everything.contains(u"seeded") && !everything.contains(u"670000001"), qPrintable(everything));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
