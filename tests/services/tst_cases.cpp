#include "tests/support/caseroom.h"

#include <QSignalSpy>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What people do about a case.
class CasesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { }

    void goesFromOpenToResolved();
    void isResolvedAtOnce();
    void isReopenedWithANewDeadline();
    void refusesStepsOfAnotherState();
    void needsWordsWhereTheyAreOwed();
    void refusesStepsOfAnEarlierVersion();
    void handsOver();
    void encryptsWhatPeopleWrite();
    void callsBackOnlyWhoAskedForIt();
    void findsTheNumberInTheRegistry();
    void mergesAndSeparates();
    void mergesNothingThatIsOver();
    void publishesOnlyWhatNamesNobody_data();
    void publishesOnlyWhatNamesNobody();
    void takesTheApprovalAwayWithOtherWords();
    void listsByDeadlineAndFilter();
    void countsForTheOneWhoAsks();
    void isForThoseWhoWorkOnCases();
    void measuresThemForTheDashboard();
};

void CasesTest::goesFromOpenToResolved()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    QSignalSpy told(&room.events, &DomainEvents::casesChanged);
    room.clock.advance(1h);
    const Case acknowledged = room.cases.acknowledge(room.nurse, about.id, about.version).value();
    QCOMPARE(acknowledged.status, CaseStatus::Acknowledged);
    QCOMPARE(acknowledged.acknowledgedAt, room.clock.now());
    QCOMPARE(acknowledged.owner, room.nurse.user); // it was nobody's
    room.clock.advance(1h);
    const CaseResolution done{CaseOutcome::Improved, u"  Tickets d'ordre.\r\n"_s};
    const Case resolved = room.cases.resolve(room.boss, about.id, done, acknowledged.version).value();
    QCOMPARE(resolved.status, CaseStatus::Resolved);
    QCOMPARE(resolved.outcome, CaseOutcome::Improved);
    QCOMPARE(resolved.resolvedAt, room.clock.now());
    QCOMPARE(resolved.owner, room.nurse.user);
    QCOMPARE(told.count(), 2);
    const QList<CaseEvent> events = room.cases.find(room.nurse, about.id)->events;
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.at(1).kind, CaseEventKind::Acknowledged);
    QCOMPARE(events.at(1).actorName, u"mireille"_s);
    QCOMPARE(events.at(2).kind, CaseEventKind::Resolved);
    QCOMPARE(events.at(2).detail, u"improved"_s);
    QCOMPARE(events.at(2).note, u"Tickets d'ordre."_s);
    QCOMPARE(room.number(u"SELECT count(*) FROM audit WHERE entity = 'case'"_s), 3);
}

void CasesTest::isResolvedAtOnce()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case resolved
        = room.cases.resolve(room.nurse, room.opened().id, {CaseOutcome::Explained, u"expliqué"_s}).value();
    QCOMPARE(resolved.acknowledgedAt, resolved.resolvedAt);
    QCOMPARE(resolved.owner, room.nurse.user);
}

void CasesTest::isReopenedWithANewDeadline()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    room.cases.resolve(room.nurse, about.id, {CaseOutcome::Solved, u"fait"_s}).value();
    room.clock.advance(240h);
    const Case reopened = room.cases.reopen(room.boss, about.id, u"Toujours pareil."_s).value();
    QCOMPARE(reopened.status, CaseStatus::Acknowledged);
    QCOMPARE(reopened.resolveBy, room.clock.now().addSecs(72 * 3600));
    QCOMPARE(reopened.reopened, 1);
    QVERIFY(!reopened.outcome);
    QVERIFY(!reopened.resolvedAt);
    QVERIFY(!reopened.isOverdue(room.clock.now()));
}

