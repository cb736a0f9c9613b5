#include "app/services/domainevents.h"
#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Cases over HTTP, on both databases.
class ApiCasesTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void goesThroughACase();
    void refusesAStaleVersion();
    void refusesWhatTheStateDoesNotAllow();
    void opensByHand();
    void filtersTheList();
    void mergesAndSeparates();
    void publishesForManagersOnly();
    void recordsCallsOnlyWhereTheyAreWanted();
    void replacesTheRules();
    void refusesBrokenBodies_data();
    void refusesBrokenBodies();
    void tellsHowLongItTook();

private:
    QJsonObject opened(const QJsonObject &members = {})
    {
        QJsonObject bad{{u"overall_experience"_s, 1}, {u"ward"_s, u"Urgences"_s}, {u"comments"_s, u"Cinq heures."_s},
            {u"feedback_date"_s, m_api->clock().now().toString(Qt::ISODate)}};
        for (auto member = members.begin(); member != members.end(); ++member)
            bad.insert(member.key(), member.value());
        const QJsonObject feedback = m_api->newFeedback(bad);
        return m_api
            ->get(Role::Reception, "/api/cases?feedback_id=" + QByteArray::number(feedback.value(u"id"_s).toInteger()))
            .json()
            .toArray()
            .at(0)
            .toObject();
    }
    static QByteArray path(const QJsonObject &about, const QByteArray &step = {})
    {
        return "/api/cases/" + QByteArray::number(about.value(u"id"_s).toInteger())
            + (step.isEmpty() ? QByteArray() : '/' + step);
    }
    ReceivedAnswer post(const QByteArray &target, const QJsonObject &body = {}, Role who = Role::Reception,
        const WireClient::Headers &headers = {})
    {
        return m_api->send(who, "POST", target, body, headers);
    }
    ReceivedAnswer postNothing(const QByteArray &target)
    {
        return m_api->send(Role::Reception, "POST", target, QByteArray());
    }
};

void ApiCasesTest::goesThroughACase()
{
    const QJsonObject about = opened();
    QCOMPARE(about.value(u"status"_s).toString(), u"open"_s);
    QCOMPARE(about.value(u"severity"_s).toString(), u"high"_s);
    QVERIFY(about.value(u"number"_s).toString().startsWith(u"S-"_s));
    const QJsonObject acknowledged = postNothing(path(about, "acknowledge")).json().toObject();
    QCOMPARE(acknowledged.value(u"status"_s).toString(), u"acknowledged"_s);
    QCOMPARE(acknowledged.value(u"owner"_s).toString(), m_api->username(Role::Reception));
    QCOMPARE(post(path(about, "notes"), {{u"note"_s, u"vu"_s}}).status, 200);
    const ReceivedAnswer resolved
        = post(path(about, "resolve"), {{u"outcome"_s, u"improved"_s}, {u"note"_s, u"tickets"_s}});
    QCOMPARE(resolved.status, 200);
    QCOMPARE(resolved.json().toObject().value(u"outcome"_s).toString(), u"improved"_s);
    QCOMPARE(post(path(about, "reopen"), {{u"note"_s, u"encore"_s}}).json().toObject().value(u"reopened"_s).toInt(), 1);
    const QJsonArray events = m_api->get(Role::Manager, path(about)).json().toObject().value(u"events"_s).toArray();
    QStringList kinds;
    for (const QJsonValue event : events)
        kinds += event.toObject().value(u"kind"_s).toString();
    QCOMPARE(kinds, QStringList({u"opened"_s, u"acknowledged"_s, u"note"_s, u"resolved"_s, u"reopened"_s}));
    QCOMPARE(events.at(2).toObject().value(u"note"_s).toString(), u"vu"_s);
}

void ApiCasesTest::refusesAStaleVersion()
{
    const QJsonObject about = opened();
    const QByteArray tag = m_api->get(Role::Reception, path(about)).headers.value("etag");
    QCOMPARE(post(path(about, "notes"), {{u"note"_s, u"vu"_s}}).status, 200);
    const QJsonObject severity{{u"severity"_s, u"critical"_s}};
    QCOMPARE(m_api->send(Role::Reception, "PATCH", path(about), severity, {{"If-Match", tag}}).status, 412);
    QCOMPARE(m_api->send(Role::Reception, "PATCH", path(about), severity).status, 200);
}

