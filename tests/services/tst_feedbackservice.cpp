#include "tests/support/room.h"

#include <QSignalSpy>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

FeedbackDraft fullDraft()
{
    return {
        .clientId = u"0b7c1f6e-6a3f-4a57-9a35-0c2f1f9a2b11"_s,
        .patientReference = u"x-17"_s,
        .patientName = u"Une voisine"_s,
        .age = 44,
        .gender = Gender::Female,
        .phoneNumber = u"670123456"_s,
        .condition = u"Paludisme"_s,
        .ward = u"Urgences"_s,
        .ratings = {1, 2, 3, 4, 10, 5},
        .feedbackDate = QDateTime({2026, 3, 1}, {8, 0}, Qt::UTC),
        .comments = u"Très bien\nmerci"_s,
        .language = Language::Ewondo,
        .method = SubmissionMethod::Paper,
        .transcript = u"transcript"_s,
        .translation = u"traduction"_s,
        .processed = true,
    };
}

QByteArray recording(char fill = 'a')
{
    return QByteArray("RIFF\x24\0\0\0WAVEfmt ", 16) + QByteArray(5000, fill);
}

ErrorCode codeOf(const auto &result)
{
    return result.error().code;
}

} // namespace

class FeedbackServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryField_data() { TestDatabase::addDialectRows(); }
    void keepsEveryField();
    void changesEveryField_data() { TestDatabase::addDialectRows(); }
    void changesEveryField();
    void aRepeatAnswersWithTheSameRow_data() { TestDatabase::addDialectRows(); }
    void aRepeatAnswersWithTheSameRow();
    void somethingElseUnderAKnownClientIdIsRefused_data() { TestDatabase::addDialectRows(); }
    void somethingElseUnderAKnownClientIdIsRefused();
    void twoSubmittersOfOneIdMakeOneRow_data() { TestDatabase::addDialectRows(); }
    void twoSubmittersOfOneIdMakeOneRow();
    void findsThePatient_data() { TestDatabase::addDialectRows(); }
    void findsThePatient();
    void theNewWayOfNamingThePatientCounts_data() { TestDatabase::addDialectRows(); }
    void theNewWayOfNamingThePatientCounts();
    void keepsTheNumberAsItWasGiven_data() { TestDatabase::addDialectRows(); }
    void keepsTheNumberAsItWasGiven();
    void showsTheRegistrysNameWithoutCopyingIt_data() { TestDatabase::addDialectRows(); }
    void showsTheRegistrysNameWithoutCopyingIt();
    void filtersAndCounts_data() { TestDatabase::addDialectRows(); }
    void filtersAndCounts();
    void batchKeepsTheGoodOnes_data() { TestDatabase::addDialectRows(); }
    void batchKeepsTheGoodOnes();
    void keepsRecordings_data() { TestDatabase::addDialectRows(); }
    void keepsRecordings();
    void refusesWhatIsNoRecording();
    void somethingMustBeSaid();
    void refusesAnOldVersion_data() { TestDatabase::addDialectRows(); }
    void refusesAnOldVersion();
    void eachRoleMayWhatTheTableSays();
};

void FeedbackServiceTest::keepsEveryField()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    QSignalSpy changed(&room.events, &DomainEvents::feedbackChanged);
    const Submission submission = room.feedback.submit(room.reception, fullDraft()).value();
    QVERIFY(submission.created);
    const Feedback &stored = submission.feedback;
    QVERIFY(stored.notMatched());
    QCOMPARE(stored.patientReference, u"x-17"_s);
    QCOMPARE(stored.phoneNumber, u"+237670123456"_s);
    QCOMPARE(stored.ratings, fullDraft().ratings);
    QCOMPARE(stored.comments, u"Très bien\nmerci"_s);
    QCOMPARE(stored.createdAt, room.clock.now());
    QCOMPARE(room.feedback.find(room.viewer, stored.id).value(), stored);
    QCOMPARE(room.feedback.list(room.viewer, {}, {})->items, QList<Feedback>{stored});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(room.number(u"SELECT count(*) FROM audit WHERE entity = 'feedback' AND action = 'created'"_s), 1);
    const Submission bare = room.feedback.submit(room.reception, {.ratings = {.emojiRating = 1}}).value();
    QCOMPARE(room.feedback.find(room.viewer, bare.feedback.id).value(), bare.feedback);
    QCOMPARE(bare.feedback.feedbackDate, room.clock.now());
}

