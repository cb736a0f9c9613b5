#include "tests/support/apitest.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray recording(qsizetype size)
{
    QByteArray bytes = "OggS";
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256);
    return bytes.left(size);
}

QJsonObject claimOf(const QByteArray &bytes)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return {{u"sha256"_s, QString::fromLatin1(hash)}, {u"size"_s, bytes.size()}, {u"media_type"_s, u"audio/webm"_s}};
}

} // namespace

// What tablets send, as it was agreed with their page.
class ApiSyncTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void answersEachItem();
    void tellsNothingOfTheRegistry();
    void refusesWhatIsNoBatch_data();
    void refusesWhatIsNoBatch();
    void takesPiecesOfARecording();
    void saysFromWhereToGoOn();
    void startsAgainWhenTheWholeIsAnother();
    void refusesPiecesThatAreNone();
    void letsAPersonSettleADispute();
    void keepsBothTimes();
    void takesPackedBodies();
    void tellsThatItWasDeleted();
    void tellsRecordingsApart();

private:
    ReceivedAnswer sync(const QJsonArray &items, const QJsonObject &members = {})
    {
        QJsonObject batch = members;
        batch.insert(u"items"_s, items);
        return m_api->send(Role::Device, "POST", "/api/sync", batch);
    }
    QJsonObject outcome(const QJsonObject &item)
    {
        return sync({item}).json().toObject().value(u"items"_s).toArray().at(0).toObject();
    }
    ReceivedAnswer put(const QString &id, qint64 offset, const QByteArray &bytes, Role who = Role::Device,
        const QByteArray &type = {}, const QByteArray &rest = {})
    {
        const QByteArray path = "/api/sync/" + id.toLatin1() + "/audio?offset=" + QByteArray::number(offset) + rest;
        const QByteArray binary = "application/octet-stream";
        return m_api->send(who, "PUT", path, bytes, {{"Content-Type", type.isEmpty() ? binary : type}});
    }
    // With an id that no other row of this test has.
    QJsonObject item(const QJsonObject &members = {})
    {
        QJsonObject made = members;
        made.insert(u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a%1"_s.arg(++m_made, 4, 10, QChar(u'0')));
        if (!made.contains(u"emoji_rating"_s))
            made.insert(u"emoji_rating"_s, 4);
        return made;
    }
    static QString idOf(const QJsonObject &item) { return item.value(u"client_id"_s).toString(); }

    int m_made = 0;
};

