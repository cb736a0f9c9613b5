#pragma once

#include "app/domain/tabletcontent.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// The tables of what tablets ask and say, without the recordings. Every writing call belongs in a Transaction of the
// caller.
class TabletContentRepository
{
public:
    TabletContentRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    TabletContent load();
    // The PIN stays. False, and nothing is stored: it is another version than `version` by now.
    bool save(const TabletContentDraft &content, qint64 version, const QDateTime &now);

    std::optional<ExitPin> pin();
    void setPin(const std::optional<ExitPin> &pin, const QDateTime &now);

    void renameWard(const QString &from, const QString &to, const QDateTime &now);

private:
    void touch(const QDateTime &now); // a new version

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
