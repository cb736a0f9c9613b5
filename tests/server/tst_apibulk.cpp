#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// One reminder for many patients over HTTP, on both databases.
class ApiBulkTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void previewsAndSchedules();
    void refusesBrokenOrders_data();
    void refusesBrokenOrders();

private:
    static QJsonObject order()
    {
        return {{u"client_id"_s, u"3d0c8a52-1d55-4f0e-9a53-64d3b6a8a0c1"_s}, {u"message"_s, u"Ferme vendredi."_s},
            {u"scheduled_time"_s, u"2026-03-14T08:30:00Z"_s}, {u"purpose"_s, u"follow_up"_s},
            {u"filter"_s, QJsonObject()}};
    }
    ReceivedAnswer post(const QByteArray &to, const QJsonObject &body)
    {
        return m_api->send(Role::Reception, "POST", to, body);
    }
};

void ApiBulkTest::previewsAndSchedules()
{
    const QString number = m_api->newPatient().value(u"patient_id"_s).toString();
    m_api->newPatient();
    const ReceivedAnswer preview = post("/api/reminders/bulk/preview", order());
    QCOMPARE(preview.status, 200);
    QCOMPARE(preview.json().toObject().value(u"accepted"_s).toInt(), 2);
    QCOMPARE(m_api->get(Role::Viewer, "/api/reminders").headers.value("x-total-count"), QByteArray("0"));
    QCOMPARE(post("/api/reminders/bulk", order()).body, preview.body);
    QCOMPARE(post("/api/reminders/bulk", order()).json().toObject().value(u"repeated"_s).toInt(), 2);
    QCOMPARE(m_api->get(Role::Viewer, "/api/reminders").headers.value("x-total-count"), QByteArray("2"));
    QJsonObject some = order();
    some.remove(u"filter"_s);
    some.insert(u"client_id"_s, u"4d0c8a52-1d55-4f0e-9a53-64d3b6a8a0c1"_s);
    some.insert(u"patients"_s, QJsonArray{number, u"P999999"_s});
    const QJsonObject outcome = post("/api/reminders/bulk", some).json().toObject();
    QCOMPARE(outcome.value(u"accepted"_s).toInt(), 1);
    QCOMPARE(outcome.value(u"refused"_s).toObject(), (QJsonObject{{u"unknownPatient"_s, 1}}));
}

void ApiBulkTest::refusesBrokenOrders_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no client_id") << u"client_id"_s << QJsonValue();
    QTest::newRow("past") << u"scheduled_time"_s << QJsonValue(u"2026-03-11T08:30:00Z"_s);
    QTest::newRow("both") << u"patients"_s << QJsonValue(QJsonArray());
    QTest::newRow("a patient") << u"patient_id"_s << QJsonValue(u"P000001"_s);
    QTest::newRow("a number") << u"phone_number"_s << QJsonValue(u"+237670000001"_s);
    QTest::newRow("filter") << u"filter"_s << QJsonValue(3);
    QTest::newRow("in the filter") << u"filter"_s << QJsonValue(QJsonObject{{u"colour"_s, u"red"_s}});
}

void ApiBulkTest::refusesBrokenOrders()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject wanted = order();
    wanted.insert(member, value);
    QCOMPARE(post("/api/reminders/bulk", wanted).status, 422);
    QCOMPARE(post("/api/reminders/bulk/preview", wanted).status, 422);
}

QTEST_GUILESS_MAIN(ApiBulkTest)
#include "tst_apibulk.moc"