void FeedbackServiceTest::changesEveryField()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Feedback before = room.feedback.submit(room.reception, {.comments = u"a"_s})->feedback;
    FeedbackDraft draft = fullDraft();
    const Feedback after = room.feedback.edit(room.reception, before.id, draft, 1).value();
    QCOMPARE(after.version, 2);
    QCOMPARE(after.clientId, before.clientId);
    draft.clientId = before.clientId;
    draft.phoneNumber = u"+237670123456"_s;
    FeedbackDraft again = draftOf(after);
    QCOMPARE(again.comments, draft.comments);
    QCOMPARE(again.ratings, draft.ratings);
    QCOMPARE(again.patientReference, draft.patientReference);
    QCOMPARE(room.feedback.find(room.viewer, before.id).value(), after);
    QCOMPARE(room.feedback.edit(room.reception, before.id, again)->version, 2);
    QCOMPARE(room.number(u"SELECT count(*) FROM audit WHERE entity = 'feedback' AND action = 'edited'"_s), 1);
}

void FeedbackServiceTest::aRepeatAnswersWithTheSameRow()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Submission first = room.feedback.submit(room.reception, fullDraft()).value();
    QSignalSpy changed(&room.events, &DomainEvents::feedbackChanged);
    FeedbackDraft again = fullDraft();
    again.clientId = again.clientId.toUpper();
    const Submission second = room.feedback.submit(room.reception, again).value();
    QVERIFY(!second.created);
    QCOMPARE(second.feedback, first.feedback);
    QCOMPARE(changed.size(), 0);
    FeedbackDraft correction = draftOf(first.feedback);
    correction.comments = u"corrected"_s;
    const Feedback edited = room.feedback.edit(room.reception, first.feedback.id, correction).value();
    QCOMPARE(room.feedback.submit(room.reception, again)->feedback, edited);
    QCOMPARE(room.feedback.list(room.viewer, {}, {})->total, 1);
}

void FeedbackServiceTest::somethingElseUnderAKnownClientIdIsRefused()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    QVERIFY(room.feedback.submit(room.reception, fullDraft(), recording('a')));
    FeedbackDraft other = fullDraft();
    other.comments = u"other"_s;
    const Error differs{ErrorCode::Conflict, {{u"client_id"_s, u"repeatDiffers"_s}}};
    QCOMPARE(room.feedback.submit(room.reception, other, recording('a')).error(), differs);
    QCOMPARE(room.feedback.submit(room.reception, fullDraft(), recording('b')).error(), differs);
    QCOMPARE(room.feedback.submit(room.reception, fullDraft()).error(), differs);
    QVERIFY(!room.feedback.submit(room.reception, fullDraft(), recording('a'))->created);
    QCOMPARE(room.feedback.list(room.viewer, {}, {})->total, 1);
}

void FeedbackServiceTest::twoSubmittersOfOneIdMakeOneRow()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    for (int round = 0; round < 10; ++round) {
        const FeedbackDraft draft{
            .clientId = QUuid::createUuid().toString(QUuid::WithoutBraces), .comments = u"Bien"_s};
        std::atomic<int> created = 0;
        std::atomic<int> repeated = 0;
        const auto submit = [&] {
            const Result<Submission> result = room.feedback.submit(room.reception, draft);
            ++(result.value().created ? created : repeated);
            room.store.database().closeThread();
        };
        std::thread one(submit);
        std::thread two(submit);
        one.join();
        two.join();
        QCOMPARE(created.load(), 1);
        QCOMPARE(repeated.load(), 1);
    }
    QCOMPARE(room.feedback.list(room.viewer, {}, {})->total, 10);
}

