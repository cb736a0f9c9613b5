#pragma once

#include "app/domain/attachment.h"
#include "db/database.h"
#include "db/storecipher.h"

#include <optional>

namespace accueil {

// The recordings of feedback, at most one each. Writing calls belong inside a transaction.
class AttachmentRepository
{
public:
    AttachmentRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    std::optional<AudioRecording> find(FeedbackId feedback);
    // In place of the recording that was there. Size and SHA-256 are those of the plain bytes.
    Attachment replace(FeedbackId feedback, const QString &mediaType, const QByteArray &bytes, const QDateTime &now);

private:
    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
