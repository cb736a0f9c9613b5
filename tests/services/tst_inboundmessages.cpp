#include "tests/support/inboundroom.h"

#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString &phone = senderPhone;
const QString &hospital = hospitalPhone;

} // namespace

class InboundMessagesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopIsInForceAtOnce_data() { TestDatabase::addDialectRows(); }
    void stopIsInForceAtOnce();
    void startIsNewConsent_data() { TestDatabase::addDialectRows(); }
    void startIsNewConsent();
    void startOfASharedTelephoneIsForAPerson_data() { TestDatabase::addDialectRows(); }
    void startOfASharedTelephoneIsForAPerson();
    void aStartThatComesLateUndoesNoLaterStop_data() { TestDatabase::addDialectRows(); }
    void aStartThatComesLateUndoesNoLaterStop();
    void theProvidersWordForStopCounts_data() { TestDatabase::addDialectRows(); }
    void theProvidersWordForStopCounts();
    void everythingElseIsFeedback_data() { TestDatabase::addDialectRows(); }
    void everythingElseIsFeedback();
    void namesNoPatientWhereTwoShareTheNumber_data() { TestDatabase::addDialectRows(); }
    void namesNoPatientWhereTwoShareTheNumber();
    void eachMessageCountsOnce_data() { TestDatabase::addDialectRows(); }
    void eachMessageCountsOnce();
    void theSameMessageAtTheSameMomentCountsOnce_data() { TestDatabase::addDialectRows(); }
    void theSameMessageAtTheSameMomentCountsOnce();
    void takesUpWhatACrashLeft_data() { TestDatabase::addDialectRows(); }
    void takesUpWhatACrashLeft();
    void doesNotTalkToMachines_data() { TestDatabase::addDialectRows(); }
    void doesNotTalkToMachines();
    void stopCountsAlsoFromANumberThatSendsALot();
    void takesWhateverIsSent_data();
    void takesWhateverIsSent();
    void listsNewestFirst();
};

void InboundMessagesTest::stopIsInForceAtOnce()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    const InboundMessage message = room.receive(u"Arrêt !"_s, u"670 00 00 01"_s);
    QCOMPARE(message.outcome, InboundOutcome::OptedOut);
    QCOMPARE(message.patient, std::optional(room.patient.id));
    QVERIFY(room.consents.isStopped(Channel::Sms, phone));
    QVERIFY(room.allFeedback().isEmpty());
}

void InboundMessagesTest::startIsNewConsent()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    room.receive(u"STOP"_s);
    QCOMPARE(room.receive(u"start"_s).outcome, InboundOutcome::OptedIn);
    QVERIFY(!room.consents.isStopped(Channel::Sms, phone));
    // A late repetition of the first STOP is an old message.
    const InboundMessage late
        = room.inbound.receive({u"SM%1"_s.arg(1, 32, 10, QChar(u'0')), phone, u"STOP"_s, room.clock.now()});
    QCOMPARE(late.outcome, InboundOutcome::OptedOut);
    QVERIFY(!room.consents.isStopped(Channel::Sms, phone));
}

void InboundMessagesTest::startOfASharedTelephoneIsForAPerson()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    room.addPatient(u"Ewane Junior"_s);
    room.receive(u"STOP"_s);
    const InboundMessage start = room.receive(u"START"_s);
    QCOMPARE(start.outcome, InboundOutcome::Feedback);
    QCOMPARE(start.reason, u"sharedNumber"_s);
    QVERIFY(room.consents.isStopped(Channel::Sms, phone));
    QCOMPARE(room.allFeedback().size(), 1);
}

