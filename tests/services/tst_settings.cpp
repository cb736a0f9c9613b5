#include "app/services/settingsservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

#include <future>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(accueil::TwilioSettings)

namespace {

HospitalSettings validSettings()
{
    HospitalSettings settings;
    settings.name = u"Douala General Hospital"_s;
    settings.shortName = u"HGD"_s;
    settings.timeZone = u"Africa/Lagos"_s;
    settings.languages = {u"en"_s, u"fr"_s};
    settings.wards = {u"Maternity"_s, u"Surgery, first floor"_s};
    settings.consentPolicy = ConsentPolicy::Required;
    settings.privacyCheck = PrivacyCheck::Warn;
    settings.smallestGroup = 8;
    settings.tabletsAllowed = true;
    settings.twilio = {u"AC0123456789abcdef0123456789abcdef"_s, u"seeded-auth-token"_s, u"+15005550006"_s,
        u"http://127.0.0.1:4010"_s, u"MG0123456789abcdef0123456789abcdef"_s, SenderReceives::Yes, false};
    settings.publicUrl = u"https://desk.example.org/accueil"_s;
    settings.audioUrl = u"https://audio.example.org"_s;
    settings.deskPhone = u"2 33 42 00 00"_s;
    settings.delivery = {.quietHours = std::nullopt,
        .holidays = {QDate(2026, 5, 20), QDate(2026, 12, 25)},
        .dailyLimit = 0,
        .retryDelays = {std::chrono::seconds(90), std::chrono::hours(1)},
        .reconcileInterval = std::chrono::seconds(30),
        .sendRate = 0,
        .lateLimit = -1};
    settings.smsCost.monthlyBudget = 150'000;
    settings.smtp
        = {u"mail.example.org"_s, 465, u"desk"_s, u"seeded smtp password"_s, u"desk@example.org"_s, SmtpSecurity::Tls};
    return settings;
}

struct SettingsRoom
{
    explicit SettingsRoom(Dialect dialect, SettingsOverride overrides = {})
        : store(dialect)
        , settings(store.database(), store.cipher(), clock, events, std::move(overrides))
    {
    }
    TestDatabase store;
    FakeClock clock;
    DomainEvents events;
    SettingsService settings;
};

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsWithTheDefaults()
    {
        SettingsRoom room(Dialect::Sqlite);
        QCOMPARE(room.settings.current(), HospitalSettings{});
        QVERIFY(room.settings.fixedByEnvironment().isEmpty());
    }

    void storesEverySetting_data() { TestDatabase::addDialectRows(); }
    void storesEverySetting()
    {
        QFETCH(Dialect, dialect);
        SettingsRoom room(dialect);
        QSignalSpy changes(&room.events, &DomainEvents::settingsChanged);
        QCOMPARE(room.settings.save(Session::system(), validSettings()).value(), validSettings());
        QCOMPARE(changes.size(), 1);
        SettingsService afterRestart(room.store.database(), room.store.cipher(), room.clock, room.events, {});
        QCOMPARE(afterRestart.current(), validSettings());
        QVERIFY(room.settings.save(Session::system(), HospitalSettings{}));
        SettingsService again(room.store.database(), room.store.cipher(), room.clock, room.events, {});
        QCOMPARE(again.current(), HospitalSettings{});
    }

    void encryptsTheSecrets_data() { TestDatabase::addDialectRows(); }
    void encryptsTheSecrets()
    {
        QFETCH(Dialect, dialect);
        SettingsRoom room(dialect);
        QVERIFY(room.settings.save(Session::system(), validSettings()));
        const QByteArray tokenSecret = room.settings.tokenSecret();
        QSqlQuery &query = room.store.database().execute(u"SELECT name, value, value_enc FROM settings"_s);
        int secrets = 0;
        while (query.next()) {
            const QByteArray stored = query.value(1).toByteArray() + query.value(2).toByteArray();
            QVERIFY(!stored.contains("seeded"));
            QVERIFY(!stored.contains(tokenSecret));
            secrets += query.value(2).isNull() ? 0 : 1;
        }
        QCOMPARE(secrets, 3);
        QSqlQuery &audit = room.store.database().execute(u"SELECT detail FROM audit WHERE entity = 'settings'"_s);
        QVERIFY(audit.next());
        QVERIFY(audit.value(0).toString().contains(u"smtp.password"));
        QVERIFY(!audit.value(0).toString().contains(u"seeded"));
    }

