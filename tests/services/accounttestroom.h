#pragma once

#include "app/services/accountservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"

namespace accueil {

// A store with an account service, a clock that stands, and one administrator to begin with.
struct AccountTestRoom
{
    explicit AccountTestRoom(Dialect dialect)
        : store(dialect)
        , accounts(std::make_unique<AccountService>(store.database(), store.cipher(), clock, events, tokenSettings()))
    {
    }

    static TokenSettings tokenSettings()
    {
        return {QByteArray(32, 'k'), std::chrono::minutes(30), std::chrono::days(7)};
    }
    static UserDraft draft(const QString &name, Role role = Role::Reception)
    {
        return {.username = name,
            .email = name + QStringLiteral("@example.org"),
            .phoneNumber = QStringLiteral("+237670000001"),
            .password = password(),
            .role = role};
    }
    static QString password() { return QStringLiteral("mango rain on the roof"); }

    Session addAdmin(const QString &name = QStringLiteral("admin"))
    {
        const Result<User> user = accounts->registerUser(Session::system(), draft(name, Role::Admin));
        Q_ASSERT(user);
        return {user->id, user->username, user->role};
    }
    Session add(const QString &name, Role role = Role::Reception)
    {
        const Result<User> user = accounts->registerUser(Session::system(), draft(name, role));
        Q_ASSERT(user);
        return {user->id, user->username, user->role};
    }
    // Another desk on the same store.
    std::unique_ptr<AccountService> otherDesk(DomainEvents &itsEvents)
    {
        return std::make_unique<AccountService>(store.database(), store.cipher(), clock, itsEvents, tokenSettings());
    }
    qint64 count(const QString &sql)
    {
        QSqlQuery &query = store.database().execute(sql);
        query.next();
        return query.value(0).toLongLong();
    }

    TestDatabase store;
    FakeClock clock;
    DomainEvents events;
    std::unique_ptr<AccountService> accounts;
};

} // namespace accueil
