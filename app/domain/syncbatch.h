#pragma once

#include "app/domain/attachment.h"
#include "app/domain/device.h"
#include "app/domain/feedback.h"

#include <chrono>

namespace accueil {

// What a tablet says of a recording before it sends it in pieces.
struct AudioClaim
{
    QByteArray sha256; // of the whole, hexadecimal
    qint64 size = 0; // bytes

    friend bool operator==(const AudioClaim &, const AudioClaim &) = default;
};

inline constexpr qint64 largestPiece = 32 * 1024; // bytes of a recording at once
inline constexpr int longestBatch = 100; // submissions

// One submission as a tablet sends it. In `draft`, `feedbackDate` is what the tablet's clock said.
struct SubmittedItem
{
    FeedbackDraft draft;
    std::optional<AudioClaim> audio;
    // A recording that was announced with it and is lost since: with and without, it is the same submission.
    std::optional<AudioClaim> lostAudio;
    QList<FieldError> errors; // of its shape: with any, nothing else of it counts
};

// Where a batch comes from that no tablet sent: from a file that one left, brought by a person.
struct TabletFileOrigin
{
    QString ward; // of items that name none
    QDateTime writtenAt; // UTC; when the tablet wrote it, as far as its clock is known
};

struct SyncBatch
{
    std::optional<QDateTime> clientTime; // UTC; the tablet's clock when it sent the batch
    DeviceReport report;
    QList<SubmittedItem> items;
    std::optional<TabletFileOrigin> file;
};

enum class SyncStatus {
    Created,
    Known, // a repeat
    Kept, // something else under a client_id that is taken: for a person to look at
    Invalid, // breaks rules
    Retry, // nothing was stored
};

inline constexpr EnumTable<SyncStatus, 5> syncStatusTable{{{
    {SyncStatus::Created, u"created"},
    {SyncStatus::Known, u"known"},
    {SyncStatus::Kept, u"kept"},
    {SyncStatus::Invalid, u"invalid"},
    {SyncStatus::Retry, u"retry"},
}}};

// How much of a recording has come: always its beginning, without gaps.
struct AudioProgress
{
    qint64 received = 0; // bytes
    bool isComplete = false;

    friend bool operator==(const AudioProgress &, const AudioProgress &) = default;
};

struct SyncOutcome
{
    QString clientId; // as given
    SyncStatus status = SyncStatus::Retry;
    std::optional<FeedbackId> feedback;
    bool isDeleted = false; // of a repeat: what it made was deleted by a person, and stays so
    QList<FieldError> errors;
    std::optional<AudioProgress> audio; // of an item that has a recording
};

// `sha256` 64 hexadecimal digits (`badHash`), `size` 1..largestRecording (`outOfRange`).
QList<FieldError> validate(const AudioClaim &claim);

// How far the tablet's clock is behind, when it is more than the 2 minutes that clocks and slow networks explain.
std::chrono::milliseconds clockOffset(const std::optional<QDateTime> &clientTime, const QDateTime &arrival);

// When something was submitted, of which the tablet says `claimed`. The time of arrival when that cannot be: before
// `earliest`, or in the future.
QDateTime correctedTime(const std::optional<QDateTime> &claimed, std::chrono::milliseconds offset,
    const QDateTime &earliest, const QDateTime &arrival);

} // namespace accueil
