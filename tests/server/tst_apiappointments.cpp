#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Appointments, plans, the calendar and no-shows over HTTP, on both databases.
class ApiAppointmentsTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void makesOneWithItsReminders();
    void answersARepeatWithTheSameRow();
    void movesAndConfirms();
    void saysHowItEnded();
    void removes();
    void listsByFilter();
    void refusesBrokenDrafts_data();
    void refusesBrokenDrafts();
    void plansHaveOneVersion();
    void refusesBrokenPlans();
    void countsTheHours();
    void tellsNoShows();

private:
    QJsonObject draft(const QString &time = u"2026-03-17T09:42:00Z"_s)
    {
        return {{u"patient_id"_s, m_api->newPatient().value(u"patient_id"_s)}, {u"starts_at"_s, time},
            {u"ward"_s, u"Consultations"_s}, {u"with_whom"_s, u"Dr Ndam"_s}};
    }
    QJsonObject made(const QJsonObject &draft)
    {
        return m_api->send(Role::Reception, "POST", "/api/appointments", draft).json().toObject();
    }
    static QByteArray target(const QJsonObject &appointment, const QByteArray &what = {})
    {
        return "/api/appointments/" + QByteArray::number(appointment.value(u"id"_s).toInteger()) + what;
    }
    ReceivedAnswer post(const QByteArray &to, const QJsonObject &body = {})
    {
        return m_api->send(Role::Reception, "POST", to, body);
    }
};

void ApiAppointmentsTest::makesOneWithItsReminders()
{
    const ReceivedAnswer created = post("/api/appointments", draft());
    QCOMPARE(created.status, 201);
    const ReceivedAnswer read = m_api->get(Role::Viewer, created.headers.value("location"));
    QCOMPARE(read.body, created.body);
    const QJsonObject appointment = read.json().toObject();
    QCOMPARE(appointment.value(u"status"_s).toString(), u"planned"_s);
    QCOMPARE(appointment.value(u"with_whom"_s).toString(), u"Dr Ndam"_s);
    QCOMPARE(appointment.value(u"plan"_s).toString(), u"Standard"_s);
    QCOMPARE(appointment.value(u"steps"_s).toArray().size(), 2);
    const QByteArray id = QByteArray::number(appointment.value(u"id"_s).toInteger());
    const QJsonArray reminders = m_api->get(Role::Viewer, "/api/reminders?appointment_id=" + id).json().toArray();
    QCOMPARE(reminders.size(), 2);
    QCOMPARE(reminders.at(0).toObject().value(u"scheduled_time"_s).toString(), u"2026-03-14T09:42:00Z"_s);
    QCOMPARE(reminders.at(1).toObject().value(u"only_unconfirmed"_s), QJsonValue(true));
    const QJsonArray messages = m_api->get(Role::Viewer, target(appointment, "/messages")).json().toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0).toObject().value(u"reminder_id"_s), reminders.at(0).toObject().value(u"id"_s));
    QCOMPARE(messages.at(0).toObject().value(u"status"_s).toString(), u"pending"_s);
}

void ApiAppointmentsTest::answersARepeatWithTheSameRow()
{
    QJsonObject draft = this->draft();
    draft.insert(u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d13"_s);
    const ReceivedAnswer first = post("/api/appointments", draft);
    const ReceivedAnswer again = post("/api/appointments", draft);
    QCOMPARE(first.status, 201);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.body, first.body);
    draft.insert(u"ward"_s, u"Radiologie"_s);
    QCOMPARE(post("/api/appointments", draft).status, 409);
    QCOMPARE(m_api->get(Role::Viewer, "/api/reminders").headers.value("x-total-count"), QByteArray("2"));
}

void ApiAppointmentsTest::movesAndConfirms()
{
    const QJsonObject appointment = made(draft());
    const QJsonObject confirmed = post(target(appointment, "/confirm")).json().toObject();
    QCOMPARE(confirmed.value(u"confirmed_by"_s).toString(), u"desk"_s);
    const ReceivedAnswer read = m_api->get(Role::Viewer, target(appointment));
    const QJsonObject later{{u"starts_at"_s, u"2026-03-20T08:00:00Z"_s}};
    const ReceivedAnswer moved
        = m_api->send(Role::Reception, "PATCH", target(appointment), later, {{"If-Match", read.headers.value("etag")}});
    QCOMPARE(moved.status, 200);
    QCOMPARE(moved.json().toObject().value(u"status"_s).toString(), u"moved"_s);
    QVERIFY(moved.json().toObject().value(u"confirmed_at"_s).isNull());
    QCOMPARE(
        m_api->send(Role::Reception, "PATCH", target(appointment), later, {{"If-Match", read.headers.value("etag")}})
            .status,
        412);
    const QJsonObject anotherPatient{{u"patient_id"_s, m_api->newPatient().value(u"patient_id"_s)}};
    QVERIFY(m_api->send(Role::Reception, "PATCH", target(appointment), anotherPatient)
                .body.contains(R"({"field":"patient_id","key":"cannotChange"})"));
}

