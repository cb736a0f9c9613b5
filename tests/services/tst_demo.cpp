#include "app/domain/controlband.h"
#include "app/domain/phonenumber.h"
#include "app/services/accountservice.h"
#include "app/services/demoservice.h"
#include "app/services/feedbackservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "app/services/settingsservice.h"
#include "app/services/statisticsservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testengine.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// The demonstration is looked at through the services, as the program shows it.
class DemoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_accounts = std::make_unique<AccountService>(
            m_store.database(), m_store.cipher(), m_clock, m_events, TokenSettings{.secret = QByteArray(32, 's')});
        m_settings = std::make_unique<SettingsService>(
            m_store.database(), m_store.cipher(), m_clock, m_events, SettingsOverride{});
        m_patients = std::make_unique<PatientService>(m_store.database(), m_store.cipher(), m_clock, m_events);
        DemoService demo(
            m_store.database(), m_store.cipher(), m_clock, m_events, *m_accounts, *m_settings, testEngine());
        const Result<QList<DemoAccount>> filled = demo.fill(m_who);
        QVERIFY(filled.has_value());
        m_demoAccounts = *filled;
    }

    void everyAccountCanSignIn()
    {
        QCOMPARE(m_demoAccounts.size(), 4);
        for (const DemoAccount &account : m_demoAccounts) {
            const Result<Session> session = m_accounts->checkPassword(account.username, account.password, {});
            QVERIFY(session.has_value());
            QCOMPARE(session->role, account.role);
        }
    }

    void patientsAreThreeHundredWithNumbersOfNobody()
    {
        const Page<Patient> patients = *m_patients->list(m_who, {}, {500, 0});
        QCOMPARE(patients.total, DemoService::patientCount);
        QSet<QString> names;
        for (const Patient &patient : patients.items) {
            QVERIFY2(patient.phoneNumber.startsWith(u"+23760000"_s), qPrintable(patient.patientNumber));
            QVERIFY(patient.registrationDate <= m_clock.now());
            QVERIFY(!patient.ward.isEmpty());
            names.insert(patient.name);
        }
        QVERIFY(names.size() > 200);
    }

    void feedbackCoversAYearInFrenchAndEnglish()
    {
        FeedbackService feedback(m_store.database(), m_store.cipher(), m_clock, m_events, testEngine());
        const Page<Feedback> page = *feedback.list(m_who, {}, {500, 0});
        QVERIFY2(page.total > 300, qPrintable(QString::number(page.total)));
        QSet<Language> withWords;
        QSet<QString> months;
        for (qint64 offset = 0; offset < page.total; offset += 500) {
            const Page<Feedback> part = *feedback.list(m_who, {}, {500, offset});
            for (const Feedback &item : part.items) {
                QVERIFY(item.feedbackDate <= m_clock.now());
                months.insert(item.feedbackDate.toString(u"yyyy-MM"_s));
                if (!item.comments.isEmpty())
                    withWords.insert(item.language);
            }
        }
        QVERIFY2(months.size() >= 10, qPrintable(QString::number(months.size())));
        QCOMPARE(withWords, (QSet<Language>{Language::French, Language::English}));
    }

    // What the dashboard needs to be looked at: every ward told of by 30 people in a month, a bad week, visits that
    // were missed and kept, messages that arrived and did not.
    void aMonthFillsTheDashboard()
    {
        StatisticsService statistics(m_store.database(), m_clock, [this] { return m_settings->current(); });
        StatisticsFilter filter;
        filter.lastDay = m_clock.now().date();
        filter.firstDay = filter.lastDay->addDays(-29);
        const Statistics month = statistics.statistics(m_who, filter).value();
        QVERIFY2(month.feedback.all.responses > 250, qPrintable(QString::number(month.feedback.all.responses)));
        for (const FeedbackGroup &ward : month.feedback.byWard)
            QVERIFY2(ward.figures.responses >= 20, qPrintable(ward.key));
        QVERIFY(month.feedback.byMethod.size() >= 4);
        QVERIFY(month.feedback.topics.size() >= 6);
        QVERIFY(month.reminders.all.delivered().whole > 20 && month.reminders.all.delivered().share() > 0.6);
        QVERIFY(month.reminders.all.confirmed().part > 5);
        QVERIFY(month.reminders.noShows.part > 0 && month.reminders.noShows.whole > 20);
        filter.firstDay = filter.lastDay->addDays(-90);
        QList<RatingFigure> weeks;
        const FeedbackStatistics quarter = statistics.feedback(m_who, filter).value();
        for (const FeedbackGroup &week : quarter.byWeek)
            weeks += week.figures.overallExperience;
        const std::optional<ControlBand> band = controlBand(weeks);
        QVERIFY(band);
        int below = 0;
        for (qsizetype i = 0; i < weeks.size(); ++i)
            below += band->limits.at(i) && *weeks.at(i).mean() < band->limits.at(i)->low ? 1 : 0;
        QVERIFY(below >= 1);
    }

    void remindersArePastAndFuture()
    {
        ReminderService reminders(
            m_store.database(), m_store.cipher(), m_clock, m_events, [] { return HospitalSettings(); });
        const ReminderCounts counts = *reminders.counts(m_who);
        QVERIFY(counts.value(ReminderStatus::Sent) > 5); // of which nothing is heard
        QVERIFY2(counts.value(ReminderStatus::Delivered) > 100,
            qPrintable(QString::number(counts.value(ReminderStatus::Delivered))));
        QVERIFY(counts.value(ReminderStatus::Pending) > 5);
        QVERIFY(counts.value(ReminderStatus::Failed) > 0);
        QCOMPARE(counts.value(ReminderStatus::Sending), 0);
        ReminderFilter waiting;
        waiting.statuses = {ReminderStatus::Pending};
        const Page<Reminder> page = *reminders.list(m_who, waiting, {500, 0});
        for (const Reminder &reminder : page.items)
            QVERIFY(reminder.scheduledTime > m_clock.now().addSecs(-60));
    }

    void aStoreWithPatientsIsLeftAlone()
    {
        DemoService demo(
            m_store.database(), m_store.cipher(), m_clock, m_events, *m_accounts, *m_settings, testEngine());
        const Result<QList<DemoAccount>> again = demo.fill(m_who);
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(again.error().fields.first().key, u"storeNotEmpty"_s);
        QCOMPARE(m_patients->list(m_who, {}, {1, 0})->total, DemoService::patientCount);
    }

private:
    TestDatabase m_store{Dialect::Sqlite};
    FakeClock m_clock;
    DomainEvents m_events;
    Session m_who = Session::system();
    std::unique_ptr<AccountService> m_accounts;
    std::unique_ptr<SettingsService> m_settings;
    std::unique_ptr<PatientService> m_patients;
    QList<DemoAccount> m_demoAccounts;
};

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
