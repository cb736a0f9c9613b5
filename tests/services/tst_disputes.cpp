#include "tests/support/tabletroom.h"

#include <QSignalSpy>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode(-1) : result.error().code;
}

struct DisputeRoom : TabletRoom
{
    using TabletRoom::TabletRoom;

    // Another body under the client_id of `item`.
    SubmittedItem disputed(const SubmittedItem &item)
    {
        SubmittedItem other = item;
        other.draft.comments = u"autre chose"_s;
        other.draft.ratings.overallExperience = 1;
        other.draft.phoneNumber = u"+237670000123"_s;
        other.draft.callbackRequested = true;
        return other;
    }
    Dispute only() { return disputes.list(reception, {})->items.at(0); }
};

} // namespace

// Another body under a client_id that is taken.
class DisputesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { }

    void keepsAnotherBodyOncePerBody();
    void leavesTheStoredOneAlone();
    void encryptsWhatWasReceived();
    void comparesTheTwo();
    void takesTimesOfOneSecondForTheSame();
    void keepsTheStoredOne();
    void deletesWhatLost_data();
    void deletesWhatLost();
    void dropsThePiecesOfWhatLost();
    void lettingNoLateRecordingReplaceTheOneThatWasChosen();
    void putsTheReceivedOneInPlace();
    void keepsWhatATabletCannotSay();
    void takesTheRecordingOfTheReceivedOne();
    void takesARecordingThatComesAfterTheChoice();
    void onlyOneOfTwoPeopleChooses();
    void goesWithItsFeedback();
    void belongsToWhoMayEditFeedback();
};

void DisputesTest::keepsAnotherBodyOncePerBody()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    QSignalSpy told(&room.events, &DomainEvents::disputesChanged);
    const SubmittedItem item = submission(u"a"_s);
    const SyncOutcome first = room.sendOne(item);
    for (int i = 0; i < 3; ++i) {
        const SyncOutcome kept = room.sendOne(room.disputed(item));
        QCOMPARE(kept.status, SyncStatus::Kept);
        QCOMPARE(kept.feedback, first.feedback);
    }
    SubmittedItem third = item;
    third.draft.comments = u"c"_s;
    QCOMPARE(room.sendOne(third).status, SyncStatus::Kept);
    QCOMPARE(room.sendOne(item).status, SyncStatus::Known);
    const Page<Dispute> open = room.disputes.list(room.reception, {}).value();
    QCOMPARE(open.total, 2);
    QCOMPARE(open.items.at(0).clientId, item.draft.clientId);
    QCOMPARE(open.items.at(0).feedback, *first.feedback);
    QCOMPARE(open.items.at(0).device, room.tablet.device);
    QCOMPARE(open.items.at(0).deviceName, u"Maternité, salle 2"_s);
    QCOMPARE(open.items.at(0).receivedAt, room.clock.now());
    QCOMPARE(told.count(), 2);
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 1);
}

void DisputesTest::leavesTheStoredOneAlone()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    const Feedback before = room.stored(room.sendOne(item));
    QCOMPARE(room.stored(room.sendOne(room.disputed(item))), before);
}

void DisputesTest::encryptsWhatWasReceived()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    room.sendOne(item);
    room.sendOne(room.disputed(item));
    QSqlQuery &query = room.store.database().execute(u"SELECT body_enc FROM disputes"_s);
    QVERIFY(query.next());
    QVERIFY(!query.value(0).toByteArray().contains("autre"));
    QVERIFY(!query.value(0).toByteArray().contains("670000123"));
}

