#include "db/database.h"
#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What integrations do about the delivery of reminders over HTTP: repeats, fallback, what is late or failed.
class ApiDeliveryTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void aRepeatUnderOneKeyIsOneReminder()
    {
        const QJsonObject patient = m_api->newPatient();
        const QJsonObject draft = draftFor(patient);
        const WireClient::Headers key{{"Idempotency-Key", "\"visit-4711\""}};
        const ReceivedAnswer first = m_api->send(Role::Reception, "POST", "/api/reminders", draft, key);
        const ReceivedAnswer again = m_api->send(Role::Reception, "POST", "/api/reminders", draft, key);
        const ReceivedAnswer bare
            = m_api->send(Role::Reception, "POST", "/api/reminders", draft, {{"Idempotency-Key", "visit-4711"}});
        QCOMPARE(first.status, 201);
        QCOMPARE(again.status, 200);
        QCOMPARE(bare.status, 200);
        QCOMPARE(idOf(again), idOf(first));
        QCOMPARE(idOf(bare), idOf(first));
        // Other words under the same key are another request; so is the same key of another account.
        QJsonObject other = draft;
        other.insert(u"message"_s, u"Autre chose"_s);
        QCOMPARE(m_api->send(Role::Reception, "POST", "/api/reminders", other, key).status, 409);
        QCOMPARE(m_api->send(Role::Manager, "POST", "/api/reminders", draft, key).status, 201);
        QCOMPARE(m_api->send(Role::Reception, "POST", "/api/reminders", draft).status, 201); // without a key
    }

    void aKeyThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("too long") << QByteArray(256, 'x');
        QTest::newRow("not visible") << QByteArray("a\tb");
        QTest::newRow("quotes around nothing") << QByteArray("\"\"");
    }
    void aKeyThatIsNoneIsRefused()
    {
        QFETCH(QByteArray, key);
        const ReceivedAnswer answer = m_api->send(
            Role::Reception, "POST", "/api/reminders", draftFor(m_api->newPatient()), {{"Idempotency-Key", key}});
        QCOMPARE(answer.status, 422);
        QVERIFY(answer.body.contains("Idempotency-Key"));
    }

    void theKeyCountsForFeedbackAndAppointmentsToo()
    {
        const WireClient::Headers key{{"Idempotency-Key", "once"}};
        const QJsonObject patient = m_api->newPatient();
        const QJsonObject feedback{{u"overall_experience"_s, 4}};
        QCOMPARE(m_api->send(Role::Reception, "POST", "/api/feedback", feedback, key).status, 201);
        QCOMPARE(m_api->send(Role::Reception, "POST", "/api/feedback", feedback, key).status, 200);
        const QJsonObject appointment{
            {u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"starts_at"_s, u"2026-04-14T08:30:00Z"_s}};
        QCOMPARE(m_api->send(Role::Reception, "POST", "/api/appointments", appointment, key).status, 201);
        QCOMPARE(m_api->send(Role::Reception, "POST", "/api/appointments", appointment, key).status, 200);
    }

    void takesChannelsToFallBackTo()
    {
        QJsonObject draft = draftFor(m_api->newPatient());
        draft.insert(u"fallback"_s, QJsonArray{u"ivr"_s, u"email"_s});
        const ReceivedAnswer created = m_api->send(Role::Reception, "POST", "/api/reminders", draft);
        QCOMPARE(created.status, 201);
        QCOMPARE(created.json().toObject().value(u"fallback"_s), draft.value(u"fallback"_s));
        for (const QJsonArray &wrong :
            {QJsonArray{u"sms"_s}, QJsonArray{u"ivr"_s, u"ivr"_s}, QJsonArray{u"pigeon"_s}}) {
            draft.insert(u"fallback"_s, wrong);
            QCOMPARE(m_api->send(Role::Reception, "POST", "/api/reminders", draft).status, 422);
        }
    }

    void lateOnesAreSentOrCancelledTogether()
    {
        const QJsonObject one = m_api->newReminder();
        const QJsonObject two = m_api->newReminder();
        setStatus(one, u"late"_s);
        setStatus(two, u"late"_s);
        QCOMPARE(m_api->send(Role::Viewer, "POST", "/api/reminders/late", {{u"decision"_s, u"send"_s}}).status, 403);
        QCOMPARE(
            m_api->send(Role::Reception, "POST", "/api/reminders/late", {{u"decision"_s, u"perhaps"_s}}).status, 422);
        const ReceivedAnswer sent
            = m_api->send(Role::Reception, "POST", "/api/reminders/late", {{u"decision"_s, u"send"_s}});
        QCOMPARE(sent.status, 200);
        QCOMPARE(sent.json().toObject().value(u"count"_s).toInt(), 2);
        QCOMPARE(statusOf(one), u"pending"_s);
        setStatus(one, u"late"_s);
        m_api->send(Role::Reception, "POST", "/api/reminders/late", {{u"decision"_s, u"cancel"_s}});
        QCOMPARE(statusOf(one), u"cancelled"_s);
        QCOMPARE(statusOf(two), u"pending"_s);
    }

    void whatFailedOrExpiredCanBeSettled()
    {
        const QJsonObject reminder = m_api->newReminder();
        const QByteArray settle = path(reminder) + "/settle";
        QCOMPARE(m_api->send(Role::Reception, "POST", settle).status, 409); // still to come
        for (const QString &status : {u"failed"_s, u"expired"_s}) {
            setStatus(reminder, status);
            const ReceivedAnswer settled = m_api->send(Role::Reception, "POST", settle);
            QCOMPARE(settled.status, 200);
            QVERIFY(settled.json().toObject().value(u"settled_at"_s).isString());
        }
    }

private:
    static QJsonObject draftFor(const QJsonObject &patient)
    {
        return {{u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"message"_s, u"Rappel"_s},
            {u"scheduled_time"_s, u"2026-03-14T08:30:00Z"_s}};
    }
    static qint64 idOf(const ReceivedAnswer &answer) { return answer.json().toObject().value(u"id"_s).toInteger(); }
    static QByteArray path(const QJsonObject &reminder)
    {
        return "/api/reminders/" + QByteArray::number(reminder.value(u"id"_s).toInteger());
    }
    QString statusOf(const QJsonObject &reminder)
    {
        return m_api->get(Role::Viewer, path(reminder)).json().toObject().value(u"status"_s).toString();
    }
    void setStatus(const QJsonObject &reminder, const QString &status)
    {
        m_api->store().database().execute(
            u"UPDATE reminders SET status = ? WHERE id = ?"_s, {status, reminder.value(u"id"_s).toInteger()});
    }
};

QTEST_GUILESS_MAIN(ApiDeliveryTest)
#include "tst_apidelivery.moc"
