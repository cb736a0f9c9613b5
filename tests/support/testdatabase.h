#pragma once

#include "db/database.h"
#include "db/storecipher.h"

#include <memory>

namespace accueil {

// A fresh, migrated store for one test, with its keys; it and its data are gone with the object. A _data() function
// gets a row per database from addDialectRows(): QFETCH(Dialect, dialect). PostgreSQL is the server that
// ACCUEIL_TEST_POSTGRESQL names; without it the test fails.
class TestDatabase
{
public:
    static void addDialectRows(); // column "dialect": rows "sqlite", "postgresql"

    enum class Schema { Newest, None };
    explicit TestDatabase(Dialect dialect, Schema schema = Schema::Newest);
    ~TestDatabase();

    Database &database();
    const StoreCipher &cipher() const;
    const Keyring &keyring() const;
    QString url() const; // for a second program on the same store
    QString folder() const; // a temporary folder of this store's own; of SQLite the file lies in it

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace accueil

Q_DECLARE_METATYPE(accueil::Dialect)