void CasesTest::refusesStepsOfAnotherState()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const CaseId id = room.opened().id;
    QCOMPARE(room.cases.reopen(room.nurse, id, u"x"_s).error().code, ErrorCode::Conflict);
    room.cases.acknowledge(room.nurse, id).value();
    QCOMPARE(room.cases.acknowledge(room.nurse, id).error().code, ErrorCode::Conflict);
    room.cases.resolve(room.nurse, id, {CaseOutcome::Solved, u"fait"_s}).value();
    QCOMPARE(room.cases.resolve(room.nurse, id, {CaseOutcome::Solved, u"fait"_s}).error().code, ErrorCode::Conflict);
    QCOMPARE(room.cases.acknowledge(room.nurse, id).error().code, ErrorCode::Conflict);
    QCOMPARE(room.cases.change(room.nurse, id, {.owner = room.boss.user}).error().code, ErrorCode::Conflict);
    QCOMPARE(room.cases.acknowledge(room.nurse, CaseId{999}).error().code, ErrorCode::NotFound);
}

void CasesTest::needsWordsWhereTheyAreOwed()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const CaseId id = room.opened().id;
    const FieldError missing{u"note"_s, u"required"_s};
    QCOMPARE(room.cases.resolve(room.nurse, id, {CaseOutcome::Solved, u" \n"_s}).error().fields.at(0), missing);
    QCOMPARE(room.cases.addNote(room.nurse, id, {}).error().fields.at(0), missing);
    QCOMPARE(room.cases.addNote(room.nurse, id, QString(2001, u'x')).error().fields.at(0).key, u"tooLong"_s);
    QCOMPARE(room.again({.id = id}).version, 1);
}

void CasesTest::refusesStepsOfAnEarlierVersion()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    room.cases.addNote(room.nurse, about.id, u"vu"_s).value();
    QCOMPARE(room.cases.acknowledge(room.boss, about.id, about.version).error().code, ErrorCode::VersionMismatch);
    QCOMPARE(room.again(about).status, CaseStatus::Open);
}

void CasesTest::handsOver()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    const Case handed = room.cases.change(room.boss, about.id, {.owner = room.nurse.user}).value();
    QCOMPARE(handed.ownerName, u"mireille"_s);
    QCOMPARE(handed.status, CaseStatus::Open);
    const Case same = room.cases.change(room.boss, about.id, {.owner = room.nurse.user}).value();
    QCOMPARE(same, handed);
    const Session viewer = room.addUser(u"lucie"_s, Role::Viewer);
    const auto refused = room.cases.change(room.boss, about.id, {.owner = viewer.user});
    QCOMPARE(refused.error().fields.at(0), (FieldError{u"owner_id"_s, u"unknownValue"_s}));
    QVERIFY(!room.cases.change(room.boss, about.id, {.owner = UserId{}})->owner);
    QCOMPARE(
        room.cases.change(room.boss, about.id, {.severity = CaseSeverity::Critical})->severity, CaseSeverity::Critical);
}

void CasesTest::encryptsWhatPeopleWrite()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    room.cases.resolve(room.nurse, about.id, {CaseOutcome::Solved, u"Tabouret"_s}).value();
    room.cases.change(room.boss, about.id, {.heard = u"Fauteuil"_s, .done = u"Banquette"_s}).value();
    QCOMPARE(room.again(about).heard, u"Fauteuil"_s);
    QCOMPARE(room.again(about).done, u"Banquette"_s);
    QByteArray cells;
    for (const QString &sql : {u"SELECT heard_enc, done_enc FROM cases"_s,
             u"SELECT note_enc, detail FROM case_events WHERE note_enc IS NOT NULL"_s}) {
        QSqlQuery &query = room.store.database().execute(sql);
        QVERIFY(query.next());
        cells += query.value(0).toByteArray() + query.value(1).toByteArray();
    }
    for (const char *word : {"Tabouret", "Fauteuil", "Banquette"})
        QVERIFY(!cells.contains(word));
}

void CasesTest::callsBackOnlyWhoAskedForIt()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    FeedbackDraft draft = room.bad();
    draft.phoneNumber = u"+237655123456"_s;
    const Case silent = room.opened(draft);
    QCOMPARE(room.cases.find(room.nurse, silent.id)->callNumber, QString());
    QCOMPARE(room.cases.recordCall(room.nurse, silent.id, CallResult::Reached, {}).error().fields.at(0),
        (FieldError{u"result"_s, u"noCallback"_s}));
    draft.callbackRequested = true;
    const Case asked = room.opened(draft);
    QCOMPARE(room.cases.find(room.nurse, asked.id)->callNumber, u"+237655123456"_s);
    room.cases.recordCall(room.nurse, asked.id, CallResult::NoAnswer, u"à 17 h"_s).value();
    const CaseEvent call = room.cases.find(room.nurse, asked.id)->events.last();
    QCOMPARE(call.kind, CaseEventKind::Call);
    QCOMPARE(call.detail, u"no_answer"_s);
    draft.phoneNumber.clear();
    QCOMPARE(room.cases.find(room.nurse, room.opened(draft).id)->callNumber, QString());
}

