#include "db/database.h"
#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Reminders over HTTP, on both databases; sending is not the API's.
class ApiRemindersTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void schedulesAndReads();
    void answersARepeatWithTheSameRow();
    void refusesBrokenDrafts_data();
    void refusesBrokenDrafts();
    void refusesAPatientThatIsNotThere();
    void replacesAndChanges();
    void takesBackWhatItAnswered();
    void refusesToSetTheStatus();
    void cancelsOnlyOnce();
    void retriesOnlyWhatFailed();
    void resolvesAnUnknownOutcome_data();
    void resolvesAnUnknownOutcome();
    void filters();
    void deletes();
    void listsNoAttemptsBeforeAnyWasMade();

private:
    QByteArray path(const QJsonObject &reminder) const
    {
        return "/api/reminders/" + QByteArray::number(reminder.value(u"id"_s).toInteger());
    }
    void setStatus(const QJsonObject &reminder, const QString &status)
    {
        m_api->store().database().execute(
            u"UPDATE reminders SET status = ? WHERE id = ?"_s, {status, reminder.value(u"id"_s).toInteger()});
    }
};

void ApiRemindersTest::schedulesAndReads()
{
    const QJsonObject patient = m_api->newPatient();
    const QJsonObject draft{
        {u"patient_id"_s, patient.value(u"patient_id"_s)},
        {u"channel"_s, u"sms"_s},
        {u"message"_s, u"Rappel : consultation demain."_s},
        {u"language"_s, u"fr"_s},
        {u"scheduled_time"_s, u"2026-03-14T09:30:00+01:00"_s},
        {u"recurrence"_s,
            QJsonObject{{u"every"_s, 2}, {u"unit"_s, u"weeks"_s}, {u"weekdays"_s, QJsonArray{u"sun"_s, u"mon"_s}},
                {u"count"_s, 3}}},
        {u"purpose"_s, u"medication"_s},
    };
    const ReceivedAnswer created = m_api->send(Role::Reception, "POST", "/api/reminders", draft);
    QCOMPARE(created.status, 201);
    const ReceivedAnswer read = m_api->get(Role::Viewer, created.headers.value("location"));
    QCOMPARE(read.body, created.body);
    const QJsonObject reminder = read.json().toObject();
    QCOMPARE(reminder.value(u"status"_s).toString(), u"pending"_s);
    QCOMPARE(reminder.value(u"scheduled_time"_s).toString(), u"2026-03-14T08:30:00Z"_s);
    QCOMPARE(reminder.value(u"phone_number"_s), patient.value(u"phone_number"_s));
    QCOMPARE(reminder.value(u"message"_s), draft.value(u"message"_s));
    QCOMPARE(reminder.value(u"recurrence"_s).toObject().value(u"every"_s).toInt(), 2);
    QCOMPARE(reminder.value(u"recurrence"_s).toObject().value(u"count"_s).toInt(), 3);
    QCOMPARE(
        reminder.value(u"recurrence"_s).toObject().value(u"weekdays"_s).toArray(), (QJsonArray{u"mon"_s, u"sun"_s}));
    QCOMPARE(reminder.value(u"purpose"_s).toString(), u"medication"_s);
}

void ApiRemindersTest::answersARepeatWithTheSameRow()
{
    const QJsonObject patient = m_api->newPatient();
    const QJsonObject draft{{u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d13"_s},
        {u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"message"_s, u"Rappel"_s},
        {u"scheduled_time"_s, u"2026-03-14T08:30:00Z"_s}};
    const ReceivedAnswer first = m_api->send(Role::Reception, "POST", "/api/reminders", draft);
    const ReceivedAnswer again = m_api->send(Role::Reception, "POST", "/api/reminders", draft);
    QCOMPARE(first.status, 201);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json().toObject().value(u"id"_s), first.json().toObject().value(u"id"_s));
    QJsonObject other = draft;
    other.insert(u"message"_s, u"Autre chose"_s);
    const ReceivedAnswer refused = m_api->send(Role::Reception, "POST", "/api/reminders", other);
    QCOMPARE(refused.status, 409);
    QVERIFY(refused.body.contains(R"({"field":"client_id","key":"repeatDiffers"})"));
    QCOMPARE(m_api->get(Role::Viewer, "/api/reminders").headers.value("x-total-count"), QByteArray("1"));
}

