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

constexpr int reminderCount = 800;
// ACCUEIL_CRASH_ROUNDS: more of them.
const int roundsOfPoints = qEnvironmentVariableIntValue("ACCUEIL_CRASH_ROUNDS") > 0
    ? qEnvironmentVariableIntValue("ACCUEIL_CRASH_ROUNDS")
    : 10;
constexpr int pointPatience
    = 60'000; // milliseconds; a driver ends by itself after a few rounds, on a busy machine late

// Between every two steps of a message, and of settling what a crash left in doubt.
const QStringList crashPoints{u"claimed"_s, u"begun"_s, u"sending"_s, u"taken"_s, u"answered"_s, u"recorded"_s,
    u"recovered"_s, u"asking"_s, u"asked"_s, u"settled"_s};

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
        QVERIFY(QTest::qWaitFor([&] { return twilio.requests() > before; }, 60'000));
        QThread::usleep(QRandomGenerator::global()->bounded(30'000));
        for (QProcess *process : processes)
            process->kill();
        for (QProcess *process : processes) {
            QVERIFY(process->waitForFinished());
            ++kills;
        }
    }
    qint64 count(ReminderStatus status) { return service().counts(system)->value(status); }
    bool isQuiet()
    {
        return count(ReminderStatus::Pending) == 0 && count(ReminderStatus::Sending) == 0
            && count(ReminderStatus::Unknown) == 0;
    }

    const Session system = Session::system();
    TestDatabase store;
    SystemClock clock;
    DomainEvents events;
    FakeTwilio twilio;
    int kills = 0;
};

void end(QProcess &process)
{
    process.kill();
    if (process.state() != QProcess::NotRunning)
        process.waitForFinished();
}

void checkNothingTwiceAndNothingLost(Ward &ward)
{
    QCOMPARE(ward.twilio.violations(), QStringList());
    const QMap<QString, int> taken = ward.twilio.taken();
    for (auto message = taken.cbegin(); message != taken.cend(); ++message)
        QVERIFY2(message.value() == 1, qPrintable(u"sent twice: "_s + message.key()));
    const Page<Reminder> all = ward.service().list(ward.system, {}, {.limit = reminderCount + 1}).value();
    QCOMPARE(all.items.size(), reminderCount);
    QSet<QString> ids;
    for (const Reminder &reminder : all.items) {
        QVERIFY2(reminder.status == ReminderStatus::Sent, qPrintable(reminder.reason));
        QVERIFY(taken.contains(reminder.phoneNumber + u'\n' + reminder.message));
        const QList<Attempt> attempts = ward.service().attempts(ward.system, reminder.id).value();
        for (const Attempt &attempt : attempts)
            QVERIFY(attempt.outcome == AttemptOutcome::Accepted || attempt.outcome == AttemptOutcome::Failed);
        ids << attempts.constLast().providerMessageId;
    }
    QCOMPARE(ids.size(), reminderCount); // each knows its own message
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
        // On a server another program works at the same time.
        const bool isShared = dialect == Dialect::PostgreSql;
        QMap<QString, int> killsAt;
        for (int round = 0; round < roundsOfPoints; ++round) {
            for (const QString &point : crashPoints) {
                const auto program = ward.start(u"%1 %2"_s.arg(point).arg(1 + round % 3));
                const auto other = isShared
                    ? ward.start(u"%1 %2"_s.arg(crashPoints.at(round % crashPoints.size())).arg(2))
                    : nullptr;
                // A point that is not reached, because nothing is in doubt or everything sent, is a run that goes well.
                QVERIFY(program->waitForFinished(pointPatience));
                if (program->exitStatus() == QProcess::CrashExit) {
                    ++ward.kills;
                    ++killsAt[point];
                }
                if (other) {
                    end(*other);
                    ward.kills += other->exitStatus() == QProcess::CrashExit;
                }
            }
        }
        QVERIFY(ward.twilio.takenInAll() > 0);
        for (int round = 0; round < 11 && ward.count(ReminderStatus::Pending) > 0; ++round) {
            const auto one = ward.start();
            const auto other = ward.start();
            ward.killAtRandom({one.get(), other.get()});
        }
        const auto one = ward.start();
        const auto other = ward.start();
        const bool becameQuiet = QTest::qWaitFor([&] { return ward.isQuiet(); }, 240'000);
        end(*one);
        end(*other);
        QStringList left;
        const Page<Reminder> all = ward.service().list(ward.system, {}, {.limit = reminderCount + 1}).value();
        for (const Reminder &reminder : all.items) {
            if (reminder.status != ReminderStatus::Sent)
                left << reminderStatusTable.key(reminder.status) + u' ' + reminder.reason;
        }
        QVERIFY2(becameQuiet, qPrintable(left.join(u", "_s)));
        for (const QString &point : crashPoints)
            QVERIFY2(killsAt.value(point) > 0, qPrintable(point));
        qInfo("%d programs killed", ward.kills);
        QVERIFY2(ward.kills >= 10 * roundsOfPoints / 2, qPrintable(QString::number(ward.kills)));
        checkNothingTwiceAndNothingLost(ward);
    }
};

QTEST_GUILESS_MAIN(DeliveryCrashTest)
#include "tst_delivery_crash.moc"