void FeedbackServiceTest::findsThePatient()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient
        = room.patients.create(room.reception, {.patientNumber = u"A1"_s, .name = u"Ewane"_s}).value();
    room.clock.advance(std::chrono::hours(2));
    const auto submitted
        = [&](const FeedbackDraft &draft) { return room.feedback.submit(room.reception, draft)->feedback; };
    QCOMPARE(submitted({.patientReference = u" a1 "_s, .comments = u"x"_s}).patient, patient.id);
    QCOMPARE(submitted({.patient = patient.id, .comments = u"x"_s}).patientReference, u"A1"_s);
    // The answer to a submission is what anybody reads later.
    const Feedback named = submitted({.patient = patient.id, .patientName = u"Sa mère"_s, .comments = u"x"_s});
    const Feedback unnamed = submitted({.patientReference = u"a1"_s, .comments = u"x"_s});
    const Feedback recorded = room.feedback.submit(room.reception, {}, recording())->feedback;
    QCOMPARE(named.patientName, u"Sa mère"_s);
    QCOMPARE(unnamed.patientName, u"Ewane"_s);
    QVERIFY(recorded.audio);
    for (const Feedback &feedback : {named, unnamed, recorded})
        QCOMPARE(room.feedback.find(room.viewer, feedback.id).value(), feedback);
    const Feedback unknown = submitted({.patient = PatientId{999}, .comments = u"x"_s});
    QVERIFY(unknown.notMatched());
    QCOMPARE(unknown.patientReference, u"999"_s);
    const Feedback anonymous = submitted({.comments = u"x"_s});
    QVERIFY(!anonymous.patient && !anonymous.notMatched());
    QCOMPARE(room.patients.find(room.viewer, patient.id)->lastActivity, room.clock.now());
    QCOMPARE(room.patients.find(room.viewer, patient.id)->version, patient.version);
}

void FeedbackServiceTest::theNewWayOfNamingThePatientCounts()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient one = room.patients.create(room.reception, {.patientNumber = u"A1"_s, .name = u"One"_s}).value();
    const Patient two = room.patients.create(room.reception, {.patientNumber = u"A2"_s, .name = u"Two"_s}).value();
    const FeedbackId id
        = room.feedback.submit(room.reception, {.patientReference = u"A1"_s, .comments = u"x"_s})->feedback.id;
    const auto edited = [&](auto change) {
        FeedbackDraft draft = draftOf(room.feedback.find(room.viewer, id).value());
        change(draft);
        return room.feedback.edit(room.reception, id, draft).value();
    };
    QCOMPARE(edited([](FeedbackDraft &d) { d.patientReference = u"a2"_s; }).patient, two.id);
    QCOMPARE(edited([&](FeedbackDraft &d) { d.patient = one.id; }).patient, one.id);
    QVERIFY(edited([](FeedbackDraft &d) { d.patientReference = u"nobody"_s; }).notMatched());
    const Feedback anonymous = edited([](FeedbackDraft &d) { d.patientReference.clear(); });
    QVERIFY(!anonymous.patient && anonymous.patientReference.isEmpty());
}

void FeedbackServiceTest::keepsTheNumberAsItWasGiven()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient one = room.patients.create(room.reception, {.patientNumber = u"A1"_s, .name = u"One"_s}).value();
    const Patient two = room.patients.create(room.reception, {.patientNumber = u"A2"_s, .name = u"Two"_s}).value();
    const FeedbackId id
        = room.feedback.submit(room.reception, {.patientReference = u"X-77"_s, .comments = u"x"_s})->feedback.id;
    const auto linked = [&](std::optional<PatientId> patient, const QString &reference = {}) {
        FeedbackDraft draft = draftOf(room.feedback.find(room.viewer, id).value());
        draft.patient = patient;
        if (!patient)
            draft.patientReference = reference;
        return room.feedback.edit(room.reception, id, draft).value();
    };
    QCOMPARE(linked(one.id).patientReference, u"A1"_s);
    QCOMPARE(room.feedback.givenReference(room.viewer, id).value(), u"X-77"_s);
    QCOMPARE(linked(two.id).patient, two.id); // the first was wrong as well
    QCOMPARE(room.feedback.givenReference(room.viewer, id).value(), u"X-77"_s);
    FeedbackFilter byNumber;
    byNumber.patientReference = u"X-77"_s;
    QCOMPARE(room.feedback.list(room.viewer, byNumber, {})->total, 0); // it waits for nobody while it is linked
    const Feedback waiting = linked({}, u"X-77"_s);
    QVERIFY(waiting.notMatched());
    QCOMPARE(room.feedback.list(room.viewer, byNumber, {})->total, 1);
    linked(one.id);
    linked({}); // somebody says that it has none
    QCOMPARE(room.feedback.givenReference(room.viewer, id).value(), QString());
    QCOMPARE(room.feedback.givenReference(room.device, id).error().code, ErrorCode::Forbidden);
}

void FeedbackServiceTest::showsTheRegistrysNameWithoutCopyingIt()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient
        = room.patients.create(room.reception, {.patientNumber = u"A1"_s, .name = u"Old Name"_s}).value();
    const Feedback feedback
        = room.feedback.submit(room.reception, {.patient = patient.id, .comments = u"x"_s})->feedback;
    QCOMPARE(feedback.patientName, u"Old Name"_s);
    FeedbackDraft draft = draftOf(feedback);
    draft.processed = true;
    QVERIFY(room.feedback.edit(room.reception, feedback.id, draft).has_value());
    PatientDraft renamed = draftOf(patient);
    renamed.name = u"New Name"_s;
    QVERIFY(room.patients.edit(room.reception, patient.id, renamed).has_value());
    QCOMPARE(room.feedback.find(room.viewer, feedback.id)->patientName, u"New Name"_s);
}