void CasesTest::findsTheNumberInTheRegistry()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    FeedbackDraft draft = room.bad();
    draft.callbackRequested = true;
    draft.patient
        = room.patients.create(room.reception, {.name = u"Ebelle, Grâce"_s, .phoneNumber = u"+237655123456"_s})->id;
    QCOMPARE(room.cases.find(room.nurse, room.opened(draft).id)->callNumber, u"+237655123456"_s);
}

void CasesTest::mergesAndSeparates()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case one = room.opened();
    const Case other = room.opened(room.bad(u"On m'a insulté."_s));
    const Case third = room.opened();
    room.cases.merge(room.nurse, third.id, other.id).value();
    const Case merged = room.cases.merge(room.nurse, other.id, one.id, other.version + 1).value();
    QCOMPARE(merged.mergedInto, one.id);
    const CaseFile file = room.cases.find(room.nurse, one.id).value();
    QCOMPARE(file.merged.size(), 2); // the third came along
    QCOMPARE(file.about.merged, 2);
    QCOMPARE(file.about.severity, CaseSeverity::Critical);
    QCOMPARE(file.events.last().detail, caseNumber(other.id));
    QCOMPARE(room.cases.list(room.nurse, {}, {10, 0})->total, 1);
    QCOMPARE(room.cases.acknowledge(room.nurse, other.id).error().code, ErrorCode::Conflict);
    QCOMPARE(room.cases.separate(room.nurse, one.id).error().code, ErrorCode::Conflict);
    room.clock.advance(100h);
    const Case free = room.cases.separate(room.nurse, other.id).value();
    QVERIFY(!free.mergedInto);
    QCOMPARE(free.acknowledgeBy, room.clock.now().addSecs(24 * 3600));
    QCOMPARE(room.again(one).merged, 1);
}

void CasesTest::mergesNothingThatIsOver()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const CaseId one = room.opened().id;
    const CaseId over = room.opened().id;
    room.cases.resolve(room.nurse, over, {CaseOutcome::Solved, u"fait"_s}).value();
    QCOMPARE(room.cases.merge(room.nurse, one, over).error().code, ErrorCode::Conflict);
    QCOMPARE(room.cases.merge(room.nurse, over, one).error().code, ErrorCode::Conflict);
    QCOMPARE(room.cases.merge(room.nurse, one, one).error().code, ErrorCode::Conflict);
    QCOMPARE(room.cases.merge(room.nurse, one, CaseId{999}).error().fields.at(0).field, u"into"_s);
}

void CasesTest::publishesOnlyWhatNamesNobody_data()
{
    QTest::addColumn<QString>("heard");
    QTest::addColumn<QString>("done");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    QTest::newRow("plain") << u"Attente trop longue."_s << u"Des tickets d'ordre."_s << u""_s << u""_s;
    QTest::newRow("surname") << u"Mme EBELLE a attendu."_s << u"Tickets."_s << u"heard"_s << u"identifiesPatient"_s;
    QTest::newRow("first name, other accents")
        << u"Attente."_s << u"Grace a ete appelee."_s << u"done"_s << u"identifiesPatient"_s;
    QTest::newRow("telephone with spaces")
        << u"Appelez le 6 55 12 34 56"_s << u"x"_s << u"heard"_s << u"identifiesPatient"_s;
    QTest::newRow("number of the record") << u"Dossier P000001."_s << u"x"_s << u"heard"_s << u"identifiesPatient"_s;
    QTest::newRow("nothing done") << u"Attente."_s << u""_s << u"done"_s << u"required"_s;
    QTest::newRow("too long") << QString(301, u'x') << u"x"_s << u"heard"_s << u"tooLong"_s;
}

