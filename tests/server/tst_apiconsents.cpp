#include "app/services/consentservice.h"
#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Consent over HTTP: its log, new consent, and what edits of the record may not do.
class ApiConsentsTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void recordsAndLists();
    void listsPages();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void onlyNewConsentUndoesAStop();
    void aPutThatSaysNothingOfConsentKeepsIt();
    void listsWhatPatientsSent();

private:
    static QByteArray path(const QJsonObject &patient)
    {
        return "/api/patients/" + patient.value(u"patient_id"_s).toString().toLatin1();
    }
    ReceivedAnswer record(const QJsonObject &patient, const QJsonObject &body)
    {
        return m_api->send(Role::Reception, "POST", path(patient) + "/consents", body);
    }
    QJsonArray log(const QJsonObject &patient)
    {
        return m_api->get(Role::Viewer, path(patient) + "/consents").json().toArray();
    }
    QString state(const QJsonObject &patient, const QString &channel, const QString &purpose)
    {
        return m_api->get(Role::Viewer, path(patient))
            .json()
            .toObject()
            .value(u"consent"_s)
            .toObject()
            .value(channel)
            .toObject()
            .value(purpose)
            .toString();
    }
};

void ApiConsentsTest::recordsAndLists()
{
    const QJsonObject patient = m_api->newPatient();
    const ReceivedAnswer made = record(patient,
        {{u"channel"_s, u"ivr"_s}, {u"purpose"_s, u"survey"_s}, {u"state"_s, u"granted"_s}, {u"method"_s, u"desk"_s}});
    QCOMPARE(made.status, 201);
    const QJsonObject entry = made.json().toObject();
    QCOMPARE(entry.value(u"channel"_s).toString(), u"ivr"_s);
    QCOMPARE(entry.value(u"purpose"_s).toString(), u"survey"_s);
    QCOMPARE(entry.value(u"state"_s).toString(), u"granted"_s);
    QCOMPARE(entry.value(u"method"_s).toString(), u"desk"_s);
    QCOMPARE(entry.value(u"actor"_s).toString(), m_api->username(Role::Reception));
    QCOMPARE(log(patient).first().toObject(), entry);
    QCOMPARE(m_api->get(Role::Viewer, made.headers.value("location")).json().toArray(), log(patient));
    QCOMPARE(state(patient, u"ivr"_s, u"survey"_s), u"granted"_s);
    // An edit of the record is in the same log.
    m_api->send(Role::Reception, "PATCH", path(patient),
        QJsonObject{{u"consent"_s, QJsonObject{{u"ivr"_s, QJsonObject{{u"survey"_s, u"refused"_s}}}}}});
    QCOMPARE(log(patient).first().toObject().value(u"state"_s).toString(), u"refused"_s);
    QCOMPARE(log(patient).first().toObject().value(u"method"_s).toString(), u"api"_s);
}

void ApiConsentsTest::listsPages()
{
    const QJsonObject patient = m_api->newPatient();
    record(patient, {{u"channel"_s, u"sms"_s}, {u"purpose"_s, u"all"_s}, {u"state"_s, u"granted"_s}});
    const ReceivedAnswer page = m_api->get(Role::Viewer, path(patient) + "/consents?limit=2&offset=1");
    QCOMPARE(page.json().toArray().size(), 2);
    QVERIFY(page.headers.value("x-total-count").toInt() >= 6);
    QVERIFY(page.headers.contains("link"));
}

void ApiConsentsTest::refusesWhatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("field");
    const QJsonObject right{{u"channel"_s, u"sms"_s}, {u"purpose"_s, u"all"_s}, {u"state"_s, u"granted"_s}};
    const auto with = [&](const QString &name, const QJsonValue &value) {
        QJsonObject body = right;
        body.insert(name, value);
        return body;
    };
    QTest::newRow("channel") << with(u"channel"_s, u"pigeon"_s) << u"channel"_s;
    QTest::newRow("purpose") << with(u"purpose"_s, u"fun"_s) << u"purpose"_s;
    QTest::newRow("no purpose") << with(u"purpose"_s, QJsonValue::Null) << u"purpose"_s;
    QTest::newRow("state") << with(u"state"_s, u"perhaps"_s) << u"state"_s;
    QTest::newRow("no state") << with(u"state"_s, QJsonValue::Null) << u"state"_s;
    QTest::newRow("method") << with(u"method"_s, u"dream"_s) << u"method"_s;
    QTest::newRow("a method that nobody can vouch for") << with(u"method"_s, u"provider"_s) << u"method"_s;
    QTest::newRow("unknown member") << with(u"why"_s, u"x"_s) << u"why"_s;
}