    void theEnvironmentWinsAndIsNotStored_data() { TestDatabase::addDialectRows(); }
    void theEnvironmentWinsAndIsNotStored()
    {
        QFETCH(Dialect, dialect);
        SettingsRoom room(dialect,
            {.values = {{u"smtp.host"_s, u"relay.example.org"_s}, {u"twilio.authToken"_s, u"from-outside"_s}},
                .tokenSecret = {}});
        QCOMPARE(room.settings.fixedByEnvironment(), (QSet<QString>{u"smtp.host"_s, u"twilio.authToken"_s}));
        const auto saved = room.settings.save(Session::system(), validSettings());
        QCOMPARE(saved->smtp.host, u"relay.example.org"_s);
        QCOMPARE(saved->twilio.authToken, u"from-outside"_s);
        QCOMPARE(saved->smtp.port, 465);
        SettingsService elsewhere(room.store.database(), room.store.cipher(), room.clock, room.events, {});
        QCOMPARE(elsewhere.current().smtp.host, QString());
        QCOMPARE(elsewhere.current().twilio.authToken, QString());
    }

    void anotherDesksChangeIsSeenWithinFiveSeconds_data() { TestDatabase::addDialectRows(); }
    void anotherDesksChangeIsSeenWithinFiveSeconds()
    {
        QFETCH(Dialect, dialect);
        SettingsRoom room(dialect);
        DomainEvents otherEvents;
        SettingsService other(room.store.database(), room.store.cipher(), room.clock, otherEvents, {});
        QCOMPARE(room.settings.current().name, HospitalSettings{}.name);
        QSignalSpy news(&room.events, &DomainEvents::settingsChanged);
        QVERIFY(other.save(Session::system(), validSettings()));
        QCOMPARE(room.settings.current().name, HospitalSettings{}.name);
        QCOMPARE(news.size(), 0);
        room.clock.advance(5s);
        QCOMPARE(room.settings.current(), validSettings());
        QCOMPARE(news.size(), 1);
        room.clock.advance(5s);
        QCOMPARE(room.settings.current(), validSettings());
        QCOMPARE(news.size(), 1); // read again, and nothing new
    }

    void onlyAdminsSave_data()
    {
        QTest::addColumn<Role>("role");
        for (const Role role : {Role::Manager, Role::Reception, Role::Viewer, Role::Device})
            QTest::newRow(qPrintable(roleTable.key(role))) << role;
    }
    void onlyAdminsSave()
    {
        QFETCH(Role, role);
        SettingsRoom room(Dialect::Sqlite);
        QCOMPARE(
            room.settings.save(Session{UserId{1}, u"x"_s, role}, validSettings()).error().code, ErrorCode::Forbidden);
    }

