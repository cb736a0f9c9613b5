#include "server/plaindoor.h"
#include "server/trustpages.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

TrustFacts someFacts()
{
    return {.certificate = "certificate's bytes \x01\xff",
        .authorityName = u"Accueil 1234-ABCD"_s,
        .fingerprint
        = u"3F:A1:0C:7D · 92:5E:B8:44 · 1A:6F:D0:2B · 00:00:00:00 · 11:11:11:11 · 22:22:22:22 · 33:33:33:33 · 44:44:44:44"_s,
        .port = 8443,
        .hospital = u"Hôpital <Général> & Fils"_s};
}

// The doors with an API that says "api" to everything.
struct Door
{
    explicit Door(PlainAccess access = PlainAccess::ThisMachine)
        : access(access)
    {
    }
    HttpResponse ask(HttpRequest request, const QString &peer = u"192.168.1.50"_s)
    {
        request.peer = QHostAddress(peer);
        return PlainDoor(
            [](const HttpRequest &, std::optional<HttpResponse> ready) {
                return ready.value_or(HttpResponse{200, {}, "api"});
            },
            pages, access)
            .answer(request);
    }
    HttpResponse get(const QByteArray &path, const QByteArray &query = {}, const QList<HttpHeader> &headers = {})
    {
        return ask({.method = Method::Get, .path = path, .query = query, .headers = headers, .body = {}, .peer = {}});
    }

    PlainAccess access;
    FakeClock clock;
    std::optional<TrustFacts> facts = someFacts();
    TrustPages pages{[this] { return facts; }, clock};
};

QByteArray codeOf(const HttpResponse &response)
{
    return QJsonDocument::fromJson(response.body).object().value(u"code").toString().toUtf8();
}

} // namespace

class PlainDoorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsThisMachine_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<bool>("isThis");
        for (const char *peer : {"127.0.0.1", "127.0.0.2", "127.255.255.254", "::1", "::ffff:127.0.0.1"})
            QTest::newRow(peer) << QString::fromLatin1(peer) << true;
        for (const char *peer : {"192.168.1.10", "10.0.0.1", "::ffff:192.168.1.10", "fe80::1", "fd00::2", "0.0.0.0",
                 "8.8.8.8", "128.0.0.1", "::ffff:128.0.0.1", "", "::"})
            QTest::newRow(peer) << QString::fromLatin1(peer) << false;
    }
    void knowsThisMachine()
    {
        QFETCH(QString, peer);
        QFETCH(bool, isThis);
        QCOMPARE(isThisMachine(QHostAddress(peer)), isThis);
    }

    void othersGetNoneOfTheApiInTheClear_data()
    {
        QTest::addColumn<Method>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        const auto row = [](Method method, const char *path, int status) {
            QTest::addRow("%s %s", methodName(method).constData(), path) << method << QByteArray(path) << status;
        };
        for (const char *path : {"/api/patients", "/api", "/api/tablet/configuration", "/api/"}) {
            for (const Method method : {Method::Get, Method::Head, Method::Post, Method::Delete, Method::Options})
                row(method, path, 403);
        }
        for (const char *path : {"/docs", "/openapi.json", "/health", "/metrics", "/tablet/", "/ca.crt.bak", "/caa",
                 "/ca/../api/patients", "/CA", "/apiary"}) {
            row(Method::Get, path, 302);
            row(Method::Post, path, 403);
        }
        row(Method::Put, "/", 405);
        row(Method::Post, "/ca", 405);
        row(Method::Options, "*", 403);
    }
    void othersGetNoneOfTheApiInTheClear()
    {
        QFETCH(Method, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        const HttpResponse response
            = Door().ask({.method = method, .path = path, .query = {}, .headers = {}, .body = {}, .peer = {}});
        QCOMPARE(response.status, status);
        QVERIFY(response.body != "api");
        if (status == 302)
            QCOMPARE(response.header("Location"), "/ca"_ba);
        if (status == 403) {
            QCOMPARE(response.header("Content-Type"), "application/problem+json"_ba);
            QCOMPARE(codeOf(response), "httpsNeeded"_ba);
        }
    }

    void thisMachineAndEncryptedClientsGetAll()
    {
        Door door;
        HttpRequest request{
            .method = Method::Get, .path = "/api/patients", .query = {}, .headers = {}, .body = {}, .peer = {}};
        QCOMPARE(door.ask(request, u"127.0.0.1"_s).body, "api"_ba);
        request.isEncrypted = true;
        QCOMPARE(door.ask(request).body, "api"_ba);
        request.path = "/";
        QCOMPARE(door.ask(request).body, "api"_ba);
        request.path = "/ca/mark.gif";
        QVERIFY(door.ask(request).body.startsWith("GIF89a"));
    }

    void whereTheOperatorChoseAnAddressEverybodyGetsAll()
    {
        Door door(PlainAccess::Everyone);
        QCOMPARE(door.get("/api/patients").body, "api"_ba);
        QCOMPARE(door.get("/").body, "api"_ba);
        QCOMPARE(door.get("/ca").status, 200);
    }

    void handsOutTheCertificate()
    {
        Door door;
        const HttpResponse response = door.get("/ca.crt");
        QCOMPARE(response.status, 200);
        QCOMPARE(response.header("Content-Type"), "application/x-x509-ca-cert"_ba);
        QCOMPARE(response.body, someFacts().certificate);
    }

    // As whoever reads Apple's format reads it.
    void handsOutAProfileThatIsWellFormed()
    {
        Door door;
        const HttpResponse response = door.get("/ca.mobileconfig", "lang=en");
        QCOMPARE(response.header("Content-Type"), "application/x-apple-aspen-config"_ba);
        QProcess python;
        python.start(u"python3"_s,
            {u"-c"_s,
                u"import sys,plistlib,json,uuid\n"
                "p=plistlib.loads(sys.stdin.buffer.read())\n"
                "c=p['PayloadContent'][0]\n"
                "uuid.UUID(p['PayloadUUID']);uuid.UUID(c['PayloadUUID'])\n"
                "print(json.dumps([p['PayloadType'],p['PayloadVersion'],p['PayloadOrganization'],"
                "p['PayloadDisplayName'],p['PayloadRemovalDisallowed'],c['PayloadType'],c['PayloadVersion'],"
                "c['PayloadContent'].hex(),c['PayloadDisplayName'],p['PayloadUUID']!=c['PayloadUUID'],"
                "len(p['PayloadIdentifier'])>20,p['PayloadIdentifier']!=c['PayloadIdentifier']]))"_s});
        python.write(response.body);
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(20'000));
        const QByteArray said = python.readAllStandardOutput().trimmed();
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        QCOMPARE(QJsonDocument::fromJson(said).toVariant().toList(),
            (QVariantList{u"Configuration"_s, 1, u"Hôpital <Général> & Fils"_s,
                u"Accueil, certificate of the hospital"_s, false, u"com.apple.security.root"_s, 1,
                QString::fromLatin1(someFacts().certificate.toHex()), u"Accueil 1234-ABCD"_s, true, true, true}));
        // The same authority is the same profile, so that a second installation replaces the first.
        QCOMPARE(door.get("/ca.mobileconfig", "lang=en").body, response.body);
        door.facts->fingerprint = QString(door.facts->fingerprint).replace(u"3F"_s, u"3E"_s);
        QVERIFY(door.get("/ca.mobileconfig", "lang=en").body != response.body);
    }

    void speaksTheBrowsersLanguage_data()
    {
        QTest::addColumn<QByteArray>("accepted");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("says nothing") << ""_ba
                                      << ""_ba
                                      << "fr"_ba;
        QTest::newRow("English") << "en-GB,en;q=0.9"_ba
                                 << ""_ba
                                 << "en"_ba;
        QTest::newRow("French first") << "fr-CM,fr;q=0.9,en;q=0.8"_ba
                                      << ""_ba
                                      << "fr"_ba;
        QTest::newRow("English first") << "fr;q=0.5, en ; q=0.8"_ba
                                       << ""_ba
                                       << "en"_ba;
        QTest::newRow("neither") << "de,es"_ba
                                 << ""_ba
                                 << "fr"_ba;
        QTest::newRow("neither, English behind it") << "de,en;q=0.1"_ba
                                                    << ""_ba
                                                    << "en"_ba;
        QTest::newRow("chosen") << "fr"_ba
                                << "x=1&lang=en"_ba
                                << "en"_ba;
        QTest::newRow("chosen, French") << "en"_ba
                                        << "lang=fr"_ba
                                        << "fr"_ba;
        QTest::newRow("chosen, unknown") << "en"_ba
                                         << "lang=xx"_ba
                                         << "en"_ba;
        QTest::newRow("rubbish") << ";;q=,,,en;q=x"_ba
                                 << ""_ba
                                 << "fr"_ba;
    }
    void speaksTheBrowsersLanguage()
    {
        QFETCH(QByteArray, accepted);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, language);
        const HttpResponse response = Door().get("/ca", query, {{"accept-language", accepted}});
        QCOMPARE(response.header("Content-Language"), language);
        QVERIFY(response.body.contains("<html lang=\"" + language + "\">"));
        QVERIFY(response.body.contains(language == "fr" ? "Préparer cette tablette" : "Prepare this tablet"));
    }

    void everyWordIsThereInBothLanguages()
    {
        Door door;
        for (const QByteArray &language : {"lang=fr"_ba, "lang=en"_ba}) {
            for (const QByteArray &path : {"/"_ba, "/ca"_ba, "/ca/"_ba, "/ca.mobileconfig"_ba}) {
                const HttpResponse response = door.get(path, language);
                QCOMPARE(response.status, 200);
                QVERIFY2(!response.body.contains("{{"),
                    (path + response.body.mid(response.body.indexOf("{{"), 40)).constData());
            }
        }
    }

    void theFingerprintIsTheDesks()
    {
        Door door;
        const QByteArray page = door.get("/ca").body;
        QVERIFY(page.contains("<b>3F:A1:0C:7D · 92:5E:B8:44 · 1A:6F:D0:2B</b>"));
        QVERIFY(page.contains("44:44:44:44"));
        QVERIFY(page.contains("H\u00f4pital &lt;G\u00e9n\u00e9ral&gt; &amp; Fils"));
    }

    void leadsToTheAddressThatWasTyped_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("link");
        QTest::newRow("address") << "192.168.1.10:8000"_ba
                                 << "https://192.168.1.10:8443/tablet/"_ba;
        QTest::newRow("name") << "accueil.local"_ba
                              << "https://accueil.local:8443/tablet/"_ba;
        QTest::newRow("IPv6") << "[fd00::2]:8000"_ba
                              << "https://[fd00::2]:8443/tablet/"_ba;
        QTest::newRow("rubbish") << "a\"><script>"_ba
                                 << "https://localhost:8443/tablet/"_ba;
        QTest::newRow("a user name") << "bank.example@evil"_ba
                                     << "https://localhost:8443/tablet/"_ba;
    }
    void leadsToTheAddressThatWasTyped()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, link);
        const QByteArray page = Door().get("/ca", {}, {{"host", host}}).body;
        QVERIFY(page.contains("href=\"" + link + '"'));
        QVERIFY(!page.contains("<script>"));
    }

    void needsNothingFromElsewhere()
    {
        const HttpResponse response = Door().get("/ca");
        static const QRegularExpression reference(u"(?:src|href)=\"([^\"]*)\""_s);
        QStringList found;
        for (auto match = reference.globalMatch(QString::fromUtf8(response.body)); match.hasNext();)
            found.append(match.next().captured(1));
        found.removeDuplicates();
        std::sort(found.begin(), found.end());
        QCOMPARE(found,
            (QStringList{u"/ca.crt"_s, u"/ca.mobileconfig"_s, u"/ca/page.js"_s, u"?lang=en"_s, u"?lang=fr"_s,
                u"https://localhost:8443/tablet/"_s}));
        const QByteArray policy = response.header("Content-Security-Policy");
        QVERIFY(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
        QVERIFY(response.header("Strict-Transport-Security").isEmpty());
        QVERIFY(response.header("Set-Cookie").isEmpty());
        QVERIFY2(response.body.size() < 20'000, qPrintable(QString::number(response.body.size())));
    }

    void opensTheStepsOfTheTabletThatAsks()
    {
        Door door;
        const auto open = [&](const QByteArray &agent) {
            const QByteArray page = door.get("/ca", "lang=en", {{"user-agent", agent}}).body;
            return QByteArrayList{page.contains("<details open>\n<summary>Android") ? "android" : "",
                page.contains("<details open>\n<summary>iPad") ? "ios" : ""};
        };
        QCOMPARE(open("Mozilla/5.0 (Linux; Android 12)"), (QByteArrayList{"android", ""}));
        QCOMPARE(open("Mozilla/5.0 (iPad; CPU OS 16_0)"), (QByteArrayList{"", "ios"}));
        QCOMPARE(open("something else"), (QByteArrayList{"android", "ios"}));
    }

    void saysSoWhileNoTabletIsServed()
    {
        Door door;
        door.facts.reset();
        for (const QByteArray &path : {"/ca"_ba, "/ca.crt"_ba, "/"_ba}) {
            const HttpResponse response = door.get(path, "lang=en");
            QCOMPARE(response.status, 503);
            QVERIFY(response.body.contains("Ask the reception"));
        }
        QCOMPARE(door.get("/api/patients").status, 403);
    }
};

QTEST_GUILESS_MAIN(PlainDoorTest)
#include "tst_plaindoor.moc"
