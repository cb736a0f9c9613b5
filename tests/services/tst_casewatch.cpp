#include "tests/support/caseroom.h"

#include <QSignalSpy>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool never()
{
    return false;
}

struct LetterRoom : CaseRoom
{
    explicit LetterRoom(Dialect dialect)
        : CaseRoom(dialect)
    {
        own(u"Maternité"_s, nurse);
    }
    QStringList recipients() const
    {
        QStringList all;
        for (const OutgoingMessage &message : mail.messages)
            all += message.email;
        return all;
    }
};

} // namespace

// What happens to cases by itself: escalation, and letters to people of the hospital.
class CaseWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { }

    void escalatesOnceForEachDeadline();
    void escalatesNothingThatIsDone();
    void looksNoMoreOftenThanEveryTenSeconds();
    void tellsTheOwnerWithoutAWordOfThePatient();
    void gathersWhatComesWithinAQuarterOfAnHour();
    void tellsOfCriticalOnesAtOnce();
    void tellsManagersOfWhatIsNobodys();
    void tellsManagersAndTheOwnerOfOverdueOnes();
    void writesALetterFromOneDeskOnly();
    void triesAgainWhatCertainlyDidNotLeave();
    void writesNoSecondLetterWhenItMayHaveLeft();
    void goesOnWhereAProgramEnded();
    void dropsNewsForWhoCannotBeReached();
    void saysNothingOfWhatIsResolvedMeanwhile();
    void tellsOnlyTheNewOwner();
    void waitsWithoutAMailServer();
    void speaksTheHospitalsLanguage();
};

void CaseWatchTest::escalatesOnceForEachDeadline()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    const Case about = room.opened();
    QSignalSpy told(&room.events, &DomainEvents::casesChanged);
    room.clock.advance(24h);
    room.watch.escalateOverdue();
    QCOMPARE(room.again(about).escalation, CaseEscalation::None);
    room.clock.advance(1s);
    room.watch.escalateOverdue();
    room.otherWatch.escalateOverdue();
    QCOMPARE(room.again(about).escalation, CaseEscalation::Acknowledge);
    room.clock.advance(48h);
    room.watch.escalateOverdue();
    room.watch.escalateOverdue();
    QCOMPARE(room.again(about).escalation, CaseEscalation::Resolve);
    const QList<CaseEvent> events = room.cases.find(room.boss, about.id)->events;
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.at(1).kind, CaseEventKind::Escalated);
    QCOMPARE(events.at(1).detail, u"acknowledge"_s);
    QCOMPARE(events.at(2).detail, u"resolve"_s);
    QCOMPARE(told.count(), 2);
}

void CaseWatchTest::escalatesNothingThatIsDone()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    const Case resolved = room.opened();
    const Case acknowledged = room.opened();
    const Case merged = room.opened();
    room.cases.resolve(room.nurse, resolved.id, {CaseOutcome::Solved, u"fait"_s}).value();
    room.cases.acknowledge(room.nurse, acknowledged.id).value();
    room.cases.merge(room.nurse, merged.id, acknowledged.id).value();
    room.clock.advance(25h);
    room.watch.escalateOverdue();
    room.clock.advance(48h);
    room.watch.escalateOverdue();
    QCOMPARE(room.again(resolved).escalation, CaseEscalation::None);
    QCOMPARE(room.again(merged).escalation, CaseEscalation::None);
    QCOMPARE(room.again(acknowledged).escalation, CaseEscalation::Resolve);
    QCOMPARE(room.cases.find(room.boss, acknowledged.id)->events.size(), 4);
}

void CaseWatchTest::looksNoMoreOftenThanEveryTenSeconds()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.watch.look(never);
    const Case about = room.opened();
    room.clock.advance(9s);
    room.watch.look(never);
    QCOMPARE(room.mail.messages.size(), 0);
    room.clock.advance(1s);
    room.watch.look(never);
    QCOMPARE(room.mail.messages.size(), 1);
    room.clock.advance(25h);
    room.watch.look(never);
    QCOMPARE(room.again(about).escalation, CaseEscalation::Acknowledge);
    room.clock.set(room.clock.now().addDays(-400)); // set back: it goes on
    room.opened(room.bad(u"insultes"_s));
    room.watch.look(never);
    QCOMPARE(room.recipients().count(u"mireille@exemple.invalid"_s), 3);
}

void CaseWatchTest::tellsTheOwnerWithoutAWordOfThePatient()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    FeedbackDraft draft = room.bad(u"Secret intime"_s);
    draft.patientName = u"Ebelle Ndolo, Grâce"_s;
    draft.phoneNumber = u"+237655123456"_s;
    draft.callbackRequested = true;
    const Case about = room.opened(draft);
    room.watch.sendLetters(never);
    QCOMPARE(room.recipients(), QStringList{u"mireille@exemple.invalid"_s});
    const OutgoingMessage &letter = room.mail.messages.at(0);
    QVERIFY(letter.isInternal);
    QCOMPARE(letter.channel, Channel::Email);
    QVERIFY(letter.text.contains(caseNumber(about.id) + u", Maternité: nouveau"_s));
    QCOMPARE(letter.subject, u"1 suivi vous attend (Hôpital de test)"_s);
    for (const QString &secret : {u"Secret"_s, u"Ebelle"_s, u"Grâce"_s, u"655"_s, u"Cinq"_s})
        QVERIFY(!(letter.text + letter.subject).contains(secret));
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 1);
}