    void refusesBadValues_data()
    {
        QTest::addColumn<HospitalSettings>("settings");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *name, auto spoil, const QString &field, const QString &key) {
            HospitalSettings settings = validSettings();
            spoil(settings);
            QTest::newRow(name) << settings << field << key;
        };
        row(
            "no name", [](auto &s) { s.name = u"  "_s; }, u"name"_s, u"required"_s);
        row(
            "long name", [](auto &s) { s.name = QString(121, u'x'); }, u"name"_s, u"tooLong"_s);
        row(
            "line break", [](auto &s) { s.name = u"a\nb"_s; }, u"name"_s, u"badCharacter"_s);
        row(
            "zone", [](auto &s) { s.timeZone = u"Africa/Atlantis"_s; }, u"timeZone"_s, u"badTimeZone"_s);
        row(
            "no language", [](auto &s) { s.languages.clear(); }, u"languages"_s, u"required"_s);
        row(
            "unknown language", [](auto &s) { s.languages = {u"de"_s}; }, u"languages"_s, u"unknownValue"_s);
        row(
            "host with a space", [](auto &s) { s.smtp.host = u"mail server"_s; }, u"smtp.host"_s, u"badHost"_s);
        row(
            "host with a scheme", [](auto &s) { s.smtp.host = u"smtp://mail"_s; }, u"smtp.host"_s, u"badHost"_s);
        row(
            "key SID", [](auto &s) { s.twilio.accountSid = u"SK"_s + QString(32, u'0'); }, u"twilio.accountSid"_s,
            u"badAccountSid"_s);
        row(
            "local number", [](auto &s) { s.twilio.phoneNumber = u"670000001"_s; }, u"twilio.phoneNumber"_s,
            u"badSender"_s);
        row(
            "name of 12", [](auto &s) { s.twilio.phoneNumber = u"HopitalDouala"_s; }, u"twilio.phoneNumber"_s,
            u"badSender"_s);
        row(
            "name with an accent", [](auto &s) { s.twilio.phoneNumber = u"Hôpital"_s; }, u"twilio.phoneNumber"_s,
            u"badSender"_s);
        row(
            "number as a service", [](auto &s) { s.twilio.messagingServiceSid = u"+15005550006"_s; },
            u"twilio.messagingServiceSid"_s, u"badServiceSid"_s);
        row(
            "no scheme", [](auto &s) { s.publicUrl = u"desk.example.org"_s; }, u"publicUrl"_s, u"badUrl"_s);
        row(
            "underscore", [](auto &s) { s.publicUrl = u"https://our_desk.example.org"_s; }, u"publicUrl"_s,
            u"badUrl"_s);
        row(
            "query", [](auto &s) { s.publicUrl = u"https://desk.example.org/?a=b"_s; }, u"publicUrl"_s, u"badUrl"_s);
        row(
            "password", [](auto &s) { s.publicUrl = u"https://a:b@desk.example.org"_s; }, u"publicUrl"_s, u"badUrl"_s);
        row(
            "folder", [](auto &s) { s.audioUrl = u"/srv/audio"_s; }, u"audioUrl"_s, u"badUrl"_s);
        row(
            "no number", [](auto &s) { s.deskPhone = u"the desk"_s; }, u"deskPhone"_s, u"notAPhoneNumber"_s);
        row(
            "ftp", [](auto &s) { s.twilio.baseUrl = u"ftp://x.org"_s; }, u"twilio.baseUrl"_s, u"badUrl"_s);
        row(
            "no address", [](auto &s) { s.twilio.baseUrl.clear(); }, u"twilio.baseUrl"_s, u"badUrl"_s);
        row(
            "quiet hours without end",
            [](auto &s) {
                s.delivery.quietHours = QuietHours{{8, 0}, {8, 0}};
            },
            u"delivery.quietHours"_s, u"sameTimes"_s);
        row(
            "quiet hours without a time",
            [](auto &s) {
                s.delivery.quietHours = QuietHours{QTime(), {8, 0}};
            },
            u"delivery.quietHours"_s, u"notATime"_s);
        row(
            "a holiday that is no day",
            [](auto &s) {
                s.delivery.holidays = {QDate(2026, 5, 20), QDate()};
            },
            u"delivery.holidays"_s, u"notADate"_s);
        row(
            "a year of holidays",
            [](auto &s) {
                for (int day = 0; day < 101; ++day)
                    s.delivery.holidays << QDate(2026, 1, 1).addDays(day);
            },
            u"delivery.holidays"_s, u"tooMany"_s);
        row(
            "no wait", [](auto &s) { s.delivery.retryDelays.clear(); }, u"delivery.retryDelays"_s, u"badWaits"_s);
        row(
            "a wait of nothing", [](auto &s) { s.delivery.retryDelays << std::chrono::seconds(0); },
            u"delivery.retryDelays"_s, u"badWaits"_s);
        row(
            "eleven waits", [](auto &s) { s.delivery.retryDelays.fill(std::chrono::seconds(60), 11); },
            u"delivery.retryDelays"_s, u"badWaits"_s);
        row(
            "comments of nobody", [](auto &s) { s.smallestGroup = 0; }, u"smallestGroup"_s, u"outOfRange"_s);
        row(
            "groups of 101", [](auto &s) { s.smallestGroup = 101; }, u"smallestGroup"_s, u"outOfRange"_s);
        row(
            "fewer messages than none", [](auto &s) { s.delivery.dailyLimit = -1; }, u"delivery.dailyLimit"_s,
            u"outOfRange"_s);
        row(
            "looks without a pause", [](auto &s) { s.delivery.reconcileInterval = std::chrono::seconds(0); },
            u"delivery.reconcileInterval"_s, u"outOfRange"_s);
        row(
            "too fast", [](auto &s) { s.delivery.sendRate = 10'001; }, u"delivery.sendRate"_s, u"outOfRange"_s);
        row(
            "late limit below never", [](auto &s) { s.delivery.lateLimit = -2; }, u"delivery.lateLimit"_s,
            u"outOfRange"_s);
        row(
            "port 0", [](auto &s) { s.smtp.port = 0; }, u"smtp.port"_s, u"outOfRange"_s);
        row(
            "port 65536", [](auto &s) { s.smtp.port = 65536; }, u"smtp.port"_s, u"outOfRange"_s);
        row(
            "sender", [](auto &s) { s.smtp.sender = u"desk"_s; }, u"smtp.sender"_s, u"notAnEmail"_s);
        row(
            "header injection", [](auto &s) { s.smtp.host = u"a\r\nb"_s; }, u"smtp.host"_s, u"badCharacter"_s);
    }
    void refusesBadValues()
    {
        QFETCH(HospitalSettings, settings);
        QFETCH(QString, field);
        QFETCH(QString, key);
        SettingsRoom room(Dialect::Sqlite);
        const auto saved = room.settings.save(Session::system(), settings);
        QVERIFY(!saved);
        QCOMPARE(saved.error().fields.size(), 1);
        QCOMPARE(saved.error().fields.first().field, field);
        QCOMPARE(saved.error().fields.first().key, key);
        QCOMPARE(room.settings.current(), HospitalSettings{});
    }

    void knowsWhatASenderCanDo_data()
    {
        QTest::addColumn<TwilioSettings>("sender");
        QTest::addColumn<bool>("receives");
        QTest::addColumn<bool>("sends");
        QTest::addColumn<bool>("calls");
        const auto row = [](const char *name, auto spoil, bool receives, bool sends, bool calls) {
            TwilioSettings sender{.accountSid = u"AC1"_s, .authToken = u"t"_s};
            spoil(sender);
            QTest::newRow(name) << sender << receives << sends << calls;
        };
        const QString service = u"MG"_s + QString(32, u'0');
        row(
            "nothing", [](auto &) {}, false, false, false);
        row(
            "number", [](auto &s) { s.phoneNumber = u"+237670000001"_s; }, true, true, true);
        row(
            "name", [](auto &s) { s.phoneNumber = u"HGD Douala"_s; }, false, true, false);
        row(
            "service as the sender", [&](auto &s) { s.phoneNumber = service; }, false, true, false);
        row(
            "service alone", [&](auto &s) { s.messagingServiceSid = service; }, false, true, false);
        row(
            "number that calls beside a service",
            [&](auto &s) {
                s.phoneNumber = u"+237670000001"_s;
                s.messagingServiceSid = service;
            },
            false, true, true);
        row(
            "number on a one-way route",
            [](auto &s) {
                s.phoneNumber = u"+237670000001"_s;
                s.receives = SenderReceives::No;
            },
            false, true, true);
        row(
            "service with numbers of its own",
            [&](auto &s) {
                s.messagingServiceSid = service;
                s.receives = SenderReceives::Yes;
            },
            true, true, false);
    }
    void knowsWhatASenderCanDo()
    {
        QFETCH(TwilioSettings, sender);
        QTEST(sender.canReceive(), "receives");
        QTEST(sender.isConfigured(), "sends");
        QTEST(sender.canCall(), "calls");
        sender.authToken.clear();
        QVERIFY(!sender.isConfigured() && !sender.canCall());
    }

    void appendsPathsToThePublicAddress()
    {
        HospitalSettings settings;
        QCOMPARE(settings.publicAddress(u"/x"_s), QString());
        settings.publicUrl = u"https://desk.example.org"_s;
        QCOMPARE(settings.publicAddress(u"/x"_s), u"https://desk.example.org/x"_s);
        settings.publicUrl = u"https://desk.example.org/accueil/"_s;
        QCOMPARE(settings.publicAddress(u"/x"_s), u"https://desk.example.org/accueil/x"_s);
    }

    void theTokenSecretIsMadeOnce_data() { TestDatabase::addDialectRows(); }
    void theTokenSecretIsMadeOnce()
    {
        QFETCH(Dialect, dialect);
        SettingsRoom room(dialect);
        std::vector<std::future<QByteArray>> desks;
        for (int i = 0; i < 6; ++i) {
            desks.push_back(std::async(std::launch::async, [&room] {
                DomainEvents events;
                SettingsService desk(room.store.database(), room.store.cipher(), room.clock, events, {});
                const QByteArray secret = desk.tokenSecret();
                room.store.database().closeThread();
                return secret;
            }));
        }
        const QByteArray secret = room.settings.tokenSecret();
        QCOMPARE(secret.size(), 32);
        for (auto &desk : desks)
            QCOMPARE(desk.get(), secret);
        SettingsService fixed(room.store.database(), room.store.cipher(), room.clock, room.events,
            {.values = {}, .tokenSecret = QByteArray(40, 's')});
        QCOMPARE(fixed.tokenSecret(), QByteArray(40, 's'));
        QVERIFY(fixed.fixedByEnvironment().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
