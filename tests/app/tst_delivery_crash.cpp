#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "tests/support/faketwilio.h"
#include "tests/support/testdatabase.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int reminderCount = 300;

// A store full of due reminders, a provider, and programs that deliver and are killed.
struct Ward
{
    explicit Ward(Dialect dialect)
        : store(dialect)
    {
        const Patient patient = PatientService(store.database(), store.cipher(), clock, events)
                                    .create(system, {.name = u"Éwané"_s, .phoneNumber = u"+237670000001"_s})
                                    .value();
        for (int i = 0; i < reminderCount; ++i) {
            const auto scheduled = service().schedule(system,
                {.patient = patient.id, .message = u"Rappel %1"_s.arg(i), .scheduledTime = clock.now().addSecs(-30)});
            if (!scheduled)
                qFatal("a reminder was refused");
        }
    }
    ReminderService service()
    {
        return ReminderService(store.database(), store.cipher(), clock, events, [] { return HospitalSettings(); });
    }

    std::unique_ptr<QProcess> start(const QString &crash = {})
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DRIVER_KEY"_s, QString::fromLatin1(store.keyring().masters().value(1).toHex()));
        environment.insert(u"DRIVER_LOGIN"_s,
            QStringList{FakeTwilio::accountSid(), FakeTwilio::authToken(), FakeTwilio::from()}.join(u'\t'));
        environment.insert(u"DRIVER_CRASH"_s, crash);
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::ForwardedChannels);
        process->start(QStringLiteral(ACCUEIL_DELIVERY_DRIVER), {store.url(), twilio.baseUrl()});
        return process;
    }
    // Waits until the program is at work, then kills it at a moment of its own.
    void killAtRandom(QList<QProcess *> processes)
    {
        const int before = twilio.requests();
        QVERIFY(QTest::qWaitFor([&] { return twilio.requests() > before; }, 10'000));
        QThread::usleep(QRandomGenerator::global()->bounded(30'000));
        for (QProcess *process : processes)
            process->kill();
        for (QProcess *process : processes) {
            QVERIFY(process->waitForFinished());
            ++kills;
        }
    }
    qint64 count(ReminderStatus status) { return service().counts(system)->value(status); }
    bool isQuiet() { return count(ReminderStatus::Pending) == 0 && count(ReminderStatus::Sending) == 0; }

    const Session system = Session::system();
    TestDatabase store;
    SystemClock clock;
    DomainEvents events;
    FakeTwilio twilio;
    int kills = 0;
};

void checkNothingTwiceAndNothingLost(Ward &ward)
{
    QCOMPARE(ward.twilio.violations(), QStringList());
    const QMap<QString, int> taken = ward.twilio.taken();
    for (auto message = taken.cbegin(); message != taken.cend(); ++message)
        QVERIFY2(message.value() == 1, qPrintable(u"sent twice: "_s + message.key()));
    const Page<Reminder> all = ward.service().list(ward.system, {}, {.limit = reminderCount + 1}).value();
    QCOMPARE(all.items.size(), reminderCount);
    int interrupted = 0;
    for (const Reminder &reminder : all.items) {
        const bool wasTaken = taken.contains(reminder.phoneNumber + u'\n' + reminder.message);
        const bool sent = reminder.status == ReminderStatus::Sent;
        QVERIFY2(sent || reminder.status == ReminderStatus::Unknown, qPrintable(reminder.reason));
        QVERIFY(!sent || wasTaken);
        interrupted += reminder.reason == "interrupted"_L1 ? 1 : 0;
        QCOMPARE(ward.service().attempts(ward.system, reminder.id)->size(), 1);
    }
    // A kill leaves at most one message in doubt.
    QVERIFY(interrupted > 0);
    QVERIFY2(interrupted <= ward.kills, qPrintable(QString::number(interrupted)));
}

} // namespace

class DeliveryCrashTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedProgramsSendNothingTwiceAndLoseNothing_data() { TestDatabase::addDialectRows(); }
    void killedProgramsSendNothingTwiceAndLoseNothing()
    {
        QFETCH(Dialect, dialect);
        Ward ward(dialect);
        for (int round = 0; round < 10; ++round) {
            const QString moment = round % 2 ? u"after"_s : u"before"_s;
            const auto program = ward.start(u"%1 %2"_s.arg(moment).arg(1 + round / 2));
            QVERIFY(program->waitForFinished(15'000));
            QCOMPARE(program->exitStatus(), QProcess::CrashExit);
            ++ward.kills;
        }
        QVERIFY(ward.twilio.takenInAll() > 0);
        for (int round = 0; round < 11; ++round) {
            const auto one = ward.start();
            const auto other = ward.start();
            ward.killAtRandom({one.get(), other.get()});
        }
        QVERIFY(ward.count(ReminderStatus::Pending) > 0); // the kills met programs at work
        const auto one = ward.start();
        const auto other = ward.start();
        QVERIFY(QTest::qWaitFor([&] { return ward.isQuiet(); }, 30'000));
        one->kill();
        other->kill();
        QVERIFY(one->waitForFinished() && other->waitForFinished());
        QCOMPARE(ward.kills, 32);
        checkNothingTwiceAndNothingLost(ward);
    }
};

QTEST_GUILESS_MAIN(DeliveryCrashTest)
#include "tst_delivery_crash.moc"