void CasesTest::publishesOnlyWhatNamesNobody()
{
    QFETCH_GLOBAL(Dialect, dialect);
    QFETCH(QString, heard);
    QFETCH(QString, done);
    CaseRoom room(dialect);
    FeedbackDraft draft = room.bad();
    draft.patient
        = room.patients
              .create(room.reception,
                  {.patientNumber = u"P000001"_s, .name = u"Ebelle Ndolo, Grâce"_s, .phoneNumber = u"+237655123456"_s})
              ->id;
    const CaseId id = room.opened(draft).id;
    room.cases.resolve(room.nurse, id, {CaseOutcome::Improved, u"fait"_s}).value();
    const auto published = room.cases.change(room.boss, id, {.heard = heard, .done = done, .isPublished = true});
    QTEST(published ? QString() : published.error().fields.at(0).field, "field");
    QTEST(published ? QString() : published.error().fields.at(0).key, "key");
    QCOMPARE(room.cases.list(room.nurse, {.published = true}, {10, 0})->total, published ? 1 : 0);
}

void CasesTest::takesTheApprovalAwayWithOtherWords()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const CaseId id = room.opened().id;
    const CaseChange words{.heard = u"Attente."_s, .done = u"Tickets."_s, .isPublished = true};
    QCOMPARE(
        room.cases.change(room.boss, id, words).error().fields.at(0), (FieldError{u"published"_s, u"notResolved"_s}));
    room.cases.resolve(room.nurse, id, {CaseOutcome::Improved, u"fait"_s}).value();
    QCOMPARE(room.cases.change(room.nurse, id, words).error().code, ErrorCode::Forbidden);
    QVERIFY(room.cases.change(room.boss, id, words)->isPublished);
    QVERIFY(!room.cases.change(room.boss, id, {.done = u"Autre chose."_s})->isPublished);
    QVERIFY(room.cases.change(room.boss, id, {.isPublished = true})->isPublished);
    QVERIFY(!room.cases.reopen(room.boss, id, u"encore"_s)->isPublished);
}

void CasesTest::listsByDeadlineAndFilter()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    FeedbackDraft draft = room.bad(u"Cinq heures d'attente aux urgences, c'est trop long."_s);
    const CaseId first = room.opened(draft).id;
    room.clock.advance(1h);
    draft.ward = u"Urgences"_s;
    const CaseId second = room.feedback.submit(room.reception, draft, recordingOf(1))
                              .map([&](const Submission &s) { return room.caseOf(s.feedback.id)->id; })
                              .value();
    room.clock.advance(1h);
    const CaseId third = room.opened(draft).id;
    room.cases.acknowledge(room.nurse, first).value(); // owed in 70 h now
    room.cases.resolve(room.nurse, third, {CaseOutcome::Solved, u"fait"_s}).value();
    const auto ids = [&](const CaseFilter &filter) {
        QList<CaseId> list;
        const Page<CaseCard> page = room.cases.list(room.nurse, filter, {10, 0}).value();
        for (const CaseCard &card : page.items)
            list += card.about.id;
        return list;
    };
    QCOMPARE(ids({}), QList<CaseId>({second, first, third}));
    QCOMPARE(ids({.isUnresolved = true}), QList<CaseId>({second, first}));
    QCOMPARE(ids({.status = CaseStatus::Resolved}), QList<CaseId>({third}));
    QCOMPARE(ids({.ward = u"Maternité"_s}), QList<CaseId>({first}));
    QCOMPARE(ids({.owner = room.nurse.user}), QList<CaseId>({first, third}));
    QCOMPARE(ids({.owner = UserId{}}), QList<CaseId>({second}));
    QCOMPARE(ids({.withVoice = true}), QList<CaseId>({second}));
    QCOMPARE(ids({.topic = u"waiting_time"_s}).size(), 3);
    QCOMPARE(ids({.topic = u"waiting"_s}).size(), 0);
    QCOMPARE(ids({.resolvedSince = room.clock.now().addSecs(1)}), QList<CaseId>({second, first}));
    QCOMPARE(ids({.overdueAt = room.clock.now()}), QList<CaseId>());
    QCOMPARE(ids({.overdueAt = room.clock.now().addDays(2)}), QList<CaseId>({second}));
    QCOMPARE(ids({.severity = CaseSeverity::Critical}), QList<CaseId>());
    QCOMPARE(
        room.cases.list(room.nurse, {.ward = u"Maternité"_s}, {1, 0})->items.at(0).feedback.comments, draft.comments);
}

