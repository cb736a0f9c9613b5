#include "tests/ui/reminderform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class ReminderTemplateFormTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTemplateFillsInTheWords();
    void theWordsFollowThePatientAndTheAppointment();
    void wordsOfOnesOwnAreLeftAlone();
    void saysWhichPartIsStillOpen();
    void showsWhatAnSmsCosts();
};

void ReminderTemplateFormTest::aTemplateFillsInTheWords()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choosePatient(room.addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s));
    form.choose(u"results"_s);
    QTRY_VERIFY(form.message()->toPlainText().contains(u"Ebelle Ndolo, Grâce"_s));
    const QString seen = form.message()->toPlainText();
    form.save();
    QTRY_COMPARE(room.reminders.list(room.reception, {}, {}).value().total, 1);
    const Reminder stored = room.reminders.list(room.reception, {}, {}).value().items.constFirst();
    QCOMPARE(stored.message, seen);
    QCOMPARE(stored.templateName, u"results"_s);
}

void ReminderTemplateFormTest::theWordsFollowThePatientAndTheAppointment()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choose(u"appointment"_s);
    QTRY_VERIFY(form.message()->toPlainText().contains(u"{name}"_s));
    form.choosePatient(room.addPatient(u"Sone Ewane, Peter"_s, u"+237655123456"_s));
    QTRY_VERIFY(form.message()->toPlainText().contains(u"Sone Ewane, Peter"_s));
    QVERIFY(form.message()->toPlainText().contains(u"{time}"_s));
    form.hasAppointment()->setChecked(true);
    form.appointment()->setTime(QTime(14, 45));
    QTRY_VERIFY(form.message()->toPlainText().contains(u"14:45"_s));
}

void ReminderTemplateFormTest::wordsOfOnesOwnAreLeftAlone()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choose(u"results"_s);
    QTRY_VERIFY(!form.message()->toPlainText().isEmpty());
    form.message()->moveCursor(QTextCursor::End);
    typeText(form.message(), u" Carnet !"_s);
    const QString own = form.message()->toPlainText();
    form.choosePatient(room.addPatient(u"Sone Ewane, Peter"_s, u"+237655123456"_s));
    backgroundPool().waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(form.message()->toPlainText(), own);
}

void ReminderTemplateFormTest::saysWhichPartIsStillOpen()
{
    PageRoom room;
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    form.choosePatient(room.addPatient(u"Sone Ewane, Peter"_s, u"+237655123456"_s));
    form.choose(u"appointment"_s);
    QTRY_VERIFY(form.message()->toPlainText().contains(u"{date}"_s));
    form.save();
    auto *field = qobject_cast<Field *>(form.appointment()->parentWidget());
    QVERIFY(field);
    QTRY_VERIFY(field->error().contains(u"{date}"_s));
    QCOMPARE(room.reminders.list(room.reception, {}, {}).value().total, 0);
}

void ReminderTemplateFormTest::showsWhatAnSmsCosts()
{
    PageRoom room;
    HospitalSettings settings = room.settings.current();
    settings.smsCost.pricePerSegment = 28;
    QVERIFY(room.settings.save(Session::system(), settings));
    ReminderForm form(room);
    QVERIFY(form.hasTemplates);
    QVERIFY(!form.meter()->isVisible());
    typeText(form.message(), u"Hôpital "_s + u"a"_s.repeated(80));
    QTRY_VERIFY(form.meter()->isVisible());
    QTRY_VERIFY2(form.meter()->words().contains(u"56"_s), qPrintable(form.meter()->words()));
    auto *plain = form.dialog->findChild<Button *>(u"plainSpelling"_s);
    QVERIFY(plain->isVisible());
    plain->setFocus();
    QTest::keyClick(plain, Qt::Key_Space);
    QVERIFY(form.message()->toPlainText().startsWith(u"Hopital "_s));
    QVERIFY(form.meter()->words().contains(u"28"_s));
    form.dialog->findChild<Segmented *>()->setValue(int(Channel::Email));
    Q_EMIT form.dialog->findChild<Segmented *>()->chosen(int(Channel::Email));
    QVERIFY(!form.meter()->isVisible());
}

QTEST_MAIN(ReminderTemplateFormTest)
#include "tst_remindertemplates.moc"
