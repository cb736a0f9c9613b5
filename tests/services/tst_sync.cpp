#include "tests/support/tabletroom.h"

#include <QSignalSpy>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What tablets send in batches: each submission once, each with a result of its own.
class SyncTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { }

    void storesEachWithAResultOfItsOwn();
    void keepsWhatATabletSays();
    void answersARepeatWithTheSameRow();
    void knowsARepeatWhateverChangedInBetween();
    void knowsARepeatOfAnEditedOne();
    void bringsNothingBackThatWasDeleted();
    void knowsADisputedOneThatWasDeletedToo();
    void takesAnotherBodyWhereOneWasDeleted();
    void comparesWithARowThatHasNoTag_data();
    void comparesWithARowThatHasNoTag();
    void aBadItemHurtsNoOther();
    void anItemThatTheStoreRefusesHurtsNoOther();
    void takesAnItemTwiceInOneBatchOnce();
    void twoDesksTakeTheSameBatchOnce();
    void keepsANumberThatNobodyHas();
    void correctsATabletsClock_data();
    void correctsATabletsClock();
    void doesNotTakeMoreThanItSays();
    void countsAsASignOfLife();
    void belongsToWhoMaySubmit();
    void tellsOfNewFeedback();
    void storesManyBatchesTogether();
};

void SyncTest::storesEachWithAResultOfItsOwn()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    QList<SubmittedItem> items;
    for (int i = 0; i < 100; ++i)
        items += submission(u"Nr. %1"_s.arg(i));
    const SyncAnswer answer = room.send(items);
    QCOMPARE(answer.serverTime, room.clock.now());
    QCOMPARE(answer.items.size(), 100);
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(answer.items.at(i).clientId, items.at(i).draft.clientId);
        QCOMPARE(answer.items.at(i).status, SyncStatus::Created);
        QCOMPARE(room.stored(answer.items.at(i)).comments, u"Nr. %1"_s.arg(i));
    }
}

void SyncTest::keepsWhatATabletSays()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    const Patient patient = room.patients.create(room.reception, {.name = u"Ewané"_s}).value();
    SubmittedItem item = submission(u"Très bien. ɓ ɛ ŋ"_s);
    item.draft.patientReference = patient.patientNumber;
    item.draft.ratings = {4, 3, 2, 5, 0, 1};
    item.draft.language = Language::Duala;
    item.draft.phoneNumber = u"670 00 01 23"_s;
    item.draft.callbackRequested = true;
    item.draft.feedbackDate = room.clock.now().addSecs(-60);
    const Feedback feedback = room.stored(room.sendOne(item));
    QCOMPARE(feedback.clientId, item.draft.clientId);
    QCOMPARE(feedback.patient, patient.id);
    QCOMPARE(feedback.ratings, item.draft.ratings);
    QCOMPARE(feedback.comments, item.draft.comments);
    QCOMPARE(feedback.language, Language::Duala);
    QCOMPARE(feedback.phoneNumber, u"+237670000123"_s);
    QCOMPARE(feedback.callbackRequested, true);
    QCOMPARE(feedback.method, SubmissionMethod::Tablet);
    QCOMPARE(feedback.ward, u"Maternité"_s); // that of the tablet
    QCOMPARE(feedback.device, room.tablet.device);
    QCOMPARE(feedback.createdBy, std::nullopt);
    QCOMPARE(feedback.feedbackDate, room.clock.now().addSecs(-60));
    QCOMPARE(feedback.clientTime, room.clock.now().addSecs(-60));
    item = submission(u"x"_s);
    item.draft.ward = u"Urgences"_s;
    QCOMPARE(room.stored(room.sendOne(item)).ward, u"Urgences"_s);
}

void SyncTest::answersARepeatWithTheSameRow()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    SubmittedItem item = submission(u"a"_s);
    const SyncOutcome first = room.sendOne(item);
    item.draft.clientId = item.draft.clientId.toUpper();
    for (int i = 0; i < 3; ++i) {
        const SyncOutcome again = room.sendOne(item);
        QCOMPARE(again.status, SyncStatus::Known);
        QCOMPARE(again.feedback, first.feedback);
    }
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 1);
    QCOMPARE(room.number(u"SELECT count(*) FROM disputes"_s), 0);
}