void ApiCasesTest::refusesWhatTheStateDoesNotAllow()
{
    const QJsonObject about = opened();
    QCOMPARE(post(path(about, "reopen"), {{u"note"_s, u"x"_s}}).status, 409);
    QCOMPARE(postNothing(path(about, "separate")).status, 409);
    QCOMPARE(postNothing("/api/cases/999999/acknowledge").status, 404);
}

void ApiCasesTest::opensByHand()
{
    const QJsonObject feedback
        = m_api->newFeedback({{u"overall_experience"_s, 5}, {u"recommendation_likelihood"_s, 10}});
    const qint64 id = feedback.value(u"id"_s).toInteger();
    const ReceivedAnswer answer
        = post("/api/cases", {{u"feedback_id"_s, id}, {u"severity"_s, u"critical"_s}, {u"note"_s, u"vu"_s}});
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.json().toObject().value(u"reasons"_s).toArray(), QJsonArray{u"person"_s});
    QVERIFY(answer.headers.value("location").startsWith("/api/cases/"));
    QCOMPARE(post("/api/cases", {{u"feedback_id"_s, id}}).status, 409);
    QCOMPARE(post("/api/cases", {{u"feedback_id"_s, 999999}}).status, 404);
}

void ApiCasesTest::filtersTheList()
{
    const QJsonObject first = opened();
    opened({{u"ward"_s, u"Maternité"_s}, {u"comments"_s, u"On m'a giflée."_s}});
    const auto total = [&](const QByteArray &query) {
        return m_api->get(Role::Reception, "/api/cases?" + query).headers.value("x-total-count").toInt();
    };
    QCOMPARE(total(""), 2);
    QCOMPARE(total("ward=Urgences"), 1);
    QCOMPARE(total("severity=critical"), 1);
    QCOMPARE(total("owner_id=0"), 2);
    QCOMPARE(total("overdue=true"), 0);
    m_api->clock().advance(std::chrono::hours(25));
    QCOMPARE(total("overdue=true"), 2);
    QCOMPARE(postNothing(path(first, "acknowledge")).status, 200);
    QCOMPARE(total("status=acknowledged"), 1);
    QCOMPARE(total("unresolved=true"), 2);
    QCOMPARE(total("with_voice=true"), 0);
    QCOMPARE(total("published=true"), 0);
    QCOMPARE(
        m_api->get(Role::Reception, "/api/cases?fields=id,number&limit=1").json().toArray().at(0).toObject().size(), 2);
}

void ApiCasesTest::mergesAndSeparates()
{
    const QJsonObject one = opened();
    const QJsonObject other = opened();
    const QJsonObject merged = post(path(other, "merge"), {{u"into"_s, one.value(u"id"_s)}}).json().toObject();
    QCOMPARE(merged.value(u"merged_into"_s), one.value(u"id"_s));
    const QJsonObject into = m_api->get(Role::Reception, path(one)).json().toObject();
    QCOMPARE(into.value(u"merged_cases"_s).toArray(), QJsonArray{other.value(u"id"_s)});
    QVERIFY(postNothing(path(other, "separate")).json().toObject().value(u"merged_into"_s).isNull());
}

void ApiCasesTest::publishesForManagersOnly()
{
    const QJsonObject about = opened();
    QCOMPARE(post(path(about, "resolve"), {{u"outcome"_s, u"solved"_s}, {u"note"_s, u"fait"_s}}).status, 200);
    const QJsonObject words{{u"heard"_s, u"Attente."_s}, {u"done"_s, u"Tickets."_s}, {u"published"_s, true}};
    QCOMPARE(m_api->send(Role::Reception, "PATCH", path(about), words).status, 403);
    QCOMPARE(m_api->send(Role::Manager, "PATCH", path(about), words).status, 200);
    QCOMPARE(m_api->get(Role::Reception, "/api/cases?published=true").json().toArray().size(), 1);
}

