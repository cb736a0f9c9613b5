#include "app/domain/deliveryrules.h"
#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What a reminder would become, over HTTP, on both databases.
class ApiForecastTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhenItLeavesInWhatWordsAtWhatCost();
    void saysWhatForbidsIt();
    void refusesBrokenDrafts_data();
    void refusesBrokenDrafts();

private:
    static QJsonObject draft(const QJsonObject &patient)
    {
        return {{u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"message"_s, u"Hôpital : a demain."_s},
            {u"scheduled_time"_s, u"2026-03-14T21:30:00+01:00"_s}};
    }
    ReceivedAnswer preview(const QJsonObject &body)
    {
        return m_api->send(Role::Reception, "POST", "/api/reminders/preview", body);
    }
};

void ApiForecastTest::saysWhenItLeavesInWhatWordsAtWhatCost()
{
    m_api->configure([](HospitalSettings &settings) {
        settings.smsCost = {.pricePerSegment = 28, .currency = u"XAF"_s};
        settings.delivery.quietHours = QuietHours{{20, 0}, {8, 0}};
    });
    const ReceivedAnswer answer = preview(draft(m_api->newPatient()));
    QCOMPARE(answer.status, 200);
    const QJsonObject quiet{{u"reason"_s, u"quietHours"_s}, {u"until"_s, u"2026-03-15T07:00:00Z"_s}};
    const QJsonObject expected{{u"scheduled_time"_s, u"2026-03-14T20:30:00Z"_s},
        {u"leaves_at"_s, u"2026-03-15T07:00:00Z"_s}, {u"forbidden_by"_s, QJsonArray()},
        {u"delayed_by"_s, QJsonArray{quiet}}, {u"standstill"_s, QJsonValue::Null}, {u"place"_s, 1},
        {u"daily_limit"_s, 3}, {u"channel"_s, u"sms"_s}, {u"language"_s, u"fr"_s},
        {u"message"_s, u"Hôpital : a demain."_s}, {u"segments"_s, 1}, {u"cost"_s, 28}, {u"currency"_s, u"XAF"_s}};
    QCOMPARE(answer.json().toObject(), expected);
    QCOMPARE(m_api->get(Role::Viewer, "/api/reminders").headers.value("x-total-count"), QByteArray("0"));
}

void ApiForecastTest::saysWhatForbidsIt()
{
    QJsonObject wanted = draft(m_api->newPatient());
    wanted.insert(u"purpose"_s, u"survey"_s); // nobody was asked for that
    const QJsonObject answer = preview(wanted).json().toObject();
    QCOMPARE(answer.value(u"forbidden_by"_s).toArray(),
        (QJsonArray{QJsonObject{{u"reason"_s, u"consentRefused"_s}, {u"status"_s, u"cancelled"_s}}}));
    QVERIFY(answer.value(u"leaves_at"_s).isNull());
    QVERIFY(answer.value(u"place"_s).isNull());
    // Which is what happens to whoever schedules it all the same.
    QCOMPARE(m_api->send(Role::Reception, "POST", "/api/reminders", wanted).status, 422);
}

void ApiForecastTest::refusesBrokenDrafts_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("past") << u"scheduled_time"_s << QJsonValue(u"2026-03-11T08:30:00Z"_s);
    QTest::newRow("no time") << u"scheduled_time"_s << QJsonValue();
    QTest::newRow("nobody") << u"patient_id"_s << QJsonValue(u"P999999"_s);
    QTest::newRow("no words") << u"message"_s << QJsonValue(u" "_s);
    QTest::newRow("wrong channel") << u"channel"_s << QJsonValue(u"pigeon"_s);
    QTest::newRow("unknown member") << u"colour"_s << QJsonValue(u"red"_s);
}

void ApiForecastTest::refusesBrokenDrafts()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject wanted = draft(m_api->newPatient());
    wanted.insert(member, value);
    const ReceivedAnswer answer = preview(wanted);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.body, m_api->send(Role::Reception, "POST", "/api/reminders", wanted).body);
}

QTEST_GUILESS_MAIN(ApiForecastTest)
#include "tst_apiforecast.moc"