void SyncTest::knowsARepeatWhateverChangedInBetween()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    SubmittedItem item = submission(u"a"_s, recordingOf(1));
    item.draft.feedbackDate = room.clock.now();
    room.send({item}, room.clock.now().addDays(-3));
    // The tablet's clock was set, it was moved to another ward, and paired anew.
    room.clock.advance(2h);
    QVERIFY(room.devices.edit(room.admin, room.tablet.device, {.name = u"x"_s, .ward = u"Urgences"_s}).has_value());
    item.draft.feedbackDate = room.clock.now();
    item.audio->sha256 = item.audio->sha256.toUpper();
    QCOMPARE(room.send({item}, room.clock.now()).items.at(0).status, SyncStatus::Known);
    const Session other = room.pair(u"B"_s);
    QCOMPARE(room.sync.take(other, {.clientTime = {}, .report = {}, .items = {item}})->items.at(0).status,
        SyncStatus::Known);
}

void SyncTest::knowsARepeatOfAnEditedOne()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    const Feedback stored = room.stored(room.sendOne(item));
    FeedbackDraft edited = draftOf(stored);
    edited.comments = u"b"_s;
    QVERIFY(room.feedback.edit(room.reception, stored.id, edited).has_value());
    const SyncOutcome again = room.sendOne(item);
    QCOMPARE(again.status, SyncStatus::Known);
    QCOMPARE(room.stored(again).comments, u"b"_s);
}

void SyncTest::bringsNothingBackThatWasDeleted()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    const QByteArray recording = recordingOf(1, 1000);
    const SubmittedItem item = submission(u"a"_s, recording);
    const SyncOutcome first = room.sendOne(item);
    QVERIFY(room.feedback.remove(room.admin, *first.feedback).has_value());
    // The tablet had not finished its recording, and repeats itself later.
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, recording.first(500))->isComplete);
    for (int i = 0; i < 2; ++i) {
        const SyncOutcome again = room.sendOne(item);
        QCOMPARE(again.status, SyncStatus::Known);
        QVERIFY(again.isDeleted);
        QVERIFY(!again.feedback);
        QCOMPARE(again.audio, (AudioProgress{1000, true})); // so that the tablet drops it
    }
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 0);
    QCOMPARE(room.number(u"SELECT count(*) FROM audio_uploads"_s), 0);
    // The other way of submitting does not bring it back either.
    FeedbackDraft draft = item.draft;
    draft.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Submission submitted = room.feedback.submit(room.tablet, draft).value();
    QVERIFY(room.feedback.remove(room.admin, submitted.feedback.id).has_value());
    const auto refused = room.feedback.submit(room.tablet, draft);
    QCOMPARE(refused.error(), (Error{ErrorCode::Conflict, {{u"client_id"_s, u"wasDeleted"_s}}}));
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 0);
    // Whoever deletes: a timer of retention or an erasure, for example.
    const SubmittedItem other = submission(u"b"_s);
    room.sendOne(other);
    room.store.database().execute(u"DELETE FROM feedback"_s);
    QVERIFY(room.sendOne(other).isDeleted);
}

void SyncTest::knowsADisputedOneThatWasDeletedToo()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    SubmittedItem item = submission(u"a"_s);
    const SyncOutcome first = room.sendOne(item);
    item.draft.comments = u"b"_s;
    QCOMPARE(room.sendOne(item).status, SyncStatus::Kept);
    QVERIFY(room.feedback.remove(room.admin, *first.feedback).has_value());
    QVERIFY(room.sendOne(item).isDeleted);
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 0);
    QCOMPARE(room.number(u"SELECT count(*) FROM disputes"_s), 0);
}

// What nobody has seen is not lost; and what was deleted stays deleted beside it.
void SyncTest::takesAnotherBodyWhereOneWasDeleted()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    QVERIFY(room.feedback.remove(room.admin, *room.sendOne(item).feedback).has_value());
    SubmittedItem other = item;
    other.draft.comments = u"b"_s;
    const SyncOutcome created = room.sendOne(other);
    QCOMPARE(created.status, SyncStatus::Created);
    QVERIFY(!created.isDeleted);
    const SyncOutcome again = room.sendOne(item);
    QCOMPARE(again.status, SyncStatus::Known);
    QVERIFY(again.isDeleted);
    QCOMPARE(room.number(u"SELECT count(*) FROM disputes"_s), 0);
    QCOMPARE(room.stored(created).comments, u"b"_s);
}