void FeedbackServiceTest::filtersAndCounts()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient = room.patients.create(room.reception, {.patientNumber = u"A1"_s, .name = u"A"_s}).value();
    for (int i = 0; i < 24; ++i) {
        const FeedbackDraft draft{
            .patientReference = i % 3 == 0 ? u"A1"_s
                : i % 3 == 1               ? u"Z9"_s
                                           : QString(),
            .ward = i % 2 == 0 ? u"Urgences"_s : u"Maternité"_s,
            .ratings = {.overallExperience = 1 + i % 5},
            .feedbackDate = room.clock.now().addDays(-i),
            .language = i % 4 == 0 ? Language::Basaa : Language::French,
            .method = i % 6 == 0 ? SubmissionMethod::Tablet : SubmissionMethod::Desk,
            .processed = i % 8 == 0,
        };
        QVERIFY(room.feedback.submit(room.reception, draft).has_value());
    }
    const auto total = [&](const FeedbackFilter &filter) {
        const Page<Feedback> page = room.feedback.list(room.viewer, filter, {.limit = 500}).value();
        return page.items.size() == page.total ? page.total : -1;
    };
    QCOMPARE(total({}), 24);
    QCOMPARE(total({.patient = patient.id}), 8);
    QCOMPARE(total({.patientReference = u"a1"_s}), 8);
    QCOMPARE(total({.patientReference = u"z9"_s}), 8);
    QCOMPARE(total({.ward = u"Urgences"_s}), 12);
    QCOMPARE(total({.language = Language::Basaa}), 6);
    QCOMPARE(total({.ward = u"Urgences"_s, .language = Language::Basaa, .method = SubmissionMethod::Tablet}), 2);
    QCOMPARE(total({.from = room.clock.now().addDays(-9)}), 10);
    QCOMPARE(total({.from = room.clock.now().addDays(-9), .until = room.clock.now()}), 9);
    QCOMPARE(total({.overallAtMost = 2}), 10);
    QCOMPARE(total({.processed = true}), 3);
    QCOMPARE(total({.matched = true}), 8);
    QCOMPARE(total({.matched = false}), 8);
    const QList<Feedback> newest = room.feedback.list(room.viewer, {}, {.limit = 3, .offset = 1})->items;
    QCOMPARE(newest.size(), 3);
    QCOMPARE(newest.first().feedbackDate, room.clock.now().addDays(-1));
    const QList<Feedback> worst
        = room.feedback.list(room.viewer, {.sort = FeedbackSort::Overall, .order = SortOrder::Ascending}, {.limit = 5})
              ->items;
    for (const Feedback &feedback : worst)
        QCOMPARE(feedback.ratings.overallExperience, 1);
    QCOMPARE(room.patients.wards(room.viewer).value(), (QStringList{u"Maternité"_s, u"Urgences"_s}));
}

void FeedbackServiceTest::batchKeepsTheGoodOnes()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    FeedbackDraft bad = fullDraft();
    bad.ratings.overallExperience = 9;
    const QList<Result<Submission>> answers
        = room.feedback.submitBatch(room.reception, {fullDraft(), bad, fullDraft(), {.comments = u"x"_s}});
    QCOMPARE(answers.size(), 4);
    QVERIFY(answers[0]->created);
    QCOMPARE(codeOf(answers[1]), ErrorCode::Invalid);
    QVERIFY(!answers[2]->created);
    QVERIFY(answers[3]->created);
    QCOMPARE(room.feedback.list(room.viewer, {}, {})->total, 2);
}