void InboundMessagesTest::aStartThatComesLateUndoesNoLaterStop()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    const QDateTime start = room.clock.now();
    room.receive(u"STOP"_s);
    room.clock.advance(std::chrono::minutes(10));
    room.receive(u"STOP"_s); // again
    const auto startAt = [&](const QString &id, const QDateTime &when) {
        return room.inbound.receive({.providerMessageId = id, .from = phone, .text = u"START"_s, .receivedAt = when});
    };
    startAt(u"SMlate"_s, start.addSecs(300)); // between the two
    QVERIFY(room.consents.isStopped(Channel::Sms, phone));
    const auto isRefused = [&] {
        return !consentAllows(room.patients.find(room.viewer, room.patient.id)->consent, Channel::Sms,
            Purpose::Appointment, ConsentPolicy::Assumed);
    };
    QVERIFY(isRefused());
    startAt(u"SMnew"_s, start.addSecs(900));
    QVERIFY(!room.consents.isStopped(Channel::Sms, phone));
    QVERIFY(!isRefused());
    // Fetched together, long after: the stop came first, whenever it was heard of.
    room.clock.advance(std::chrono::hours(5));
    room.inbound.receive(
        {.providerMessageId = u"SMa"_s, .from = phone, .text = u"STOP"_s, .receivedAt = start.addSecs(3600)});
    startAt(u"SMb"_s, start.addSecs(7200));
    QVERIFY(!room.consents.isStopped(Channel::Sms, phone));
    QVERIFY(!isRefused());
}

void InboundMessagesTest::theProvidersWordForStopCounts()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    const InboundSms sms{.providerMessageId = u"SM1"_s,
        .from = phone,
        .text = u"Laissez-moi tranquille"_s,
        .receivedAt = room.clock.now(),
        .isOptOut = true};
    QCOMPARE(room.inbound.receive(sms).outcome, InboundOutcome::OptedOut);
    QVERIFY(room.consents.isStopped(Channel::Sms, phone));
    QVERIFY(room.allFeedback().isEmpty());
    // As it is when the program dies in between.
    room.store.database().execute(u"DELETE FROM opt_outs"_s);
    room.store.database().execute(u"UPDATE inbound_messages SET outcome = 'received'"_s);
    room.clock.advance(std::chrono::minutes(2));
    room.inbound.finishInterrupted();
    QVERIFY(room.consents.isStopped(Channel::Sms, phone));
}

void InboundMessagesTest::everythingElseIsFeedback()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    const QString words = u"On m'a bien soigné, mais trop attendu 😟"_s;
    const InboundMessage message = room.receive(words);
    QCOMPARE(message.outcome, InboundOutcome::Feedback);
    const QList<Feedback> all = room.allFeedback();
    QCOMPARE(all.size(), 1);
    QCOMPARE(message.feedback, std::optional(all.first().id));
    QCOMPARE(all.first().comments, words);
    QCOMPARE(all.first().method, SubmissionMethod::Sms);
    QCOMPARE(all.first().language, Language::Duala);
    QCOMPARE(all.first().patient, std::optional(room.patient.id));
    QCOMPARE(all.first().feedbackDate, room.clock.now());
    room.receive(u"Bonjour"_s, u"+33612345678"_s);
    QCOMPARE(room.allFeedback().size(), 2);
}

void InboundMessagesTest::namesNoPatientWhereTwoShareTheNumber()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    QVERIFY(room.patients.create(room.reception, {.name = u"Ewane Junior"_s, .phoneNumber = phone}));
    const InboundMessage message = room.receive(u"Très bon accueil"_s);
    QCOMPARE(message.patient, std::nullopt);
    QCOMPARE(room.allFeedback().first().patient, std::nullopt);
    QCOMPARE(room.allFeedback().first().phoneNumber, phone);
}

void InboundMessagesTest::eachMessageCountsOnce()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    room.sent();
    for (const QString &text : {u"Bonjour"_s, u"1"_s}) {
        const InboundSms sms{u"SM"_s + text, phone, text, room.clock.now()};
        const InboundMessage first = room.inbound.receive(sms);
        room.clock.advance(std::chrono::hours(30));
        QCOMPARE(room.inbound.receive(sms), first);
    }
    QCOMPARE(room.allFeedback().size(), 1);
    QCOMPARE(room.answers.confirmed.size(), 1);
    QCOMPARE(room.number(u"SELECT count(*) FROM inbound_messages"_s), 2);
}

void InboundMessagesTest::theSameMessageAtTheSameMomentCountsOnce()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    room.store.database().closeThread();
    std::vector<std::thread> webhooks;
    for (int i = 0; i < 4; ++i) {
        webhooks.emplace_back([&] {
            room.inbound.receive({u"SM1"_s, phone, u"Trop d'attente"_s, room.clock.now()});
            room.store.database().closeThread();
        });
    }
    for (std::thread &webhook : webhooks)
        webhook.join();
    QCOMPARE(room.allFeedback().size(), 1);
    QCOMPARE(room.number(u"SELECT count(*) FROM inbound_messages WHERE outcome = 'feedback'"_s), 1);
}

