#include "tests/services/accounttestroom.h"

#include <QtTest>

#include <future>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstAccountIsAnAdminAndNeedsNobody_data() { TestDatabase::addDialectRows(); }
    void theFirstAccountIsAnAdminAndNeedsNobody()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        QVERIFY(!room.accounts->hasAccounts());
        const auto first = room.accounts->registerUser(std::nullopt, AccountTestRoom::draft(u"First"_s, Role::Viewer));
        QVERIFY(first);
        QCOMPARE(first->role, Role::Admin);
        QCOMPARE(first->username, u"first"_s);
        QVERIFY(room.accounts->hasAccounts());
        const auto second = room.accounts->registerUser(std::nullopt, AccountTestRoom::draft(u"second"_s));
        QCOMPARE(second.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(room.accounts->find(Session::system(), first->id).value(), *first);
    }

    void ofManyFirstAccountsOneIsMade_data() { TestDatabase::addDialectRows(); }
    void ofManyFirstAccountsOneIsMade()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        std::vector<std::future<bool>> running;
        for (int i = 0; i < 6; ++i) {
            running.push_back(std::async(std::launch::async, [&room, i] {
                const bool made = room.accounts->registerUser(std::nullopt, AccountTestRoom::draft(u"racer%1"_s.arg(i)))
                                      .has_value();
                room.store.database().closeThread();
                return made;
            }));
        }
        int made = 0;
        for (std::future<bool> &one : running)
            made += one.get() ? 1 : 0;
        QCOMPARE(made, 1);
        QCOMPARE(room.count(u"SELECT count(*) FROM users"_s), 1);
    }

    void onlyAdminsMakeAndChangeAccounts_data()
    {
        QTest::addColumn<Role>("role");
        for (const Role role : {Role::Manager, Role::Reception, Role::Viewer})
            QTest::newRow(qPrintable(roleTable.key(role))) << role;
    }
    void onlyAdminsMakeAndChangeAccounts()
    {
        QFETCH(Role, role);
        AccountTestRoom room(Dialect::Sqlite);
        const Session admin = room.addAdmin();
        const Session other = room.add(u"other"_s, role);
        QCOMPARE(
            room.accounts->registerUser(other, AccountTestRoom::draft(u"third"_s)).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.accounts->edit(other, admin.user, AccountTestRoom::draft(u"admin"_s)).error().code,
            ErrorCode::Forbidden);
        QCOMPARE(room.accounts->setActive(other, admin.user, false).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.accounts->list(other, {}).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.accounts->find(other, admin.user).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.accounts->find(other, other.user)->username, u"other"_s);
        QCOMPARE(room.accounts->me(other)->username, u"other"_s);
    }

    void aNameIsTakenOnce_data() { TestDatabase::addDialectRows(); }
    void aNameIsTakenOnce()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        const Session admin = room.addAdmin();
        const Session other = room.add(u"other"_s);
        const Error taken{ErrorCode::Conflict, {{u"username"_s, u"taken"_s}}};
        QCOMPARE(room.accounts->registerUser(admin, AccountTestRoom::draft(u"ADMIN"_s)).error(), taken);
        QCOMPARE(room.accounts->edit(admin, other.user, AccountTestRoom::draft(u"admin"_s)).error(), taken);
    }

    void editsAndKeepsWhatIsNotGiven_data() { TestDatabase::addDialectRows(); }
    void editsAndKeepsWhatIsNotGiven()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        const Session admin = room.addAdmin();
        const Session other = room.add(u"other"_s);
        const auto tokens = room.accounts->login(u"other"_s, room.password(), QString());
        QSignalSpy changes(&room.events, &DomainEvents::userChanged);
        UserDraft draft{.username = u"other"_s,
            .email = {},
            .phoneNumber = u"6 99 00 00 02"_s,
            .password = {},
            .role = Role::Manager};
        const auto edited = room.accounts->edit(admin, other.user, draft, 1);
        QVERIFY(edited);
        QCOMPARE(edited->version, 2);
        QCOMPARE(edited->phoneNumber, u"+237699000002"_s);
        QCOMPARE(room.accounts->find(admin, other.user).value(), *edited);
        QCOMPARE(changes.size(), 1);
        QVERIFY(room.accounts->refresh(tokens->refreshToken)); // no new password: logins go on
        QCOMPARE(room.accounts->edit(admin, other.user, draft, 1).error().code, ErrorCode::VersionMismatch);
        QCOMPARE(room.accounts->edit(admin, UserId{4711}, draft).error().code, ErrorCode::NotFound);
        QSqlQuery &audit
            = room.store.database().execute(u"SELECT actor_name, detail FROM audit WHERE action = 'edited'"_s);
        QVERIFY(audit.next());
        QCOMPARE(audit.value(0).toString(), u"admin"_s);
        QCOMPARE(audit.value(1).toString(), u"email phone_number role"_s);
    }

    void aNewPasswordEndsEveryLogin_data() { TestDatabase::addDialectRows(); }
    void aNewPasswordEndsEveryLogin()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        const Session admin = room.addAdmin();
        const Session other = room.add(u"other"_s);
        const auto byAdmin = room.accounts->login(u"other"_s, room.password(), QString());
        UserDraft draft = AccountTestRoom::draft(u"other"_s);
        draft.password = u"a second long phrase"_s;
        QVERIFY(room.accounts->edit(admin, other.user, draft));
        QVERIFY(!room.accounts->refresh(byAdmin->refreshToken));
        QVERIFY(!room.accounts->login(u"other"_s, room.password(), QString()));
        const auto own = room.accounts->login(u"other"_s, draft.password, QString());
        QVERIFY(own);

        const auto wrong = room.accounts->changePassword(other, room.password(), u"a third long phrase"_s);
        QCOMPARE(wrong.error(), (Error{ErrorCode::Invalid, {{u"current_password"_s, u"wrongPassword"_s}}}));
        QCOMPARE(room.accounts->changePassword(other, draft.password, u"short"_s).error().fields.value(0).field,
            u"new_password"_s);
        QVERIFY(room.accounts->refresh(own->refreshToken));
        const auto another = room.accounts->login(u"other"_s, draft.password, QString());
        QVERIFY(room.accounts->changePassword(other, draft.password, u"a third long phrase"_s));
        QVERIFY(!room.accounts->refresh(another->refreshToken));
        QVERIFY(room.accounts->login(u"other"_s, u"a third long phrase"_s, QString()));
    }

    void guessingTheCurrentPasswordIsLockedToo()
    {
        AccountTestRoom room(Dialect::Sqlite);
        const Session admin = room.addAdmin();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(room.accounts->changePassword(admin, u"a guess"_s, u"another long phrase"_s).error().code,
                ErrorCode::Invalid);
        QCOMPARE(room.accounts->changePassword(admin, room.password(), u"another long phrase"_s).error().code,
            ErrorCode::TooManyAttempts);
    }

    void theLastActiveAdminStays_data() { TestDatabase::addDialectRows(); }
    void theLastActiveAdminStays()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        const Session admin = room.addAdmin();
        const Session second = room.addAdmin(u"second"_s);
        QVERIFY(room.accounts->setActive(admin, second.user, false));
        QCOMPARE(room.accounts->setActive(admin, admin.user, false).error().code, ErrorCode::Conflict);
        QCOMPARE(room.accounts->edit(admin, admin.user, AccountTestRoom::draft(u"admin"_s, Role::Viewer)).error().code,
            ErrorCode::Conflict);
        QVERIFY(room.accounts->find(admin, admin.user)->isActive);
    }

    void twoAdminsCannotDisableEachOther_data() { TestDatabase::addDialectRows(); }
    void twoAdminsCannotDisableEachOther()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        const Session one = room.addAdmin(u"one"_s);
        const Session two = room.addAdmin(u"two"_s);
        for (int round = 0; round < 10; ++round) {
            const auto disable = [&](const Session &who, const Session &whom) {
                return std::async(std::launch::async, [&room, who, whom] {
                    const bool done = room.accounts->setActive(who, whom.user, false).has_value();
                    room.store.database().closeThread();
                    return done;
                });
            };
            auto first = disable(one, two);
            auto second = disable(two, one);
            QCOMPARE((first.get() ? 1 : 0) + (second.get() ? 1 : 0), 1);
            QVERIFY(room.accounts->setActive(Session::system(), one.user, true));
            QVERIFY(room.accounts->setActive(Session::system(), two.user, true));
        }
    }

    void listsByName_data() { TestDatabase::addDialectRows(); }
    void listsByName()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        const Session admin = room.addAdmin();
        room.add(u"zoe"_s);
        room.add(u"ada"_s);
        const auto page = room.accounts->list(admin, {.limit = 2, .offset = 1});
        QCOMPARE(page->total, 3);
        QCOMPARE(page->items.size(), 2);
        QCOMPARE(page->items.at(0).username, u"admin"_s);
        QCOMPARE(page->items.at(1).username, u"zoe"_s);
        QCOMPARE(page->items.at(1).email, u"zoe@example.org"_s);
    }

    void keepsEmailAndTelephoneEncrypted_data() { TestDatabase::addDialectRows(); }
    void keepsEmailAndTelephoneEncrypted()
    {
        QFETCH(Dialect, dialect);
        AccountTestRoom room(dialect);
        room.addAdmin();
        QSqlQuery &query
            = room.store.database().execute(u"SELECT email_enc, phone_number_enc, password_hash FROM users"_s);
        QVERIFY(query.next());
        QVERIFY(!query.value(0).toByteArray().isEmpty());
        QVERIFY(!query.value(0).toByteArray().contains("example"));
        QVERIFY(!query.value(1).toByteArray().contains("670000001"));
        QVERIFY(query.value(2).toString().startsWith(u"scrypt$"));
    }
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