void DisputesTest::comparesTheTwo()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    SubmittedItem item = submission(u"a"_s);
    item.draft.feedbackDate = room.clock.now();
    const Feedback stored = room.stored(room.sendOne(item));
    room.sendOne(room.disputed(item));
    const DisputeComparison comparison = room.disputes.find(room.reception, room.only().id).value();
    QCOMPARE(comparison.stored, stored);
    QCOMPARE(comparison.received->comments, u"autre chose"_s);
    QCOMPARE(comparison.received->ratings.overallExperience, 1);
    QCOMPARE(comparison.received->ratings.emojiRating, 4);
    QCOMPARE(comparison.received->callbackRequested, true);
    QCOMPARE(comparison.differing,
        (QStringList{u"phone_number"_s, u"overall_experience"_s, u"comments"_s, u"callback_requested"_s}));
    QCOMPARE(codeOf(room.disputes.find(room.reception, {99})), ErrorCode::NotFound);
}

void DisputesTest::takesTimesOfOneSecondForTheSame()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    SubmittedItem item = submission(u"a"_s);
    item.draft.feedbackDate = room.clock.now().addSecs(-60);
    room.sendOne(item);
    SubmittedItem other = room.disputed(item);
    other.draft.feedbackDate = item.draft.feedbackDate->addMSecs(700);
    room.sendOne(other);
    QVERIFY(!room.disputes.find(room.reception, room.only().id)->differing.contains(u"feedback_date"_s));
    QVERIFY(room.disputes.resolve(room.reception, room.only().id, DisputeChoice::Stored).has_value());
    other = submission(u"b"_s);
    other.draft.clientId = item.draft.clientId;
    other.draft.feedbackDate = item.draft.feedbackDate->addSecs(1);
    room.sendOne(other);
    QVERIFY(room.disputes.find(room.reception, room.only().id)->differing.contains(u"feedback_date"_s));
}

void DisputesTest::keepsTheStoredOne()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    const Feedback before = room.stored(room.sendOne(item));
    room.sendOne(room.disputed(item));
    const Dispute settled = room.disputes.resolve(room.reception, room.only().id, DisputeChoice::Stored).value();
    QCOMPARE(settled.kept, DisputeChoice::Stored);
    QCOMPARE(settled.resolvedAt, room.clock.now());
    QCOMPARE(room.disputes.list(room.reception, {})->total, 0);
    QCOMPARE(room.feedback.find(room.reception, before.id).value(), before);
    // It does not come up again.
    QCOMPARE(room.sendOne(room.disputed(item)).status, SyncStatus::Kept);
    QCOMPARE(room.disputes.list(room.reception, {})->total, 0);
}

void DisputesTest::deletesWhatLost_data()
{
    QTest::addColumn<DisputeChoice>("choice");
    QTest::newRow("stored") << DisputeChoice::Stored;
    QTest::newRow("received") << DisputeChoice::Received;
}

void DisputesTest::deletesWhatLost()
{
    QFETCH_GLOBAL(Dialect, dialect);
    QFETCH(DisputeChoice, choice);
    DisputeRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    room.sendOne(item);
    SubmittedItem other = room.disputed(item);
    const QByteArray voice = recordingOf(2, 5000);
    other.audio = submission({}, voice).audio;
    room.sendOne(other);
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, voice)->isComplete);
    const DisputeId id = room.only().id;
    QVERIFY(room.disputes.audio(room.reception, id).has_value());
    QVERIFY(room.disputes.resolve(room.reception, id, choice).has_value());
    QCOMPARE(room.number(u"SELECT count(*) FROM disputes WHERE length(body_enc) > 0 OR audio_enc IS NOT NULL"_s), 0);
    QCOMPARE(codeOf(room.disputes.audio(room.reception, id)), ErrorCode::NotFound);
    const DisputeComparison after = room.disputes.find(room.reception, id).value();
    QCOMPARE(after.dispute.kept, choice);
    QVERIFY(!after.received);
    QVERIFY(after.differing.isEmpty());
    QCOMPARE(after.stored.comments, choice == DisputeChoice::Stored ? u"a"_s : u"autre chose"_s);
    // It is known for good all the same.
    QCOMPARE(room.sendOne(other).status, SyncStatus::Kept);
    QCOMPARE(room.disputes.list(room.reception, {})->total, 0);
}

