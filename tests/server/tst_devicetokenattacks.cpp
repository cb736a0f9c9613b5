#include "tests/support/apiclient.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr auto someone = "6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a0001";

QByteArray bearer(const QByteArray &token)
{
    return "Bearer " + token;
}

// What the media check takes for a recording.
QByteArray recording(qsizetype size)
{
    QByteArray bytes = "OggS" + QByteArray(24, '\0') + "OpusHead";
    return bytes.append(QByteArray(size - bytes.size(), 'a'));
}

} // namespace

// What somebody may try who found a tablet, or saw its token once: forged tokens, tokens in other places, what is not a
// tablet's to ask, and other tablets' submissions.
class DeviceTokenAttacksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { QCOMPARE(m_api->breaches(), QStringList()); }
    void cleanupTestCase() { m_api.reset(); }

    void refusesATokenWithAnyByteChanged();
    void refusesATokenCutOrExtended();
    void takesATokenOnlyFromItsHeader();
    void isNoAccountsToken();
    void mayOnlySubmitAndReadItsOwnConfiguration();
    void addsNothingToAnotherTabletsSubmission();
    void replacesTheTokenWhenPairedAgain();

private:
    struct Tablet
    {
        QByteArray path; // of the device among the API's
        QByteArray token;
    };
    Tablet newTablet(const QString &name);
    QByteArray paired(const QJsonObject &answerWithCode);
    ReceivedAnswer ask(const QByteArray &method, const QByteArray &target, const QByteArray &token,
        const QByteArray &body = {}, const QByteArray &type = "application/json");
    int statusOf(const QByteArray &token) { return ask("GET", "/api/tablet/configuration", token).status; }

    std::unique_ptr<ApiClient> m_api;
    Tablet m_tablet;
};

void DeviceTokenAttacksTest::initTestCase()
{
    m_api = std::make_unique<ApiClient>(Dialect::Sqlite);
    m_tablet = newTablet(u"Maternité, salle 2"_s);
}

void DeviceTokenAttacksTest::init()
{
    QCOMPARE(statusOf(m_tablet.token), 200); // otherwise every refusal below would prove nothing
}

QByteArray DeviceTokenAttacksTest::paired(const QJsonObject &answerWithCode)
{
    const QJsonObject code{{u"code"_s, answerWithCode.value(u"code"_s)}};
    return m_api->send(std::nullopt, "POST", "/api/tablet/pair", code)
        .json()
        .toObject()
        .value(u"token"_s)
        .toString()
        .toLatin1();
}

DeviceTokenAttacksTest::Tablet DeviceTokenAttacksTest::newTablet(const QString &name)
{
    const QJsonObject device
        = m_api->send(Role::Admin, "POST", "/api/devices", QJsonObject{{u"name"_s, name}, {u"ward"_s, u"Maternité"_s}})
              .json()
              .toObject();
    return {"/api/devices/" + QByteArray::number(device.value(u"id"_s).toInteger()), paired(device)};
}

ReceivedAnswer DeviceTokenAttacksTest::ask(const QByteArray &method, const QByteArray &target, const QByteArray &token,
    const QByteArray &body, const QByteArray &type)
{
    WireClient::Headers headers{{"Authorization", bearer(token)}};
    if (!body.isEmpty())
        headers.append({"Content-Type", type});
    return m_api->send(std::nullopt, method, target, body, headers);
}

void DeviceTokenAttacksTest::refusesATokenWithAnyByteChanged()
{
    const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int tried = 0;
    for (qsizetype at = 0; at < m_tablet.token.size(); ++at) {
        const qsizetype place = alphabet.indexOf(m_tablet.token.at(at));
        QVERIFY(place >= 0);
        for (const char other : QByteArray(1, alphabet.at(place ^ 1)) + alphabet.at(place ^ 32) + '.') {
            QByteArray forged = m_tablet.token;
            forged[at] = other;
            ++tried;
            QVERIFY2(statusOf(forged) == 401, qPrintable(u"byte %1 as %2"_s.arg(at).arg(QLatin1Char(other))));
        }
    }
    QCOMPARE(tried, 3 * m_tablet.token.size());
}

void DeviceTokenAttacksTest::refusesATokenCutOrExtended()
{
    for (qsizetype size = 0; size < m_tablet.token.size(); ++size)
        QCOMPARE(statusOf(m_tablet.token.first(size)), 401);
    for (const QByteArray &more : {"A"_ba, "="_ba, "."_ba, "%00"_ba, m_tablet.token})
        QCOMPARE(statusOf(m_tablet.token + more), 401);
}

