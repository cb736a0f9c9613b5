#pragma once

#include "app/domain/session.h"
#include "app/domain/syncbatch.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// A recording on its way: of the submission with this client_id and tag.
struct AudioUpload
{
    qint64 id = 0;
    QString clientId;
    qint64 requestTag = 0;
    FeedbackId feedback;
    AudioClaim claim;
    AudioProgress progress;
    DeviceId device; // whose it is; or of an account:
    UserId user;
    QDateTime updatedAt; // UTC
};

// Recordings that come in pieces. A piece is encrypted as it comes; the pieces go when the recording is complete.
// Writing calls belong inside a transaction.
class AudioUploadRepository
{
public:
    AudioUploadRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    std::optional<AudioUpload> findRequest(const QString &clientId, qint64 requestTag);
    // Of those that belong to who asks, and of this recording, the one that is not complete yet. `sha256` empty: the
    // one that was announced or went on last. Nobody else changes it until the transaction ends.
    std::optional<AudioUpload> findOwnForUpdate(const QString &clientId, const QByteArray &sha256, const Session &who);
    bool hasOthers(const AudioUpload &upload); // under its client_id

    std::optional<AudioUpload> findForUpdate(const QString &clientId, const QByteArray &sha256); // whosever it is
    void insert(AudioUpload &upload); // sets its id
    void handOver(qint64 upload, const Session &who, const QDateTime &now);
    // At the end of what is there.
    void append(AudioUpload &upload, QByteArrayView piece, const QDateTime &now);
    QByteArray whole(const AudioUpload &upload);
    void complete(const AudioUpload &upload, const QDateTime &now);
    void startAgain(const AudioUpload &upload, const QDateTime &now);
    int removeOlderThan(const QDateTime &time); // of those not complete; returns how many

private:
    std::optional<AudioUpload> findOne(const QString &rest, const QVariantList &values);
    void removePieces(const AudioUpload &upload);

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
