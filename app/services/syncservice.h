#pragma once

#include "app/domain/syncbatch.h"
#include "app/services/deviceservice.h"
#include "app/services/feedbackintake.h"
#include "db/attachmentrepository.h"
#include "db/audiouploadrepository.h"
#include "db/deletedrequests.h"
#include "db/disputerepository.h"

#include <functional>

namespace accueil {

struct SyncAnswer
{
    QDateTime serverTime; // UTC
    QList<SyncOutcome> items; // one for each of the batch, in its order
};

// What tablets send after hours without a network: each submission exactly once, however often it is repeated and
// wherever the program or the tablet was killed. The first body under a client_id makes the row, another one is kept
// for a person to look at; a recording follows in pieces. What a person deleted stays deleted. Thread-safe; throws
// DatabaseError and CipherError.
class SyncService
{
public:
    SyncService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        DeviceService &devices, const UnderstandingEngine &engine);

    // A batch of a file needs ManageDevices as well, and is no sign of life of its tablet.
    // One transaction, as long as nothing in it fails; otherwise one for each item, so that a bad one hurts no other.
    // Invalid (`tooMany`) above longestBatch.
    Result<SyncAnswer> take(const Session &who, const SyncBatch &batch);
    // A piece of the recording that a taken item announced, from whoever sent the item. What is there already is not
    // looked at again. Conflict (`wrongOffset`) when it does not go on where the recording ends so far, Invalid
    // (`hashDiffers`) when the whole is not what was announced, UnsupportedMedia when it is no recording; each with
    // `received` from which to go on. Of feedback that was deleted meanwhile it is complete, so that nobody sends more.
    // `sha256`, hexadecimal: of which recording, where several came under one client_id; empty: of the one that was
    // announced last.
    Result<AudioProgress> takePiece(const Session &who, const QString &clientId, qint64 offset, const QByteArray &bytes,
        const QByteArray &sha256 = {});
    // The whole recording of an item of a file, whoever announced it. Errors as of the last piece.
    Result<AudioProgress> takeRecording(const Session &who, const QString &clientId, const QByteArray &bytes);
    // Does `work`, whose calls of take() and takePiece() on this thread are stored together and wait for the disk once.
    // What they answered is true when this returned; when it throws DatabaseError, nothing of it was stored.
    void together(const std::function<void()> &work);
    // Pieces that nobody has gone on with for 30 days. Looks at most once an hour, however often it is called.
    void removeAbandonedPieces();

private:
    struct Prepared // an item whose rules hold
    {
        qsizetype index = 0; // in the batch
        QString clientId; // in lower case
        FeedbackDraft draft; // with the corrected time, as it is stored
        std::optional<AudioClaim> audio;
        qint64 tag = 0;
        std::optional<qint64> lostTag; // with the recording that is lost
    };
    struct News
    {
        QList<FeedbackId> feedback;
        QList<PatientId> patients;
        bool disputes = false;
    };

    QList<Prepared> prepare(const Session &who, const SyncBatch &batch, SyncAnswer &answer);
    void takeAll(const Session &who, const QList<Prepared> &items, SyncAnswer &answer);
    void takeEach(const Session &who, const QList<Prepared> &items, SyncAnswer &answer);
    enum class Request { New, MaybeKnown }; // whether anything can be stored under the client_id
    SyncOutcome takeOne(const Session &who, const Prepared &item, Request request, News &news);
    std::optional<SyncOutcome> takeKnown(const Session &who, const Prepared &item, News &news);
    bool saysTheSame(const Prepared &item, FeedbackId id);
    static bool hasTag(const Prepared &item, qint64 tag);
    bool wasDeleted(const Prepared &item);
    std::optional<AudioProgress> progressOf(const QString &clientId, qint64 tag);
    void keepOther(const Session &who, const Prepared &item, FeedbackId stored, News &news);
    AudioProgress expectAudio(const Session &who, const Prepared &item, FeedbackId feedback);
    Result<AudioProgress> finish(const Session &who, const AudioUpload &upload, const QByteArray &bytes, News &news);
    void attach(const Session &who, FeedbackId id, const QString &mediaType, const QByteArray &bytes, News &news);
    void tell(const News &news); // once it is stored

    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    DeviceService &m_devices;
    FeedbackIntake m_intake;
    FeedbackRepository m_feedback;
    DisputeRepository m_disputes;
    AudioUploadRepository m_uploads;
    AttachmentRepository m_attachments;
    DeletedRequests m_deleted;
    AuditRepository m_audit;
    QMutex m_mutex; // guards what follows
    QDateTime m_nextCleaning;
};

} // namespace accueil
