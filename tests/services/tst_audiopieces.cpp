#include "tests/support/tabletroom.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode(-1) : result.error().code;
}

qint64 receivedOf(const Result<AudioProgress> &refused)
{
    return refused.error().fields.at(0).parameters.value(u"received"_s, -1).toLongLong();
}

struct PieceRoom : TabletRoom
{
    using TabletRoom::TabletRoom;

    Result<AudioProgress> put(const SubmittedItem &item, qint64 offset, const QByteArray &bytes)
    {
        return sync.takePiece(tablet, item.draft.clientId, offset, bytes);
    }
    QByteArray heard(const SyncOutcome &outcome) { return feedback.audio(viewer, *outcome.feedback)->bytes; }
    qint64 pieces() { return number(u"SELECT count(*) FROM audio_pieces"_s); }
};

} // namespace

// Recordings that come in pieces.
class AudioPiecesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { }

    void becomesTheRecordingWhenItIsWhole();
    void takesRepeatsAndOverlaps();
    void saysWhereToGoOn();
    void goesOnAfterARestart();
    void startsAgainWhenTheWholeIsAnother();
    void takesNoMoreThanWasAnnounced();
    void refusesWhatIsNoRecording();
    void encryptsEveryPiece();
    void belongsToWhoSubmittedIt();
    void followsATabletThatIsPairedAnew();
    void takesPiecesThatComeAtOnce();
    void forgetsPiecesThatNobodyGoesOnWith();
    void isCompleteForGood();
    void keepsTwoRecordingsUnderOneClientIdApart();
    void goesOnWithTheRecordingAnnouncedLast();
};