void CasesTest::countsForTheOneWhoAsks()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    room.cases.acknowledge(room.nurse, room.opened().id).value();
    room.opened();
    room.clock.advance(25h);
    room.opened();
    const CaseCounts counts = room.cases.counts(room.nurse).value();
    QCOMPARE(counts.open, 2);
    QCOMPARE(counts.acknowledged, 1);
    QCOMPARE(counts.overdue, 1);
    QCOMPARE(counts.mine, 1);
    QCOMPARE(room.cases.counts(room.boss)->mine, 0);
}

void CasesTest::isForThoseWhoWorkOnCases()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case about = room.opened();
    for (const Session &who : {room.viewer, room.device}) {
        QCOMPARE(room.cases.list(who, {}, {}).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.cases.find(who, about.id).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.cases.counts(who).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.cases.people(who).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.cases.rules(who).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.cases.open(who, about.feedback, {}, {}).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.cases.acknowledge(who, about.id).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.cases.addNote(who, about.id, u"x"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.cases.recordCall(who, about.id, {}, {}).error().code, ErrorCode::Forbidden);
        QCOMPARE(room.cases.merge(who, about.id, CaseId{9}).error().code, ErrorCode::Forbidden);
    }
}

void CasesTest::measuresThemForTheDashboard()
{
    QFETCH_GLOBAL(Dialect, dialect);
    CaseRoom room(dialect);
    const Case one = room.opened();
    const Case merged = room.opened();
    FeedbackDraft elsewhere = room.bad();
    elsewhere.ward = u"Urgences"_s;
    elsewhere.language = Language::English;
    elsewhere.gender = Gender::Female;
    elsewhere.age = 70;
    const Case other = room.opened(elsewhere);
    room.cases.merge(room.nurse, merged.id, one.id).value();
    room.clock.advance(2h);
    room.cases.acknowledge(room.nurse, one.id).value();
    room.clock.advance(28h);
    room.cases.resolve(room.nurse, one.id, {CaseOutcome::Solved, u"fait"_s}).value();
    const CaseStatistics all = room.statistics.cases(room.manager, {}).value();
    QCOMPARE(all.all.opened, 2);
    QCOMPARE(all.all.overdue, 1);
    QCOMPARE(all.all.toAcknowledge.median, 120.0);
    QCOMPARE(all.all.toResolve.median, 1800.0);
    QCOMPARE(all.all.acknowledgedInTime, (ShareFigure{1, 2}));
    QCOMPARE(all.byWard.value(u"Urgences"_s).opened, 1);
    QCOMPARE(all.byWard.value(u"Maternité"_s).resolved, 1);
    const auto counted
        = [&](const StatisticsFilter &filter) { return room.statistics.cases(room.manager, filter)->all.opened; };
    const QDate day = other.openedAt.date();
    QCOMPARE(counted({.firstDay = day, .lastDay = day}), 2);
    QCOMPARE(counted({.firstDay = day.addDays(1)}), 0);
    QCOMPARE(counted({.lastDay = day.addDays(-1)}), 0);
    QCOMPARE(counted({.until = other.openedAt}), 0);
    QCOMPARE(counted({.from = other.openedAt}), 2);
    QCOMPARE(counted({.ward = u"Urgences"_s}), 1);
    QCOMPARE(counted({.language = Language::English}), 1);
    QCOMPARE(counted({.gender = Gender::Female}), 1);
    QCOMPARE(counted({.ageBand = AgeBand::From65}), 1);
    QCOMPARE(counted({.method = SubmissionMethod::Tablet}), 0);
    QCOMPARE(counted({.patientNumber = u"P000001"_s}), 0);
    QCOMPARE(room.statistics.cases(room.reception, {}).error().code, ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(CasesTest)
#include "tst_cases.moc"
