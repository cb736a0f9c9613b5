#include "tests/support/caseroom.h"

#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

// When a case is opened, by whichever door the feedback comes, and what becomes of it with its feedback.
class CaseOpeningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { }

    void opensOneWithItsDeadlines();
    void opensNoneForWhatIsGood();
    void opensOneForWhatATabletBringsHoweverOld();
    void opensNoneForAnImportOfLongAgo();
    void opensOneWhenAnEditMakesItBad();
    void opensOneWhenTheVoiceArrives();
    void opensOneForATabletsVoiceInPieces();
    void opensOneWhenAPersonSaysThatItIsNegative();
    void opensNoSecondOne();
    void opensOnlyOneByTwoHands();
    void takesTheWardsOwner();
    void leavesItToNobodyWhereTheOwnerIsGone();
    void opensByHandHoweverOld();
    void goesWithItsFeedback();
    void staysWithFeedbackWhoseDeletionIsRolledBack();
    void followsTheWardOfItsFeedback();
    void keepsOwnersWhenAWardIsRenamed();
    void storesRulesOnceForEachVersion();
    void refusesOwnersWhoCannotWork();
};

void CaseOpeningTest::opensOneWithItsDeadlines()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    QCOMPARE(about.status, CaseStatus::Open);
    QCOMPARE(about.severity, CaseSeverity::Normal);
    QCOMPARE(about.reasons, QList<CaseReason>{CaseReason::Overall});
    QCOMPARE(about.ward, u"Maternité"_s);
    QCOMPARE(about.openedAt, room.clock.now());
    QCOMPARE(about.acknowledgeBy, room.clock.now().addSecs(24 * 3600));
    QCOMPARE(about.resolveBy, room.clock.now().addSecs(72 * 3600));
    QVERIFY(!about.owner);
    const CaseFile file = room.cases.find(room.nurse, about.id).value();
    QCOMPARE(file.events.size(), 1);
    QCOMPARE(file.events.at(0).kind, CaseEventKind::Opened);
    QCOMPARE(file.events.at(0).actorName, QString());
    QCOMPARE(room.number(u"SELECT count(*) FROM audit WHERE entity = 'case' AND action = 'opened' AND entity_id = ?"_s,
                 {about.id.value}),
        1);
}

void CaseOpeningTest::opensNoneForWhatIsGood()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    FeedbackDraft draft = room.bad(u"Très bien."_s);
    draft.ratings.overallExperience = 4;
    QVERIFY(room.feedback.submit(room.reception, draft));
    QCOMPARE(room.count(), 0);
}

void CaseOpeningTest::opensOneForWhatATabletBringsHoweverOld()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    SubmittedItem item = submission(u"Personne."_s);
    item.draft.ratings.emojiRating = 1;
    item.draft.feedbackDate = room.clock.now().addDays(-5);
    const SyncAnswer answer = room.send({item}, room.clock.now());
    const Case about = room.caseOf(*answer.items.at(0).feedback).value();
    QVERIFY(room.stored(answer.items.at(0)).feedbackDate < room.clock.now().addDays(-4));
    QVERIFY(!about.isOverdue(room.clock.now()));
    room.send({item}, room.clock.now());
    QCOMPARE(room.count(), 1);
}

void CaseOpeningTest::opensNoneForAnImportOfLongAgo()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"old.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("ward,overall_experience,feedback_date,comments\n");
    for (int i = 0; i < 50; ++i)
        file.write("Urgences,1,2025-06-01,on m'a insulte\n");
    file.write("Urgences,1,2026-03-11,hier\n"); // the clock stands on the 12th
    file.close();
    ImportService imports(room.patients, room.feedback, room.events);
    const ImportPreview preview = imports.preview(room.admin, ImportKind::Feedback, path).value();
    const auto report = imports.import(room.admin, ImportKind::Feedback, path,
        {.mapping = preview.mapping, .describe = {}}, [](auto &) { return true; });
    QCOMPARE(report->progress.accepted, 51);
    QCOMPARE(room.count(), 1);
}

void CaseOpeningTest::opensOneWhenAnEditMakesItBad()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    FeedbackDraft draft = room.bad();
    draft.ratings.overallExperience = 5;
    const Feedback stored = room.feedback.submit(room.reception, draft)->feedback;
    QVERIFY(!room.caseOf(stored.id));
    draft.ratings.overallExperience = 1;
    QVERIFY(room.feedback.edit(room.reception, stored.id, draft));
    QCOMPARE(room.caseOf(stored.id)->severity, CaseSeverity::High);
}