void SyncTest::comparesWithARowThatHasNoTag_data()
{
    QTest::addColumn<QString>("comments");
    QTest::addColumn<int>("recording");
    QTest::addColumn<SyncStatus>("expected");
    QTest::newRow("the same") << u"a"_s << 1 << SyncStatus::Known;
    QTest::newRow("other words") << u"b"_s << 1 << SyncStatus::Kept;
    QTest::newRow("another recording") << u"a"_s << 2 << SyncStatus::Kept;
    QTest::newRow("no recording") << u"a"_s << 0 << SyncStatus::Kept;
}

void SyncTest::comparesWithARowThatHasNoTag()
{
    QFETCH_GLOBAL(Dialect, dialect);
    QFETCH(QString, comments);
    QFETCH(int, recording);
    QFETCH(SyncStatus, expected);
    TabletRoom room(dialect);
    SubmittedItem item = submission(u"a"_s);
    item.draft.patientReference = u"carte 77"_s;
    item.draft.phoneNumber = u"670 00 01 23"_s;
    item.draft.ward = u"Urgences"_s;
    item.draft.feedbackDate = room.clock.now().addSecs(-60);
    const FeedbackId id = room.feedback.submit(room.reception, item.draft, recordingOf(1)).value().feedback.id;
    room.store.database().execute(u"UPDATE feedback SET request_tag = NULL"_s); // as rows of before version 4 are
    SubmittedItem again = submission(comments, recording ? recordingOf(recording) : QByteArray());
    again.draft.clientId = item.draft.clientId;
    again.draft.patientReference = item.draft.patientReference;
    again.draft.phoneNumber = item.draft.phoneNumber;
    again.draft.ward = item.draft.ward;
    for (int i = 0; i < 2; ++i) {
        const SyncOutcome outcome = room.sendOne(again);
        QCOMPARE(outcome.status, expected);
        QCOMPARE(outcome.feedback, id);
    }
    QCOMPARE(room.number(u"SELECT count(*) FROM disputes"_s), expected == SyncStatus::Kept ? 1 : 0);
    QCOMPARE(room.feedback.find(room.viewer, id)->comments, u"a"_s);
}

void SyncTest::aBadItemHurtsNoOther()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    SubmittedItem rated = submission(u"b"_s);
    rated.draft.ratings.emojiRating = 9;
    SubmittedItem nameless = submission(u"c"_s);
    nameless.draft.clientId.clear();
    SubmittedItem silent = submission({});
    silent.draft.ratings = {};
    SubmittedItem large = submission(u"d"_s, recordingOf(1));
    large.audio->size = largestRecording + 1;
    SubmittedItem misshapen = submission(u"e"_s);
    misshapen.errors = {{u"comments"_s, u"wrongType"_s}};
    const SyncAnswer answer
        = room.send({submission(u"a"_s), rated, nameless, silent, large, misshapen, submission(u"z"_s)});
    QCOMPARE(answer.items.first().status, SyncStatus::Created);
    QCOMPARE(answer.items.last().status, SyncStatus::Created);
    const QStringList keys{u"outOfRange"_s, u"required"_s, u"required"_s, u"outOfRange"_s, u"wrongType"_s};
    for (int i = 0; i < keys.size(); ++i) {
        const SyncOutcome &outcome = answer.items.at(i + 1);
        QCOMPARE(outcome.status, SyncStatus::Invalid);
        QCOMPARE(outcome.errors.size(), 1);
        QCOMPARE(outcome.errors.first().key, keys.at(i));
        QVERIFY(!outcome.feedback);
    }
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 2);
}

void SyncTest::anItemThatTheStoreRefusesHurtsNoOther()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    // A rule of the store that the program does not know: what it takes for a mistake of its own.
    const SubmittedItem refused = submission(u"b"_s);
    if (dialect == Dialect::Sqlite) {
        room.store.database().executeScript(
            u"CREATE TRIGGER refuses BEFORE INSERT ON feedback WHEN NEW.client_id = '%1'"
            " BEGIN SELECT RAISE(ABORT, 'no'); END;"_s.arg(refused.draft.clientId));
    } else {
        room.store.database().executeScript(
            u"ALTER TABLE feedback ADD CHECK (client_id <> '%1');"_s.arg(refused.draft.clientId));
    }
    const SyncAnswer answer = room.send({submission(u"a"_s), refused, submission(u"c"_s)});
    QCOMPARE(answer.items.at(0).status, SyncStatus::Created);
    QCOMPARE(answer.items.at(1).status, SyncStatus::Retry);
    QCOMPARE(answer.items.at(1).clientId, refused.draft.clientId);
    QVERIFY(!answer.items.at(1).feedback);
    QCOMPARE(answer.items.at(2).status, SyncStatus::Created);
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 2);
}

