#include "app/security/certificateauthority.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QDateTime today({2026, 3, 12}, {9, 42}, Qt::UTC);
constexpr qint64 day = 24 * 60 * 60; // seconds

// The judge is the openssl command, not the library that made them.
class Workbench
{
public:
    QString file(const QString &name, const QByteArray &content = {}) const
    {
        const QString path = m_folder.filePath(name);
        if (!content.isEmpty()) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                qFatal("cannot write %s", qPrintable(path));
        }
        return path;
    }
    QString openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"openssl"_s, arguments);
        if (!process.waitForFinished(30'000))
            qFatal("the openssl command is missing");
        return QString::fromUtf8(process.readAll());
    }
    QString text(const QByteArray &certificate) const
    {
        return openssl({u"x509"_s, u"-noout"_s, u"-text"_s, u"-in"_s, file(u"text.pem"_s, certificate)});
    }
    QString verify(const CertifiedKey &authority, const QByteArray &certificate, const QStringList &more = {}) const
    {
        return openssl(QStringList{u"verify"_s, u"-x509_strict"_s, u"-purpose"_s, u"sslserver"_s, u"-attime"_s,
                           QString::number(today.toSecsSinceEpoch()), u"-CAfile"_s,
                           file(u"authority.pem"_s, authority.certificate)}
            + more + QStringList{file(u"server.pem"_s, certificate)});
    }

private:
    QTemporaryDir m_folder;
};

QDateTime end(const Workbench &bench, const QByteArray &certificate, const QString &which = u"-enddate"_s)
{
    const QString line = bench.openssl({u"x509"_s, u"-noout"_s, which, u"-dateopt"_s, u"iso_8601"_s, u"-in"_s,
        bench.file(u"date.pem"_s, certificate)});
    return QDateTime::fromString(line.section(u'=', 1).trimmed(), u"yyyy-MM-dd HH:mm:ss'Z'"_s);
}

qint64 secondsFrom(const QDateTime &from, QDateTime to)
{
    to.setTimeSpec(Qt::UTC);
    return from.secsTo(to);
}

} // namespace

class CertificateAuthorityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAnAuthorityForServersOfTheLocalNetworkOnly()
    {
        const CertifiedKey authority = makeAuthority(today);
        QVERIFY(isAuthority(authority));
        const QString text = Workbench().text(authority.certificate);
        for (const QString &part : {u"CA:TRUE, pathlen:0"_s, u"X509v3 Basic Constraints: critical"_s,
                 u"X509v3 Key Usage: critical"_s, u"Certificate Sign\n"_s, u"X509v3 Name Constraints: critical"_s,
                 u"prime256v1"_s, u"ecdsa-with-SHA256"_s, u"IP:192.168.0.0/255.255.0.0"_s, u"DNS:local"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        QVERIFY(!text.contains(u"CRL Sign"));
        const Workbench bench;
        QVERIFY(secondsFrom(today, end(bench, authority.certificate)) > 3640 * day);
    }

    void noTwoAreAlike()
    {
        const CertifiedKey one = makeAuthority(today);
        const CertifiedKey other = makeAuthority(today);
        QVERIFY(one.privateKey != other.privateKey);
        const Workbench bench;
        QVERIFY(bench.text(one.certificate).section(u"Subject:"_s, 1).section(u'\n', 0, 0)
            != bench.text(other.certificate).section(u"Subject:"_s, 1).section(u'\n', 0, 0));
    }

    // A flat battery sets the clock to 1970 or 2000: an authority of then would end before it was used.
    void aClockBeforeThisProgramDoesNotSpoilTheAuthority()
    {
        const CertifiedKey authority = makeAuthority(QDateTime({2000, 1, 1}, {0, 0}, Qt::UTC));
        const Workbench bench;
        QVERIFY(secondsFrom(today, end(bench, authority.certificate)) > 9 * 365 * day);
        QVERIFY(secondsFrom(today, end(bench, authority.certificate, u"-startdate"_s)) < 0);
    }

    void theServersCertificateIsWhatBrowsersTake()
    {
        const CertifiedKey authority = makeAuthority(today);
        const auto server
            = issueServerCertificate(authority, {u"192.168.1.10"_s, u"Desk.local"_s, u"fd00::2"_s}, today);
        QVERIFY(server && belongTogether(*server));
        const Workbench bench;
        QVERIFY2(bench.verify(authority, server->certificate).endsWith(u": OK\n"),
            qPrintable(bench.verify(authority, server->certificate)));
        for (const QStringList &name : {QStringList{u"-verify_ip"_s, u"192.168.1.10"_s},
                 QStringList{u"-verify_ip"_s, u"fd00::2"_s}, QStringList{u"-verify_hostname"_s, u"desk.local"_s}})
            QVERIFY2(
                bench.verify(authority, server->certificate, name).endsWith(u": OK\n"), qPrintable(name.join(u' ')));
        QVERIFY(
            bench.verify(authority, server->certificate, {u"-verify_ip"_s, u"192.168.1.11"_s}).contains(u"mismatch"));
        const QString text = bench.text(server->certificate);
        for (const QString &part : {u"CA:FALSE"_s, u"TLS Web Server Authentication\n"_s, u"Digital Signature\n"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
        const qint64 days
            = secondsFrom(end(bench, server->certificate, u"-startdate"_s), end(bench, server->certificate)) / day;
        QVERIFY2(days <= 397 && days >= 396, qPrintable(QString::number(days)));
        QVERIFY(!isAuthority(*server));
    }

    void anotherAuthoritysCertificateIsNotTrusted()
    {
        const auto server = issueServerCertificate(makeAuthority(today), {u"localhost"_s}, today);
        QVERIFY(!Workbench().verify(makeAuthority(today), server->certificate).endsWith(u": OK\n"));
    }

    // Whoever steals the key cannot use it against what tablets and telephones do on the internet.
    void aStolenKeyVouchesForNoWebsite_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTrusted");
        QTest::newRow("a bank") << u"DNS:www.bank.example"_s << false;
        QTest::newRow("every name") << u"DNS:*.com"_s << false;
        QTest::newRow("an address of the internet") << u"IP:8.8.8.8"_s << false;
        QTest::newRow("an address of the internet, IPv6") << u"IP:2a00:1450::1"_s << false;
        QTest::newRow("a name that only looks local") << u"DNS:local.bank.example"_s << false;
        QTest::newRow("this house") << u"DNS:other.local,IP:10.1.2.3"_s << true;
    }
    void aStolenKeyVouchesForNoWebsite()
    {
        QFETCH(QString, name);
        QFETCH(bool, isTrusted);
        const CertifiedKey authority = makeAuthority(today);
        const Workbench bench;
        const QString forged = bench.file(u"forged.pem"_s);
        const QString request = bench.file(u"request.pem"_s);
        bench.openssl({u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
            u"-nodes"_s, u"-keyout"_s, bench.file(u"forged.key"_s), u"-subj"_s, u"/O=forged"_s, u"-out"_s, request});
        const QString said = bench.openssl({u"x509"_s, u"-req"_s, u"-in"_s, request, u"-CA"_s,
            bench.file(u"ca.pem"_s, authority.certificate), u"-CAkey"_s, bench.file(u"ca.key"_s, authority.privateKey),
            u"-CAcreateserial"_s, u"-days"_s, u"3000"_s, u"-extfile"_s,
            bench.file(u"extensions"_s,
                "basicConstraints=critical,CA:FALSE\nkeyUsage=digitalSignature\nsubjectKeyIdentifier=hash\n"
                "authorityKeyIdentifier=keyid\nextendedKeyUsage=serverAuth\nsubjectAltName="
                    + name.toUtf8() + '\n'),
            u"-out"_s, forged});
        QFile file(forged);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(said));
        const QString verdict = bench.openssl({u"verify"_s, u"-no_check_time"_s, u"-purpose"_s, u"sslserver"_s,
            u"-CAfile"_s, bench.file(u"ca.pem"_s), forged});
        QVERIFY2(verdict.endsWith(u": OK\n") == isTrusted, qPrintable(verdict));
        QVERIFY2(isTrusted || verdict.contains(u"permitted subtree violation"), qPrintable(verdict));
    }

    void knowsWhatItMayVouchFor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isAllowed");
        const auto row
            = [](const char *name, bool isAllowed) { QTest::newRow(name) << QString::fromLatin1(name) << isAllowed; };
        for (const char *name : {"192.168.0.1", "10.255.255.255", "172.31.0.1", "127.0.0.1", "::1", "fd12::1",
                 "fe80::1", "169.254.1.1", "accueil.local", "ACCUEIL.local", "localhost", "desk.home.arpa"})
            row(name, true);
        for (const char *name :
            {"8.8.8.8", "172.32.0.1", "11.0.0.1", "2a00:1450::1", "desk", "example.org", "local.org", "notlocal", "",
                ".local", "a..local", "a,DNS:bank.example.local", "desk\n.local", "192.168.0.256"})
            row(name, false);
    }
    void knowsWhatItMayVouchFor()
    {
        QFETCH(QString, name);
        QFETCH(bool, isAllowed);
        QCOMPARE(mayVouchFor(name), isAllowed);
    }

    void leavesOutWhatItMayNotVouchFor()
    {
        const CertifiedKey authority = makeAuthority(today);
        const auto server = issueServerCertificate(authority, {u"203.0.114.9"_s, u"desk"_s, u"10.0.0.9"_s}, today);
        const Workbench bench;
        QVERIFY(bench.text(server->certificate).contains(u"    IP Address:10.0.0.9\n"));
        QVERIFY(bench.verify(authority, server->certificate).endsWith(u": OK\n"));
        QVERIFY(!issueServerCertificate(authority, {u"desk"_s}, today));
    }

    void endsNoLaterThanItsAuthority()
    {
        const CertifiedKey authority = makeAuthority(today);
        const auto server = issueServerCertificate(authority, {u"localhost"_s}, today.addYears(9).addDays(300));
        const Workbench bench;
        QCOMPARE(end(bench, server->certificate), end(bench, authority.certificate));
    }

    void tellsABrokenPair()
    {
        const CertifiedKey one = makeAuthority(today);
        const CertifiedKey other = makeAuthority(today);
        QVERIFY(belongTogether(one));
        QVERIFY(!belongTogether({one.certificate, other.privateKey}));
        QVERIFY(!isAuthority({one.certificate, other.privateKey}));
        QVERIFY(!isAuthority({}));
        QVERIFY(!isAuthority({"rubbish", "rubbish"}));
        QVERIFY(!isAuthority({one.certificate.left(200), one.privateKey}));
        QVERIFY(!issueServerCertificate({"rubbish", "rubbish"}, {u"localhost"_s}, today));
    }
};

QTEST_GUILESS_MAIN(CertificateAuthorityTest)
#include "tst_certificateauthority.moc"