void CaseOpeningTest::opensOneWhenTheVoiceArrives()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    FeedbackDraft draft{.ward = u"Maternité"_s};
    draft.ratings.recommendationLikelihood = 2;
    const Feedback stored = room.feedback.submit(room.reception, draft)->feedback;
    QVERIFY(!room.caseOf(stored.id));
    QVERIFY(room.feedback.attachAudio(room.reception, stored.id, recordingOf(1)));
    QCOMPARE(room.caseOf(stored.id)->reasons, QList<CaseReason>{CaseReason::Recommendation});
    QVERIFY(room.caseOf(room.feedback.submit(room.reception, draft, recordingOf(2))->feedback.id));
}

void CaseOpeningTest::opensOneForATabletsVoiceInPieces()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const QByteArray recording = recordingOf(3, 1000);
    SubmittedItem item = submission({}, recording);
    item.draft.ratings.recommendationLikelihood = 0;
    const SyncOutcome outcome = room.sendOne(item);
    QVERIFY(!room.caseOf(*outcome.feedback));
    QVERIFY(room.sync.takePiece(room.tablet, item.draft.clientId, 0, recording)->isComplete);
    QVERIFY(room.caseOf(*outcome.feedback));
}

void CaseOpeningTest::opensOneWhenAPersonSaysThatItIsNegative()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Feedback stored = room.feedback.submit(room.reception, {.comments = u"La table est verte."_s})->feedback;
    QVERIFY(!room.caseOf(stored.id));
    QVERIFY(room.understanding.correct(room.reception, stored.id, {.sentiment = Sentiment::Negative}));
    QCOMPARE(room.caseOf(stored.id)->reasons, QList<CaseReason>{CaseReason::Sentiment});
}

void CaseOpeningTest::opensNoSecondOne()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    room.cases.resolve(room.nurse, about.id, {CaseOutcome::Solved, u"fait"_s}).value();
    FeedbackDraft draft = room.bad(u"Insultes et gifles."_s);
    QVERIFY(room.feedback.edit(room.reception, about.feedback, draft));
    QCOMPARE(room.count(), 1);
    QCOMPARE(room.again(about).status, CaseStatus::Resolved);
    const auto second = room.cases.open(room.nurse, about.feedback, CaseSeverity::Normal, {});
    QCOMPARE(second.error().code, ErrorCode::Conflict);
}

void CaseOpeningTest::opensOnlyOneByTwoHands()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    FeedbackDraft draft = room.bad();
    draft.ratings.overallExperience = 5;
    const FeedbackId id = room.feedback.submit(room.reception, draft)->feedback.id;
    std::atomic<int> opened = 0;
    const auto open = [&] {
        opened += room.cases.open(room.nurse, id, CaseSeverity::Normal, {}).has_value();
        room.store.database().closeThread();
    };
    std::thread one(open);
    std::thread other(open);
    one.join();
    other.join();
    QCOMPARE(opened.load(), 1);
    QCOMPARE(room.count(), 1);
}

void CaseOpeningTest::takesTheWardsOwner()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    room.own(u"Maternité"_s, room.nurse);
    room.own({}, room.boss);
    const Case about = room.opened();
    QCOMPARE(about.owner, room.nurse.user);
    QCOMPARE(about.ownerName, u"mireille"_s);
    FeedbackDraft elsewhere = room.bad();
    elsewhere.ward = u"Chirurgie"_s;
    QCOMPARE(room.opened(elsewhere).owner, room.boss.user);
}

void CaseOpeningTest::leavesItToNobodyWhereTheOwnerIsGone()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    room.own(u"Maternité"_s, room.nurse);
    room.store.database().execute(u"UPDATE users SET is_active = 0 WHERE id = ?"_s, {room.nurse.user.value});
    QVERIFY(!room.opened().owner);
}

