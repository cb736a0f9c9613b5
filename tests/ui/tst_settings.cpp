#include "tests/ui/pageroom.h"

#include "ui/settings/settingspage.h"
#include "ui/settings/testrow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QTimeEdit>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// A way out that keeps what it was given and answers as told.
struct FakeSender final : MessageSender
{
    bool isConfigured() const override { return true; }
    SendReport send(const OutgoingMessage &message) override
    {
        sent.append(message);
        return answer;
    }
    QList<OutgoingMessage> sent;
    SendReport answer{.outcome = SendOutcome::Accepted, .provider = u"fake"_s};
};

constexpr int sendingTab = 4;

// The settings page on a store, with an administrator before it.
struct SettingsRoom : PageRoom
{
    explicit SettingsRoom(const SettingsOverride &overrides = {})
        : fixedSettings(store.database(), store.cipher(), clock, events, overrides)
    {
        page.resize(1100, 800);
        page.show();
        isReady = QTest::qWaitFor([this] { return field(u"name"_s) && !field(u"name"_s)->text().isEmpty(); }, 10'000);
    }
    ~SettingsRoom() { backgroundPool().waitForDone(); }

    PageContext adminContext()
    {
        return {
            Services{accounts, patients, feedback, reminders, forecasts, appointments, plans, calendar, bulk, templates,
                statistics, fixedSettings, tests, imports, consents, attemptNews, inbound, DeskRoom::calls, events},
            Session{{}, u"admin"_s, Role::Admin}, clock, preferences, "Africa/Douala"};
    }
    QLineEdit *field(const QString &path) { return page.findChild<QLineEdit *>(path); }
    bool save()
    {
        auto *button = page.findChild<Button *>(u"saveSettings"_s);
        QTest::keyClick(button, Qt::Key_Space);
        return QTest::qWaitFor([button] { return !button->isBusy(); }, 10'000);
    }

    // `segments` of SMS this month, each at 25, of a budget for `affordable` of them.
    void spend(int segments, int affordable)
    {
        HospitalSettings hospital = settings.current();
        hospital.smsCost.pricePerSegment = 25;
        hospital.smsCost.monthlyBudget = 25 * affordable;
        QVERIFY(settings.save(Session::system(), hospital));
        const Patient patient = addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        const Reminder reminder = addReminder(patient, clock.now().addSecs(3600));
        store.database().execute(u"INSERT INTO attempts (reminder_id, patient_id, number, channel, started_at, outcome,"
                                 " provider, segments) VALUES (?, ?, 1, 'sms', ?, 'delivered', 'twilio', ?)"_s,
            {reminder.id.value, patient.id.value, clock.now().toMSecsSinceEpoch(), segments});
    }

    FakeSender sms;
    FakeSender email;
    FakeSender calls;
    SettingsService fixedSettings;
    TestMessageService tests{{{Channel::Sms, &sms}, {Channel::Email, &email}, {Channel::Ivr, &calls}}};
    SettingsPage page{adminContext()};
    bool isReady = false;
};

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void savesWhatWasTyped()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        QVERIFY(!room.page.findChild<Button *>(u"saveSettings"_s)->isEnabled());
        room.field(u"name"_s)->clear();
        QTest::keyClicks(room.field(u"name"_s), u"Hopital Laquintinie"_s);
        room.page.findChild<QPlainTextEdit *>(u"wards"_s)
            ->insertPlainText(u"Radiologie\n\n  Maternite  \nRadiologie"_s);
        QTest::keyClick(room.page.findChild<QCheckBox *>(u"tabletsAllowed"_s), Qt::Key_Space);
        QTest::keyClick(room.page.findChild<QComboBox *>(u"consentPolicy"_s), Qt::Key_Down);
        QTest::keyClick(room.page.findChild<QComboBox *>(u"privacyCheck"_s), Qt::Key_Down);
        QVERIFY(room.save());
        const HospitalSettings now = room.fixedSettings.current();
        QCOMPARE(now.consentPolicy, ConsentPolicy::Required);
        QCOMPARE(now.privacyCheck, PrivacyCheck::Warn);
        QCOMPARE(now.name, u"Hopital Laquintinie"_s);
        QCOMPARE(now.wards, (QStringList{u"Radiologie"_s, u"Maternite"_s}));
        QVERIFY(now.tabletsAllowed);
        QVERIFY(!room.page.findChild<Button *>(u"saveSettings"_s)->isEnabled());
    }