void ApiAppointmentsTest::saysHowItEnded()
{
    const QJsonObject appointment = made(draft());
    const ReceivedAnswer early = post(target(appointment, "/outcome"), {{u"status"_s, u"missed"_s}});
    QCOMPARE(early.status, 422);
    QVERIFY(early.body.contains(R"({"field":"status","key":"notYet"})"));
    QCOMPARE(post(target(appointment, "/outcome"), {{u"status"_s, u"gone"_s}}).status, 422);
    QCOMPARE(post(target(appointment, "/outcome"), {{u"status"_s, u"attended"_s}}).status, 200);
    QCOMPARE(post(target(appointment, "/confirm")).status, 409);
    QCOMPARE(post(target(appointment, "/cancel")).status, 409);
    QCOMPARE(post(target(appointment, "/outcome"), {{u"status"_s, u"planned"_s}}).status, 200);
    QCOMPARE(post(target(appointment, "/cancel")).json().toObject().value(u"status"_s).toString(), u"cancelled"_s);
    QCOMPARE(
        m_api->get(Role::Viewer, "/api/reminders?status=cancelled").headers.value("x-total-count"), QByteArray("2"));
}

void ApiAppointmentsTest::removes()
{
    const QJsonObject appointment = made(draft());
    QCOMPARE(m_api->send(Role::Reception, "DELETE", target(appointment), QJsonObject()).status, 204);
    QCOMPARE(m_api->get(Role::Viewer, target(appointment)).status, 404);
    QCOMPARE(m_api->get(Role::Viewer, "/api/reminders").headers.value("x-total-count"), QByteArray("0"));
}

void ApiAppointmentsTest::listsByFilter()
{
    const QJsonObject first = made(draft());
    QJsonObject other = draft(u"2026-03-25T08:00:00Z"_s);
    other.insert(u"ward"_s, u"Radiologie"_s);
    made(other);
    const auto total = [&](const QByteArray &query) {
        return m_api->get(Role::Viewer, "/api/appointments" + query).headers.value("x-total-count").toInt();
    };
    QCOMPARE(total(""), 2);
    QCOMPARE(total("?ward=Radiologie"), 1);
    QCOMPARE(total("?from=2026-03-18&to=2026-03-25"), 1);
    QCOMPARE(total("?status=planned"), 2);
    QCOMPARE(total("?status=missed"), 0);
    QCOMPARE(total("?patient_id=" + first.value(u"patient_id"_s).toString().toLatin1()), 1);
    QCOMPARE(total("?patient_id=P999999"), 0);
    const QJsonArray sparse
        = m_api->get(Role::Viewer, "/api/appointments?fields=id,status&order=desc").json().toArray();
    QCOMPARE(sparse.at(1).toObject(), (QJsonObject{{u"id"_s, first.value(u"id"_s)}, {u"status"_s, u"planned"_s}}));
}

void ApiAppointmentsTest::refusesBrokenDrafts_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QString &member, const QJsonValue &value, const QString &field = {}) {
        QTest::newRow(name) << member << value << (field.isEmpty() ? member : field);
    };
    row("past", u"starts_at"_s, u"2026-03-12T09:00:00Z"_s);
    row("no time", u"starts_at"_s, QJsonValue::Null);
    row("not a time", u"starts_at"_s, u"tomorrow"_s);
    row("patient", u"patient_id"_s, u"P999999"_s);
    row("ward", u"ward"_s, QString(81, u'x'));
    row("plan", u"plan"_s, u"no such"_s);
    row("steps", u"steps"_s, u"none"_s);
    row("a step that is a text", u"steps"_s, QJsonArray{u"sms"_s});
    row("a step without channel", u"steps"_s,
        QJsonArray{QJsonObject{{u"hours_before"_s, 4}, {u"template"_s, u"appointment"_s}}}, u"steps.1.channel"_s);
    row("a template that is not there", u"steps"_s,
        QJsonArray{QJsonObject{{u"hours_before"_s, 4}, {u"channel"_s, u"sms"_s}, {u"template"_s, u"no-such"_s}}},
        u"steps.1.template"_s);
    row("more", u"colour"_s, u"red"_s);
}