void SyncTest::takesAnItemTwiceInOneBatchOnce()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    const SubmittedItem item = submission(u"a"_s);
    const SyncAnswer answer = room.send({item, submission(u"b"_s), item});
    QCOMPARE(answer.items.at(0).status, SyncStatus::Created);
    QCOMPARE(answer.items.at(2).status, SyncStatus::Known);
    QCOMPARE(answer.items.at(0).feedback, answer.items.at(2).feedback);
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 2);
}

void SyncTest::twoDesksTakeTheSameBatchOnce()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    for (int round = 0; round < 5; ++round) {
        QList<SubmittedItem> items;
        for (int i = 0; i < 20; ++i) {
            items += submission(u"Nr. %1"_s.arg(i), recordingOf(i));
            items.last().draft.patientReference = u"INCONNU-%1"_s.arg(i % 7);
        }
        QList<SubmittedItem> reversed(items.rbegin(), items.rend());
        std::atomic<int> created = 0;
        std::vector<std::thread> requests;
        for (int i = 0; i < 4; ++i) {
            requests.emplace_back([&, i] {
                SyncService &desk = i % 2 ? room.sync : room.otherDesk;
                const SyncBatch batch{.clientTime = {}, .report = {}, .items = i < 2 ? items : reversed};
                const SyncAnswer answer = desk.take(room.tablet, batch).value();
                for (const SyncOutcome &outcome : answer.items)
                    created += outcome.status == SyncStatus::Created ? 1 : 0;
                room.store.database().closeThread();
            });
        }
        for (std::thread &request : requests)
            request.join();
        QCOMPARE(created.load(), 20);
        QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 20 * (round + 1));
        QCOMPARE(room.number(u"SELECT count(*) FROM audio_uploads"_s), 20 * (round + 1));
        QCOMPARE(room.number(u"SELECT count(*) FROM disputes"_s), 0);
    }
}

void SyncTest::keepsANumberThatNobodyHas()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    SubmittedItem item = submission(u"a"_s);
    item.draft.patientReference = u"carte 77"_s;
    const Feedback feedback = room.stored(room.sendOne(item));
    QVERIFY(feedback.notMatched());
    QCOMPARE(feedback.patientReference, u"carte 77"_s);
}

void SyncTest::correctsATabletsClock_data()
{
    QTest::addColumn<std::optional<qint64>>("batch"); // seconds of the tablet's clock against ours when it sends
    QTest::addColumn<std::optional<qint64>>("claimed"); // likewise, of the item
    QTest::addColumn<qint64>("expected");
    constexpr qint64 day = 86'400;
    using Seconds = std::optional<qint64>;
    QTest::newRow("right") << Seconds(0) << Seconds(-600) << qint64(-600);
    QTest::newRow("as far off as clocks are") << Seconds(120) << Seconds(-600) << qint64(-600);
    QTest::newRow("too far ahead") << Seconds(121) << Seconds(-600) << qint64(-721);
    QTest::newRow("behind") << Seconds(-3600) << Seconds(-4200) << qint64(-600);
    QTest::newRow("years behind") << Seconds(-20'000 * day) << Seconds(-20'000 * day - 90) << qint64(-90);
    QTest::newRow("ahead by a day") << Seconds(day) << Seconds(day - 60) << qint64(-60);
    QTest::newRow("set right in between: the future") << Seconds(0) << Seconds(day) << qint64(0);
    QTest::newRow("a little ahead") << Seconds(60) << Seconds(55) << qint64(0);
    // As when a tablet that was revoked in between is paired anew: its queue is older than that.
    QTest::newRow("before the tablet was paired") << Seconds(0) << Seconds(-5 * day) << qint64(-5 * day);
    QTest::newRow("as long as a tablet may wait") << Seconds(0) << Seconds(-90 * day) << qint64(-90 * day);
    QTest::newRow("set right in between: years ago") << Seconds(0) << Seconds(-90 * day - 1) << qint64(0);
    QTest::newRow("batch without a clock") << Seconds() << Seconds(-60) << qint64(-60);
    QTest::newRow("item without a clock") << Seconds(-3600) << Seconds() << qint64(0);
}