void InboundMessagesTest::takesUpWhatACrashLeft()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    room.receive(u"Bonjour"_s);
    room.receive(u"STOP"_s);
    room.consents.recordOptIn(Channel::Sms, phone, ConsentMethod::Sms);
    // As it is when the program dies between storing and acting, or between acting and saying so.
    room.store.database().execute(u"UPDATE inbound_messages SET outcome = 'received', feedback_id = NULL"_s);
    room.inbound.finishInterrupted();
    QVERIFY(!room.consents.isStopped(Channel::Sms, phone)); // another thread may be at it
    room.clock.advance(std::chrono::minutes(2));
    room.inbound.finishInterrupted();
    QVERIFY(room.consents.isStopped(Channel::Sms, phone));
    QCOMPARE(room.allFeedback().size(), 1);
    QCOMPARE(room.number(u"SELECT count(*) FROM inbound_messages WHERE outcome = 'received'"_s), 0);
}

void InboundMessagesTest::doesNotTalkToMachines()
{
    QFETCH(Dialect, dialect);
    InboundRoom room(dialect);
    QCOMPARE(room.receive(u"STOP"_s, hospital).reason, u"ownNumber"_s);
    QVERIFY(!room.consents.isStopped(Channel::Sms, hospital));
    QCOMPARE(room.receive(u"Bonjour"_s, hospital).reason, u"ownNumber"_s);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(room.receive(u"Je suis absent."_s).outcome, InboundOutcome::Feedback);
    QCOMPARE(room.receive(u"Je suis absent."_s).reason, u"tooMany"_s);
    QCOMPARE(room.receive(QString(200, u'x')).outcome, InboundOutcome::Feedback);
    QCOMPARE(room.receive(u"Bonjour"_s, u"+237670000009"_s).outcome, InboundOutcome::Feedback);
    room.clock.advance(std::chrono::hours(2));
    QCOMPARE(room.receive(u"Merci de votre appel."_s).outcome, InboundOutcome::Feedback);
}

void InboundMessagesTest::stopCountsAlsoFromANumberThatSendsALot()
{
    InboundRoom room(Dialect::Sqlite);
    for (int i = 0; i < 10; ++i)
        room.receive(u"Je suis absent."_s);
    QCOMPARE(room.receive(u"STOP"_s).outcome, InboundOutcome::OptedOut);
}

void InboundMessagesTest::takesWhateverIsSent_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("text");
    QTest::addColumn<InboundOutcome>("outcome");
    QTest::newRow("nothing") << phone << u""_s << InboundOutcome::Kept;
    QTest::newRow("control characters") << phone << u"\u0000\u0001\u0007"_s << InboundOutcome::Kept;
    QTest::newRow("a word among control characters") << phone << u"a\u0000b\u0001"_s << InboundOutcome::Feedback;
    QTest::newRow("very long") << phone << QString(5000, u'x') << InboundOutcome::Feedback;
    QTest::newRow("from a name") << u"ORANGE"_s << u"Votre solde est de 0 F"_s << InboundOutcome::Feedback;
    QTest::newRow("stop from a short number") << u"8040"_s << u"STOP"_s << InboundOutcome::OptedOut;
    QTest::newRow("from nobody") << u""_s << u"Bonjour"_s << InboundOutcome::Feedback;
}

void InboundMessagesTest::takesWhateverIsSent()
{
    QFETCH(QString, from);
    QFETCH(QString, text);
    InboundRoom room(Dialect::Sqlite);
    QTEST(room.receive(text, from).outcome, "outcome");
}

void InboundMessagesTest::listsNewestFirst()
{
    InboundRoom room(Dialect::Sqlite);
    room.receive(u"Bonjour"_s);
    room.clock.advance(std::chrono::minutes(1));
    const InboundMessage last = room.receive(u"STOP"_s);
    const Page<InboundMessage> page = room.inbound.list(room.manager, {.limit = 1}).value();
    QCOMPARE(page.total, 2);
    QCOMPARE(page.items, QList{last});
    QCOMPARE(room.inbound.list(room.device, {}).error().code, ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(InboundMessagesTest)
#include "tst_inboundmessages.moc"