void ApiCasesTest::recordsCallsOnlyWhereTheyAreWanted()
{
    const QJsonObject silent = opened({{u"phone_number"_s, u"+237655123456"_s}});
    QCOMPARE(post(path(silent, "calls"), {{u"result"_s, u"reached"_s}}).status, 422);
    const QJsonObject asked = opened({{u"phone_number"_s, u"+237655123456"_s}, {u"callback_requested"_s, true}});
    QCOMPARE(m_api->get(Role::Reception, path(asked)).json().toObject().value(u"call_number"_s).toString(),
        u"+237655123456"_s);
    QCOMPARE(post(path(asked, "calls"), {{u"result"_s, u"no_answer"_s}}).status, 200);
}

void ApiCasesTest::replacesTheRules()
{
    const ReceivedAnswer before = m_api->get(Role::Reception, "/api/case-rules");
    QJsonObject rules = before.json().toObject();
    QCOMPARE(rules.value(u"overall_at_most"_s).toInt(), 2);
    const QJsonArray people = m_api->get(Role::Manager, "/api/case-people").json().toArray();
    QVERIFY(people.size() >= 3);
    rules.insert(u"overall_at_most"_s, QJsonValue::Null);
    rules.insert(u"keywords_fr"_s, QJsonArray{u"pot de vin"_s});
    rules.insert(u"owners"_s,
        QJsonArray{QJsonObject{{u"ward"_s, QJsonValue::Null}, {u"user_id"_s, people.at(0).toObject().value(u"id"_s)}}});
    const WireClient::Headers match{{"If-Match", before.headers.value("etag")}};
    const ReceivedAnswer saved = m_api->send(Role::Manager, "PUT", "/api/case-rules", rules, match);
    QCOMPARE(saved.status, 200);
    QCOMPARE(saved.json().toObject(), rules);
    QCOMPARE(m_api->send(Role::Manager, "PUT", "/api/case-rules", rules, match).status, 412);
    QCOMPARE(m_api->send(Role::Reception, "PUT", "/api/case-rules", rules).status, 403);
}

void ApiCasesTest::refusesBrokenBodies_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("outcome") << "resolve"_ba << QJsonObject{{u"outcome"_s, u"magic"_s}, {u"note"_s, u"x"_s}};
    QTest::newRow("no outcome") << "resolve"_ba << QJsonObject{{u"note"_s, u"x"_s}};
    QTest::newRow("no note") << "resolve"_ba << QJsonObject{{u"outcome"_s, u"solved"_s}};
    QTest::newRow("empty note") << "notes"_ba << QJsonObject{{u"note"_s, u" "_s}};
    QTest::newRow("unknown member") << "notes"_ba << QJsonObject{{u"note"_s, u"x"_s}, {u"by"_s, u"me"_s}};
    QTest::newRow("into nothing") << "merge"_ba << QJsonObject{{u"into"_s, 999999}};
    QTest::newRow("result") << "calls"_ba << QJsonObject{{u"result"_s, u"sang"_s}};
}

void ApiCasesTest::refusesBrokenBodies()
{
    QFETCH(QByteArray, step);
    QFETCH(QJsonObject, body);
    QCOMPARE(post(path(opened(), step), body).status, 422);
}

void ApiCasesTest::tellsHowLongItTook()
{
    const QJsonObject about = opened();
    m_api->clock().advance(std::chrono::hours(2));
    QCOMPARE(postNothing(path(about, "acknowledge")).status, 200);
    const QJsonObject all
        = m_api->get(Role::Manager, "/api/dashboard/cases?ward=Urgences").json().toObject().value(u"all"_s).toObject();
    QCOMPARE(all.value(u"opened"_s).toInt(), 1);
    const QJsonObject time = all.value(u"time_to_acknowledge"_s).toObject();
    QCOMPARE(time.value(u"median_minutes"_s).toDouble(), 120.0);
    QCOMPARE(time.value(u"n"_s).toInt(), 1);
    QVERIFY(time.value(u"indicative"_s).toBool());
    QCOMPARE(m_api->get(Role::Manager, "/api/dashboard/cases?ward=Nord")
                 .json()
                 .toObject()
                 .value(u"all"_s)
                 .toObject()
                 .value(u"opened"_s)
                 .toInt(),
        0);
}

QTEST_GUILESS_MAIN(ApiCasesTest)
#include "tst_apicases.moc"
