#include "app/commands.h"

#include "app/application.h"
#include "app/console.h"
#include "app/doors.h"
#include "app/drill.h"
#include "app/processmemory.h"
#include "app/services/accountservice.h"
#include "app/services/demoservice.h"
#include "app/stopsignals.h"
#include "app/storeopening.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

std::optional<User> findUser(AccountService &accounts, const QString &name)
{
    PageRequest page{.limit = 500};
    while (true) {
        const Result<Page<User>> part = accounts.list(Session::system(), page);
        if (!part || part->items.isEmpty())
            return std::nullopt;
        for (const User &user : part->items) {
            if (user.username == foldedUsername(name))
                return user;
        }
        page.offset += part->items.size();
    }
}

bool openDrillStore(Application &application)
{
    const Result<QList<DemoAccount>> accounts = makeDrillStore(application);
    if (!accounts) {
        complain(u"the store of the drill cannot be made"_s, accounts.error());
        return false;
    }
    complain(u"DRILL: invented records, nothing is sent, everything is gone at the end. Accounts:"_s);
    for (const DemoAccount &account : *accounts)
        complain(u"  %1  %2  (%3)"_s.arg(account.username, account.password, roleTable.key(account.role)));
    return true;
}

} // namespace

int runServe(Application &application, StopSignals &stopSignals)
{
    const bool isOpen
        = application.settings().isDrill ? openDrillStore(application) : openStore(application, NewStore::Make);
    if (!isOpen)
        return exitFailed;
    QString why;
    if (!application.startServer(&why)) {
        complain(u"cannot listen on %1 port %2: %3"_s.arg(application.doors()->listenAddress().toString())
                     .arg(application.settings().port)
                     .arg(why));
        return exitFailed;
    }
    application.startDelivery();
    returnFreeMemory();
    releaseStartCode(); // among it all of the window
    using namespace std::chrono_literals;
    stopSignals.endWithin(1800ms); // the promise is 2 s
    QObject::connect(&stopSignals, &StopSignals::stopRequested, qApp, &QCoreApplication::quit);
    printLine(u"listening on "_s + application.serverAddress());
    const int code = stopSignals.wasRequested() ? exitDone : QCoreApplication::exec();
    application.stop();
    return code;
}

int runUserAdd(Application &application, const CommandLine &line)
{
    if (!openStore(application, NewStore::Make))
        return exitFailed;
    AccountService &accounts = application.services().accounts;
    if (line.role != Role::Admin && !accounts.hasAccounts()) {
        complain(u"the first account must be an administrator: --role admin"_s);
        return exitFailed;
    }
    const UserDraft draft{.username = line.userName,
        .email = line.email,
        .phoneNumber = {},
        .password = readSecretLine(u"Password: "_s),
        .role = line.role};
    const Result<User> user = accounts.registerUser(Session::system(), draft);
    if (!user) {
        complain(u"the account was not added"_s, user.error());
        return exitFailed;
    }
    printLine(u"%1 %2"_s.arg(user->username, roleTable.key(user->role)));
    return exitDone;
}

int runUserList(Application &application)
{
    if (!openStore(application, NewStore::Refuse))
        return exitFailed;
    PageRequest page{.limit = 500};
    while (true) {
        const Result<Page<User>> part = application.services().accounts.list(Session::system(), page);
        if (!part) {
            complain(u"the accounts cannot be listed"_s, part.error());
            return exitFailed;
        }
        for (const User &user : part->items) {
            printLine(u"%1\t%2\t%3\t%4"_s.arg(user.username, roleTable.key(user.role),
                user.isActive ? u"active"_s : u"disabled"_s,
                user.lastLogin ? user.lastLogin->toString(Qt::ISODate) : u"never"_s));
        }
        page.offset += part->items.size();
        if (part->items.isEmpty() || page.offset >= part->total)
            return exitDone;
    }
}

int runUserDisable(Application &application, const CommandLine &line)
{
    if (!openStore(application, NewStore::Refuse))
        return exitFailed;
    AccountService &accounts = application.services().accounts;
    const std::optional<User> user = findUser(accounts, line.userName);
    if (!user) {
        complain(u"there is no account %1"_s.arg(line.userName));
        return exitFailed;
    }
    if (const Result<User> disabled = accounts.setActive(Session::system(), user->id, false); !disabled) {
        complain(u"the account was not disabled"_s, disabled.error());
        return exitFailed;
    }
    printLine(u"%1 disabled"_s.arg(user->username));
    return exitDone;
}

int runRecoveryKey(Application &application, const CommandLine &line)
{
    if (!line.confirmed) {
        complain(u"A new recovery key ends the old one: papers with it open nothing any more. Say --yes to go on."_s);
        return exitWrongUse;
    }
    if (!openStore(application, NewStore::Refuse))
        return exitFailed;
    const Result<RecoveryKey> key = application.store().renewRecoveryKey();
    if (!key) {
        complain(u"the recovery key was not renewed"_s, key.error());
        return exitFailed;
    }
    printLine(key->text());
    return exitDone;
}

int runRecover(Application &application)
{
    const Result<StoreService::State> state = application.store().inspect();
    if (!state) {
        complain(u"the store cannot be opened"_s, state.error());
        return exitFailed;
    }
    if (*state == StoreService::State::Ready) {
        complain(u"this computer has the key of the store already"_s);
        return exitDone;
    }
    if (*state == StoreService::State::New) {
        complain(u"there is no store in %1 yet"_s.arg(application.settings().database.describe()));
        return exitFailed;
    }
    const Result<void> recovered
        = RecoveryKey::parse(readSecretLine(u"Recovery key: "_s)).and_then([&](const RecoveryKey &key) {
              return application.store().recover(key);
          });
    if (!recovered) {
        complain(u"this computer was not let in"_s, recovered.error());
        return exitFailed;
    }
    const QString place = application.store().keyPlace();
    complain(u"this computer now has the key of the store (%1)"_s.arg(place.isEmpty() ? u"system keyring"_s : place));
    return exitDone;
}

} // namespace accueil
