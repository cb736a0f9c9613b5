#include "tests/support/apiclient.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What may be asked behind the question mark: pages, wanted members, filters, and what is refused there.
class ApiQueriesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_api = std::make_unique<ApiClient>(Dialect::Sqlite); }
    void cleanupTestCase()
    {
        QCOMPARE(m_api->breaches(), QStringList());
        m_api.reset();
    }

    void pagesThroughAList();
    void writesOnlyTheWantedFields();
    void refusesQueriesItDoesNotKnow_data();
    void refusesQueriesItDoesNotKnow();
    void saysTheLimitsOfAQuery();

private:
    std::unique_ptr<ApiClient> m_api;
};

void ApiQueriesTest::pagesThroughAList()
{
    for (int i = 0; i < 5; ++i)
        m_api->newPatient({{u"ward"_s, u"Pages"_s}});
    QSet<qint64> seen;
    QByteArray target = "/api/patients?ward=Pages&limit=2";
    int pages = 0;
    while (!target.isEmpty()) {
        const ReceivedAnswer answer = m_api->get(Role::Viewer, target);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("x-total-count"), QByteArray("5"));
        for (const QJsonValue &item : answer.json().toArray())
            seen.insert(item.toObject().value(u"id"_s).toInteger());
        const QByteArray link = answer.headers.value("link");
        const QRegularExpression next(u"<([^>]+)>; rel=\"next\""_s);
        target = next.match(QString::fromLatin1(link)).captured(1).toLatin1();
        QVERIFY(++pages <= 3);
    }
    QCOMPARE(pages, 3);
    QCOMPARE(seen.size(), 5);
    const ReceivedAnswer beyond = m_api->get(Role::Viewer, "/api/patients?ward=Pages&offset=100");
    QCOMPARE(beyond.body, QByteArray("[]"));
    QCOMPARE(beyond.headers.value("x-total-count"), QByteArray("5"));
}

void ApiQueriesTest::writesOnlyTheWantedFields()
{
    m_api->newPatient();
    const QJsonArray items = m_api->get(Role::Viewer, "/api/patients?fields=patient_id,name&limit=1").json().toArray();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().toObject().keys(), (QStringList{u"name"_s, u"patient_id"_s}));
}

void ApiQueriesTest::refusesQueriesItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    QTest::newRow("unknown name") << "page=2"_ba << u"page"_s << u"unknownParameter"_s;
    QTest::newRow("limit 0") << "limit=0"_ba << u"limit"_s << u"outOfRange"_s;
    QTest::newRow("limit 501") << "limit=501"_ba << u"limit"_s << u"outOfRange"_s;
    QTest::newRow("limit a word") << "limit=many"_ba << u"limit"_s << u"notANumber"_s;
    QTest::newRow("limit empty") << "limit="_ba << u"limit"_s << u"notANumber"_s;
    QTest::newRow("offset negative") << "offset=-1"_ba << u"offset"_s << u"outOfRange"_s;
    QTest::newRow("offset beyond 64 bits") << "offset=99999999999999999999"_ba << u"offset"_s << u"outOfRange"_s;
    QTest::newRow("half a limit") << "limit=1.5"_ba << u"limit"_s << u"notWhole"_s;
    QTest::newRow("by name without search") << "sort=name"_ba << u"sort"_s << u"needsParameter"_s;
    QTest::newRow("by name with an empty search") << "sort=name&q=+"_ba << u"sort"_s << u"needsParameter"_s;
    QTest::newRow("twice") << "limit=5&limit=6"_ba << u"limit"_s << u"repeated"_s;
    QTest::newRow("unknown field") << "fields=name,password"_ba << u"fields"_s << u"unknownValue"_s;
    QTest::newRow("unknown order") << "order=up"_ba << u"order"_s << u"unknownValue"_s;
    QTest::newRow("no language") << "language=klingon"_ba << u"language"_s << u"unknownValue"_s;
    QTest::newRow("no time") << "active_since=soon"_ba << u"active_since"_s << u"notATime"_s;
    QTest::newRow("invalid utf-8") << "q=%ff"_ba << u"q"_s << u"malformed"_s;
    QTest::newRow("too long") << "q=" + QByteArray(201, 'a') << u"q"_s << u"tooLong"_s;
}

void ApiQueriesTest::refusesQueriesItDoesNotKnow()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, field);
    QFETCH(QString, key);
    const ReceivedAnswer answer = m_api->get(Role::Viewer, "/api/patients?" + query);
    QCOMPARE(answer.status, 400);
    const QJsonObject error = answer.json().toObject().value(u"errors"_s).toArray().first().toObject();
    QCOMPARE(error.value(u"field"_s).toString(), field);
    QCOMPARE(error.value(u"key"_s).toString(), key);
}

void ApiQueriesTest::saysTheLimitsOfAQuery()
{
    const auto limitsOf = [this](const QByteArray &query) {
        const QJsonObject problem = m_api->get(Role::Viewer, "/api/patients?" + query).json().toObject();
        return problem.value(u"errors"_s).toArray().first().toObject().value(u"parameters"_s).toObject();
    };
    QCOMPARE(limitsOf("limit=501"), (QJsonObject{{u"min"_s, 1}, {u"max"_s, 500}}));
    QCOMPARE(limitsOf("offset=-1"), (QJsonObject{{u"min"_s, 0}, {u"max"_s, 1'000'000'000}}));
    QCOMPARE(limitsOf("q=" + QByteArray(201, 'a')), (QJsonObject{{u"max"_s, 200}}));
    QCOMPARE(limitsOf("sort=name"), (QJsonObject{{u"parameter"_s, u"q"_s}}));
}

QTEST_GUILESS_MAIN(ApiQueriesTest)
#include "tst_apiqueries.moc"