void CaseWatchTest::gathersWhatComesWithinAQuarterOfAnHour()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.opened();
    room.watch.sendLetters(never);
    const Case second = room.opened();
    room.clock.advance(14min);
    const Case third = room.opened();
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 1);
    room.clock.advance(1min);
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 2);
    QVERIFY(room.mail.messages.at(1).text.contains(caseNumber(second.id)));
    QVERIFY(room.mail.messages.at(1).text.contains(caseNumber(third.id)));
    QVERIFY(room.mail.messages.at(1).messageId != room.mail.messages.at(0).messageId);
}

void CaseWatchTest::tellsOfCriticalOnesAtOnce()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.opened();
    room.watch.sendLetters(never);
    room.opened();
    room.opened(room.bad(u"On m'a giflée."_s));
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 2);
    QVERIFY(room.mail.messages.at(1).subject.startsWith(u"Urgent"_s));
    QCOMPARE(room.mail.messages.at(1).text.count(u"Maternité"_s), 2); // what waited goes along
}

void CaseWatchTest::tellsManagersOfWhatIsNobodys()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    FeedbackDraft draft = room.bad();
    draft.ward = u"Chirurgie"_s;
    room.opened(draft);
    room.watch.sendLetters(never);
    QCOMPARE(room.recipients(), QStringList{u"bernard@exemple.invalid"_s});
    const Session admin = room.addUser(u"clarisse"_s, Role::Admin);
    room.store.database().execute(u"UPDATE users SET is_active = 0 WHERE id = ?"_s, {room.boss.user.value});
    room.opened(draft);
    room.watch.sendLetters(never);
    QCOMPARE(room.recipients().last(), u"clarisse@exemple.invalid"_s);
}

void CaseWatchTest::tellsManagersAndTheOwnerOfOverdueOnes()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.opened();
    room.watch.sendLetters(never);
    room.clock.advance(25h);
    room.watch.escalateOverdue();
    room.watch.sendLetters(never);
    QStringList told = room.recipients().mid(1);
    told.sort();
    QCOMPARE(told, QStringList({u"bernard@exemple.invalid"_s, u"mireille@exemple.invalid"_s}));
    QVERIFY(room.mail.messages.at(1).text.contains(u"en retard"_s));
}

void CaseWatchTest::writesALetterFromOneDeskOnly()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.opened();
    room.mail.onSend = [&] {
        room.mail.onSend = {};
        room.otherWatch.sendLetters(never); // while the first one is under way
    };
    room.watch.sendLetters(never);
    room.otherWatch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 1);
}

void CaseWatchTest::triesAgainWhatCertainlyDidNotLeave()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    const Case about = room.opened(room.bad(u"On m'a giflée."_s));
    room.mail.reports = {ScriptedSender::answer(SendOutcome::Deferred, u"greylisted"_s)};
    room.watch.sendLetters(never);
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 1);
    room.clock.advance(1min); // urgent; others wait a quarter of an hour
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 2);
    QVERIFY(room.mail.messages.at(1).text.contains(caseNumber(about.id)));
    room.clock.advance(60min);
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 2);
}

void CaseWatchTest::writesNoSecondLetterWhenItMayHaveLeft()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.opened();
    room.mail.reports = {ScriptedSender::answer(SendOutcome::Unknown, u"timeout"_s)};
    room.watch.sendLetters(never);
    room.clock.advance(60min);
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 1);
}

void CaseWatchTest::goesOnWhereAProgramEnded()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.opened();
    {
        CaseNewsRepository news(room.store.database());
        Transaction transaction{room.store.database()};
        QVERIFY(news.beginLetter(room.nurse.user, room.clock.now()) > 0);
        transaction.commit(); // and then the power went
    }
    room.clock.advance(9min);
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 0);
    room.clock.advance(7min);
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 1);
}

void CaseWatchTest::dropsNewsForWhoCannotBeReached()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.store.database().execute(u"UPDATE users SET email_enc = NULL WHERE id = ?"_s, {room.nurse.user.value});
    room.opened();
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 0);
    QCOMPARE(room.number(u"SELECT count(*) FROM case_news WHERE letter_id IS NULL"_s), 0);
}

void CaseWatchTest::saysNothingOfWhatIsResolvedMeanwhile()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.cases.resolve(room.nurse, room.opened().id, {CaseOutcome::Solved, u"fait"_s}).value();
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 0);
    const Case left = room.opened();
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 1);
    QVERIFY(room.mail.messages.at(0).text.contains(caseNumber(left.id)));
}

void CaseWatchTest::tellsOnlyTheNewOwner()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    const Case about = room.opened();
    room.cases.change(room.nurse, about.id, {.owner = room.boss.user}).value();
    room.watch.sendLetters(never);
    QCOMPARE(room.recipients(), QStringList{u"bernard@exemple.invalid"_s});
    QVERIFY(room.mail.messages.at(0).text.contains(u"vous est confié"_s));
}

void CaseWatchTest::waitsWithoutAMailServer()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.opened();
    room.mail.configured = false;
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 0);
    room.mail.configured = true;
    room.watch.sendLetters([] { return true; }); // the program is ending
    QCOMPARE(room.mail.messages.size(), 0);
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.size(), 1);
}

void CaseWatchTest::speaksTheHospitalsLanguage()
{
    QFETCH_GLOBAL(Dialect, dialect);
    LetterRoom room(dialect);
    room.hospital.languages = {u"dua"_s, u"en"_s, u"fr"_s};
    room.opened();
    room.watch.sendLetters(never);
    QCOMPARE(room.mail.messages.at(0).subject, u"1 case to follow up (Hôpital de test)"_s);
}

QTEST_GUILESS_MAIN(CaseWatchTest)
#include "tst_casewatch.moc"
