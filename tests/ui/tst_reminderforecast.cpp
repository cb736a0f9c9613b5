#include "tests/ui/reminderform.h"
#include "ui/reminders/attemptlist.h"
#include "ui/reminders/forecastbanner.h"
#include "ui/widgets/segmented.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What the form of a reminder says of it before it is saved.
class ReminderForecastFormTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhenItLeaves();
    void saysWhatDelaysIt();
    void saysWhatForbidsIt();
    void saysInWhichWordsItLeaves();
    void saysWhatCannotBeSaved();
    void asksOnceTheTypingEnds();
    void dropsAnswersToEarlierQuestions();
    void keepsTheWindowAlive();
    void staysInViewWhereverTheFormIsScrolledTo();
    void saysNothingOfWhatIsOver();
    void showsEveryTry();

private:
    static ForecastBanner *bannerOf(const ReminderForm &form) { return form.dialog->findChild<ForecastBanner *>(); }
    static QDateTimeEdit *whenOf(const ReminderForm &form)
    {
        return form.dialog->findChildren<QDateTimeEdit *>().constFirst();
    }
    static void typeHour(QDateTimeEdit *edit, const QString &hour)
    {
        edit->setFocus();
        edit->setSelectedSection(QDateTimeEdit::HourSection);
        QTest::keyClicks(edit, hour);
    }
};

// Waits until the banner says it, and says what it says instead.
#define TRY_SAYS(banner, text)                                                                                         \
    QTRY_VERIFY2((banner)->isVisible() && (banner)->words().contains(text), qPrintable((banner)->words()))

void ReminderForecastFormTest::saysWhenItLeaves()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    ForecastBanner *banner = bannerOf(form);
    QVERIFY(!banner->isVisible());
    typeText(form.message(), u"Votre carnet est pret."_s);
    QTest::qWait(500);
    QVERIFY(!banner->isVisible()); // nobody knows yet to whom
    form.choosePatient(room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s));
    TRY_SAYS(banner, u"Leaves tomorrow, 09:00"_s);
    QVERIFY(banner->words().contains(u"Message 1 of 3"_s));
}

void ReminderForecastFormTest::saysWhatDelaysIt()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choosePatient(room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s));
    typeText(form.message(), u"Votre carnet est pret."_s);
    typeHour(whenOf(form), u"21"_s);
    TRY_SAYS(bannerOf(form), u"Leaves Sat 14 March, 08:00 instead of tomorrow, 21:00"_s);
    TRY_SAYS(bannerOf(form), u"Quiet hours until Sat 14 March, 08:00."_s);
    typeHour(whenOf(form), u"10"_s);
    TRY_SAYS(bannerOf(form), u"Leaves tomorrow, 10:00"_s);
    QVERIFY(!bannerOf(form)->words().contains(u"Quiet"_s));
    room.standstill = SendDelay{u"loginRefused"_s, {}};
    typeHour(whenOf(form), u"11"_s);
    TRY_SAYS(bannerOf(form), u"nobody knows when it will leave"_s);
    TRY_SAYS(bannerOf(form), u"refused our account"_s);
}

void ReminderForecastFormTest::saysWhatForbidsIt()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
    room.consents.recordOptOut(Channel::Sms, patient.phoneNumber, ConsentMethod::Sms);
    form.choosePatient(patient);
    typeText(form.message(), u"Votre carnet est pret."_s);
    TRY_SAYS(bannerOf(form), u"this will not be sent"_s);
    TRY_SAYS(bannerOf(form), u"The patient does not want such messages."_s);
    // By email there is nowhere to send it to.
    auto *channel = form.dialog->findChild<Segmented *>();
    channel->setFocus();
    QTest::keyClick(channel, Qt::Key_End);
    QTRY_COMPARE(channel->value().toInt(), int(Channel::Email));
    TRY_SAYS(bannerOf(form), u"no number or address"_s);
}

void ReminderForecastFormTest::saysInWhichWordsItLeaves()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choosePatient(room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s));
    typeText(form.message(), u"Venez chercher vos verres."_s);
    TRY_SAYS(bannerOf(form), u"Leaves tomorrow, 09:00"_s);
    QVERIFY(!bannerOf(form)->words().contains(u"In these words"_s));
    form.choosePatient(
        room.patients
            .create(room.reception,
                {.name = u"Sone Ewane, Peter"_s, .phoneNumber = u"+237655123457"_s, .phoneIsShared = true})
            .value());
    TRY_SAYS(bannerOf(form), u"In these words: “"_s);
    QVERIFY(!bannerOf(form)->words().contains(u"verres"_s));
}

void ReminderForecastFormTest::saysWhatCannotBeSaved()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choosePatient(room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s));
    typeText(form.message(), u"Votre carnet est pret."_s);
    whenOf(form)->setFocus();
    whenOf(form)->setSelectedSection(QDateTimeEdit::DaySection);
    QTest::keyClicks(whenOf(form), u"11"_s); // yesterday
    TRY_SAYS(bannerOf(form), u"cannot be saved"_s);
    TRY_SAYS(bannerOf(form), u"This time has passed"_s);
}

