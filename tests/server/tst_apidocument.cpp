#include "server/api.h"
#include "server/openapi.h"
#include "tests/support/apiclient.h"
#include "tests/support/jsonschema.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// The OpenAPI document: that it says what the rows say and hangs together.
class ApiDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_api = std::make_unique<ApiClient>(Dialect::Sqlite); }
    void cleanupTestCase() { m_api.reset(); }
    void isServedAsItWasMade();
    void describesEveryOperationOnce();
    void resolvesEveryReference();
    void usesEverySchema();
    void givesExamplesThatFit();
    void declaresTheStatusesOfTheRouter();

private:
    void collectReferences(const QJsonValue &value, QSet<QString> &references) const;
    std::unique_ptr<ApiClient> m_api;
};

void ApiDocumentTest::isServedAsItWasMade()
{
    const ReceivedAnswer answer = m_api->send(std::nullopt, "GET", "/openapi.json");
    QCOMPARE(answer.body, m_api->api().openApi());
    QCOMPARE(answer.json().toObject().value(u"openapi"_s).toString(), u"3.1.0"_s);
}

void ApiDocumentTest::describesEveryOperationOnce()
{
    QSet<QString> ids;
    int operations = 0;
    for (const QJsonValue &path : m_api->document().value(u"paths"_s).toObject()) {
        for (const QJsonValue &operation : path.toObject()) {
            ids.insert(operation.toObject().value(u"operationId"_s).toString());
            ++operations;
        }
    }
    const Routes &routes = m_api->api().routes();
    const auto documented
        = std::count_if(routes.begin(), routes.end(), [](const Route &route) { return !route.tag.isEmpty(); });
    QCOMPARE(operations, documented);
    QCOMPARE(ids.size(), documented);
    QVERIFY(!ids.contains(QString()));
}

void ApiDocumentTest::collectReferences(const QJsonValue &value, QSet<QString> &references) const
{
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == u"$ref")
            references.insert(member.value().toString().section(u'/', -1));
        collectReferences(member.value(), references);
    }
    for (const QJsonValue &item : value.toArray())
        collectReferences(item, references);
}

void ApiDocumentTest::resolvesEveryReference()
{
    QSet<QString> references;
    collectReferences(m_api->document(), references);
    const QJsonObject schemas = m_api->document().value(u"components"_s).toObject().value(u"schemas"_s).toObject();
    for (const QString &name : references)
        QVERIFY2(schemas.contains(name), qPrintable(name));
}

void ApiDocumentTest::usesEverySchema()
{
    QSet<QString> references;
    collectReferences(m_api->document(), references);
    const QJsonObject schemas = m_api->document().value(u"components"_s).toObject().value(u"schemas"_s).toObject();
    for (const QString &name : schemas.keys())
        QVERIFY2(references.contains(name), qPrintable(name));
}

void ApiDocumentTest::givesExamplesThatFit()
{
    const QJsonObject schemas = m_api->document().value(u"components"_s).toObject().value(u"schemas"_s).toObject();
    int examples = 0;
    for (auto schema = schemas.begin(); schema != schemas.end(); ++schema) {
        for (const QJsonValue &example : schema.value().toObject().value(u"examples"_s).toArray()) {
            QCOMPARE(schemaErrors(example, schema.value().toObject(), m_api->document()), QStringList());
            ++examples;
        }
    }
    QVERIFY(examples >= 8);
}

void ApiDocumentTest::declaresTheStatusesOfTheRouter()
{
    for (const Route &route : m_api->api().routes()) {
        const QList<int> statuses = statusesOf(route);
        QCOMPARE(statuses.contains(401), route.permission != Permission::Anyone || route.failures.contains(401));
        QCOMPARE(statuses.contains(415), route.body != BodyKind::None);
        QCOMPARE(statuses.contains(412), route.isConditional);
        QVERIFY(statuses.contains(429) || route.rate == RateClass::Free);
        QVERIFY(statuses.contains(500) && statuses.contains(503));
    }
}

QTEST_GUILESS_MAIN(ApiDocumentTest)
#include "tst_apidocument.moc"
