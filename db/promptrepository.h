#pragma once

#include "app/domain/prompt.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// The recordings that tablets play, at most one for each thing said and language. Writing calls belong inside a
// transaction.
class PromptRepository
{
public:
    PromptRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    QList<Prompt> all(); // by key and language, as the tables have them
    std::optional<Prompt> find(const PromptAddress &address);
    std::optional<PromptRecording> recording(const PromptAddress &address);
    std::optional<PromptRecording> recording(const QString &sha256);

    // In place of the one that was there. Takes address, media type and who recorded it when; size and SHA-256 are
    // those of the plain bytes.
    Prompt replace(Prompt prompt, const QByteArray &bytes);
    // Of the recording with this SHA-256; false when it is another one by now.
    bool setReview(const PromptAddress &address, const QString &sha256, const PromptReview &review);
    void remove(const PromptAddress &address);

private:
    std::optional<PromptRecording> read(const QString &condition, const QVariantList &values);

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
