#pragma once

#include "tests/support/apiclient.h"

#include <QObject>

#include <memory>

namespace accueil {

// What the tests of an entity over HTTP begin with: every test function runs on both databases with a store of its own,
// which its rows share, and fails when an answer was not as the OpenAPI document says.
class ApiTest : public QObject
{
    Q_OBJECT
protected:
    std::unique_ptr<ApiClient> m_api;

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

private:
    Dialect m_dialect = Dialect::Sqlite;
    QByteArray m_function;
};

} // namespace accueil