void ApiSyncTest::answersEachItem()
{
    const QJsonObject first = item();
    QJsonObject other = first;
    other.insert(u"comments"_s, u"autre chose"_s);
    const QJsonObject bad = item({{u"emoji_rating"_s, 6}, {u"comment"_s, u"x"_s}});
    const ReceivedAnswer answer = sync({first, first, other, bad, 5},
        {{u"client_time"_s, u"2026-03-12T09:42:00Z"_s}, {u"version"_s, u"1.0"_s}, {u"queue_length"_s, 3},
            {u"battery"_s, 0.8}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("cache-control"), "no-store");
    QCOMPARE(answer.json().toObject().value(u"server_time"_s), u"2026-03-12T09:42:00Z"_s);
    const QJsonArray outcomes = answer.json().toObject().value(u"items"_s).toArray();
    const QStringList expected{u"created"_s, u"known"_s, u"kept"_s, u"invalid"_s, u"invalid"_s};
    QCOMPARE(outcomes.size(), expected.size());
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(outcomes.at(i).toObject().value(u"status"_s), expected.at(i));
    const QJsonObject created = outcomes.at(0).toObject();
    QCOMPARE(created.value(u"client_id"_s), first.value(u"client_id"_s));
    QCOMPARE(outcomes.at(1).toObject().value(u"id"_s), created.value(u"id"_s));
    QVERIFY(created.value(u"errors"_s).toArray().isEmpty());
    QVERIFY(created.value(u"audio"_s).isNull());
    QVERIFY(outcomes.at(3).toObject().value(u"id"_s).isNull());
    QCOMPARE(outcomes.at(3).toObject().value(u"errors"_s).toArray(),
        (QJsonArray{QJsonObject{{u"field"_s, u"comment"_s}, {u"key"_s, u"unknownField"_s}}}));
    QCOMPARE(m_api->get(Role::Viewer, "/api/feedback").headers.value("x-total-count"), "1");
    QCOMPARE(sync({}).json().toObject().value(u"items"_s).toArray().size(), 0);
}

void ApiSyncTest::tellsNothingOfTheRegistry()
{
    const QJsonObject patient = m_api->newPatient({{u"name"_s, u"Théodule Ngassa"_s}});
    const ReceivedAnswer known = sync({item({{u"patient_id"_s, patient.value(u"patient_id"_s)}})});
    const ReceivedAnswer unknown = sync({item({{u"patient_id"_s, u"P999999"_s}})});
    QVERIFY(!known.body.contains("Ngassa"));
    const auto shape = [](const ReceivedAnswer &answer) {
        return answer.json().toObject().value(u"items"_s).toArray().at(0).toObject().keys();
    };
    QCOMPARE(shape(known), shape(unknown));
    QCOMPARE(m_api->get(Role::Viewer, "/api/feedback?matched=true").headers.value("x-total-count"), "1");
    QCOMPARE(m_api->get(Role::Viewer, "/api/feedback?matched=false").headers.value("x-total-count"), "1");
}

void ApiSyncTest::refusesWhatIsNoBatch_data()
{
    QTest::addColumn<QJsonObject>("batch");
    QTest::addColumn<int>("status");
    QJsonArray many;
    for (int i = 0; i <= 100; ++i)
        many += QJsonObject();
    QTest::newRow("no items") << QJsonObject{{u"version"_s, u"1"_s}} << 422;
    QTest::newRow("items that are no list") << QJsonObject{{u"items"_s, 5}} << 422;
    QTest::newRow("too many") << QJsonObject{{u"items"_s, many}} << 422;
    QTest::newRow("a clock that is none")
        << QJsonObject{{u"items"_s, QJsonArray()}, {u"client_time"_s, u"noon"_s}} << 422;
    QTest::newRow("a battery of 80") << QJsonObject{{u"items"_s, QJsonArray()}, {u"battery"_s, 80}} << 422;
    QTest::newRow("less than no queue") << QJsonObject{{u"items"_s, QJsonArray()}, {u"queue_length"_s, -1}} << 422;
}

void ApiSyncTest::refusesWhatIsNoBatch()
{
    QFETCH(QJsonObject, batch);
    QFETCH(int, status);
    QCOMPARE(m_api->send(Role::Device, "POST", "/api/sync", batch).status, status);
}

void ApiSyncTest::takesPiecesOfARecording()
{
    const QByteArray bytes = recording(70'000);
    const QJsonObject spoken = item({{u"audio"_s, claimOf(bytes)}});
    const QJsonObject taken = outcome(spoken);
    const QJsonObject nothing{{u"received"_s, 0}, {u"complete"_s, false}};
    QCOMPARE(taken.value(u"audio"_s).toObject(), nothing);
    for (qint64 offset = 0; offset < bytes.size(); offset += 32'768) {
        for (int repeat = 0; repeat < 2; ++repeat) {
            const ReceivedAnswer answer = put(idOf(spoken), offset, bytes.mid(offset, 32'768));
            QCOMPARE(answer.status, 200);
            const qint64 received = std::min<qint64>(offset + 32'768, bytes.size());
            const QJsonObject progress{{u"received"_s, received}, {u"complete"_s, received == bytes.size()}};
            QCOMPARE(answer.json().toObject(), progress);
        }
    }
    const QByteArray path = "/api/feedback/" + QByteArray::number(taken.value(u"id"_s).toInteger()) + "/audio";
    QCOMPARE(m_api->get(Role::Viewer, path).body, bytes);
    QCOMPARE(outcome(spoken).value(u"audio"_s).toObject().value(u"complete"_s).toBool(), true);
}

void ApiSyncTest::saysFromWhereToGoOn()
{
    const QByteArray bytes = recording(5000);
    const QJsonObject spoken = item({{u"audio"_s, claimOf(bytes)}});
    outcome(spoken);
    QCOMPARE(put(idOf(spoken), 0, bytes.first(1000)).status, 200);
    const ReceivedAnswer refused = put(idOf(spoken), 2000, bytes.sliced(2000));
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.headers.value("content-type"), "application/problem+json");
    QCOMPARE(refused.json().toObject().value(u"received"_s).toInt(), 1000);
    QCOMPARE(put(idOf(spoken), 1000, bytes.sliced(1000)).json().toObject().value(u"complete"_s).toBool(), true);
}

void ApiSyncTest::startsAgainWhenTheWholeIsAnother()
{
    const QByteArray bytes = recording(5000);
    const QJsonObject spoken = item({{u"audio"_s, claimOf(bytes)}});
    outcome(spoken);
    QByteArray damaged = bytes;
    damaged[4999] = char(damaged[4999] + 1);
    const ReceivedAnswer refused = put(idOf(spoken), 0, damaged);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json().toObject().value(u"received"_s).toInt(-1), 0);
    QCOMPARE(put(idOf(spoken), 0, bytes).status, 200);
}

void ApiSyncTest::refusesPiecesThatAreNone()
{
    const QByteArray bytes = recording(40'000);
    const QJsonObject spoken = item({{u"audio"_s, claimOf(bytes)}});
    const QString id = idOf(spoken);
    QCOMPARE(put(id, 0, bytes.first(100)).status, 404); // not announced yet
    outcome(spoken);
    QCOMPARE(put(id, 0, bytes.first(100), Role::Reception).status, 404); // another's
    QCOMPARE(put(id, 0, bytes.first(32'769)).status, 413);
    QCOMPARE(put(id, 0, bytes.first(100), Role::Device, "audio/ogg").status, 415);
    QCOMPARE(put(id, 0, {}).status, 400);
    QCOMPARE(put(id, 0, QByteArray(100, 'x')).status, 415); // no recording
    const QByteArray path = "/api/sync/" + id.toLatin1() + "/audio";
    const WireClient::Headers binary{{"Content-Type", "application/octet-stream"}};
    QCOMPARE(m_api->send(Role::Device, "PUT", path, bytes.first(100), binary).status, 422);
    QCOMPARE(m_api->send(Role::Device, "PUT", path + "?offset=-1", bytes.first(100), binary).status, 400);
    QCOMPARE(put(u"nothing"_s, 0, bytes.first(100)).status, 404);
    QCOMPARE(m_api->send(Role::Device, "POST", path, bytes.first(100), binary).status, 405);
}

void ApiSyncTest::letsAPersonSettleADispute()
{
    const QJsonObject first = item();
    const QJsonValue row = outcome(first).value(u"id"_s);
    QJsonObject other = first;
    other.insert(u"comments"_s, u"autre chose"_s);
    QCOMPARE(outcome(other).value(u"status"_s), u"kept"_s);
    const ReceivedAnswer list = m_api->get(Role::Reception, "/api/sync/disputes");
    QCOMPARE(list.headers.value("x-total-count"), "1");
    const QJsonObject dispute = list.json().toArray().at(0).toObject();
    QCOMPARE(dispute.value(u"feedback_id"_s), row);
    QCOMPARE(dispute.value(u"device_name"_s), u"test.device"_s);
    const QByteArray path = "/api/sync/disputes/" + QByteArray::number(dispute.value(u"id"_s).toInteger());
    const QJsonObject both = m_api->get(Role::Reception, path).json().toObject();
    QVERIFY(both.value(u"stored"_s).toObject().value(u"comments"_s).isNull());
    QCOMPARE(both.value(u"received"_s).toObject().value(u"comments"_s), u"autre chose"_s);
    QCOMPARE(both.value(u"differing"_s).toArray(), QJsonArray{u"comments"_s});
    QCOMPARE(m_api->get(Role::Reception, path + "/audio").status, 404);
    QCOMPARE(m_api->send(Role::Reception, "POST", path + "/resolve", QJsonObject{{u"keep"_s, u"both"_s}}).status, 422);
    const QJsonObject decision{{u"keep"_s, u"received"_s}};
    const ReceivedAnswer settled = m_api->send(Role::Reception, "POST", path + "/resolve", decision);
    QCOMPARE(settled.status, 200);
    QCOMPARE(settled.json().toObject().value(u"kept"_s), u"received"_s);
    QCOMPARE(m_api->send(Role::Manager, "POST", path + "/resolve", decision).status, 409);
    const QJsonObject after = m_api->get(Role::Reception, path).json().toObject();
    QVERIFY(after.contains(u"received"_s) && after.value(u"received"_s).isNull()); // what lost is deleted
    QCOMPARE(after.value(u"stored"_s).toObject().value(u"comments"_s), u"autre chose"_s);
    QCOMPARE(m_api->get(Role::Reception, "/api/sync/disputes").headers.value("x-total-count"), "0");
    const QByteArray feedback = "/api/feedback/" + QByteArray::number(row.toInteger());
    QCOMPARE(m_api->get(Role::Viewer, feedback).json().toObject().value(u"comments"_s), u"autre chose"_s);
}

void ApiSyncTest::keepsBothTimes()
{
    const QJsonObject late = item({{u"submitted_at"_s, u"2001-01-01T00:00:00Z"_s}, {u"callback_requested"_s, true}});
    const ReceivedAnswer answer = sync({late}, {{u"client_time"_s, u"2001-01-01T00:10:00Z"_s}});
    const qint64 row = answer.json().toObject().value(u"items"_s).toArray().at(0).toObject().value(u"id"_s).toInteger();
    const QJsonObject stored = m_api->get(Role::Viewer, "/api/feedback/" + QByteArray::number(row)).json().toObject();
    QCOMPARE(stored.value(u"feedback_date"_s), u"2026-03-12T09:32:00Z"_s);
    QCOMPARE(stored.value(u"client_time"_s), u"2001-01-01T00:00:00Z"_s);
    QCOMPARE(stored.value(u"callback_requested"_s).toBool(), true);
    QVERIFY(stored.value(u"device"_s).toInteger() > 0);
}

void ApiSyncTest::takesPackedBodies()
{
    const QByteArray packed
        = QByteArray::fromHex("1f8b0800000000000203ab56ca2c49cd2d56b28a8ead05001d1f43ea0c000000"); // {"items":[]}
    const ReceivedAnswer answer = m_api->send(Role::Device, "POST", "/api/sync", packed,
        {{"Content-Type", "application/json"}, {"Content-Encoding", "gzip"}});
    QCOMPARE(answer.status, 200);
}

void ApiSyncTest::tellsThatItWasDeleted()
{
    const QByteArray bytes = recording(2000);
    const QJsonObject spoken = item({{u"audio"_s, claimOf(bytes)}});
    const QJsonObject taken = outcome(spoken);
    QCOMPARE(taken.value(u"deleted"_s).toBool(true), false);
    const QByteArray path = "/api/feedback/" + QByteArray::number(taken.value(u"id"_s).toInteger());
    QCOMPARE(m_api->send(Role::Admin, "DELETE", path, QByteArray()).status, 204);
    const QJsonObject again = outcome(spoken);
    QCOMPARE(again.value(u"status"_s).toString(), u"known"_s);
    QCOMPARE(again.value(u"deleted"_s).toBool(), true);
    QVERIFY(again.value(u"id"_s).isNull());
    const QJsonObject complete{{u"received"_s, 2000}, {u"complete"_s, true}};
    QCOMPARE(again.value(u"audio"_s).toObject(), complete);
    QCOMPARE(put(idOf(spoken), 0, bytes).json().toObject(), complete);
}

void ApiSyncTest::tellsRecordingsApart()
{
    const QByteArray bytes = recording(2000);
    const QJsonObject spoken = item({{u"audio"_s, claimOf(bytes)}});
    outcome(spoken);
    const QByteArray hash = claimOf(bytes).value(u"sha256"_s).toString().toLatin1();
    QCOMPARE(put(idOf(spoken), 0, bytes.first(500), Role::Device, {}, "&sha256=" + QByteArray(64, 'a')).status, 404);
    QCOMPARE(put(idOf(spoken), 0, bytes, Role::Device, {}, "&sha256=" + hash).status, 200);
}

QTEST_GUILESS_MAIN(ApiSyncTest)
#include "tst_apisync.moc"
