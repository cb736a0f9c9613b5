#include "server/api.h"
#include "tests/support/apitest.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What tablets ask and say, over HTTP.
class ApiTabletContentTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void tellsATabletWhatItsWardAsks();
    void answersNothingNewWithNothing();
    void refusesWhatIsNoQuestion_data();
    void refusesWhatIsNoQuestion();
    void replacesExactlyTheVersionThatWasRead();
    void setsAndTakesAwayThePin();
    void carriesARecordingToTheTablets();
    void countsWhatIsRecordedAndReviewed();
    void refusesRecordingsOfUnknownThings();
    void editsTheWards();

private:
    ReceivedAnswer sendRecording(Role who, const QByteArray &prompt, const QByteArray &bytes)
    {
        return m_api->send(
            who, "PUT", "/api/tablet/prompts/" + prompt + "/recording", bytes, {{"Content-Type", "audio/ogg"}});
    }
    static QJsonObject content()
    {
        return {{u"questions"_s, QJsonArray{u"overall_experience"_s}},
            {u"ward_questions"_s, QJsonObject{{u"Maternité"_s, QJsonArray{u"recommendation_likelihood"_s}}}},
            {u"callback_offered"_s, false}, {u"idle"_s, QJsonObject{{u"ask_seconds"_s, 45}, {u"wipe_seconds"_s, 60}}},
            {u"texts"_s, QJsonObject{{u"dua"_s, QJsonObject{{u"thanks"_s, u"Na som."_s}}}}}};
    }
};

void ApiTabletContentTest::tellsATabletWhatItsWardAsks()
{
    const QJsonObject tablet = m_api->get(Role::Admin, "/api/devices").json().toArray().first().toObject();
    const QByteArray row = "/api/devices/" + QByteArray::number(tablet.value(u"id").toInteger());
    QCOMPARE(m_api->send(Role::Admin, "PATCH", row, QJsonObject{{u"ward"_s, u"Maternité"_s}}).status, 200);
    QCOMPARE(m_api->send(Role::Manager, "PUT", "/api/tablet/content", content()).status, 200);
    const QJsonObject here = m_api->get(Role::Device, "/api/tablet/configuration").json().toObject();
    QCOMPARE(here.value(u"device").toObject().value(u"ward").toString(), u"Maternité"_s);
    QCOMPARE(here.value(u"questions").toArray(), QJsonArray{u"recommendation_likelihood"_s});
    QCOMPARE(here.value(u"callback_offered"), QJsonValue(false));
    QCOMPARE(here.value(u"idle").toObject().value(u"ask_seconds").toInt(), 45);
    QCOMPARE(here.value(u"texts").toObject(), content().value(u"texts").toObject());
    QVERIFY(here.value(u"pin").isNull());
}

void ApiTabletContentTest::answersNothingNewWithNothing()
{
    const ReceivedAnswer first = m_api->get(Role::Device, "/api/tablet/configuration");
    QCOMPARE(first.status, 200);
    const QByteArray tag = first.headers.value("etag");
    QVERIFY(!tag.isEmpty());
    const ReceivedAnswer again = m_api->get(Role::Device, "/api/tablet/configuration", {{"If-None-Match", tag}});
    QCOMPARE(again.status, 304);
    QVERIFY(again.body.isEmpty());
    QCOMPARE(m_api->send(Role::Admin, "PUT", "/api/tablet/pin", QJsonObject{{u"pin"_s, u"480213"_s}}).status, 204);
    QCOMPARE(m_api->get(Role::Device, "/api/tablet/configuration", {{"If-None-Match", tag}}).status, 200);
}

void ApiTabletContentTest::refusesWhatIsNoQuestion_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    QTest::newRow("unknown question") << u"questions"_s << QJsonValue(QJsonArray{u"age"_s}) << u"questions"_s
                                      << u"unknownValue"_s;
    QTest::newRow("number") << u"questions"_s << QJsonValue(QJsonArray{3}) << u"questions"_s << u"wrongType"_s;
    QTest::newRow("not a list") << u"questions"_s << QJsonValue(u"overall_experience"_s) << u"questions"_s
                                << u"wrongType"_s;
    QTest::newRow("absent") << u"questions"_s << QJsonValue(QJsonValue::Undefined) << u"questions"_s << u"required"_s;
    QTest::newRow("unknown language") << u"texts"_s << QJsonValue(QJsonObject{{u"de"_s, QJsonObject()}})
                                      << u"texts.de"_s << u"unknownField"_s;
    QTest::newRow("unknown key") << u"texts"_s
                                 << QJsonValue(QJsonObject{{u"fr"_s, QJsonObject{{u"goodbye"_s, u"x"_s}}}})
                                 << u"texts.fr"_s << u"unknownField"_s;
    QTest::newRow("ward asks a text") << u"ward_questions"_s << QJsonValue(QJsonObject{{u"Urgences"_s, u"x"_s}})
                                      << u"ward_questions.Urgences"_s << u"wrongType"_s;
    QTest::newRow("half a second") << u"idle"_s << QJsonValue(QJsonObject{{u"ask_seconds"_s, 30.5}})
                                   << u"idle.ask_seconds"_s << u"wrongType"_s;
    QTest::newRow("hurries") << u"idle"_s << QJsonValue(QJsonObject{{u"ask_seconds"_s, 3}}) << u"idle.ask_seconds"_s
                             << u"outOfRange"_s;
}