void ReminderForecastFormTest::asksOnceTheTypingEnds()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choosePatient(room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s));
    const QSignalSpy answers(bannerOf(form), &ForecastBanner::changed);
    for (const QChar letter : u"Votre carnet"_s) {
        typeText(form.message(), letter);
        QTest::qWait(20);
    }
    QTRY_VERIFY(bannerOf(form)->isVisible());
    QCOMPARE(answers.size(), 1);
}

void ReminderForecastFormTest::dropsAnswersToEarlierQuestions()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choosePatient(room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s));
    backgroundPool().waitForDone();
    QSemaphore gate;
    for (int i = 0; i < backgroundPool().maxThreadCount(); ++i)
        backgroundPool().start([&gate] { gate.acquire(); });
    typeText(form.message(), u"Votre carnet est pret depuis hier."_s);
    QTest::qWait(600);
    QVERIFY(!bannerOf(form)->isVisible());
    whenOf(form)->setTime(QTime(10, 0)); // while the first question waits for its turn
    gate.release(backgroundPool().maxThreadCount());
    QTRY_VERIFY(bannerOf(form)->isVisible());
    QVERIFY2(bannerOf(form)->words().contains(u"10:00"_s), qPrintable(bannerOf(form)->words())); // never 09:00
}

void ReminderForecastFormTest::keepsTheWindowAlive()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choosePatient(room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s));
    QSemaphore gate;
    for (int i = 0; i < backgroundPool().maxThreadCount(); ++i)
        backgroundPool().start([&gate] { gate.acquire(); });
    QElapsedTimer time;
    time.start();
    typeText(form.message(), u"Votre carnet est pret."_s);
    QTest::qWait(400); // the question is asked, and the database does not answer
    typeText(form.message(), u" Merci."_s);
    QVERIFY(time.elapsed() < 5000);
    QVERIFY(form.message()->toPlainText().endsWith(u"Merci."_s));
    gate.release(backgroundPool().maxThreadCount());
    TRY_SAYS(bannerOf(form), u"Leaves tomorrow, 09:00"_s);
}

void ReminderForecastFormTest::staysInViewWhereverTheFormIsScrolledTo()
{
    PageRoom room;
    ReminderForm form(room, {1000, 560}); // too low for the form
    QVERIFY(form.hasTemplates);
    form.choosePatient(room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s));
    typeText(form.message(), u"Votre carnet est pret."_s);
    ForecastBanner *banner = bannerOf(form);
    TRY_SAYS(banner, u"Leaves tomorrow, 09:00"_s);
    auto *area = form.dialog->findChild<QScrollArea *>();
    for (const int end : {0, area->verticalScrollBar()->maximum()}) {
        area->verticalScrollBar()->setValue(end);
        QTest::qWait(50);
        QCOMPARE(banner->visibleRegion().boundingRect(), banner->rect());
    }
    QVERIFY(area->verticalScrollBar()->maximum() > 0);
    QVERIFY(form.page.window()->geometry().contains(form.dialog->geometry()));
    form.dialog->findChild<PatientPicker *>()->setPatient(std::nullopt);
    QTRY_VERIFY(!banner->isVisible());
}

void ReminderForecastFormTest::saysNothingOfWhatIsOver()
{
    PageRoom room;
    const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
    const Reminder reminder = room.addReminder(patient, room.clock.now().addSecs(3600));
    QVERIFY(room.reminders.cancel(room.reception, reminder.id));
    const RecordContext desk(room.context(Role::Reception));
    ReminderDialog dialog(desk, room.reminders.find(room.reception, reminder.id).value(), nullptr);
    dialog.show();
    QTest::qWait(600);
    backgroundPool().waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(!dialog.findChild<ForecastBanner *>()->isVisible());
}

void ReminderForecastFormTest::showsEveryTry()
{
    PageRoom room;
    const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
    const Reminder reminder = room.addReminder(patient, room.clock.now().addSecs(3600));
    AttemptRepository attempts(room.store.database());
    for (int number = 1; number <= 2; ++number)
        attempts.insert({.reminder = reminder.id,
            .patient = patient.id,
            .number = number,
            .startedAt = room.clock.now().addSecs(number),
            .outcome = AttemptOutcome::Failed,
            .reason = u"phoneUnreachable"_s});
    room.store.database().execute(u"UPDATE reminders SET status = 'failed', reason = 'phoneUnreachable'"_s);
    const RecordContext desk(room.context(Role::Reception));
    ReminderDialog dialog(desk, room.reminders.find(room.reception, reminder.id).value(), nullptr);
    dialog.show();
    QTRY_COMPARE(dialog.findChildren<QWidget *>(u"attempt"_s).size(), 2);
    const QString newest = dialog.findChildren<QWidget *>(u"attempt"_s).constFirst()->accessibleName();
    for (const QString &part : {u"Try 2 · SMS"_s, u"switched off"_s, u"10:42:02"_s})
        QVERIFY2(newest.contains(part), qPrintable(newest));
}

QTEST_MAIN(ReminderForecastFormTest)
#include "tst_reminderforecast.moc"
