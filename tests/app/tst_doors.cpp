#include "app/doors.h"
#include "tests/server/testcertificate.h"
#include "tests/support/fakeclock.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>
#include <QtTest>

#include <atomic>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A desk's doors, with an API that says what it was asked.
struct DoorRoom
{
    DoorRoom()
    {
        program.port = 0;
        program.tlsPort = 0;
        hospital.tabletsAllowed = true;
        hospital.name = u"Hôpital Général"_s;
        machine = machineNames();
    }
    void open()
    {
        doors = std::make_unique<Doors>(DoorSources{.program = program,
            .clock = clock,
            .api =
                [](const HttpRequest &request, std::optional<HttpResponse> ready) {
                    return ready.value_or(HttpResponse{200, {}, "api " + request.path});
                },
            .isUpload = {},
            .isSlow = {},
            .hospital =
                [this] {
                    ++hospitalAsked;
                    return hospital;
                },
            .authority = authority,
            .machine = [this] { return machine; }});
        QString why;
        if (!doors->open(&why))
            qFatal("%s", qPrintable(why));
    }
    quint16 plainPort() const { return static_cast<quint16>(QUrl(doors->serverAddress()).port()); }
    quint16 securePort() const { return static_cast<quint16>(QUrl(doors->tabletAddresses().value(0)).port()); }

    FakeClock clock;
    ProgramSettings program;
    HospitalSettings hospital;
    std::atomic<int> hospitalAsked = 0;
    MachineNames machine;
    Result<CertifiedKey> authority = makeAuthority(clock.now());
    std::unique_ptr<Doors> doors;
};

// What the openssl command says as a client. Its errors are part of it.
QString sslClient(quint16 port, const QStringList &options)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s,
        QStringList{u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(port), u"-no_check_time"_s} + options);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000))
        qFatal("the openssl command is missing or does not end");
    return QString::fromUtf8(process.readAll());
}

std::unique_ptr<QSslSocket> secureClient(quint16 port)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, port);
    socket->waitForEncrypted(10'000);
    return socket;
}

QByteArray get(QTcpSocket &socket, const QByteArray &path, const QByteArray &more = "Connection: close\r\n")
{
    socket.write("GET " + path + " HTTP/1.1\r\nHost: desk\r\n" + more + "\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(10'000)) {
        answer += socket.readAll();
        const qsizetype head = answer.indexOf("\r\n\r\n");
        if (head < 0)
            continue;
        const qsizetype length = answer.indexOf("Content-Length: ");
        const qsizetype size = answer.mid(length + 16, answer.indexOf("\r\n", length) - length - 16).toLongLong();
        if (answer.size() >= head + 4 + size)
            break;
    }
    return answer;
}

QByteArray plainGet(const QString &address, quint16 port, const QByteArray &path)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    return socket.waitForConnected(5000) ? get(socket, path) : QByteArray();
}

} // namespace

class DoorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus"); } // announces nothing

    void theApiIsServedOverHttps()
    {
        DoorRoom room;
        room.open();
        const auto client = secureClient(room.securePort());
        QVERIFY(get(*client, "/api/patients").endsWith("api /api/patients"));
        QCOMPARE(room.doors->tabletProblem(), QString());
    }

    // The certificate that is handed out is all that a client needs.
    void theChainVerifiesWithTheAuthorityThatIsHandedOut()
    {
        DoorRoom room;
        room.machine.addresses.append(QHostAddress(u"192.168.77.7"_s));
        room.machine.hostName = u"reception-1"_s;
        room.open();
        const QByteArray answer = plainGet(u"127.0.0.1"_s, room.plainPort(), "/ca.crt");
        const QByteArray handedOut = answer.mid(answer.indexOf("\r\n\r\n") + 4);
        const QSslCertificate certificate(handedOut, QSsl::Der);
        QVERIFY(!certificate.isNull());
        QCOMPARE(room.doors->authorityFingerprint().remove(u" · "_s).remove(u':'),
            QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex().toUpper()));
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"ca.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(certificate.toPem()) > 0);
        file.close();
        const QStringList trusting{u"-CAfile"_s, file.fileName(), u"-verify_return_error"_s};
        for (const QStringList &name : {QStringList{u"-verify_ip"_s, u"192.168.77.7"_s},
                 QStringList{u"-verify_ip"_s, u"127.0.0.1"_s}, QStringList{u"-verify_hostname"_s, u"accueil.local"_s},
                 QStringList{u"-verify_hostname"_s, u"reception-1.local"_s},
                 QStringList{u"-verify_hostname"_s, u"localhost"_s}}) {
            const QString said = sslClient(room.securePort(), trusting + name);
            QVERIFY2(said.contains(u"Verify return code: 0 (ok)"), qPrintable(name.join(u' ') + said));
        }
        QVERIFY(!sslClient(room.securePort(), trusting + QStringList{u"-verify_hostname"_s, u"bank.example"_s})
                     .contains(u"Verify return code: 0 (ok)"));
    }

    void onlyGoodProtocolsAndCiphersAreSpoken_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("isSpoken");
        const QString lax = u":@SECLEVEL=0"_s; // the client is ready for everything
        QTest::newRow("TLS 1.0") << QStringList{u"-tls1"_s, u"-cipher"_s, u"ALL"_s + lax} << false;
        QTest::newRow("TLS 1.1") << QStringList{u"-tls1_1"_s, u"-cipher"_s, u"ALL"_s + lax} << false;
        QTest::newRow("TLS 1.2") << QStringList{u"-tls1_2"_s} << true;
        QTest::newRow("TLS 1.3") << QStringList{u"-tls1_3"_s} << true;
        const auto cipher = [&](const char *name, bool isSpoken) {
            QTest::newRow(name) << QStringList{u"-tls1_2"_s, u"-cipher"_s, QString::fromLatin1(name) + lax} << isSpoken;
        };
        for (const char *good :
            {"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"})
            cipher(good, true);
        for (const char *bad : {"ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA384", "ECDHE-ECDSA-AES128-SHA",
                 "ECDHE-ECDSA-AES256-CCM8", "AES128-GCM-SHA256", "AES256-SHA", "aNULL", "eNULL", "PSK", "CAMELLIA",
                 "DHE-RSA-AES128-GCM-SHA256"})
            cipher(bad, false);
    }
    void onlyGoodProtocolsAndCiphersAreSpoken()
    {
        QFETCH(QStringList, options);
        QFETCH(bool, isSpoken);
        DoorRoom room;
        room.open();
        const QString said = sslClient(room.securePort(), options);
        QVERIFY2(said.contains(u"BEGIN CERTIFICATE") == isSpoken, qPrintable(said));
        QVERIFY2(isSpoken || said.contains(u"Cipher is (NONE)"), qPrintable(said));
        QVERIFY(!isSpoken || said.contains(u"Compression: NONE"));
    }

    void aClientMayNotRenegotiate()
    {
        DoorRoom room;
        room.open();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(
            u"openssl"_s, {u"s_client"_s, u"-tls1_2"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(room.securePort())});
        QByteArray said;
        QTRY_VERIFY((said += process.readAll()).contains("Verify return code"));
        process.write("R\n");
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        said += process.readAll();
        QVERIFY2(said.contains("no renegotiation") || said.contains("handshake failure"), said.constData());
    }

    void aNewCertificateNeedsNoNewDoor()
    {
        DoorRoom room;
        room.open();
        const quint16 port = room.securePort();
        const auto before = secureClient(port);
        const QSslCertificate first = before->peerCertificate();
        room.doors->look();
        QCOMPARE(secureClient(port)->peerCertificate(), first);

        room.clock.set(room.doors->certificateExpiry()->addDays(-29));
        room.doors->look();
        const QSslCertificate second = secureClient(port)->peerCertificate();
        QVERIFY(!second.isNull() && second != first);
        QCOMPARE(*room.doors->certificateExpiry(), second.expiryDate().toUTC());

        room.machine.addresses = {QHostAddress(u"192.168.88.8"_s)};
        room.doors->look();
        const QSslCertificate third = secureClient(port)->peerCertificate();
        QVERIFY(third != second);
        QVERIFY(third.subjectAlternativeNames().values().contains(u"192.168.88.8"_s));
        QCOMPARE(room.doors->tabletAddresses(), QStringList{u"https://192.168.88.8:%1"_s.arg(port)});
        QCOMPARE(room.doors->trustAddress(), u"http://192.168.88.8:%1/ca"_s.arg(room.plainPort()));

        // Who was connected all the time has noticed nothing.
        QVERIFY(get(*before, "/api/x").endsWith("api /api/x"));
    }

    // From the computer's own address on the network, which is as little "this machine" as a tablet's.
    void otherMachinesGetOnlyThePagesOverPlainHttp()
    {
        DoorRoom room;
        room.open();
        QString own;
        for (const QHostAddress &address : machineNames().addresses) {
            if (own.isEmpty() && address.protocol() == QAbstractSocket::IPv4Protocol)
                own = address.toString();
        }
        QVERIFY2(!own.isEmpty(), "this computer has no address on a network");
        QVERIFY(plainGet(own, room.plainPort(), "/api/patients").startsWith("HTTP/1.1 403"));
        QVERIFY(plainGet(own, room.plainPort(), "/docs").startsWith("HTTP/1.1 302"));
        const QByteArray page = plainGet(own, room.plainPort(), "/");
        QVERIFY(page.contains("Hôpital Général") && page.contains("ca.mobileconfig"));
        QVERIFY(plainGet(u"127.0.0.1"_s, room.plainPort(), "/api/patients").endsWith("api /api/patients"));
        QVERIFY(plainGet(u"127.0.0.1"_s, room.plainPort(), "/").endsWith("api /"));
    }

    void tabletsAreServedOnlyWhereTheyAreAllowed()
    {
        DoorRoom room;
        room.hospital.tabletsAllowed = false;
        room.open();
        QCOMPARE(room.doors->tabletAddresses(), QStringList());
        QCOMPARE(room.doors->trustAddress(), QString());
        QVERIFY(plainGet(u"127.0.0.1"_s, room.plainPort(), "/ca").startsWith("HTTP/1.1 503"));
        room.hospital.tabletsAllowed = true;
        room.doors->followSettings();
        const quint16 port = room.securePort();
        QVERIFY(port != 0);
        room.hospital.tabletsAllowed = false;
        room.doors->followSettings();
        QVERIFY(!secureClient(port)->isEncrypted());
        room.hospital.tabletsAllowed = true;
        room.doors->followSettings();
        QCOMPARE(room.securePort(), port); // posters and QR codes stay right
    }

    // It may have to wait for a database that is out of reach, and the window's thread must not.
    void lookingAroundDoesNotAskTheHospital()
    {
        DoorRoom room;
        room.open();
        const int asked = room.hospitalAsked;
        room.machine.addresses = {QHostAddress(u"192.168.99.9"_s)};
        room.doors->look();
        QCOMPARE(room.doors->tabletAddresses().size(), 1);
        room.doors->trustAddress();
        room.doors->tabletProblem();
        room.doors->serverAddress();
        QCOMPARE(int(room.hospitalAsked), asked);
    }

    void aTakenPortIsToldAndTriedAgain()
    {
        DoorRoom room;
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::AnyIPv4));
        room.program.tlsPort = other.serverPort();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"tablets cannot be served"_s));
        room.open();
        QCOMPARE(room.doors->tabletProblem(), u"portTaken"_s);
        QCOMPARE(room.doors->tabletAddresses(), QStringList());
        QVERIFY(plainGet(u"127.0.0.1"_s, room.plainPort(), "/api/x").endsWith("api /api/x"));
        other.close();
        room.doors->look();
        QCOMPARE(room.doors->tabletProblem(), QString());
        QVERIFY(secureClient(room.securePort())->isEncrypted());
    }

    void aDamagedAuthorityIsTold()
    {
        DoorRoom room;
        room.authority = fail(ErrorCode::Unavailable, {{u"authority"_s, u"authorityDamaged"_s}});
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"damaged"_s));
        room.open();
        QCOMPARE(room.doors->tabletProblem(), u"authorityDamaged"_s);
        QCOMPARE(room.doors->authorityFingerprint(), QString());
        QVERIFY(!room.doors->certificateExpiry());
        QVERIFY(plainGet(u"127.0.0.1"_s, room.plainPort(), "/api/x").endsWith("api /api/x"));
    }

    void theHospitalsCertificateIsShownOnTheOneDoor()
    {
        DoorRoom room;
        const CertifiedKey own = makeAuthority(room.clock.now());
        const CertifiedKey given = *issueServerCertificate(own, {u"desk.internal"_s, u"localhost"_s}, room.clock.now());
        const QTemporaryDir folder;
        room.program.certificate = {folder.filePath(u"c.pem"_s), folder.filePath(u"k.pem"_s)};
        for (const auto &[path, content] : {std::pair{room.program.certificate->certificate, given.certificate},
                 std::pair{room.program.certificate->key, given.privateKey}}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) > 0);
        }
        room.open();
        QVERIFY(room.doors->serverAddress().startsWith(u"https://0.0.0.0:"));
        const auto client = secureClient(room.plainPort());
        QCOMPARE(client->peerCertificate(), QSslCertificate(given.certificate));
        QVERIFY(get(*client, "/api/x").endsWith("api /api/x"));
        QCOMPARE(room.doors->tabletAddresses(), QStringList{u"https://desk.internal:%1"_s.arg(room.plainPort())});
        QCOMPARE(room.doors->trustAddress(), QString());
        QCOMPARE(room.doors->authorityFingerprint(), QString());
        QCOMPARE(room.doors->tabletProblem(), QString());
        QVERIFY(sslClient(room.plainPort(), {u"-tls1_1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s})
                    .contains(u"Cipher is (NONE)"));

        room.clock.set(room.doors->certificateExpiry()->addDays(-20));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"good until"_s));
        room.doors->look();
        room.doors->look(); // told once a day
        QCOMPARE(room.doors->tabletProblem(), u"certificateEndsSoon"_s);
        room.clock.set(room.doors->certificateExpiry()->addDays(1));
        QCOMPARE(room.doors->tabletProblem(), u"certificateOutOfDate"_s);
    }

    void anAddressThatTheOperatorChoseIsForBothDoors()
    {
        DoorRoom room;
        room.program.host = QHostAddress(u"127.0.0.3"_s);
        room.open();
        QCOMPARE(QUrl(room.doors->serverAddress()).host(), u"127.0.0.3"_s);
        QCOMPARE(QUrl(room.doors->tabletAddresses().value(0)).host(), u"127.0.0.3"_s);
        QVERIFY(!secureClient(room.securePort())->isEncrypted()); // at 127.0.0.1
        QVERIFY(plainGet(u"127.0.0.3"_s, room.plainPort(), "/api/x").endsWith("api /api/x"));
    }
};

QTEST_GUILESS_MAIN(DoorsTest)
#include "tst_doors.moc"