void DisputesTest::dropsThePiecesOfWhatLost()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    room.sendOne(item);
    SubmittedItem other = room.disputed(item);
    const QByteArray voice = recordingOf(2);
    other.audio = submission({}, voice).audio;
    room.sendOne(other);
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, voice.first(20'000)).has_value());
    QCOMPARE(room.number(u"SELECT count(*) FROM audio_pieces"_s), 1);
    QVERIFY(room.disputes.resolve(room.reception, room.only().id, DisputeChoice::Stored).has_value());
    QCOMPARE(room.number(u"SELECT count(*) FROM audio_pieces"_s), 0);
    // The tablet may delete what it holds of it.
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 20'000, voice.mid(20'000))->isComplete);
    QVERIFY(room.sendOne(other).audio->isComplete);
    QCOMPARE(room.number(u"SELECT count(*) FROM audio_pieces"_s), 0);
}

void DisputesTest::lettingNoLateRecordingReplaceTheOneThatWasChosen()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const QByteArray first = recordingOf(1, 3000);
    const QByteArray second = recordingOf(2, 5000);
    const SubmittedItem item = submission(u"a"_s, first);
    const FeedbackId id = *room.sendOne(item).feedback;
    SubmittedItem other = room.disputed(item);
    other.audio = submission({}, second).audio;
    room.sendOne(other);
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, second)->isComplete);
    QVERIFY(room.disputes.resolve(room.reception, room.only().id, DisputeChoice::Received).has_value());
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, first)->isComplete);
    QCOMPARE(room.feedback.audio(room.reception, id)->bytes, second);
}

void DisputesTest::putsTheReceivedOneInPlace()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const Patient patient = room.patients.create(room.reception, {.name = u"Ewané"_s}).value();
    const SubmittedItem item = submission(u"a"_s);
    const Feedback before = room.stored(room.sendOne(item));
    SubmittedItem other = room.disputed(item);
    other.draft.patientReference = patient.patientNumber;
    room.sendOne(other);
    QVERIFY(room.disputes.resolve(room.reception, room.only().id, DisputeChoice::Received).has_value());
    const Feedback after = room.feedback.find(room.reception, before.id).value();
    QCOMPARE(after.comments, u"autre chose"_s);
    QCOMPARE(after.patient, patient.id);
    QCOMPARE(after.callbackRequested, true);
    QCOMPARE(after.version, before.version + 1);
    // Both bodies are answered as before.
    QCOMPARE(room.sendOne(item).status, SyncStatus::Known);
    QCOMPARE(room.sendOne(other).status, SyncStatus::Kept);
    QCOMPARE(room.feedback.find(room.reception, before.id).value(), after);
    QCOMPARE(room.number(u"SELECT count(*) FROM audit WHERE action = 'resolved' AND detail = 'received'"_s), 1);
}

void DisputesTest::keepsWhatATabletCannotSay()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    const Feedback before = room.stored(room.sendOne(item));
    FeedbackDraft edited = draftOf(before);
    edited.transcript = u"transcription"_s;
    edited.patientName = u"Ngo"_s;
    edited.processed = true;
    QVERIFY(room.feedback.edit(room.reception, before.id, edited).has_value());
    room.sendOne(room.disputed(item));
    QVERIFY(room.disputes.resolve(room.reception, room.only().id, DisputeChoice::Received).has_value());
    const Feedback after = room.feedback.find(room.reception, before.id).value();
    QCOMPARE(after.transcript, u"transcription"_s);
    QCOMPARE(after.patientName, u"Ngo"_s);
    QCOMPARE(after.processed, true);
    QCOMPARE(after.comments, u"autre chose"_s);
}