void CaseOpeningTest::opensByHandHoweverOld()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    FeedbackDraft draft = room.bad();
    draft.feedbackDate = room.clock.now().addDays(-30);
    const FeedbackId id = room.feedback.submit(room.reception, draft)->feedback.id;
    QVERIFY(!room.caseOf(id));
    const Case about = room.cases.open(room.nurse, id, CaseSeverity::High, u"vu sur papier"_s).value();
    QCOMPARE(about.reasons, QList<CaseReason>{CaseReason::Person});
    QCOMPARE(about.severity, CaseSeverity::High);
    const CaseEvent event = room.cases.find(room.nurse, about.id)->events.at(0);
    QCOMPARE(event.actorName, u"mireille"_s);
    QCOMPARE(event.note, u"vu sur papier"_s);
    QCOMPARE(room.cases.open(room.nurse, FeedbackId{999}, {}, {}).error().code, ErrorCode::NotFound);
}

void CaseOpeningTest::goesWithItsFeedback()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    const Case other = room.opened();
    room.cases.addNote(room.nurse, about.id, u"appelé le service"_s).value();
    room.cases.merge(room.nurse, other.id, about.id).value();
    QVERIFY(room.feedback.remove(room.manager, about.feedback));
    QCOMPARE(room.cases.find(room.nurse, about.id).error().code, ErrorCode::NotFound);
    QCOMPARE(room.number(u"SELECT count(*) FROM case_events WHERE case_id = ?"_s, {about.id.value}), 0);
    QCOMPARE(room.number(u"SELECT count(*) FROM case_news WHERE case_id = ?"_s, {about.id.value}), 0);
    QVERIFY(!room.again(other).mergedInto); // what others complained of is not lost with it
}

void CaseOpeningTest::staysWithFeedbackWhoseDeletionIsRolledBack()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    {
        Transaction transaction{room.store.database()};
        room.store.database().execute(u"DELETE FROM feedback WHERE id = ?"_s, {about.feedback.value});
    }
    QCOMPARE(room.again(about), about);
}

void CaseOpeningTest::followsTheWardOfItsFeedback()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    FeedbackDraft draft = room.bad();
    draft.ward = u"Urgences"_s;
    QVERIFY(room.feedback.edit(room.reception, about.feedback, draft));
    QCOMPARE(room.again(about).ward, u"Urgences"_s);
}

void CaseOpeningTest::keepsOwnersWhenAWardIsRenamed()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    room.own(u"Maternité"_s, room.nurse);
    Transaction transaction{room.store.database()};
    CaseRulesRepository(room.store.database()).renameWard(u"Maternité"_s, u"Maternité A"_s);
    transaction.commit();
    QCOMPARE(room.cases.rules(room.nurse)->ownerOf(u"Maternité A"_s), room.nurse.user);
}

void CaseOpeningTest::storesRulesOnceForEachVersion()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    CaseRules rules = room.cases.rules(room.boss).value();
    QCOMPARE(rules, CaseRules::standard());
    rules.overallAtMost.reset();
    rules.sentimentAtMost = -0.25;
    rules.keywordsFrench = {u"éclair*"_s, u"pot de vin"_s};
    rules.resolveHours = 48;
    rules.owners = {{u"Maternité"_s, room.nurse.user}};
    const CaseRules saved = room.cases.saveRules(room.boss, rules).value();
    rules.version = 1;
    QCOMPARE(saved, rules);
    QVERIFY(room.cases.saveRules(room.boss, saved));
    QCOMPARE(room.cases.saveRules(room.boss, saved).error().code, ErrorCode::VersionMismatch);
    QVERIFY(!room.feedback.submit(room.reception, room.bad())->feedback.audio);
    QCOMPARE(room.count(), 0); // overall is off
    QCOMPARE(room.opened({.comments = u"Un éclair."_s}).resolveBy, room.clock.now().addSecs(48 * 3600));
    QCOMPARE(room.cases.saveRules(room.nurse, saved).error().code, ErrorCode::Forbidden);
}

void CaseOpeningTest::refusesOwnersWhoCannotWork()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    CaseRules rules = room.cases.rules(room.boss).value();
    const Session viewer = room.addUser(u"lucie"_s, Role::Viewer);
    rules.owners = {{u"Maternité"_s, viewer.user}};
    QCOMPARE(room.cases.saveRules(room.boss, rules).error().fields.at(0), (FieldError{u"owners"_s, u"unknownValue"_s}));
    QList<QString> names;
    const QList<CasePerson> people = room.cases.people(room.nurse).value();
    for (const CasePerson &person : people)
        names += person.username;
    QCOMPARE(names, QList<QString>({u"bernard"_s, u"mireille"_s}));
}

QTEST_GUILESS_MAIN(CaseOpeningTest)
#include "tst_caseopening.moc"
