#include "app/application.h"
#include "app/services/consentservice.h"
#include "app/services/inboundmessageservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "tests/app/programrun.h"
#include "tests/support/faketwilio.h"
#include "tests/support/readletter.h"
#include "tests/support/smtpserver.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// The program with real providers at the other end: what is planned leaves on its channel.
class ChannelsTest : public QObject
{
    Q_OBJECT

    static ProgramSettings settingsOf(const TestDesk &desk, const FakeTwilio &twilio, const SmtpServer &mail)
    {
        ProgramSettings settings;
        settings.dataDirectory = desk.dataDirectory();
        settings.database = {.path = desk.folder() + u"/accueil.db"_s};
        settings.keyFile = desk.keyFile();
        settings.keyringUse = KeyringUse::Never;
        settings.port = 0;
        settings.tlsPort = 0;
        settings.overrides.values = {{u"twilio.accountSid"_s, FakeTwilio::accountSid()},
            {u"twilio.authToken"_s, FakeTwilio::authToken()}, {u"twilio.phoneNumber"_s, FakeTwilio::from()},
            {u"twilio.baseUrl"_s, twilio.baseUrl()}, {u"publicUrl"_s, u"https://desk.example.org"_s},
            {u"smtp.host"_s, u"127.0.0.1"_s}, {u"smtp.port"_s, QString::number(mail.port())},
            {u"smtp.security"_s, u"none"_s}, {u"smtp.sender"_s, u"desk@hgd.example"_s},
            {u"delivery.quietHours"_s, u"off"_s}}; // at whatever hour the tests run
        return settings;
    }

private Q_SLOTS:
    void everyChannelReachesItsProvider()
    {
        const TestDesk desk;
        FakeTwilio twilio;
        SmtpServer mail({});
        Application application(settingsOf(desk, twilio, mail));
        QCOMPARE(application.store().inspect().value(), StoreService::State::New);
        QVERIFY(application.store().initialise());
        application.open();
        const Services &services = application.services();
        const Session system = Session::system();
        const Patient patient = services.patients
                                    .create(system,
                                        {.name = u"Éwané Essomba"_s,
                                            .email = u"ewane@example.org"_s,
                                            .phoneNumber = u"+237670000001"_s,
                                            .ward = u"Pavillon B"_s})
                                    .value();
        const QDateTime now = application.clock().now();
        for (const Channel channel : {Channel::Sms, Channel::Ivr, Channel::Email}) {
            const auto planned = services.reminders.schedule(system,
                {.patient = patient.id,
                    .message = u"À demain, Éwané"_s,
                    .scheduledTime = now.addSecs(1),
                    .channel = channel,
                    .appointmentTime = now.addDays(1)});
            QVERIFY(planned);
        }
        application.startDelivery();
        QTRY_COMPARE_WITH_TIMEOUT(twilio.takenInAll(), 2, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(mail.received().size(), 1, 20'000);
        application.stop();
        QCOMPARE(twilio.violations(), QStringList());
        for (const TwilioRecord &record : twilio.records()) {
            QCOMPARE(record.to, u"+237670000001"_s);
            // A call says nothing personal before a key press, and is answered for at its own address.
            QCOMPARE(record.text.contains(u"Éwané"_s), !record.isCall());
            QCOMPARE(record.text.contains(u"https://desk.example.org/webhooks/twilio/voice/"_s), record.isCall());
        }
        QCOMPARE(twilio.taken().size(), 1); // one message, so one call
        const ReadLetter letter(mail.received().first().content);
        QCOMPARE(letter.defects(), QStringList());
        QVERIFY(letter.part(u"text/plain"_s).startsWith(u"À demain, Éwané"_s));
        QVERIFY(letter.part(u"text/calendar"_s).contains(u"LOCATION:Pavillon B"_s));
        QVERIFY(letter.header(u"List-Unsubscribe"_s).startsWith(u"<https://desk.example.org/webhooks/unsubscribe"_s));
        QCOMPARE(letter.header(u"List-Unsubscribe-Post"_s), u"List-Unsubscribe=One-Click"_s);
    }

    void stopByAnswerWorksWithoutAPublicAddress_data() { TestDatabase::addDialectRows(); }
    void stopByAnswerWorksWithoutAPublicAddress()
    {
        QFETCH(Dialect, dialect);
        const TestDesk desk;
        const TestDatabase store(dialect, TestDatabase::Schema::None);
        FakeTwilio twilio;
        const SmtpServer mail({});
        ProgramSettings settings = settingsOf(desk, twilio, mail);
        settings.database = DatabaseLocation::parse(store.url()).value();
        settings.overrides.values.remove(u"publicUrl"_s);
        Application application(settings);
        QCOMPARE(application.store().inspect().value(), StoreService::State::New);
        QVERIFY(application.store().initialise());
        application.open();
        const Services &services = application.services();
        const QString phone = u"+237670000001"_s;
        const Session system = Session::system();
        const Patient patient = services.patients.create(system, {.name = u"Awa Ngo"_s, .phoneNumber = phone}).value();
        twilio.add({.from = phone,
            .to = FakeTwilio::from(),
            .text = u"Arrêt"_s,
            .direction = u"inbound"_s,
            .status = u"received"_s,
            .createdAt = application.clock().now()});
        application.startDelivery();
        QTRY_VERIFY_WITH_TIMEOUT(services.consents.isStopped(Channel::Sms, phone), 20'000);
        const auto refused = services.reminders.schedule(system,
            {.patient = patient.id, .message = u"À demain"_s, .scheduledTime = application.clock().now().addSecs(60)});
        QVERIFY(!refused);
        QCOMPARE(services.inbound.list(system, {}).value().total, 1);
        application.stop();
        QCOMPARE(twilio.takenInAll(), 0);
        QCOMPARE(twilio.violations(), QStringList());
    }
};

QTEST_GUILESS_MAIN(ChannelsTest)
#include "tst_channels.moc"