void SyncTest::correctsATabletsClock()
{
    QFETCH_GLOBAL(Dialect, dialect);
    QFETCH(std::optional<qint64>, batch);
    QFETCH(std::optional<qint64>, claimed);
    QFETCH(qint64, expected);
    TabletRoom room(dialect);
    room.clock.advance(48h); // since it was paired
    const QDateTime now = room.clock.now();
    const auto at
        = [&](std::optional<qint64> seconds) { return seconds ? std::optional(now.addSecs(*seconds)) : std::nullopt; };
    SubmittedItem item = submission(u"a"_s);
    item.draft.feedbackDate = at(claimed);
    const Feedback feedback = room.stored(room.send({item}, at(batch)).items.at(0));
    QCOMPARE(feedback.feedbackDate, now.addSecs(expected));
    QCOMPARE(feedback.clientTime, at(claimed));
    QCOMPARE(feedback.createdAt, now);
}

void SyncTest::doesNotTakeMoreThanItSays()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    QList<SubmittedItem> items;
    for (int i = 0; i < 101; ++i)
        items += submission(u"a"_s);
    const auto answer = room.sync.take(room.tablet, {.clientTime = {}, .report = {}, .items = items});
    QCOMPARE(answer.error().fields.at(0).key, u"tooMany"_s);
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 0);
}

void SyncTest::countsAsASignOfLife()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    room.clock.advance(1min);
    const DeviceReport report{.queueLength = 12, .battery = 0.25, .version = u"1.1"_s};
    QVERIFY(room.sync.take(room.tablet, {.clientTime = {}, .report = report, .items = {}})->items.isEmpty());
    const Device device = room.devices.find(room.admin, room.tablet.device).value();
    QCOMPARE(device.lastSeen, room.clock.now());
    QCOMPARE(device.queueLength, 12);
    QCOMPARE(device.battery, 0.25);
    QCOMPARE(device.version, u"1.1"_s);
}

void SyncTest::belongsToWhoMaySubmit()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    const SyncBatch batch{.clientTime = {}, .report = {}, .items = {submission(u"a"_s)}};
    QCOMPARE(room.sync.take(room.viewer, batch).error().code, ErrorCode::Forbidden);
    QCOMPARE(room.sync.take(room.reception, batch)->items.at(0).status, SyncStatus::Created);
}

void SyncTest::tellsOfNewFeedback()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    QSignalSpy changed(&room.events, &DomainEvents::feedbackChanged);
    const QList<SubmittedItem> items{submission(u"a"_s), submission(u"b"_s)};
    room.send(items);
    QCOMPARE(changed.count(), 2);
    room.send(items);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(room.number(u"SELECT count(*) FROM audit WHERE entity = 'feedback' AND action = 'created'"
                         " AND actor_name = 'Maternité, salle 2'"_s),
        2);
}

void SyncTest::storesManyBatchesTogether()
{
    QFETCH_GLOBAL(Dialect, dialect);
    TabletRoom room(dialect);
    room.clock.advance(1min); // since the last sign of life
    QSignalSpy changed(&room.events, &DomainEvents::feedbackChanged);
    QSignalSpy devices(&room.events, &DomainEvents::devicesChanged);
    const SubmittedItem first = submission(u"a"_s);
    const SubmittedItem refused = submission(u"no"_s);
    if (dialect == Dialect::Sqlite) {
        room.store.database().executeScript(
            u"CREATE TRIGGER refuses BEFORE INSERT ON feedback WHEN NEW.client_id = '%1'"
            " BEGIN SELECT RAISE(ABORT, 'no'); END;"_s.arg(refused.draft.clientId));
    } else {
        room.store.database().executeScript(
            u"ALTER TABLE feedback ADD CHECK (client_id <> '%1');"_s.arg(refused.draft.clientId));
    }
    QList<SyncOutcome> outcomes;
    room.sync.together([&] {
        for (int i = 0; i < 5; ++i)
            outcomes += room.send({submission(u"b"_s), submission(u"c"_s)}).items;
        outcomes += room.send({first, refused}).items;
        outcomes += room.send({first}).items;
        QCOMPARE(changed.count(), 0); // who listens would not find it
        QCOMPARE(devices.count(), 0);
    });
    QCOMPARE(changed.count(), 11);
    QCOMPARE(devices.count(), 1);
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 11);
    QCOMPARE(outcomes.size(), 13);
    QCOMPARE(outcomes.at(10).status, SyncStatus::Created);
    QCOMPARE(outcomes.at(11).status, SyncStatus::Retry);
    QCOMPARE(outcomes.at(12).status, SyncStatus::Known);
    QCOMPARE(room.stored(outcomes.at(12)).comments, u"a"_s);
}

QTEST_GUILESS_MAIN(SyncTest)
#include "tst_sync.moc"