void AudioPiecesTest::becomesTheRecordingWhenItIsWhole()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    QSignalSpy changed(&room.events, &DomainEvents::feedbackChanged);
    const QByteArray recording = recordingOf(1, 80'000);
    SubmittedItem item = submission({}, recording);
    item.draft.ratings = {}; // nothing but a voice
    const SyncOutcome outcome = room.sendOne(item);
    QCOMPARE(outcome.status, SyncStatus::Created);
    QCOMPARE(outcome.audio, AudioProgress());
    QCOMPARE(room.put(item, 0, recording.first(32'768)).value(), (AudioProgress{32'768, false}));
    QCOMPARE(room.put(item, 32'768, recording.sliced(32'768, 32'768)).value(), (AudioProgress{65'536, false}));
    QCOMPARE(room.sendOne(item).audio, (AudioProgress{65'536, false}));
    QVERIFY(!room.stored(outcome).audio);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(room.put(item, 65'536, recording.sliced(65'536)).value(), (AudioProgress{80'000, true}));
    QCOMPARE(room.heard(outcome), recording);
    QCOMPARE(room.feedback.audio(room.viewer, *outcome.feedback)->attachment.mediaType, u"audio/ogg"_s);
    QCOMPARE(room.stored(outcome).version, 2);
    QCOMPARE(room.pieces(), 0);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(room.sendOne(item).audio, (AudioProgress{80'000, true}));
}

void AudioPiecesTest::takesRepeatsAndOverlaps()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const int seed = int(QRandomGenerator::global()->generate() & 0xffff);
    QRandomGenerator random(seed);
    for (int round = 0; round < 10; ++round) {
        const QByteArray recording = recordingOf(round, 100 + random.bounded(60'000));
        const SubmittedItem item = submission({}, recording);
        const SyncOutcome outcome = room.sendOne(item);
        AudioProgress progress;
        while (!progress.isComplete) {
            // From anywhere up to where it ends so far.
            const qint64 offset = random.bounded(int(progress.received) + 1);
            const auto answer = room.put(item, offset, recording.mid(offset, 1 + random.bounded(int(largestPiece))));
            QVERIFY2(answer.has_value(), qPrintable(u"seed %1"_s.arg(seed)));
            QVERIFY(answer->received >= progress.received);
            progress = *answer;
        }
        QVERIFY2(room.heard(outcome) == recording, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void AudioPiecesTest::saysWhereToGoOn()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = recordingOf(1);
    const SubmittedItem item = submission({}, recording);
    room.sendOne(item);
    const auto early = room.put(item, 100, recording.sliced(100, 100));
    QCOMPARE(codeOf(early), ErrorCode::Conflict);
    QCOMPARE(receivedOf(early), 0);
    QVERIFY(room.put(item, 0, recording.first(1000)).has_value());
    const auto gap = room.put(item, 1001, recording.sliced(1001, 100));
    QCOMPARE(codeOf(gap), ErrorCode::Conflict);
    QCOMPARE(gap.error().fields.at(0).key, u"wrongOffset"_s);
    QCOMPARE(receivedOf(gap), 1000);
    QCOMPARE(room.pieces(), 1);
}

void AudioPiecesTest::goesOnAfterARestart()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = recordingOf(1);
    const SubmittedItem item = submission({}, recording);
    const SyncOutcome outcome = room.sendOne(item);
    QVERIFY(room.put(item, 0, recording.first(32'768)).has_value());
    QCOMPARE(room.otherDesk.takePiece(room.tablet, item.draft.clientId, 32'768, recording.sliced(32'768)).value(),
        (AudioProgress{recording.size(), true}));
    QCOMPARE(room.heard(outcome), recording);
}

void AudioPiecesTest::startsAgainWhenTheWholeIsAnother()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = recordingOf(1, 40'000);
    const SubmittedItem item = submission({}, recording);
    const SyncOutcome outcome = room.sendOne(item);
    QByteArray damaged = recording;
    damaged[35'000] = char(damaged[35'000] + 1);
    QVERIFY(room.put(item, 0, damaged.first(30'000)).has_value());
    const auto refused = room.put(item, 30'000, damaged.sliced(30'000));
    QCOMPARE(codeOf(refused), ErrorCode::Invalid);
    QCOMPARE(refused.error().fields.at(0).key, u"hashDiffers"_s);
    QCOMPARE(receivedOf(refused), 0);
    QCOMPARE(room.pieces(), 0);
    QCOMPARE(room.sendOne(item).audio, AudioProgress());
    QVERIFY(!room.stored(outcome).audio);
    QVERIFY(room.put(item, 0, recording.first(30'000)).has_value());
    QVERIFY(room.put(item, 30'000, recording.sliced(30'000))->isComplete);
    QCOMPARE(room.heard(outcome), recording);
}

void AudioPiecesTest::takesNoMoreThanWasAnnounced()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = recordingOf(1, 1000);
    const SubmittedItem item = submission({}, recording);
    room.sendOne(item);
    QCOMPARE(codeOf(room.put(item, 0, recording + 'x')), ErrorCode::Invalid);
    QCOMPARE(codeOf(room.put(item, 0, QByteArray(largestPiece + 1, 'x'))), ErrorCode::TooLarge);
    QCOMPARE(room.pieces(), 0);
    QVERIFY(room.put(item, 0, recording)->isComplete);
}

void AudioPiecesTest::refusesWhatIsNoRecording()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray page = "<html>" + QByteArray(994, 'x');
    const SubmittedItem item = submission(u"a"_s, page);
    const SyncOutcome outcome = room.sendOne(item);
    QCOMPARE(codeOf(room.put(item, 0, page.first(500))), ErrorCode::UnsupportedMedia); // before it is all here
    for (qint64 offset = 0; offset < 990; offset += 10) // too little to tell
        QVERIFY(room.put(item, offset, page.sliced(offset, 10)).has_value());
    const auto refused = room.put(item, 990, page.sliced(990));
    QCOMPARE(codeOf(refused), ErrorCode::UnsupportedMedia);
    QCOMPARE(receivedOf(refused), 0);
    QCOMPARE(room.pieces(), 0);
    QVERIFY(!room.stored(outcome).audio);
}

void AudioPiecesTest::encryptsEveryPiece()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = "OggS" + QByteArray(2000, 'a');
    const SubmittedItem item = submission({}, recording);
    room.sendOne(item);
    QVERIFY(room.put(item, 0, recording.first(1000)).has_value());
    QSqlQuery &query = room.store.database().execute(u"SELECT bytes_enc FROM audio_pieces"_s);
    QVERIFY(query.next());
    QVERIFY(query.value(0).toByteArray().size() > 1000);
    QVERIFY(!query.value(0).toByteArray().contains("aaaa"));
}

void AudioPiecesTest::belongsToWhoSubmittedIt()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = recordingOf(1, 1000);
    const SubmittedItem item = submission({}, recording);
    room.sendOne(item);
    const Session other = room.pair(u"B"_s);
    for (const Session &who : {other, room.reception, room.admin})
        QCOMPARE(codeOf(room.sync.takePiece(who, item.draft.clientId, 0, recording)), ErrorCode::NotFound);
    QCOMPARE(codeOf(room.sync.takePiece(room.viewer, item.draft.clientId, 0, recording)), ErrorCode::Forbidden);
    const SubmittedItem silent = submission(u"a"_s);
    room.sendOne(silent);
    QCOMPARE(codeOf(room.put(silent, 0, recording)), ErrorCode::NotFound); // announced none
    QCOMPARE(codeOf(room.put(submission(u"a"_s, recording), 0, recording)), ErrorCode::NotFound); // not sent
    QVERIFY(room.put(item, 0, recording)->isComplete);
}

void AudioPiecesTest::followsATabletThatIsPairedAnew()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = recordingOf(1, 2000);
    const SubmittedItem item = submission({}, recording);
    const SyncOutcome outcome = room.sendOne(item);
    QVERIFY(room.put(item, 0, recording.first(500)).has_value());
    const Session anew = room.pair(u"B"_s);
    const SyncBatch batch{.clientTime = {}, .report = {}, .items = {item}};
    QCOMPARE(room.sync.take(anew, batch)->items.at(0).audio, (AudioProgress{500, false}));
    QVERIFY(room.sync.takePiece(anew, item.draft.clientId, 500, recording.sliced(500))->isComplete);
    QCOMPARE(room.heard(outcome), recording);
}

void AudioPiecesTest::takesPiecesThatComeAtOnce()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    for (int round = 0; round < 5; ++round) {
        const QByteArray recording = recordingOf(round, 60'000);
        const SubmittedItem item = submission({}, recording);
        const SyncOutcome outcome = room.sendOne(item);
        const auto upload = [&](SyncService &desk, qint64 step) {
            for (qint64 offset = 0; offset < recording.size();) {
                const auto answer
                    = desk.takePiece(room.tablet, item.draft.clientId, offset, recording.mid(offset, step));
                offset = answer ? answer->received : receivedOf(answer);
            }
            room.store.database().closeThread();
        };
        std::vector<std::thread> requests;
        for (int i = 0; i < 4; ++i)
            requests.emplace_back(upload, std::ref(i % 2 ? room.sync : room.otherDesk), 7000 + 3333 * i);
        for (std::thread &request : requests)
            request.join();
        QVERIFY(room.heard(outcome) == recording);
        QCOMPARE(room.stored(outcome).version, 2); // attached once
        QCOMPARE(room.pieces(), 0);
    }
}

void AudioPiecesTest::forgetsPiecesThatNobodyGoesOnWith()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = recordingOf(1, 2000);
    const SubmittedItem old = submission({}, recording);
    const SyncOutcome outcome = room.sendOne(old);
    QVERIFY(room.put(old, 0, recording.first(500)).has_value());
    room.clock.advance(24h * 15);
    const SubmittedItem young = submission({}, recording);
    room.sendOne(young);
    QVERIFY(room.put(young, 0, recording.first(500)).has_value());
    room.clock.advance(24h * 15);
    room.sync.removeAbandonedPieces();
    QCOMPARE(room.pieces(), 2); // not longer than 30 days
    room.clock.advance(1h);
    room.sync.removeAbandonedPieces();
    QCOMPARE(room.pieces(), 1);
    // The tablet was only away for long: it begins anew.
    QCOMPARE(room.sendOne(old).audio, AudioProgress());
    QVERIFY(room.put(old, 0, recording)->isComplete);
    QCOMPARE(room.heard(outcome), recording);
    room.clock.advance(24h * 31);
    room.sync.removeAbandonedPieces();
    QCOMPARE(room.sendOne(old).audio, (AudioProgress{2000, true})); // what is complete stays known
}

void AudioPiecesTest::isCompleteForGood()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = recordingOf(1, 2000);
    const SubmittedItem item = submission({}, recording);
    const SyncOutcome outcome = room.sendOne(item);
    QVERIFY(room.put(item, 0, recording)->isComplete);
    // Somebody at the desk put another one in its place; a late repeat does not bring the first one back.
    QVERIFY(room.feedback.attachAudio(room.reception, *outcome.feedback, recordingOf(2, 3000)).has_value());
    QCOMPARE(room.put(item, 0, recording).value(), (AudioProgress{2000, true}));
    QCOMPARE(room.put(item, 5000, recording).value(), (AudioProgress{2000, true}));
    QCOMPARE(room.heard(outcome), recordingOf(2, 3000));
}

void AudioPiecesTest::keepsTwoRecordingsUnderOneClientIdApart()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recordings[] = {recordingOf(1, 2000), recordingOf(2, 2000)};
    SubmittedItem items[] = {submission(u"a"_s, recordings[0]), submission(u"b"_s, recordings[1])};
    items[1].draft.clientId = items[0].draft.clientId;
    const SyncOutcome first = room.sendOne(items[0]);
    const auto put = [&](int which, qint64 offset, const QByteArray &bytes) {
        return room.sync.takePiece(
            room.tablet, items[which].draft.clientId, offset, bytes, items[which].audio->sha256.toUpper());
    };
    QVERIFY(put(0, 0, recordings[0].first(500)).has_value());
    QCOMPARE(codeOf(put(1, 0, recordings[1].first(500))), ErrorCode::NotFound); // not announced yet
    QCOMPARE(room.sendOne(items[1]).audio, AudioProgress());
    for (int piece = 0; piece < 4; ++piece) {
        for (int which = 0; which < 2; ++which) {
            const auto answer = put(which, 500 * piece, recordings[which].mid(500 * piece, 500));
            QVERIFY(answer.has_value());
            QCOMPARE(answer->received, 500 * (piece + 1));
            QCOMPARE(answer->isComplete, piece == 3);
        }
    }
    QCOMPARE(room.heard(first), recordings[0]);
    const DisputeId dispute = room.disputes.list(room.reception, {})->items.at(0).id;
    QCOMPARE(room.disputes.audio(room.reception, dispute)->bytes, recordings[1]);
}

void AudioPiecesTest::goesOnWithTheRecordingAnnouncedLast()
{
    QFETCH_GLOBAL(Dialect, dialect);
    PieceRoom room(dialect);
    const QByteArray recording = recordingOf(1, 2000);
    const SubmittedItem item = submission(u"a"_s, recording);
    const SyncOutcome first = room.sendOne(item);
    QVERIFY(room.put(item, 0, recording.first(500)).has_value());
    SubmittedItem other = submission(u"b"_s, recordingOf(2, 3000));
    other.draft.clientId = item.draft.clientId;
    room.clock.advance(1s);
    QCOMPARE(room.sendOne(other).audio, AudioProgress());
    QCOMPARE(room.put(other, 0, recordingOf(2, 3000).first(700))->received, 700);
    room.clock.advance(1s);
    QCOMPARE(room.sendOne(item).audio, (AudioProgress{500, false}));
    QVERIFY(room.put(item, 500, recording.sliced(500))->isComplete);
    QCOMPARE(room.heard(first), recording);
    QVERIFY(room.put(other, 700, recordingOf(2, 3000).sliced(700))->isComplete);
}

QTEST_GUILESS_MAIN(AudioPiecesTest)
#include "tst_audiopieces.moc"