void ApiTabletContentTest::refusesWhatIsNoQuestion()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, field);
    QFETCH(QString, key);
    QJsonObject spoiled = content();
    spoiled.insert(member, value);
    const ReceivedAnswer answer = m_api->send(Role::Manager, "PUT", "/api/tablet/content", spoiled);
    QCOMPARE(answer.status, 422);
    const QJsonObject error = answer.json().toObject().value(u"errors").toArray().first().toObject();
    QCOMPARE(error.value(u"field").toString(), field);
    QCOMPARE(error.value(u"key").toString(), key);
}

void ApiTabletContentTest::replacesExactlyTheVersionThatWasRead()
{
    const QByteArray tag = m_api->get(Role::Manager, "/api/tablet/content").headers.value("etag");
    QCOMPARE(m_api->send(Role::Admin, "PUT", "/api/tablet/content", content()).status, 200);
    QJsonObject mine = content();
    mine.insert(u"callback_offered"_s, true);
    QCOMPARE(m_api->send(Role::Manager, "PUT", "/api/tablet/content", mine, {{"If-Match", tag}}).status, 412);
    const ReceivedAnswer now = m_api->get(Role::Manager, "/api/tablet/content");
    QCOMPARE(now.json().toObject().value(u"callback_offered"), QJsonValue(false));
    // What was read can be sent back as it is.
    QCOMPARE(m_api
                 ->send(Role::Manager, "PUT", "/api/tablet/content", now.json().toObject(),
                     {{"If-Match", now.headers.value("etag")}})
                 .status,
        200);
}