void ApiRemindersTest::refusesBrokenDrafts_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("in the past") << u"scheduled_time"_s << QJsonValue(u"2026-03-12T09:00:00Z"_s);
    QTest::newRow("no time") << u"scheduled_time"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("no message") << u"message"_s << QJsonValue(u" "_s);
    QTest::newRow("message too long") << u"message"_s << QJsonValue(QString(1601, u'x'));
    QTest::newRow("channel") << u"channel"_s << QJsonValue(u"fax"_s);
    QTest::newRow("purpose") << u"purpose"_s << QJsonValue(u"fun"_s);
    QTest::newRow("phone") << u"phone_number"_s << QJsonValue(u"123"_s);
    QTest::newRow("recurrence a text") << u"recurrence"_s << QJsonValue(u"daily"_s);
    QTest::newRow("an unknown weekday") << u"recurrence.weekdays"_s
                                        << QJsonValue(QJsonObject{
                                               {u"unit"_s, u"weeks"_s}, {u"weekdays"_s, QJsonArray{u"monday"_s}}});
    QTest::newRow("client id") << u"client_id"_s << QJsonValue(u"not a uuid"_s);
    QTest::newRow("patient missing") << u"patient_id"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("patient true") << u"patient_id"_s << QJsonValue(true);
}

void ApiRemindersTest::refusesBrokenDrafts()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject draft{{u"patient_id"_s, m_api->newPatient().value(u"patient_id"_s)}, {u"message"_s, u"Rappel"_s},
        {u"scheduled_time"_s, u"2026-03-14T08:30:00Z"_s}};
    draft.insert(field.section(u'.', 0, 0), value);
    const ReceivedAnswer answer = m_api->send(Role::Reception, "POST", "/api/reminders", draft);
    QCOMPARE(answer.status, 422);
    QCOMPARE(
        answer.json().toObject().value(u"errors"_s).toArray().first().toObject().value(u"field"_s).toString(), field);
}

void ApiRemindersTest::refusesAPatientThatIsNotThere()
{
    for (const QJsonValue &patient : {QJsonValue(u"P999999"_s), QJsonValue(999999)}) {
        const QJsonObject draft{
            {u"patient_id"_s, patient}, {u"message"_s, u"Rappel"_s}, {u"scheduled_time"_s, u"2026-03-14T08:30:00Z"_s}};
        QCOMPARE(m_api->send(Role::Reception, "POST", "/api/reminders", draft).status, 422);
    }
}

void ApiRemindersTest::replacesAndChanges()
{
    const QJsonObject reminder = m_api->newReminder();
    const QJsonObject later{{u"scheduled_time"_s, u"2026-04-01T08:00:00Z"_s}};
    QJsonObject expected = reminder;
    expected.insert(u"scheduled_time"_s, u"2026-04-01T08:00:00Z"_s);
    const ReceivedAnswer changed = m_api->send(Role::Reception, "PATCH", path(reminder), later);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json().toObject(), expected);
    const QJsonObject draft{{u"patient_id"_s, reminder.value(u"patient_id"_s)}, {u"message"_s, u"Autre texte"_s},
        {u"scheduled_time"_s, u"2026-04-02T08:00:00Z"_s}};
    const QJsonObject replaced = m_api->send(Role::Reception, "PUT", path(reminder), draft).json().toObject();
    QCOMPARE(replaced.value(u"message"_s).toString(), u"Autre texte"_s);
    QCOMPARE(replaced.value(u"client_id"_s), reminder.value(u"client_id"_s));
    QCOMPARE(m_api->send(Role::Reception, "PUT", path(reminder), later).status, 422);
}

void ApiRemindersTest::takesBackWhatItAnswered()
{
    const QJsonObject reminder = m_api->newReminder();
    const ReceivedAnswer answer = m_api->send(Role::Reception, "PUT", path(reminder), reminder);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().toObject(), reminder);
}

void ApiRemindersTest::refusesToSetTheStatus()
{
    const QJsonObject reminder = m_api->newReminder();
    QCOMPARE(m_api->send(Role::Reception, "PATCH", path(reminder), QJsonObject{{u"status"_s, u"sent"_s}}).status, 422);
}

