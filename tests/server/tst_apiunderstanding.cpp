#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Why a feedback has its label, corrections, and reading again, over HTTP, on both databases.
class ApiUnderstandingTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void explainsWithSpansOfTheText();
    void takesCorrections();
    void refusesBrokenCorrections_data();
    void refusesBrokenCorrections();
    void readsAgainInSteps();
    void tellsHowOftenPeopleAgree();

private:
    QByteArray pathOf(const QJsonObject &feedback) const
    {
        return "/api/feedback/" + QByteArray::number(feedback.value(u"id").toInteger()) + "/understanding";
    }
    QJsonObject complaint()
    {
        return m_api->newFeedback({{u"comments"_s, u"Accueil honteux et toilettes sales."_s}, {u"language"_s, u"fr"_s},
            {u"overall_experience"_s, QJsonValue::Null}});
    }
};

void ApiUnderstandingTest::explainsWithSpansOfTheText()
{
    const QJsonObject feedback = complaint();
    QCOMPARE(feedback.value(u"sentiment"), u"negative"_s);
    const ReceivedAnswer answer = m_api->get(Role::Viewer, pathOf(feedback));
    QCOMPARE(answer.status, 200);
    const QJsonObject body = answer.json().toObject();
    QCOMPARE(body.value(u"sentiment"), u"negative"_s);
    QCOMPARE(body.value(u"decided_by"), u"text"_s);
    QCOMPARE(body.value(u"topics"), feedback.value(u"topics"));
    const QJsonObject reading = body.value(u"reading").toObject();
    QCOMPARE(reading.value(u"source"), u"comments"_s);
    QCOMPARE(reading.value(u"engine_version"), body.value(u"engine_version"));
    const QString text = feedback.value(u"comments").toString();
    const QJsonArray evidence = reading.value(u"evidence").toArray();
    QVERIFY(!evidence.isEmpty());
    bool hasDirt = false;
    for (const QJsonValue &value : evidence) {
        const QJsonObject span = value.toObject();
        const QString words = text.mid(span.value(u"start").toInt(), span.value(u"length").toInt());
        QCOMPARE(span.value(u"text"), words);
        hasDirt |= words == u"sales" && span.value(u"weight").toDouble() < 0;
    }
    QVERIFY(hasDirt);
    QVERIFY(reading.value(u"topic_evidence")
                .toArray()
                .contains(QJsonObject{
                    {u"topic"_s, u"cleanliness"_s}, {u"start"_s, 29}, {u"length"_s, 5}, {u"text"_s, u"sales"_s}}));
    QCOMPARE(m_api->get(Role::Viewer, "/api/feedback/999999/understanding").status, 404);
}

void ApiUnderstandingTest::takesCorrections()
{
    const QJsonObject feedback = complaint();
    const QJsonObject wanted{{u"sentiment"_s, u"neutral"_s}, {u"topics"_s, QJsonArray{u"food"_s}}};
    const ReceivedAnswer answer = m_api->send(Role::Reception, "PUT", pathOf(feedback), wanted);
    QCOMPARE(answer.status, 200);
    const QJsonObject body = answer.json().toObject();
    QCOMPARE(body.value(u"decided_by"), u"correction"_s);
    QCOMPARE(body.value(u"topics"), (QJsonArray{u"food"_s}));
    const QJsonObject kept = body.value(u"corrections").toArray().first().toObject();
    QCOMPARE(kept.value(u"sentiment"), u"neutral"_s);
    QCOMPARE(kept.value(u"engine_sentiment"), u"negative"_s);
    QCOMPARE(kept.value(u"author"), m_api->username(Role::Reception));
    const QByteArray path = "/api/feedback/" + QByteArray::number(feedback.value(u"id").toInteger());
    QCOMPARE(m_api->get(Role::Viewer, path).json().toObject().value(u"sentiment"), u"neutral"_s);
    const QJsonObject open{{u"sentiment"_s, u"undetermined"_s}, {u"topics"_s, QJsonArray()}};
    QCOMPARE(m_api->send(Role::Reception, "PUT", pathOf(feedback), open).status, 200);
    QVERIFY(m_api->get(Role::Viewer, path).json().toObject().value(u"sentiment").isNull());
    QCOMPARE(m_api->send(Role::Viewer, "PUT", pathOf(feedback), wanted).status, 403);
}

void ApiUnderstandingTest::refusesBrokenCorrections_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    QTest::newRow("no label") << QJsonObject{{u"topics"_s, QJsonArray()}} << u"sentiment"_s << u"required"_s;
    QTest::newRow("another label") << QJsonObject{{u"sentiment"_s, u"angry"_s}, {u"topics"_s, QJsonArray()}}
                                   << u"sentiment"_s << u"unknownValue"_s;
    QTest::newRow("another topic") << QJsonObject{{u"sentiment"_s, u"neutral"_s}, {u"topics"_s, QJsonArray{u"sky"_s}}}
                                   << u"topics"_s << u"unknownValue"_s;
    QTest::newRow("topics that are no text")
        << QJsonObject{{u"sentiment"_s, u"neutral"_s}, {u"topics"_s, QJsonArray{1}}} << u"topics"_s << u"wrongType"_s;
}

void ApiUnderstandingTest::refusesBrokenCorrections()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, field);
    QFETCH(QString, key);
    const ReceivedAnswer answer = m_api->send(Role::Reception, "PUT", pathOf(complaint()), body);
    QCOMPARE(answer.status, 422);
    const QJsonObject error = answer.json().toObject().value(u"errors").toArray().first().toObject();
    QCOMPARE(error.value(u"field"), field);
    QCOMPARE(error.value(u"key"), key);
}

void ApiUnderstandingTest::readsAgainInSteps()
{
    complaint();
    m_api->store().database().execute(u"UPDATE feedback SET understanding_version = 'older'"_s);
    const QJsonObject before = m_api->get(Role::Manager, "/api/understanding").json().toObject();
    QVERIFY(before.value(u"remaining").toInteger() > 0);
    QCOMPARE(before.value(u"remaining"), before.value(u"feedback"));
    QCOMPARE(m_api->send(Role::Manager, "POST", "/api/understanding/analyse").status, 403);
    const ReceivedAnswer answer = m_api->send(Role::Admin, "POST", "/api/understanding/analyse");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().toObject().value(u"analysed"), before.value(u"remaining"));
    QCOMPARE(answer.json().toObject().value(u"remaining"), 0);
    QCOMPARE(m_api->get(Role::Manager, "/api/understanding").json().toObject().value(u"remaining"), 0);
}

void ApiUnderstandingTest::tellsHowOftenPeopleAgree()
{
    const QJsonObject first = complaint();
    const QJsonObject second = complaint();
    m_api->send(Role::Reception, "PUT", pathOf(first),
        QJsonObject{{u"sentiment"_s, u"negative"_s}, {u"topics"_s, first.value(u"topics")}});
    m_api->send(Role::Reception, "PUT", pathOf(second),
        QJsonObject{{u"sentiment"_s, u"positive"_s}, {u"topics"_s, QJsonArray()}});
    const QJsonArray agreement
        = m_api->get(Role::Manager, "/api/understanding").json().toObject().value(u"agreement").toArray();
    QCOMPARE(agreement,
        (QJsonArray{QJsonObject{
            {u"language"_s, u"fr"_s}, {u"corrections"_s, 2}, {u"labels_agreed"_s, 1}, {u"topics_agreed"_s, 1}}}));
}

QTEST_GUILESS_MAIN(ApiUnderstandingTest)
#include "tst_apiunderstanding.moc"
