#include "tests/ui/settingsroom.h"


#include <QCheckBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QTimeEdit>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// The tab of the settings with the rules of sending.
class SendingSettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
};

QTEST_MAIN(SendingSettingsTest)
#include "tst_sendingsettings.moc"
