#include "tests/ui/settingsroom.h"

#include "ui/settings/testrow.h"
#include "ui/widgets/banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QSpinBox>
#include <QTabBar>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

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
        QTest::keyClick(room.page.findChild<QCheckBox *>(u"tabletsAllowed"_s), Qt::Key_Space);
        QTest::keyClick(room.page.findChild<QComboBox *>(u"consentPolicy"_s), Qt::Key_Down);
        QTest::keyClick(room.page.findChild<QComboBox *>(u"privacyCheck"_s), Qt::Key_Down);
        QTest::keyClick(room.page.findChild<QSpinBox *>(u"smallestGroup"_s), Qt::Key_Up);
        QVERIFY(room.save());
        const HospitalSettings now = room.fixedSettings.current();
        QCOMPARE(now.consentPolicy, ConsentPolicy::Required);
        QCOMPARE(now.privacyCheck, PrivacyCheck::Warn);
        QCOMPARE(now.smallestGroup, 6);
        QCOMPARE(now.name, u"Hopital Laquintinie"_s);
        QVERIFY(now.tabletsAllowed);
        QVERIFY(!room.page.findChild<Button *>(u"saveSettings"_s)->isEnabled());
    }

    void wardsAreEditedAtOnceAndKeptByWhatIsSavedLater()
    {
        SettingsRoom room;
        QVERIFY(room.isReady);
        const auto names = [&room] {
            QStringList names;
            const QList<Ward> all = room.wards.list(room.viewer).value();
            for (const Ward &ward : all)
                names << ward.name;
            return names;
        };
        const auto add = [&room](const QString &name) {
            QTest::keyClicks(room.field(u"wardName"_s), name);
            QTest::keyClick(room.field(u"wardName"_s), Qt::Key_Return);
        };
        QTest::keyClicks(room.field(u"name"_s), u" II"_s); // edited before, saved after
        add(u"Radiologie"_s);
        QTRY_COMPARE(names(), QStringList{u"Radiologie"_s});
        QTRY_VERIFY(room.field(u"wardName"_s)->text().isEmpty());
        add(u"Urgences"_s);
        QTRY_COMPARE(names(), QStringList({u"Radiologie"_s, u"Urgences"_s}));
        auto *list = room.page.findChild<QListWidget *>(u"wardList"_s);
        QTRY_COMPARE(list->count(), 2);
        list->setCurrentRow(1);
        QTest::keyClick(room.page.findChild<IconButton *>(u"wardUp"_s), Qt::Key_Space);
        QTRY_COMPARE(names(), QStringList({u"Urgences"_s, u"Radiologie"_s}));
        QVERIFY(room.save());
        QCOMPARE(names(), QStringList({u"Urgences"_s, u"Radiologie"_s}));
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

    void whatTheEnvironmentFixesIsLockedWithTheReason()
    {
        SettingsRoom room({.values = {{u"smtp.host"_s, u"mail.example.org"_s}}, .tokenSecret = {}});
        QVERIFY(room.isReady);
        QCOMPARE(room.field(u"smtp.host"_s)->text(), u"mail.example.org"_s);
        QVERIFY(!room.field(u"smtp.host"_s)->isEnabled());
        QVERIFY(room.field(u"smtp.host"_s)->accessibleDescription().contains(u"SMTP_HOST"_s));
        QVERIFY(room.field(u"smtp.user"_s)->isEnabled());
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
