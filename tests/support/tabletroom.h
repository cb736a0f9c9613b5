#pragma once

#include "app/services/deviceservice.h"
#include "app/services/disputeservice.h"
#include "app/services/syncservice.h"
#include "tests/support/room.h"

#include <QCryptographicHash>
#include <QUuid>

namespace accueil {

// A room with two desks and a paired tablet that sends what patients say.
struct TabletRoom : Room
{
    explicit TabletRoom(Dialect dialect)
        : Room(dialect)
    {
    }

    Session pair(const QString &name = QStringLiteral("Maternité, salle 2"))
    {
        const NewDevice added = devices.add(admin, {.name = name, .ward = QStringLiteral("Maternité")}).value();
        return devices.authenticate(devices.pair(added.code.code, {}, {})->token).value();
    }

    SyncAnswer send(const QList<SubmittedItem> &items, std::optional<QDateTime> clientTime = {})
    {
        return sync.take(tablet, {.clientTime = clientTime, .report = {}, .items = items}).value();
    }
    SyncOutcome sendOne(const SubmittedItem &item) { return send({item}).items.at(0); }
    Feedback stored(const SyncOutcome &outcome) { return feedback.find(reception, *outcome.feedback).value(); }

    const Session admin{{}, QStringLiteral("admin"), Role::Admin};
    DeviceService devices{store.database(), store.cipher(), clock, events};
    SyncService sync{store.database(), store.cipher(), clock, events, devices, testEngine()};
    SyncService otherDesk{store.database(), store.cipher(), clock, events, devices, testEngine()};
    DisputeService disputes{store.database(), store.cipher(), clock, events, testEngine()};
    const Session tablet = pair();
};

// Bytes that no other number gives, behind the head of an Ogg file.
inline QByteArray recordingOf(int number, qsizetype size = 40'000)
{
    QByteArray bytes = "OggS";
    QByteArray block = QByteArray::number(number);
    while (bytes.size() < size) {
        block = QCryptographicHash::hash(block, QCryptographicHash::Sha256);
        bytes += block;
    }
    return bytes.left(size);
}

inline SubmittedItem submission(const QString &comments, const QByteArray &recording = {})
{
    SubmittedItem item;
    item.draft.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.draft.method = SubmissionMethod::Tablet;
    item.draft.comments = comments;
    item.draft.ratings.emojiRating = 4;
    if (!recording.isEmpty())
        item.audio
            = AudioClaim{QCryptographicHash::hash(recording, QCryptographicHash::Sha256).toHex(), recording.size()};
    return item;
}

} // namespace accueil