void DeviceTokenAttacksTest::takesATokenOnlyFromItsHeader()
{
    const auto status = [&](const QByteArray &target, const WireClient::Headers &headers) {
        return m_api->send(std::nullopt, "GET", target, QByteArray(), headers).status;
    };
    const QByteArray path = "/api/tablet/configuration";
    QCOMPARE(status(path, {{"Authorization", bearer(m_tablet.token)}}), 200);
    QCOMPARE(status(path, {{"Authorization", "Basic " + m_tablet.token}}), 401);
    QCOMPARE(status(path, {{"Authorization", m_tablet.token}}), 401);
    QCOMPARE(status(path, {{"Cookie", "token=" + m_tablet.token}}), 401);
    QCOMPARE(status(path, {{"X-Api-Key", m_tablet.token}}), 401);
    // A query lands in logs and histories: no token is read from there.
    QVERIFY(status(path + "?access_token=" + m_tablet.token, {}) != 200);
    // Two of them: nobody may choose which one counts.
    QVERIFY(status(path, {{"Authorization", bearer(m_tablet.token)}, {"Authorization", bearer("x")}}) != 200);
}

void DeviceTokenAttacksTest::isNoAccountsToken()
{
    const QJsonObject asRefresh{{u"refresh_token"_s, QString::fromLatin1(m_tablet.token)}};
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/auth/refresh", asRefresh).status, 401);
    const QByteArray otherRole = m_api->token(Role::Reception);
    QCOMPARE(statusOf(otherRole), 403); // and an account is no tablet
}

void DeviceTokenAttacksTest::mayOnlySubmitAndReadItsOwnConfiguration()
{
    const QByteArray patient = m_api->newPatient().value(u"patient_id"_s).toString().toLatin1();
    QVERIFY(!patient.isEmpty());
    for (const QByteArray &target :
        {"/api/patients"_ba, "/api/patients/" + patient, "/api/feedback"_ba, "/api/reminders"_ba, "/api/users"_ba,
            "/api/devices"_ba, m_tablet.path, "/api/sync/disputes"_ba, "/api/dashboard/stats"_ba, "/api/templates"_ba})
        QCOMPARE(ask("GET", target, m_tablet.token).status, 403);
    QCOMPARE(ask("POST", m_tablet.path + "/code", m_tablet.token).status, 403);
    QCOMPARE(ask("POST", m_tablet.path + "/revoke", m_tablet.token).status, 403);
    QCOMPARE(statusOf(m_tablet.token), 200);
}

void DeviceTokenAttacksTest::addsNothingToAnotherTabletsSubmission()
{
    const QByteArray bytes = recording(2000);
    const QJsonObject claim{
        {u"sha256"_s, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())},
        {u"size"_s, bytes.size()}, {u"media_type"_s, u"audio/ogg"_s}};
    const QJsonObject item{{u"client_id"_s, QString::fromLatin1(someone)}, {u"emoji_rating"_s, 2}, {u"audio"_s, claim}};
    const QByteArray batch = jsonBytes({{u"items"_s, QJsonArray{item}}});
    QCOMPARE(ask("POST", "/api/sync", m_tablet.token, batch).status, 200);

    const Tablet other = newTablet(u"Urgences"_s);
    const QByteArray path = "/api/sync/" + QByteArray(someone) + "/audio?offset=0";
    QCOMPARE(ask("PUT", path, other.token, bytes, "application/octet-stream").status, 404);
    const ReceivedAnswer own = ask("PUT", path, m_tablet.token, bytes, "application/octet-stream");
    QCOMPARE(own.status, 200);
    QCOMPARE(own.json().toObject().value(u"complete"_s).toBool(), true);
}

void DeviceTokenAttacksTest::replacesTheTokenWhenPairedAgain()
{
    const Tablet stolen = newTablet(u"Chirurgie"_s);
    QCOMPARE(statusOf(stolen.token), 200);
    const QJsonObject code = m_api->send(Role::Admin, "POST", stolen.path + "/code").json().toObject();
    QCOMPARE(statusOf(stolen.token), 200); // until the code is used
    const QByteArray fresh = paired(code);
    QVERIFY(!fresh.isEmpty() && fresh != stolen.token);
    QCOMPARE(statusOf(fresh), 200);
    QCOMPARE(statusOf(stolen.token), 401);
    QCOMPARE(m_api->send(Role::Admin, "POST", stolen.path + "/revoke").status, 200);
    QCOMPARE(statusOf(fresh), 401);
}

QTEST_GUILESS_MAIN(DeviceTokenAttacksTest)
#include "tst_devicetokenattacks.moc"