void ApiRemindersTest::cancelsOnlyOnce()
{
    const QJsonObject reminder = m_api->newReminder();
    const ReceivedAnswer cancelled = m_api->send(Role::Reception, "POST", path(reminder) + "/cancel");
    QCOMPARE(cancelled.status, 200);
    QCOMPARE(cancelled.json().toObject().value(u"status"_s).toString(), u"cancelled"_s);
    QCOMPARE(m_api->send(Role::Reception, "POST", path(reminder) + "/cancel").status, 409);
    QCOMPARE(m_api->send(Role::Reception, "POST", "/api/reminders/999999/cancel").status, 404);
}

void ApiRemindersTest::retriesOnlyWhatFailed()
{
    const QJsonObject reminder = m_api->newReminder();
    QCOMPARE(m_api->send(Role::Reception, "POST", path(reminder) + "/retry").status, 409);
    setStatus(reminder, u"failed"_s);
    const ReceivedAnswer answer = m_api->send(Role::Reception, "POST", path(reminder) + "/retry");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().toObject().value(u"status"_s).toString(), u"pending"_s);
}

void ApiRemindersTest::resolvesAnUnknownOutcome_data()
{
    QTest::addColumn<QString>("decision");
    QTest::addColumn<QString>("status");
    QTest::newRow("it was sent") << u"sent"_s << u"sent"_s;
    QTest::newRow("send it again") << u"resend"_s << u"pending"_s;
}

void ApiRemindersTest::resolvesAnUnknownOutcome()
{
    QFETCH(QString, decision);
    QFETCH(QString, status);
    const QJsonObject reminder = m_api->newReminder();
    const QJsonObject body{{u"decision"_s, decision}};
    QCOMPARE(m_api->send(Role::Reception, "POST", path(reminder) + "/resolve", body).status, 409);
    setStatus(reminder, u"unknown"_s);
    QCOMPARE(
        m_api->send(Role::Reception, "POST", path(reminder) + "/resolve", QJsonObject{{u"decision"_s, u"x"_s}}).status,
        422);
    const ReceivedAnswer answer = m_api->send(Role::Reception, "POST", path(reminder) + "/resolve", body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().toObject().value(u"status"_s).toString(), status);
}

void ApiRemindersTest::filters()
{
    const QJsonObject first = m_api->newReminder();
    const QJsonObject second = m_api->newReminder({{u"channel"_s, u"email"_s}, {u"email"_s, u"a@example.org"_s},
        {u"scheduled_time"_s, u"2026-05-01T08:00:00Z"_s}});
    m_api->send(Role::Reception, "POST", path(first) + "/cancel");
    const auto count = [&](const QByteArray &query) {
        return m_api->get(Role::Viewer, "/api/reminders?" + query).headers.value("x-total-count").toInt();
    };
    QCOMPARE(count(""), 2);
    QCOMPARE(count("status=cancelled"), 1);
    QCOMPARE(count("channel=email"), 1);
    QCOMPARE(count("from=2026-04-01"), 1);
    QCOMPARE(count("to=2026-03-14"), 1);
    QCOMPARE(count("patient_id=" + second.value(u"patient_id"_s).toString().toLatin1()), 1);
    QCOMPARE(count("patient_id=P999999"), 0);
    const QJsonArray latestFirst = m_api->get(Role::Viewer, "/api/reminders?order=desc").json().toArray();
    QCOMPARE(latestFirst.first().toObject().value(u"id"_s), second.value(u"id"_s));
}

void ApiRemindersTest::deletes()
{
    const QJsonObject reminder = m_api->newReminder();
    QCOMPARE(m_api->send(Role::Reception, "DELETE", path(reminder)).status, 204);
    QCOMPARE(m_api->send(Role::Reception, "DELETE", path(reminder)).status, 404);
    const QJsonObject busy = m_api->newReminder();
    setStatus(busy, u"sending"_s);
    QCOMPARE(m_api->send(Role::Reception, "DELETE", path(busy)).status, 409);
}

void ApiRemindersTest::listsNoAttemptsBeforeAnyWasMade()
{
    const QJsonObject reminder = m_api->newReminder();
    const ReceivedAnswer answer = m_api->get(Role::Viewer, path(reminder) + "/attempts");
    QCOMPARE(answer.body, QByteArray("[]"));
    QCOMPARE(m_api->get(Role::Viewer, "/api/reminders/999999/attempts").status, 404);
}

QTEST_GUILESS_MAIN(ApiRemindersTest)
#include "tst_apireminders.moc"