void ApiConsentsTest::refusesWhatIsWrong()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, field);
    const QJsonObject patient = m_api->newPatient();
    const qsizetype before = log(patient).size();
    const ReceivedAnswer answer = record(patient, body);
    QCOMPARE(answer.status, 422);
    const QJsonArray errors = answer.json().toObject().value(u"errors"_s).toArray();
    QVERIFY(!errors.isEmpty());
    for (const QJsonValue error : errors)
        QCOMPARE(error.toObject().value(u"field"_s).toString(), field);
    QCOMPARE(log(patient).size(), before);
    QCOMPARE(m_api->get(Role::Viewer, "/api/patients/NOBODY/consents").status, 404);
    QCOMPARE(m_api->send(Role::Viewer, "POST", path(patient) + "/consents", body).status, 403);
}

void ApiConsentsTest::onlyNewConsentUndoesAStop()
{
    const QJsonObject patient = m_api->newPatient({{u"phone_number"_s, u"+237670000001"_s}});
    const QJsonObject before = m_api->get(Role::Viewer, path(patient)).json().toObject();
    DomainEvents events;
    ConsentService(m_api->store().database(), m_api->store().cipher(), m_api->clock(), events)
        .recordOptOut(Channel::Sms, u"+237670000001"_s, ConsentMethod::Sms);
    const QJsonObject grant{{u"consent"_s, QJsonObject{{u"sms"_s, QJsonObject{{u"appointment"_s, u"granted"_s}}}}}};
    const ReceivedAnswer refused = m_api->send(Role::Admin, "PATCH", path(patient), grant);
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.body.contains("consentStopped"));
    QJsonObject whole = before;
    whole.insert(u"consent"_s, grant.value(u"consent"_s));
    QCOMPARE(m_api->send(Role::Admin, "PUT", path(patient), whole).status, 422);
    QCOMPARE(m_api->send(Role::Admin, "PATCH", path(patient), QJsonObject{{u"ward"_s, u"Urgences"_s}}).status, 200);
    QCOMPARE(state(patient, u"sms"_s, u"appointment"_s), u"refused"_s);
    QCOMPARE(
        record(patient, {{u"channel"_s, u"sms"_s}, {u"purpose"_s, u"all"_s}, {u"state"_s, u"granted"_s}}).status, 201);
    QCOMPARE(state(patient, u"sms"_s, u"appointment"_s), u"granted"_s);
}

void ApiConsentsTest::aPutThatSaysNothingOfConsentKeepsIt()
{
    const QJsonObject patient
        = m_api->newPatient({{u"consent"_s, QJsonObject{{u"sms"_s, QJsonObject{{u"survey"_s, u"refused"_s}}}}}});
    QCOMPARE(m_api->send(Role::Reception, "PUT", path(patient), QJsonObject{{u"name"_s, u"Ewane"_s}}).status, 200);
    QCOMPARE(state(patient, u"sms"_s, u"survey"_s), u"refused"_s);
}

void ApiConsentsTest::listsWhatPatientsSent()
{
    const ReceivedAnswer none = m_api->get(Role::Manager, "/api/inbound-messages?limit=5");
    QCOMPARE(none.status, 200);
    QCOMPARE(none.headers.value("x-total-count"), "0"_ba);
    QCOMPARE(m_api->get(Role::Device, "/api/inbound-messages").status, 403);
}

QTEST_GUILESS_MAIN(ApiConsentsTest)
#include "tst_apiconsents.moc"