void ApiAppointmentsTest::refusesBrokenDrafts()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, field);
    QJsonObject draft = this->draft();
    draft.insert(member, value);
    const ReceivedAnswer answer = post("/api/appointments", draft);
    QCOMPARE(answer.status, 422);
    QCOMPARE(
        answer.json().toObject().value(u"errors"_s).toArray().first().toObject().value(u"field"_s).toString(), field);
}

void ApiAppointmentsTest::plansHaveOneVersion()
{
    const ReceivedAnswer before = m_api->get(Role::Viewer, "/api/plans");
    QJsonObject plans = before.json().toObject();
    QJsonArray list = plans.value(u"plans"_s).toArray();
    QCOMPARE(list.size(), 1);
    list.append(QJsonObject{{u"name"_s, u"Aucun"_s}, {u"steps"_s, QJsonArray()}});
    plans.insert(u"plans"_s, list);
    const QList<QPair<QByteArray, QByteArray>> match{{"If-Match", before.headers.value("etag")}};
    const ReceivedAnswer after = m_api->send(Role::Manager, "PUT", "/api/plans", plans, match);
    QCOMPARE(after.status, 200);
    QCOMPARE(after.json().toObject(), plans);
    QCOMPARE(m_api->get(Role::Viewer, "/api/plans").body, after.body);
    QCOMPARE(m_api->send(Role::Manager, "PUT", "/api/plans", plans, match).status, 412);
    QCOMPARE(m_api->send(Role::Reception, "PUT", "/api/plans", plans).status, 403);
}

void ApiAppointmentsTest::refusesBrokenPlans()
{
    for (const QJsonValue &plans : {QJsonValue(QJsonArray()), QJsonValue(3), QJsonValue(QJsonArray{3}),
             QJsonValue(QJsonArray{QJsonObject{{u"name"_s, u"a"_s}}})})
        QCOMPARE(m_api->send(Role::Manager, "PUT", "/api/plans", {{u"plans"_s, plans}}).status, 422);
}

void ApiAppointmentsTest::countsTheHours()
{
    made(draft());
    made(draft());
    const QJsonArray hours = m_api->get(Role::Viewer, "/api/calendar?from=2026-03-14&until=2026-03-15")
                                 .json()
                                 .toObject()
                                 .value(u"slots"_s)
                                 .toArray();
    QCOMPARE(hours.size(), 2);
    QCOMPARE(hours.at(0).toObject(),
        (QJsonObject{{u"start"_s, u"2026-03-14T09:00:00Z"_s}, {u"channel"_s, u"sms"_s}, {u"status"_s, u"pending"_s},
            {u"only_unconfirmed"_s, false}, {u"count"_s, 2}}));
    QCOMPARE(hours.at(1).toObject().value(u"only_unconfirmed"_s), QJsonValue(true));
    QCOMPARE(m_api->get(Role::Viewer, "/api/calendar?from=2026-03-14").status, 422);
    QCOMPARE(m_api->get(Role::Viewer, "/api/calendar?from=2026-01-01&until=2026-12-31").status, 422);
    QCOMPARE(m_api->get(Role::Viewer, "/api/calendar?from=2026-03-15&until=2026-03-13").status, 422);
}

void ApiAppointmentsTest::tellsNoShows()
{
    post(target(made(draft()), "/outcome"), {{u"status"_s, u"attended"_s}});
    const QJsonObject few
        = m_api->get(Role::Manager, "/api/dashboard/no-show").json().toObject().value(u"all"_s).toObject();
    QCOMPARE(few.value(u"appointments"_s).toInt(), 1);
    QCOMPARE(few.value(u"too_few"_s), QJsonValue(true));
    QVERIFY(few.value(u"rate"_s).isNull());
    for (int i = 0; i < 9; ++i)
        post(target(made(draft()), "/outcome"), {{u"status"_s, u"attended"_s}});
    const QJsonObject figures = m_api->get(Role::Manager, "/api/dashboard/no-show?from=2026-03-17").json().toObject();
    const QJsonObject ward = figures.value(u"by_ward"_s).toArray().at(0).toObject();
    QCOMPARE(ward.value(u"key"_s).toString(), u"Consultations"_s);
    QCOMPARE(ward.value(u"rate"_s).toDouble(-1), 0.0);
    QVERIFY(std::abs(ward.value(u"high"_s).toDouble() - 0.2775) < 0.0001);
    QVERIFY(figures.value(u"by_channel"_s).toArray().at(0).toObject().value(u"key"_s).isNull());
    QCOMPARE(m_api->get(Role::Reception, "/api/dashboard/no-show").status, 403);
}

QTEST_GUILESS_MAIN(ApiAppointmentsTest)
#include "tst_apiappointments.moc"
