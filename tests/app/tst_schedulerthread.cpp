#include "app/gateways/curlhttpclient.h"
#include "app/gateways/twiliosender.h"
#include "app/schedulerthread.h"
#include "app/services/deliveryservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketwilio.h"
#include "tests/support/scriptedsender.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patientName = "Zacharie Mbarga"_L1;
constexpr auto messageText = "Un message que personne ne doit lire"_L1;

// One due reminder in a store.
struct Desk
{
    explicit Desk(Dialect dialect)
        : store(dialect)
    {
        const Patient patient = PatientService(store.database(), store.cipher(), clock, events)
                                    .create(Session::system(), {.name = patientName, .phoneNumber = u"+237670000001"_s})
                                    .value();
        id = service()
                 .schedule(
                     Session::system(), {.patient = patient.id, .message = messageText, .scheduledTime = clock.now()})
                 ->reminder.id;
    }
    ReminderService service()
    {
        return ReminderService(store.database(), store.cipher(), clock, events, [] { return HospitalSettings(); });
    }
    Reminder reminder() { return service().find(Session::system(), id).value(); }
    DeliveryService delivery(MessageSender &sender)
    {
        return DeliveryService(
            store.database(), store.cipher(), clock, events, {{Channel::Sms, &sender}}, [this] { return settings; });
    }

    std::unique_ptr<SchedulerThread> scheduler(DeliveryService &delivery, MessageSender &sender)
    {
        using Stop = SchedulerThread::Stop;
        return std::make_unique<SchedulerThread>(
            u"delivery"_s, store.database(),
            QList<SchedulerThread::Duty>{[&delivery](const Stop &) { delivery.recoverInterrupted(); },
                [&delivery](const Stop &stop) { delivery.deliverDue(stop); }},
            [&sender] { sender.abort(); }, 20ms);
    }

    TestDatabase store;
    FakeClock clock;
    DomainEvents events;
    HospitalSettings settings;
    ReminderId id;
};

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged << text;
}

} // namespace

class SchedulerThreadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deliversByItself_data() { TestDatabase::addDialectRows(); }
    void deliversByItself()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        ScriptedSender sms;
        DeliveryService delivery = desk.delivery(sms);
        const auto scheduler = desk.scheduler(delivery, sms);
        scheduler->start();
        QVERIFY(QTest::qWaitFor([&] { return desk.reminder().status == ReminderStatus::Sent; }, 10'000));
        scheduler->stop();
        QVERIFY(scheduler->isFinished());
        QCOMPARE(sms.messages.size(), 1);
    }

    void recoversWhatAnotherProgramLeft()
    {
        Desk desk(Dialect::Sqlite);
        desk.store.database().execute(u"UPDATE reminders SET status = 'sending', attempts = 1, lease_until = ?"_s,
            {desk.clock.now().toMSecsSinceEpoch() - 1});
        ScriptedSender sms;
        DeliveryService delivery = desk.delivery(sms);
        const auto scheduler = desk.scheduler(delivery, sms);
        scheduler->start();
        QVERIFY(QTest::qWaitFor([&] { return desk.reminder().status == ReminderStatus::Unknown; }, 10'000));
        QCOMPARE(desk.reminder().reason, u"interrupted"_s);
    }

    void endsWithinTwoSecondsWithAMessageInHand()
    {
        Desk desk(Dialect::Sqlite);
        FakeTwilio twilio;
        twilio.setFault({.delay = 25s});
        desk.settings.twilio = {.accountSid = FakeTwilio::accountSid(),
            .authToken = FakeTwilio::authToken(),
            .phoneNumber = FakeTwilio::from(),
            .baseUrl = twilio.baseUrl()};
        CurlHttpClient http;
        TwilioSender sms(http, Channel::Sms, [&] { return desk.settings; });
        DeliveryService delivery = desk.delivery(sms);
        const auto scheduler = desk.scheduler(delivery, sms);
        scheduler->start();
        QVERIFY(QTest::qWaitFor([&] { return twilio.requests() == 1; }, 10'000));
        QElapsedTimer timer;
        timer.start();
        scheduler->stop();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(desk.reminder().status, ReminderStatus::Unknown);
        QCOMPARE(desk.reminder().reason, u"interrupted"_s);
    }

    void outlivesTroubleWithTheDatabaseAndLogsItWithoutPersonalData()
    {
        Desk desk(Dialect::Sqlite);
        ScriptedSender sms;
        DeliveryService delivery = desk.delivery(sms);
        desk.store.database().execute(u"ALTER TABLE attempts RENAME TO attempts_away"_s);
        logged.clear();
        const QtMessageHandler before = qInstallMessageHandler(keepLog);
        {
            const auto scheduler = desk.scheduler(delivery, sms);
            scheduler->start();
            QTest::qWait(300);
        }
        qInstallMessageHandler(before);
        // The trouble, and that it was over: the reminder stays reserved and is left alone by the next rounds.
        QCOMPARE(logged.size(), 2);
        for (const QString &line : std::as_const(logged)) {
            QVERIFY(!line.contains(patientName));
            QVERIFY(!line.contains(messageText));
            QVERIFY(!line.contains("670000001"_L1));
        }
        QVERIFY(sms.messages.isEmpty()); // what cannot be recorded is not sent

        desk.store.database().execute(u"ALTER TABLE attempts_away RENAME TO attempts"_s);
        desk.clock.advance(DeliveryOptions().lease + 1ms); // the reservation of the round that failed
        const auto scheduler = desk.scheduler(delivery, sms);
        scheduler->start();
        QVERIFY(QTest::qWaitFor([&] { return desk.reminder().status == ReminderStatus::Sent; }, 10'000));
    }
};

QTEST_GUILESS_MAIN(SchedulerThreadTest)
#include "tst_schedulerthread.moc"
