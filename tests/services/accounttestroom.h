#pragma once

#include "app/security/scrypt.h"
#include "app/services/accountservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"

#include <future>
#include <vector>

namespace accueil {

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Invalid : result.error().code;
}

// Runs `work` on `count` threads that begin together; returns how many said true.
inline int simultaneously(Database &database, int count, const std::function<bool()> &work)
{
    std::promise<void> start;
    const std::shared_future<void> started = start.get_future().share();
    std::vector<std::future<bool>> running;
    for (int i = 0; i < count; ++i) {
        running.push_back(std::async(std::launch::async, [&, started] {
            started.wait();
            const bool answer = work();
            database.closeThread();
            return answer;
        }));
    }
    start.set_value();
    int yes = 0;
    for (std::future<bool> &one : running)
        yes += one.get() ? 1 : 0;
    return yes;
}

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

    Session addAdmin(const QString &name = QStringLiteral("admin")) { return add(name, Role::Admin); }
    // With the password in a form that is quick to check, for tests that are not about its cost.
    Session add(const QString &name, Role role = Role::Reception)
    {
        const Result<User> user = accounts->registerUser(Session::system(), draft(name, role));
        Q_ASSERT(user);
        const QByteArray salt = "salt";
        const QByteArray hash = scrypt(password().toUtf8(), salt, {2, 1, 1}, 32);
        store.database().execute(QStringLiteral("UPDATE users SET password_hash = ? WHERE id = ?"),
            {QStringLiteral("scrypt$2$1$1$%1$%2")
                    .arg(QString::fromLatin1(salt.toBase64()), QString::fromLatin1(hash.toBase64())),
                user->id.value});
        return {user->id, user->username, user->role};
    }
    // With its password as it is stored in earnest.
    bool addSlowly(const QString &name)
    {
        return accounts->registerUser(Session::system(), draft(name, Role::Admin)).has_value();
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