void DisputesTest::takesTheRecordingOfTheReceivedOne()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const QByteArray first = recordingOf(1, 3000);
    const QByteArray second = recordingOf(2, 5000);
    SubmittedItem item = submission(u"a"_s, first);
    const FeedbackId id = *room.sendOne(item).feedback;
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, first)->isComplete);
    SubmittedItem other = room.disputed(item);
    other.audio = submission({}, second).audio;
    QCOMPARE(room.sendOne(other).audio, (AudioProgress{0, false}));
    QCOMPARE(codeOf(room.disputes.audio(room.reception, room.only().id)), ErrorCode::NotFound);
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, second)->isComplete);
    QCOMPARE(room.feedback.audio(room.reception, id)->bytes, first);
    QCOMPARE(room.disputes.audio(room.reception, room.only().id)->bytes, second);
    QVERIFY(room.disputes.find(room.reception, room.only().id)->differing.contains(u"audio_url"_s));
    QVERIFY(room.disputes.resolve(room.reception, room.only().id, DisputeChoice::Received).has_value());
    QCOMPARE(room.feedback.audio(room.reception, id)->bytes, second);
}

void DisputesTest::takesARecordingThatComesAfterTheChoice()
{
    QFETCH_GLOBAL(Dialect, dialect);
    for (const DisputeChoice choice : {DisputeChoice::Received, DisputeChoice::Stored}) {
        DisputeRoom room(dialect);
        const QByteArray recording = recordingOf(2, 5000);
        const SubmittedItem item = submission(u"a"_s);
        const FeedbackId id = *room.sendOne(item).feedback;
        SubmittedItem other = room.disputed(item);
        other.audio = submission({}, recording).audio;
        room.sendOne(other);
        QVERIFY(room.disputes.resolve(room.reception, room.only().id, choice).has_value());
        QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, recording)->isComplete);
        const Result<AudioRecording> stored = room.feedback.audio(room.reception, id);
        QCOMPARE(stored.has_value(), choice == DisputeChoice::Received);
    }
}

void DisputesTest::onlyOneOfTwoPeopleChooses()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    for (int round = 0; round < 8; ++round) {
        const SubmittedItem item = submission(u"a"_s);
        const FeedbackId id = *room.sendOne(item).feedback;
        room.sendOne(room.disputed(item));
        const DisputeId dispute = room.only().id;
        std::array<Result<Dispute>, 2> answers;
        const auto choose = [&](int person) {
            const DisputeChoice choice = person == 0 ? DisputeChoice::Stored : DisputeChoice::Received;
            answers.at(person) = room.disputes.resolve(room.reception, dispute, choice);
            room.store.database().closeThread();
        };
        std::thread one(choose, 0);
        std::thread two(choose, 1);
        one.join();
        two.join();
        QVERIFY(answers[0].has_value() != answers[1].has_value());
        QCOMPARE(codeOf(answers[0] ? answers[1] : answers[0]), ErrorCode::Conflict);
        const QString comments = room.feedback.find(room.reception, id)->comments;
        QCOMPARE(comments, answers[0] ? u"a"_s : u"autre chose"_s);
    }
}

void DisputesTest::goesWithItsFeedback()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s, recordingOf(1));
    const FeedbackId id = *room.sendOne(item).feedback;
    room.sendOne(room.disputed(item));
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, recordingOf(1).first(1000)).has_value());
    QVERIFY(room.feedback.remove(room.manager, id).has_value());
    for (const QString &table : {u"disputes"_s, u"audio_uploads"_s, u"audio_pieces"_s})
        QCOMPARE(room.number(u"SELECT count(*) FROM "_s + table), 0);
}

void DisputesTest::belongsToWhoMayEditFeedback()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DisputeRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    room.sendOne(item);
    room.sendOne(room.disputed(item));
    const DisputeId id = room.only().id;
    for (const Session &who : {room.viewer, room.tablet}) {
        QCOMPARE(codeOf(room.disputes.list(who, {})), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.disputes.find(who, id)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.disputes.audio(who, id)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.disputes.resolve(who, id, DisputeChoice::Stored)), ErrorCode::Forbidden);
    }
    QCOMPARE(codeOf(room.disputes.resolve(room.reception, {99}, DisputeChoice::Stored)), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(DisputesTest)
#include "tst_disputes.moc"
