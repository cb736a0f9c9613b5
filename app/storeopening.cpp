#include "app/storeopening.h"

#include "app/application.h"
#include "app/console.h"
#include "db/migrator.h"

#include <QDir>
#include <QFileInfo>

#include <optional>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

// Where it was written, or nothing. An older paper is never overwritten.
std::optional<QString> writeRecoveryKey(const QDir &directory, const RecoveryKey &key)
{
    QFile file;
    for (int number = 1; number < 100; ++number) {
        const QString name = number == 1 ? u"recovery-key.txt"_s : u"recovery-key-%1.txt"_s.arg(number);
        file.setFileName(directory.filePath(name));
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
            break;
    }
    if (!file.isOpen())
        return std::nullopt;
    const QByteArray text = "Recovery key of this hospital's Accueil store:\n\n    " + key.text().toLatin1()
        + "\n\nIt lets another computer in, or this one after its disk was lost. Whoever has it and the database can "
          "read\n"
          "everything. Print it, keep the paper in a safe, and delete this file.\n";
    const bool written = file.write(text) == text.size() && file.flush();
    return written ? std::optional(file.fileName()) : std::nullopt;
}

bool makeStore(Application &application)
{
    const Result<RecoveryKey> key = application.store().initialise();
    if (!key) {
        complain(u"the store cannot be made"_s, key.error());
        return false;
    }
    const std::optional<QString> file = writeRecoveryKey(QDir(application.settings().dataDirectory), *key);
    if (!file) {
        complain(u"the recovery key could not be written to %1; get another with: accueil recovery-key --yes"_s.arg(
            application.settings().dataDirectory));
        return false;
    }
    complain(u"A new store was made in %1."_s.arg(application.settings().database.describe()));
    complain(u"Its recovery key is in %1: print it, keep the paper safe, and delete the file."_s.arg(*file));
    return true;
}

} // namespace

bool storeExists(const DatabaseLocation &location)
{
    // SQLite makes a file by opening it, and writes into an empty one.
    if (location.dialect == Dialect::Sqlite && QFileInfo(location.path).size() == 0)
        return false;
    Database database(location);
    return Migrator(database).currentVersion() > 0;
}

bool openStore(Application &application, NewStore newStore)
{
    const QString where = application.settings().database.describe();
    const Result<StoreService::State> state = application.store().inspect();
    if (!state) {
        complain(u"the store %1 cannot be opened"_s.arg(where), state.error());
        return false;
    }
    switch (*state) {
    case StoreService::State::New:
        if (newStore == NewStore::Refuse) {
            complain(u"there is no store in %1 yet"_s.arg(where));
            return false;
        }
        if (!makeStore(application))
            return false;
        break;
    case StoreService::State::KeyMissing:
        complain(u"This computer has no key for the store %1. Let it in with its recovery key: accueil recover"_s.arg(
            where));
        return false;
    case StoreService::State::KeyWrong:
        complain(
            u"The key of this computer (%1) is not the key of the store %2. Nothing was changed. Let it in with the "
            "recovery key of that store: accueil recover"_s.arg(application.store().keyPlace(), where));
        return false;
    case StoreService::State::Ready:
        break;
    }
    application.open();
    return true;
}

} // namespace accueil