void FeedbackServiceTest::keepsRecordings()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Feedback feedback = room.feedback.submit(room.reception, {}, recording())->feedback;
    QVERIFY(feedback.audio);
    const AudioRecording stored = room.feedback.audio(room.viewer, feedback.id).value();
    QCOMPARE(stored.bytes, recording());
    QCOMPARE(stored.attachment.id, *feedback.audio);
    QCOMPARE(stored.attachment.mediaType, u"audio/wav"_s);
    QCOMPARE(stored.attachment.size, recording().size());
    QCOMPARE(stored.attachment.sha256,
        QString::fromLatin1(QCryptographicHash::hash(recording(), QCryptographicHash::Sha256).toHex()));
    QSqlQuery &query = room.store.database().execute(u"SELECT bytes_enc FROM attachments"_s);
    QVERIFY(query.next());
    QVERIFY(!query.value(0).toByteArray().contains("aaaaaaaa"));

    QCOMPARE(codeOf(room.feedback.attachAudio(room.device, feedback.id, recording('b'))), ErrorCode::NotFound);
    QVERIFY(room.feedback.attachAudio(room.reception, feedback.id, recording('b')).has_value());
    QCOMPARE(room.feedback.audio(room.viewer, feedback.id)->bytes, recording('b'));
    QCOMPARE(room.number(u"SELECT count(*) FROM attachments"_s), 1);
    QVERIFY(room.feedback.remove(room.manager, feedback.id).has_value());
    QCOMPARE(room.number(u"SELECT count(*) FROM attachments"_s), 0);
    QCOMPARE(codeOf(room.feedback.audio(room.viewer, feedback.id)), ErrorCode::NotFound);
}

void FeedbackServiceTest::refusesWhatIsNoRecording()
{
    Room room(Dialect::Sqlite);
    const FeedbackDraft draft{.comments = u"x"_s};
    QCOMPARE(codeOf(room.feedback.submit(room.reception, draft, "<html>not a recording</html>")),
        ErrorCode::UnsupportedMedia);
    QByteArray large = recording();
    large.resize(FeedbackService::maximumAudioBytes + 1);
    QCOMPARE(codeOf(room.feedback.submit(room.reception, draft, large)), ErrorCode::TooLarge);
    QCOMPARE(room.feedback.list(room.viewer, {}, {})->total, 0);
    const FeedbackId id = room.feedback.submit(room.reception, draft)->feedback.id;
    QCOMPARE(codeOf(room.feedback.attachAudio(room.device, id, large)), ErrorCode::TooLarge);
    QCOMPARE(codeOf(room.feedback.attachAudio(room.device, id, {})), ErrorCode::UnsupportedMedia);
    QCOMPARE(codeOf(room.feedback.attachAudio(room.device, {99}, recording())), ErrorCode::NotFound);
}

void FeedbackServiceTest::somethingMustBeSaid()
{
    Room room(Dialect::Sqlite);
    const Result<Submission> result
        = room.feedback.submit(room.reception, {.patientReference = u"A1"_s, .ward = u"Urgences"_s});
    QCOMPARE(result.error().fields, (QList<FieldError>{{u"comments"_s, u"required"_s}}));
    QVERIFY(room.feedback.submit(room.reception, {}, recording()).has_value());
}

void FeedbackServiceTest::refusesAnOldVersion()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Feedback feedback = room.feedback.submit(room.reception, fullDraft())->feedback;
    FeedbackDraft draft = draftOf(feedback);
    draft.comments = u"one"_s;
    QVERIFY(room.feedback.edit(room.reception, feedback.id, draft, 1).has_value());
    draft.comments = u"two"_s;
    QCOMPARE(codeOf(room.feedback.edit(room.reception, feedback.id, draft, 1)), ErrorCode::VersionMismatch);
    QCOMPARE(codeOf(room.feedback.remove(room.manager, feedback.id, 1)), ErrorCode::VersionMismatch);
    QCOMPARE(room.feedback.find(room.viewer, feedback.id)->comments, u"one"_s);
}

void FeedbackServiceTest::eachRoleMayWhatTheTableSays()
{
    Room room(Dialect::Sqlite);
    const FeedbackId id = room.feedback.submit(room.reception, fullDraft())->feedback.id;
    QCOMPARE(codeOf(room.feedback.submit(room.viewer, fullDraft())), ErrorCode::Forbidden);
    QCOMPARE(codeOf(room.feedback.submitBatch(room.viewer, {fullDraft()}).first()), ErrorCode::Forbidden);
    QCOMPARE(codeOf(room.feedback.find(room.device, id)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(room.feedback.list(room.device, {}, {})), ErrorCode::Forbidden);
    QCOMPARE(codeOf(room.feedback.edit(room.device, id, fullDraft())), ErrorCode::Forbidden);
    QCOMPARE(codeOf(room.feedback.remove(room.reception, id)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(room.feedback.audio(room.device, id)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(room.feedback.attachAudio(room.viewer, id, recording())), ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(FeedbackServiceTest)
#include "tst_feedbackservice.moc"
