#include "app/machinenames.h"
#include "app/servercertificate.h"
#include "tests/server/testcertificate.h"
#include "tests/support/fakeclock.h"

#include <QSslCertificate>
#include <QTemporaryDir>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto day = 24h;

struct OwnRoom
{
    FakeClock clock;
    CertifiedKey authority = makeAuthority(clock.now());
    QStringList names{u"192.168.1.10"_s, u"desk.local"_s, u"localhost"_s};
    OwnCertificate certificate{authority, clock, [this] { return names; }};

    QByteArray serial() const { return certificate.configuration().localCertificate().serialNumber(); }
};

// A certificate in files, as a hospital gives it.
class GivenFiles
{
public:
    GivenFiles() { write(testTlsConfiguration()); }
    void write(const QSslConfiguration &tls) const
    {
        write(files().certificate, tls.localCertificate().toPem());
        write(files().key, tls.privateKey().toPem());
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
    }
    CertificateFiles files() const
    {
        return {m_folder.filePath(u"certificate.pem"_s), m_folder.filePath(u"key.pem"_s)};
    }

private:
    QTemporaryDir m_folder;
};

QSslConfiguration anotherCertificate(const QDateTime &now)
{
    const CertifiedKey issued = *issueServerCertificate(makeAuthority(now), {u"desk.local"_s}, now);
    QSslConfiguration configuration;
    configuration.setLocalCertificate(QSslCertificate(issued.certificate));
    configuration.setPrivateKey(QSslKey(issued.privateKey, QSsl::Ec));
    return configuration;
}

} // namespace

class ServerCertificateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysAsLongAsNothingChanges()
    {
        OwnRoom room;
        const QByteArray before = room.serial();
        for (int i = 0; i < 11; ++i) {
            room.clock.advance(30 * day);
            QVERIFY2(!room.certificate.follow(), qPrintable(QString::number(i)));
        }
        QCOMPARE(room.serial(), before);
        QVERIFY(!room.certificate.isOutOfDate(room.clock));
    }

    void isRenewedThirtyDaysBeforeItsEnd()
    {
        OwnRoom room;
        const QDateTime end = room.certificate.expiry();
        const QByteArray before = room.serial();
        room.clock.set(end.addDays(-30).addSecs(-1));
        QVERIFY(!room.certificate.follow());
        room.clock.advance(1s);
        QVERIFY(room.certificate.endsSoon(room.clock));
        QVERIFY(room.certificate.follow());
        QVERIFY(room.serial() != before);
        QVERIFY(room.certificate.expiry() > end.addDays(300));
        QVERIFY(!room.certificate.follow());
    }

    void isIssuedAgainWhenTheAddressesChange()
    {
        OwnRoom room;
        QVERIFY(room.certificate.names().contains(u"192.168.1.10"_s));
        room.names[0] = u"192.168.7.20"_s;
        QVERIFY(room.certificate.follow());
        QVERIFY(room.certificate.names().contains(u"192.168.7.20"_s));
        QVERIFY(!room.certificate.names().contains(u"192.168.1.10"_s));
        QVERIFY(!room.certificate.follow());
    }

    // A desk that starts with a flat battery, and learns the time from the network a minute later.
    void isIssuedAgainWhenTheClockTurnsOutWrong_data()
    {
        QTest::addColumn<QDateTime>("later");
        QTest::newRow("it was two years behind") << QDateTime({2028, 3, 12}, {9, 0}, Qt::UTC);
        QTest::newRow("it was a month ahead") << QDateTime({2026, 2, 12}, {9, 0}, Qt::UTC);
    }
    void isIssuedAgainWhenTheClockTurnsOutWrong()
    {
        QFETCH(QDateTime, later);
        OwnRoom room;
        CertifiedKey old = makeAuthority(QDateTime({2026, 1, 8}, {9, 0}, Qt::UTC));
        OwnCertificate certificate(old, room.clock, [&room] { return room.names; });
        room.clock.set(later);
        QVERIFY(certificate.isOutOfDate(room.clock));
        QVERIFY(certificate.follow());
        QVERIFY(!certificate.isOutOfDate(room.clock));
    }

    void doesNotRunInCirclesWhenTheAuthorityEnds()
    {
        OwnRoom room;
        room.clock.set(QSslCertificate(room.authority.certificate).expiryDate().addDays(-10));
        QVERIFY(room.certificate.follow());
        QVERIFY(room.certificate.endsSoon(room.clock));
        QVERIFY(!room.certificate.follow());
    }

    void leavesOutWhatTheAuthorityMayNotVouchFor()
    {
        OwnRoom room;
        room.names.append(u"41.202.219.1"_s);
        QVERIFY(room.certificate.follow());
        QVERIFY(!room.certificate.names().contains(u"41.202.219.1"_s));
        QVERIFY(!room.certificate.follow());
    }

    void aGivenOneIsReadAgainWhenItsFilesChange()
    {
        const GivenFiles given;
        const FakeClock clock;
        GivenCertificate certificate(given.files(), readCertificate(given.files()).value());
        QVERIFY(!certificate.follow());
        const QSslConfiguration other = anotherCertificate(clock.now());
        given.write(other);
        QVERIFY(certificate.follow());
        QCOMPARE(certificate.configuration().localCertificate(), other.localCertificate());
        QCOMPARE(certificate.names(), QStringList{u"desk.local"_s});
        GivenFiles::write(given.files().certificate, "rubbish that somebody saved");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be used"_s));
        QVERIFY(!certificate.follow());
        QCOMPARE(certificate.configuration().localCertificate(), other.localCertificate());
    }

    void aGivenOneIsChecked()
    {
        const GivenFiles given;
        const FakeClock clock;
        const QSslConfiguration other = anotherCertificate(clock.now());
        GivenFiles::write(given.files().key, other.privateKey().toPem());
        QCOMPARE(readCertificate(given.files()).error(), CertificateProblem::WrongKey);
        GivenFiles::write(given.files().key, "rubbish");
        QCOMPARE(readCertificate(given.files()).error(), CertificateProblem::BadKey);
        GivenFiles::write(given.files().certificate, "rubbish");
        QCOMPARE(readCertificate(given.files()).error(), CertificateProblem::BadCertificate);
        QFile::remove(given.files().certificate);
        QCOMPARE(readCertificate(given.files()).error(), CertificateProblem::BadCertificate);
    }

    void aGivenOneTellsItsEnd()
    {
        FakeClock clock;
        const GivenFiles given;
        given.write(anotherCertificate(clock.now()));
        const GivenCertificate certificate(given.files(), readCertificate(given.files()).value());
        QVERIFY(!certificate.endsSoon(clock));
        clock.set(certificate.expiry().addDays(-29));
        QVERIFY(certificate.endsSoon(clock) && !certificate.isOutOfDate(clock));
        clock.set(certificate.expiry());
        QVERIFY(certificate.isOutOfDate(clock));
        clock.set(QDateTime({2001, 1, 1}, {0, 0}, Qt::UTC));
        QVERIFY(certificate.isOutOfDate(clock));
    }

    void theLocalNetworkComesFirst()
    {
        const auto at = [](const char *address, const char *name) {
            return InterfaceAddress{QHostAddress(QString::fromLatin1(address)), QString::fromLatin1(name)};
        };
        const QList<QHostAddress> sorted = bestFirst({at("::1", "lo"), at("127.0.0.1", "lo"),
            at("172.17.0.1", "docker0"), at("fe80::1", "eth0"), at("fd00::2", "eth0"), at("169.254.3.4", "eth1"),
            at("41.202.219.1", "eth2"), at("192.168.1.10", "wlan0"), at("10.0.0.4", "eth0"),
            at("192.168.1.10", "wlan0"), at("10.8.0.2", "tun0")});
        QStringList texts;
        for (const QHostAddress &address : sorted)
            texts.append(address.toString());
        QCOMPARE(texts,
            (QStringList{u"192.168.1.10"_s, u"10.0.0.4"_s, u"41.202.219.1"_s, u"169.254.3.4"_s, u"fd00::2"_s,
                u"172.17.0.1"_s, u"10.8.0.2"_s}));
    }

    void everyNameOfThisComputerIsCertified()
    {
        const MachineNames names{{QHostAddress(u"192.168.1.10"_s), QHostAddress(u"fd00::2"_s)}, u"reception-1"_s};
        QCOMPARE(names.certified(),
            (QStringList{u"192.168.1.10"_s, u"fd00::2"_s, u"reception-1.local"_s, u"accueil.local"_s, u"localhost"_s,
                u"127.0.0.1"_s, u"::1"_s}));
        QCOMPARE((MachineNames{{}, u"accueil"_s}).certified().count(u"accueil.local"_s), 1);
        const MachineNames here = machineNames();
        QVERIFY(!here.hostName.contains(u'.'));
        for (const QHostAddress &address : here.addresses)
            QVERIFY(!address.isLoopback() && address.scopeId().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ServerCertificateTest)
#include "tst_servercertificate.moc"
