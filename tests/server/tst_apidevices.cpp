#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString text(const ReceivedAnswer &answer, const QString &member)
{
    return answer.json().toObject().value(member).toString();
}

} // namespace

// Pairing, and the list of tablets.
class ApiDevicesTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void pairsATablet();
    void answersAllWrongCodesAlike();
    void slowsDownWhoGuesses();
    void revokesATabletAtOnce();
    void renamesAndMoves();
    void listsTablets();
    void refusesWhatIsBroken();
    void keepsTheIdempotencyKeysOfTabletsApart();

private:
    QJsonObject newDevice(const QString &name)
    {
        return m_api
            ->send(Role::Admin, "POST", "/api/devices", QJsonObject{{u"name"_s, name}, {u"ward"_s, u"Maternité"_s}})
            .json()
            .toObject();
    }
    ReceivedAnswer pair(const QJsonObject &body) { return m_api->send(std::nullopt, "POST", "/api/tablet/pair", body); }
    QByteArray tokenOf(const QJsonObject &device)
    {
        return text(pair({{u"code"_s, device.value(u"code"_s)}}), u"token"_s).toLatin1();
    }
    ReceivedAnswer submitAs(const QByteArray &token)
    {
        return m_api->send(std::nullopt, "POST", "/api/feedback", QJsonObject{{u"emoji_rating"_s, 4}},
            {{"Authorization", "Bearer " + token}});
    }
    static QByteArray pathOf(const QJsonObject &device)
    {
        return "/api/devices/" + QByteArray::number(device.value(u"id"_s).toInteger());
    }
};

void ApiDevicesTest::pairsATablet()
{
    const ReceivedAnswer added = m_api->send(Role::Admin, "POST", "/api/devices",
        QJsonObject{{u"name"_s, u"Maternité, salle 2"_s}, {u"ward"_s, u"Maternité"_s}});
    QCOMPARE(added.status, 201);
    QCOMPARE(added.headers.value("cache-control"), "no-store");
    const QJsonObject device = added.json().toObject();
    QCOMPARE(added.headers.value("location"), pathOf(device));
    QCOMPARE(device.value(u"status"_s), u"waiting"_s);
    QVERIFY(device.value(u"paired_at"_s).isNull());
    const ReceivedAnswer paired
        = pair({{u"code"_s, device.value(u"code"_s)}, {u"version"_s, u"1.0"_s}, {u"platform"_s, u"Android 14"_s}});
    QCOMPARE(paired.status, 201);
    QCOMPARE(paired.headers.value("cache-control"), "no-store");
    const QJsonObject own{
        {u"id"_s, device.value(u"id"_s)}, {u"name"_s, u"Maternité, salle 2"_s}, {u"ward"_s, u"Maternité"_s}};
    QCOMPARE(paired.json().toObject().value(u"device"_s).toObject(), own);
    QCOMPARE(submitAs(text(paired, u"token"_s).toLatin1()).status, 201);
    const ReceivedAnswer read = m_api->get(Role::Admin, pathOf(device));
    QCOMPARE(text(read, u"status"_s), u"active"_s);
    QCOMPARE(text(read, u"version"_s), u"1.0"_s);
    QCOMPARE(text(read, u"platform"_s), u"Android 14"_s);
    QVERIFY(!read.body.contains(text(paired, u"token"_s).toLatin1()));
}

void ApiDevicesTest::answersAllWrongCodesAlike()
{
    const QJsonObject used = newDevice(u"A"_s);
    QVERIFY(!tokenOf(used).isEmpty());
    const QJsonObject expired = newDevice(u"B"_s);
    m_api->clock().advance(10min);
    QSet<QByteArray> answers;
    for (const QJsonValue &code : {used.value(u"code"_s), expired.value(u"code"_s), QJsonValue(u"7K4Q2MXD"_s),
             QJsonValue(u"IIIIIIII"_s), QJsonValue(u"x"_s)}) {
        const ReceivedAnswer answer = pair({{u"code"_s, code}});
        QCOMPARE(answer.status, 404);
        answers += answer.body;
    }
    QCOMPARE(answers.size(), 1);
}