    void wrongValueComesUpUnderItsField()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        QTest::keyClicks(room.field(u"twilio.phoneNumber"_s), u"12"_s);
        QVERIFY(room.save());
        QTRY_VERIFY(!room.field(u"twilio.phoneNumber"_s)->accessibleDescription().isEmpty());
        QCOMPARE(room.page.findChild<QTabBar *>(u"settingsTabs"_s)->currentIndex(), 1);
        QVERIFY(room.fixedSettings.current().twilio.phoneNumber.isEmpty());
        QVERIFY(room.page.findChild<Button *>(u"saveSettings"_s)->isEnabled());
    }

    void aSenderIsDescribedWithTheKeyboard()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        room.page.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(1);
        QTest::keyClicks(room.field(u"twilio.phoneNumber"_s), u"HGD Douala"_s);
        QTest::keyClicks(room.field(u"twilio.messagingServiceSid"_s), u"MG"_s + QString(32, u'0'));
        QTest::keyClick(room.page.findChild<QWidget *>(u"twilio.receives"_s), Qt::Key_Right);
        QTest::keyClick(room.page.findChild<QWidget *>(u"twilio.unicode"_s), Qt::Key_Right);
        room.page.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(3);
        QTest::keyClicks(room.field(u"deskPhone"_s), u"2 33 42 00 00"_s);
        QTest::keyClicks(room.field(u"publicUrl"_s), u"https://desk.example.org"_s);
        QTest::keyClicks(room.field(u"audioUrl"_s), u"https://audio.example.org"_s);
        QVERIFY(room.save());
        const HospitalSettings now = room.fixedSettings.current();
        QCOMPARE(now.twilio.phoneNumber, u"HGD Douala"_s);
        QCOMPARE(now.twilio.messagingServiceSid, u"MG"_s + QString(32, u'0'));
        QCOMPARE(now.twilio.receives, SenderReceives::Yes);
        QVERIFY(!now.twilio.unicode);
        QCOMPARE(now.deskPhone, u"2 33 42 00 00"_s);
        QCOMPARE(now.publicUrl, u"https://desk.example.org"_s);
        QCOMPARE(now.audioUrl, u"https://audio.example.org"_s);
        SettingsRoom next; // and shown again as they are
        QVERIFY(next.fixedSettings.save(Session::system(), now));
        next.page.refresh();
        QTRY_COMPARE(next.field(u"publicUrl"_s)->text(), now.publicUrl);
        QVERIFY(!next.page.findChild<QWidget *>(u"saveSettings"_s)->isEnabled());
    }

    void aSenderThatReceivesNothingSaysWhichTemplatesAskInVain()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        const Result<MessageTemplate> asking = room.templates.edit(
            room.manager, u"appointment"_s, Language::French, {.text = u"Répondez OUI pour confirmer."_s});
        QVERIFY(asking);
        room.page.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(1);
        auto *banner = room.page.findChild<Banner *>(u"templatesAskInVain"_s);
        QTest::keyClicks(room.field(u"twilio.accountSid"_s), u"AC"_s + QString(32, u'0'));
        QTest::keyClicks(room.field(u"twilio.authToken"_s), u"token"_s);
        QTest::keyClicks(room.field(u"twilio.phoneNumber"_s), u"HGD"_s);
        QTRY_VERIFY(banner->isVisible()); // before anything is saved
        QStringList words;
        for (const QLabel *label : banner->findChildren<QLabel *>())
            words << label->text();
        QVERIFY2(words.join(u' ').contains(u"Appointment (Français)"_s), qPrintable(words.join(u' ')));
        QTest::keyClick(room.page.findChild<QWidget *>(u"twilio.receives"_s), Qt::Key_Right); // it does
        QTRY_VERIFY(!banner->isVisible());
    }

    void aWrongPublicAddressIsShownOnItsTab()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        QTest::keyClicks(room.field(u"publicUrl"_s), u"desk.example.org"_s);
        QVERIFY(room.save());
        QTRY_COMPARE(room.page.findChild<QTabBar *>(u"settingsTabs"_s)->currentIndex(), 3);
        QVERIFY(room.field(u"publicUrl"_s)->accessibleDescription().contains(u"https://"_s));
        QVERIFY(room.fixedSettings.current().publicUrl.isEmpty());
    }

    void theRulesOfSendingAreSetWithTheKeyboard()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        room.page.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(sendingTab);
        const auto number = [&room](const QString &path, const QString &typed) {
            auto *box = room.page.findChild<QSpinBox *>(path);
            box->selectAll();
            QTest::keyClicks(box, typed);
        };
        auto *from = room.page.findChild<QTimeEdit *>(u"quietFrom"_s);
        from->setSelectedSection(QDateTimeEdit::HourSection);
        QTest::keyClicks(from, u"21"_s);
        room.page.findChild<QPlainTextEdit *>(u"delivery.holidays"_s)
            ->insertPlainText(u"25/12/2026\n\n2026-05-20\n25/12/2026"_s);
        number(u"delivery.dailyLimit"_s, u"5"_s);
        number(u"delivery.sendRate"_s, u"40"_s);
        number(u"delivery.reconcileInterval"_s, u"60"_s);
        auto *late = room.page.findChild<QSpinBox *>(u"delivery.lateLimit"_s);
        QTest::keyClick(late, Qt::Key_Home);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(late, Qt::Key_PageDown); // 20 steps down in tens
        QCOMPARE(late->text(), u"never ask"_s);
        room.field(u"delivery.retryDelays"_s)->clear();
        QTest::keyClicks(room.field(u"delivery.retryDelays"_s), u"2, 90 s; 1 h"_s);
        QTest::keyClicks(room.field(u"smsCost.monthlyBudget"_s), u"150000"_s);
        QVERIFY(room.save());
        const HospitalSettings now = room.fixedSettings.current();
        const QuietHours quiet{{21, 0}, {8, 0}};
        QCOMPARE(now.delivery.quietHours, std::optional(quiet));
        QCOMPARE(now.delivery.holidays, (QList{QDate(2026, 5, 20), QDate(2026, 12, 25)}));
        QCOMPARE(now.delivery.dailyLimit, 5);
        QCOMPARE(now.delivery.sendRate, 40);
        QCOMPARE(now.delivery.reconcileInterval, std::chrono::seconds(60));
        QCOMPARE(now.delivery.lateLimit, -1);
        QCOMPARE(now.delivery.retryDelays,
            (QList<std::chrono::seconds>{std::chrono::minutes(2), std::chrono::seconds(90), std::chrono::hours(1)}));
        QCOMPARE(now.smsCost.monthlyBudget, 150'000.0);
        QCOMPARE(room.field(u"delivery.retryDelays"_s)->text(), u"2 min, 90 s, 1 h"_s); // read again
        QTest::keyClick(room.page.findChild<QCheckBox *>(u"quietOn"_s), Qt::Key_Space);
        QVERIFY(!from->isEnabled());
        QVERIFY(room.save());
        QVERIFY(!room.fixedSettings.current().delivery.quietHours);
    }

    void wrongRulesOfSendingComeUpUnderTheirFields_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("waits that are words") << u"delivery.retryDelays"_s << u"soon"_s << u"One to ten"_s;
        QTest::newRow("a wait of two days") << u"delivery.retryDelays"_s << u"48 h"_s << u"One to ten"_s;
        QTest::newRow("no waits") << u"delivery.retryDelays"_s << u" "_s << u"One to ten"_s;
        QTest::newRow("a budget in words") << u"smsCost.monthlyBudget"_s << u"much"_s << u"Between 0"_s;
    }
    void wrongRulesOfSendingComeUpUnderTheirFields()
    {
        QFETCH(QString, path);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        SettingsRoom room;
        QVERIFY(room.isReady);
        const HospitalSettings before = room.fixedSettings.current();
        room.field(path)->clear();
        QTest::keyClicks(room.field(path), typed);
        QVERIFY(room.save());
        QTRY_VERIFY2(room.field(path)->accessibleDescription().contains(said),
            qPrintable(room.field(path)->accessibleDescription()));
        QCOMPARE(room.page.findChild<QTabBar *>(u"settingsTabs"_s)->currentIndex(), sendingTab);
        QCOMPARE(room.fixedSettings.current(), before);
    }

    void aLineThatIsNoDayIsNoHoliday()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        auto *days = room.page.findChild<QPlainTextEdit *>(u"delivery.holidays"_s);
        days->insertPlainText(u"25/12/2026\n31/02/2026"_s);
        QVERIFY(room.save());
        QTRY_VERIFY2(
            days->accessibleDescription().contains(u"31/02/2026"_s), qPrintable(days->accessibleDescription()));
        QVERIFY(room.fixedSettings.current().delivery.holidays.isEmpty());
    }

    void saysWhichLineIsNoDayOnceItIsLeft()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        room.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&room.page));
        room.page.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(sendingTab);
        auto *days = room.page.findChild<QPlainTextEdit *>(u"delivery.holidays"_s);
        days->setFocus();
        QTest::keyClicks(days, u"25/12/2026"_s);
        QTest::keyClick(days, Qt::Key_Return);
        QTest::keyClicks(days, u"Noel"_s);
        QVERIFY(days->accessibleDescription().isEmpty()); // it may become one yet
        QTest::keyClick(days, Qt::Key_Tab);
        QTRY_VERIFY2(days->accessibleDescription().contains(u"Noel"_s), qPrintable(days->accessibleDescription()));
        days->setFocus();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(days, Qt::Key_Backspace);
        QVERIFY(days->accessibleDescription().isEmpty());
    }

    void theBudgetShowsWhatIsSpent_data()
    {
        QTest::addColumn<int>("segments");
        QTest::addColumn<QString>("said");
        QTest::newRow("a little") << 10 << u"10 %"_s;
        QTest::newRow("nearly all") << 80 << u"Soon"_s;
        QTest::newRow("all") << 100 << u"SMS wait"_s;
    }
    void theBudgetShowsWhatIsSpent()
    {
        QFETCH(int, segments);
        QFETCH(QString, said);
        SettingsRoom room;
        QVERIFY(room.isReady);
        room.spend(segments, 100);
        room.page.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(sendingTab);
        auto *meter = room.page.findChild<QWidget *>(u"budgetMeter"_s);
        QTRY_VERIFY2(meter->isVisible() && meter->accessibleName().contains(said), qPrintable(meter->accessibleName()));
    }

    void whatTheEnvironmentFixesIsLockedWithTheReason()
    {
        SettingsRoom room({.values = {{u"smtp.host"_s, u"mail.example.org"_s}}, .tokenSecret = {}});
        QVERIFY(room.isReady);
        QCOMPARE(room.field(u"smtp.host"_s)->text(), u"mail.example.org"_s);
        QVERIFY(!room.field(u"smtp.host"_s)->isEnabled());
        QVERIFY(room.field(u"smtp.host"_s)->accessibleDescription().contains(u"SMTP_HOST"_s));
        QVERIFY(room.field(u"smtp.user"_s)->isEnabled());
    }

    void rulesOfSendingThatTheEnvironmentFixesAreLocked()
    {
        SettingsRoom room({.values = {{u"delivery.quietHours"_s, u"22:30-06:15"_s}, {u"delivery.lateLimit"_s, u"off"_s},
                               {u"delivery.retryDelays"_s, u"1,2"_s}},
            .tokenSecret = {}});
        QVERIFY(room.isReady);
        const QList<std::pair<QString, QString>> fixed{{u"quietFrom"_s, {}},
            {u"delivery.lateLimit"_s, u"ACCUEIL_LATE_LIMIT"_s}, {u"delivery.retryDelays"_s, u"ACCUEIL_RETRY_SECONDS"_s},
            {u"delivery.quietHours"_s, u"ACCUEIL_QUIET_HOURS"_s}};
        for (const auto &[name, variable] : fixed) {
            auto *control = room.page.findChild<QWidget *>(name);
            QVERIFY2(control && !control->isEnabled(), qPrintable(name));
            QVERIFY2(control->accessibleDescription().contains(variable), qPrintable(name));
        }
        QCOMPARE(room.page.findChild<QTimeEdit *>(u"quietUntil"_s)->time(), QTime(6, 15));
        QCOMPARE(room.field(u"delivery.retryDelays"_s)->text(), u"1 s, 2 s"_s);
        QVERIFY(room.page.findChild<QWidget *>(u"delivery.dailyLimit"_s)->isEnabled());
    }

    void sendsATestThroughTheChannel_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<Channel>("channel");
        QTest::newRow("SMS") << 1 << u"+237677123456"_s << Channel::Sms;
        QTest::newRow("email") << 2 << u"test@example.org"_s << Channel::Email;
        QTest::newRow("call") << 3 << u"+237677123456"_s << Channel::Ivr;
    }
    void sendsATestThroughTheChannel()
    {
        QFETCH(int, tab);
        QFETCH(QString, recipient);
        QFETCH(Channel, channel);
        const bool email = channel == Channel::Email;
        SettingsRoom room;
        QVERIFY(room.isReady);
        room.page.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(tab);
        auto *row = room.page.findChild<TestRow *>(u"test_"_s + channelTable.key(channel));
        QTest::keyClicks(row->findChild<QLineEdit *>(u"testRecipient"_s), recipient);
        QTest::keyClick(row->findChild<QPushButton *>(u"sendTest"_s), Qt::Key_Space);
        auto *answer = row->findChild<Banner *>(u"testAnswer"_s);
        QTRY_VERIFY2(
            answer->isVisible(), qPrintable(row->findChild<QLineEdit *>(u"testRecipient"_s)->accessibleDescription()));
        FakeSender &sender = email ? room.email : channel == Channel::Ivr ? room.calls : room.sms;
        QCOMPARE(sender.sent.size(), 1);
        QCOMPARE(email ? sender.sent.first().email : sender.sent.first().phoneNumber, recipient);
        QVERIFY2(answer->accessibleName().contains(u"took"_s), qPrintable(answer->accessibleName()));
        QCOMPARE(room.sms.sent.size() + room.email.sent.size() + room.calls.sent.size(), 1);
    }

    void refusedTestSaysWhy()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        room.sms.answer = {.outcome = SendOutcome::Refused,
            .provider = u"twilio"_s,
            .providerCode = u"21211"_s,
            .reason = u"loginRefused"_s};
        room.page.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(1);
        auto *row = room.page.findChild<TestRow *>(u"test_sms"_s);
        QTest::keyClicks(row->findChild<QLineEdit *>(u"testRecipient"_s), u"+237677123456"_s);
        QTest::keyClick(row->findChild<QLineEdit *>(u"testRecipient"_s), Qt::Key_Return);
        auto *answer = row->findChild<Banner *>(u"testAnswer"_s);
        QTRY_VERIFY(answer->isVisible());
        QVERIFY2(answer->accessibleName().contains(u"21211"_s), qPrintable(answer->accessibleName()));
        QVERIFY(answer->accessibleName().contains(u"password"_s));
    }

    void testStoresTheTypedSettingsFirst()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        room.page.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(2);
        QTest::keyClicks(room.field(u"smtp.host"_s), u"mail.example.org"_s);
        auto *row = room.page.findChild<TestRow *>(u"test_email"_s);
        QTest::keyClicks(row->findChild<QLineEdit *>(u"testRecipient"_s), u"test@example.org"_s);
        QTest::keyClick(row->findChild<QPushButton *>(u"sendTest"_s), Qt::Key_Space);
        QTRY_COMPARE(room.email.sent.size(), 1);
        QCOMPARE(room.fixedSettings.current().smtp.host, u"mail.example.org"_s);
    }
};

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
