#include "tests/support/apitest.h"

#include <QtTest>

namespace accueil {

void ApiTest::initTestCase_data()
{
    TestDatabase::addDialectRows();
}

void ApiTest::initTestCase() { } // without it the global rows are not used

void ApiTest::init()
{
    QFETCH_GLOBAL(Dialect, dialect);
    const QByteArray function = QTest::currentTestFunction();
    if (m_api && m_dialect == dialect && m_function == function)
        return;
    m_api.reset();
    m_api = std::make_unique<ApiClient>(dialect);
    m_dialect = dialect;
    m_function = function;
}

void ApiTest::cleanup()
{
    QCOMPARE(m_api->breaches(), QStringList());
}

void ApiTest::cleanupTestCase()
{
    m_api.reset();
}

} // namespace accueil
