#include "tests/support/apiclient.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// The provider of a drill over the API.
class ApiDrillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_api = std::make_unique<ApiClient>(Dialect::Sqlite, QStringList(), ApiClient::Occasion::Drill); }
    void cleanup()
    {
        QCOMPARE(m_api->breaches(), QStringList());
        m_api.reset();
    }

    void turnsTheDial()
    {
        QCOMPARE(drill().value(u"fault"_s), u"none"_s);
        const ReceivedAnswer answer
            = send("PUT", "/api/drill/dial", {{u"fault"_s, u"lost_answers"_s}, {u"percent"_s, 20}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(drill().value(u"fault"_s), u"lost_answers"_s);
        QCOMPARE(drill().value(u"percent"_s), 20);
        QCOMPARE(send("PUT", "/api/drill/dial", {{u"fault"_s, u"busy"_s}}).status, 200);
        QCOMPARE(drill().value(u"percent"_s), 100);
    }

    void stopsForAWhile()
    {
        QVERIFY(drill().value(u"stopped_until"_s).isNull());
        const ReceivedAnswer answer = send("POST", "/api/drill/stop", {{u"seconds"_s, 60}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(QDateTime::fromString(answer.json().toObject().value(u"stopped_until"_s).toString(), Qt::ISODate),
            m_api->clock().now().addSecs(60));
        m_api->clock().advance(std::chrono::seconds(61));
        QVERIFY(drill().value(u"stopped_until"_s).isNull());
    }

    void makesRemindersDue()
    {
        for (int i = 0; i < 3; ++i)
            m_api->newPatient({{u"phone_number"_s, u"+23767000000%1"_s.arg(i)}});
        const ReceivedAnswer answer = send("POST", "/api/drill/reminders", {{u"count"_s, 2}});
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.json().toObject().value(u"planned"_s), 2);
        QCOMPARE(m_api->get(Role::Viewer, "/api/reminders").json().toArray().size(), 2);
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonObject>("body");
        const QByteArray dial = "/api/drill/dial";
        QTest::newRow("unknown fault") << "PUT"_ba << dial << QJsonObject{{u"fault"_s, u"flood"_s}};
        QTest::newRow("no fault") << "PUT"_ba << dial << QJsonObject{{u"percent"_s, 5}};
        QTest::newRow("more than all") << "PUT"_ba << dial << QJsonObject{{u"fault"_s, u"busy"_s}, {u"percent"_s, 101}};
        QTest::newRow("no time") << "POST"_ba
                                 << "/api/drill/stop"_ba << QJsonObject{{u"seconds"_s, 0}};
        QTest::newRow("too long") << "POST"_ba
                                  << "/api/drill/stop"_ba << QJsonObject{{u"seconds"_s, 3601}};
        QTest::newRow("none") << "POST"_ba
                              << "/api/drill/reminders"_ba << QJsonObject{{u"count"_s, 0}};
        QTest::newRow("too many") << "POST"_ba
                                  << "/api/drill/reminders"_ba << QJsonObject{{u"count"_s, 1001}};
    }
    void refusesWhatIsWrong()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QJsonObject, body);
        QCOMPARE(send(method, path, body).status, 422);
    }

    void asksForPermission()
    {
        for (const Role role : {Role::Viewer, Role::Device}) {
            QCOMPARE(m_api->send(role, "PUT", "/api/drill/dial", QJsonObject{{u"fault"_s, u"busy"_s}}).status, 403);
            QCOMPARE(m_api->send(role, "POST", "/api/drill/stop", QJsonObject{{u"seconds"_s, 5}}).status, 403);
            QCOMPARE(m_api->send(role, "POST", "/api/drill/reminders", QJsonObject{{u"count"_s, 5}}).status, 403);
        }
        QCOMPARE(m_api->get(Role::Device, "/api/drill").status, 403);
        QCOMPARE(m_api->send(std::nullopt, "GET", "/api/drill").status, 401);
    }

    void isDocumentedInADrillAndNotThereInEarnest()
    {
        const auto paths = [](const ApiClient &api) { return api.document().value(u"paths"_s).toObject(); };
        const auto schemas = [](const ApiClient &api) {
            return api.document().value(u"components"_s).toObject().value(u"schemas"_s).toObject();
        };
        QVERIFY(paths(*m_api).contains(u"/api/drill"_s));
        QVERIFY(schemas(*m_api).contains(u"DrillDial"_s));
        ApiClient earnest(Dialect::Sqlite);
        for (const QString &path : paths(earnest).keys())
            QVERIFY(!path.contains("drill"_L1));
        QVERIFY(!schemas(earnest).contains(u"DrillDial"_s));
        QCOMPARE(earnest.get(Role::Admin, "/api/drill").status, 404);
    }

private:
    ReceivedAnswer send(const QByteArray &method, const QByteArray &path, const QJsonObject &body)
    {
        return m_api->send(Role::Reception, method, path, body);
    }
    QJsonObject drill() { return m_api->get(Role::Viewer, "/api/drill").json().toObject(); }

    std::unique_ptr<ApiClient> m_api;
};

QTEST_GUILESS_MAIN(ApiDrillTest)
#include "tst_apidrill.moc"