void ApiDevicesTest::slowsDownWhoGuesses()
{
    const QJsonObject device = newDevice(u"A"_s);
    m_api->clock().set(QDateTime({2026, 3, 12}, {10, 0, 10}, Qt::UTC));
    const QJsonObject fresh = m_api->send(Role::Admin, "POST", pathOf(device) + "/code").json().toObject();
    for (int i = 0; i < 30; ++i)
        QCOMPARE(pair({{u"code"_s, u"22222222"_s}}).status, 404);
    // Also a right one: otherwise guessing would go on at full speed.
    const ReceivedAnswer refused = pair({{u"code"_s, fresh.value(u"code"_s)}});
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("retry-after"), "2");
    m_api->clock().advance(2s);
    QCOMPARE(pair({{u"code"_s, fresh.value(u"code"_s)}}).status, 201);
}

void ApiDevicesTest::revokesATabletAtOnce()
{
    const QJsonObject device = newDevice(u"A"_s);
    const QByteArray token = tokenOf(device);
    QCOMPARE(submitAs(token).status, 201);
    QCOMPARE(text(m_api->send(Role::Admin, "POST", pathOf(device) + "/revoke"), u"status"_s), u"revoked"_s);
    const ReceivedAnswer refused = submitAs(token);
    QCOMPARE(refused.status, 401);
    QVERIFY(refused.headers.value("www-authenticate").contains("invalid_token"));
    QCOMPARE(m_api->send(Role::Admin, "POST", pathOf(device) + "/code").status, 409);
}

void ApiDevicesTest::renamesAndMoves()
{
    const QJsonObject device = newDevice(u"A"_s);
    const ReceivedAnswer renamed = m_api->send(Role::Admin, "PATCH", pathOf(device), QJsonObject{{u"name"_s, u"B"_s}});
    QCOMPARE(text(renamed, u"name"_s), u"B"_s);
    QCOMPARE(text(renamed, u"ward"_s), u"Maternité"_s);
    const ReceivedAnswer moved
        = m_api->send(Role::Admin, "PATCH", pathOf(device), QJsonObject{{u"ward"_s, QJsonValue::Null}});
    QVERIFY(moved.json().toObject().value(u"ward"_s).isNull());
}

void ApiDevicesTest::listsTablets()
{
    newDevice(u"Zoé"_s);
    newDevice(u"Anne"_s);
    const ReceivedAnswer all = m_api->get(Role::Admin, "/api/devices?fields=name");
    QCOMPARE(all.headers.value("x-total-count"), "3"); // with that of the tests
    QCOMPARE(all.json().toArray().at(0), (QJsonObject{{u"name"_s, u"Anne"_s}}));
    QCOMPARE(m_api->get(Role::Admin, "/api/devices?limit=1&offset=1").json().toArray().size(), 1);
    QVERIFY(!m_api->get(Role::Admin, "/api/devices").body.contains("code"));
}

void ApiDevicesTest::refusesWhatIsBroken()
{
    QCOMPARE(m_api->send(Role::Admin, "POST", "/api/devices", QJsonObject{{u"name"_s, u""_s}}).status, 422);
    QCOMPARE(m_api->send(Role::Admin, "POST", "/api/devices", QJsonObject{{u"nom"_s, u"A"_s}}).status, 422);
    QCOMPARE(m_api->get(Role::Admin, "/api/devices/999").status, 404);
    QCOMPARE(m_api->send(Role::Admin, "POST", "/api/devices/999/revoke").status, 404);
    QCOMPARE(pair({{u"code"_s, 5}}).status, 422);
    QCOMPARE(pair({{u"version"_s, u"1"_s}}).status, 422);
}

void ApiDevicesTest::keepsTheIdempotencyKeysOfTabletsApart()
{
    QSet<QString> rows;
    for (const QString &name : {u"A"_s, u"B"_s}) {
        const QByteArray token = tokenOf(newDevice(name));
        for (int repeat = 0; repeat < 2; ++repeat) {
            const ReceivedAnswer answer = m_api->send(std::nullopt, "POST", "/api/feedback",
                QJsonObject{{u"emoji_rating"_s, 4}}, {{"Authorization", "Bearer " + token}, {"Idempotency-Key", "1"}});
            QCOMPARE(answer.status, repeat == 0 ? 201 : 200);
            rows += text(answer, u"client_id"_s);
        }
    }
    QCOMPARE(rows.size(), 2);
}

QTEST_GUILESS_MAIN(ApiDevicesTest)
#include "tst_apidevices.moc"