void ApiTabletContentTest::setsAndTakesAwayThePin()
{
    const auto set = [&](const QJsonValue &pin) {
        return m_api->send(Role::Admin, "PUT", "/api/tablet/pin", QJsonObject{{u"pin"_s, pin}}).status;
    };
    const auto pin
        = [&] { return m_api->get(Role::Device, "/api/tablet/configuration").json().toObject().value(u"pin"); };
    QCOMPARE(set(u"480213"_s), 204);
    QCOMPARE(pin().toObject().value(u"iterations").toInt(), 100'000);
    QCOMPARE(QByteArray::fromBase64(pin().toObject().value(u"hash").toString().toLatin1()).size(), 32);
    QVERIFY(!m_api->get(Role::Admin, "/api/tablet/content").body.contains("480213"));
    QCOMPARE(set(u"1234"_s), 422);
    QCOMPARE(set(480213), 422);
    QCOMPARE(set(u""_s), 422);
    QVERIFY(pin().isObject());
    QCOMPARE(set(QJsonValue::Null), 204);
    QVERIFY(pin().isNull());
}

void ApiTabletContentTest::carriesARecordingToTheTablets()
{
    const QByteArray bytes = "OggS" + QByteArray(5000, 'v');
    QCOMPARE(sendRecording(Role::Manager, "faces.question.dua", bytes).status, 200);
    const QJsonObject reference = m_api->get(Role::Device, "/api/tablet/configuration")
                                      .json()
                                      .toObject()
                                      .value(u"prompts")
                                      .toArray()
                                      .first()
                                      .toObject();
    QCOMPARE(reference.value(u"key").toString(), u"faces.question"_s);
    QCOMPARE(reference.value(u"language").toString(), u"dua"_s);
    QCOMPARE(reference.value(u"size").toInt(), 5004);
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    QCOMPARE(reference.value(u"sha256").toString().toLatin1(), sha256);
    const ReceivedAnswer played = m_api->get(Role::Device, "/api/tablet/prompts/" + sha256);
    QCOMPARE(played.status, 200);
    QCOMPARE(played.body, bytes);
    QCOMPARE(played.headers.value("content-type"), "audio/ogg");
    QVERIFY(played.headers.value("cache-control").contains("immutable"));
    QCOMPARE(m_api->get(Role::Manager, "/api/tablet/prompts/faces.question.dua/recording").body, bytes);
    QCOMPARE(m_api->get(Role::Device, "/api/tablet/prompts/" + QByteArray(64, '0')).status, 404);
}

void ApiTabletContentTest::countsWhatIsRecordedAndReviewed()
{
    QCOMPARE(sendRecording(Role::Manager, "face.1.bas", "OggS" + QByteArray(60, 'a')).status, 200);
    QCOMPARE(sendRecording(Role::Manager, "face.2.bas", "OggS" + QByteArray(60, 'b')).status, 200);
    QJsonObject coverage = m_api->get(Role::Manager, "/api/tablet/prompts").json().toObject();
    const QJsonObject first = coverage.value(u"prompts").toArray().first().toObject();
    QVERIFY(first.value(u"reviewer").isNull());
    const QJsonObject heard{{u"sha256"_s, first.value(u"sha256")}};
    QCOMPARE(m_api->send(Role::Manager, "POST", "/api/tablet/prompts/face.1.bas/review", heard).status, 422);
    QCOMPARE(m_api->send(Role::Admin, "POST", "/api/tablet/prompts/face.2.bas/review", heard).status, 409);
    QCOMPARE(m_api->send(Role::Admin, "POST", "/api/tablet/prompts/face.1.bas/review", heard).status, 200);
    coverage = m_api->get(Role::Manager, "/api/tablet/prompts").json().toObject();
    QCOMPARE(coverage.value(u"coverage").toObject().value(u"bas").toObject(),
        (QJsonObject{{u"wanted"_s, 16}, {u"recorded"_s, 2}, {u"reviewed"_s, 1}}));
    QCOMPARE(m_api->send(Role::Manager, "DELETE", "/api/tablet/prompts/face.1.bas/recording").status, 204);
    QCOMPARE(m_api->get(Role::Manager, "/api/tablet/prompts").json().toObject().value(u"prompts").toArray().size(), 1);
}

void ApiTabletContentTest::refusesRecordingsOfUnknownThings()
{
    const QByteArray bytes = "OggS" + QByteArray(60, 'a');
    QCOMPARE(sendRecording(Role::Manager, "goodbye.dua", bytes).status, 404);
    QCOMPARE(sendRecording(Role::Manager, "thanks.de", bytes).status, 404);
    QCOMPARE(sendRecording(Role::Manager, "thanks.fr", QByteArray(100, 'x')).status, 415);
    QCOMPARE(sendRecording(Role::Manager, "thanks.fr", "OggS" + QByteArray(300'000, 'x')).status, 413);
    QCOMPARE(m_api->send(Role::Manager, "DELETE", "/api/tablet/prompts/thanks.fr/recording").status, 404);
}

void ApiTabletContentTest::editsTheWards()
{
    const auto add = [&](const QString &name) {
        return m_api->send(Role::Admin, "POST", "/api/wards", QJsonObject{{u"name"_s, name}}).status;
    };
    QCOMPARE(add(u"Chirurgie/Bloc"_s), 201);
    QCOMPARE(add(u"chirurgie/bloc"_s), 409);
    QCOMPARE(add(u"Urgences"_s), 201);
    m_api->newPatient({{u"ward"_s, u"Chirurgie/Bloc"_s}});
    QCOMPARE(m_api
                 ->send(Role::Admin, "PATCH", "/api/wards/Chirurgie%2FBloc",
                     QJsonObject{{u"name"_s, u"Chirurgie"_s}, {u"position"_s, 9}})
                 .json()
                 .toObject()
                 .value(u"patients")
                 .toInt(),
        1);
    const QJsonArray wards = m_api->get(Role::Viewer, "/api/wards").json().toArray();
    QStringList names;
    for (const QJsonValue ward : wards) {
        if (ward.toObject().value(u"listed").toBool())
            names << ward.toObject().value(u"name").toString();
    }
    QCOMPARE(names, QStringList({u"Urgences"_s, u"Chirurgie"_s}));
    QCOMPARE(m_api->send(Role::Admin, "PATCH", "/api/wards/Urgences", QJsonObject{{u"position"_s, -1}}).status, 422);
    QCOMPARE(m_api->send(Role::Admin, "DELETE", "/api/wards/Chirurgie").json().toObject().value(u"listed"),
        QJsonValue(false));
    QCOMPARE(m_api->send(Role::Admin, "DELETE", "/api/wards/Chirurgie").status, 404);
}

QTEST_GUILESS_MAIN(ApiTabletContentTest)
#include "tst_apitabletcontent.moc"
