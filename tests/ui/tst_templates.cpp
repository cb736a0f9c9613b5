#include "tests/ui/pageroom.h"

#include "app/services/templateservice.h"
#include "ui/records/patientpicker.h"
#include "ui/records/smsmeter.h"
#include "ui/templates/templatedialog.h"
#include "ui/templates/templatemodel.h"
#include "ui/templates/templatespage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/tableview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

struct TemplatesRoom : PageRoom
{
    explicit TemplatesRoom(Role role = Role::Manager)
    {
        page = std::make_unique<TemplatesPage>(context(role));
        page->resize(1220, 800);
        page->show();
        page->activateWindow();
        isReady = QTest::qWaitForWindowActive(page.get())
            && QTest::qWaitFor([this] { return table()->model()->rowCount() > 0; }, 10'000);
    }
    ~TemplatesRoom()
    {
        page.reset();
        backgroundPool().waitForDone();
    }
    TableView *table() { return page->findChild<TableView *>(u"templates"_s); }
    QPlainTextEdit *text() { return page->findChild<QPlainTextEdit *>(u"templateText"_s); }
    QLabel *preview() { return page->findChild<QLabel *>(u"preview"_s); }
    SmsMeter *meter() { return page->findChild<SmsMeter *>(); }
    Banner *banner(const QString &name) { return page->findChild<Banner *>(name); }
    // The row of a template by its words in the list.
    int row(const QString &name, const QString &language)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (cell(row, TemplateModel::Name) == name && cell(row, TemplateModel::LanguageOfText) == language)
                return row;
        }
        return -1;
    }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    void choose(const QString &name, const QString &language) { table()->selectRow(row(name, language)); }
    void write(const QString &words)
    {
        text()->setFocus();
        QTest::keyClick(text(), Qt::Key_A, Qt::ControlModifier);
        typeText(text(), words);
    }
    MessageTemplate stored(const QString &name, Language language)
    {
        return templates.find(manager, name, language).value();
    }

    std::unique_ptr<TemplatesPage> page;
    bool isReady = false;
};

} // namespace

class TemplatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsEveryTemplateAndWhatIsToBeWritten();
    void savesWordsByKeyboard();
    void insertsAPlaceholderWhereTheCursorIs();
    void previewsWithARealPatient();
    void offersThePlainSpellingWithOneClick();
    void warnsOfWhatGivesThePatientAway();
    void marksWordsThatAskForAReplyNobodyReceives();
    void saysUnderTheWordsWhatIsWrong();
    void keepsUnsavedWordsOverANewsAndAsksBeforeLeaving();
    void givesTheDeliveredWordsBack();
    void addsATemplateByKeyboard();
    void changesItsWordsWithTheLanguage();
};

void TemplatesTest::listsEveryTemplateAndWhatIsToBeWritten()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    QCOMPARE(room.table()->model()->rowCount(), room.templates.list(room.manager).value().size());
    room.choose(u"Appointment"_s, u"Ewondo"_s);
    QCOMPARE(room.cell(room.row(u"Appointment"_s, u"Ewondo"_s), TemplateModel::State), u"To be written"_s);
    QTRY_VERIFY(!room.preview()->isVisible());
    QVERIFY(!room.meter()->isVisible());
    room.choose(u"Appointment"_s, u"English"_s);
    QTRY_VERIFY(room.preview()->isVisible());
    QVERIFY(room.preview()->text().contains(u"09:30"_s)); // a sample, until a reminder brings its own
}

void TemplatesTest::savesWordsByKeyboard()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.choose(u"Appointment"_s, u"English"_s);
    QVERIFY(!room.page->findChild<Button *>(u"saveTemplate"_s)->isEnabled());
    room.page->editCurrent();
    QVERIFY(room.text()->hasFocus());
    room.write(u"Dear {name}, on {date}."_s);
    QTest::keyClick(room.page.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(room.stored(u"appointment"_s, Language::English).text, u"Dear {name}, on {date}."_s);
    QTRY_COMPARE(room.cell(room.row(u"Appointment"_s, u"English"_s), TemplateModel::State), u"Changed"_s);
    QTRY_COMPARE(room.table()->currentIndex().row(), room.row(u"Appointment"_s, u"English"_s));
}

void TemplatesTest::insertsAPlaceholderWhereTheCursorIs()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.choose(u"Results are ready"_s, u"English"_s);
    room.write(u"Dear "_s);
    auto *button = room.page->findChild<Button *>(u"insert_name"_s);
    QVERIFY(!button->accessibleName().isEmpty());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    typeText(room.text(), u"!"_s);
    QCOMPARE(room.text()->toPlainText(), u"Dear {name}!"_s);
    QVERIFY(room.text()->hasFocus());
}

void TemplatesTest::previewsWithARealPatient()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    const Patient patient = room.addPatient(u"Essomba Abena, Marthe"_s);
    room.choose(u"Appointment"_s, u"English"_s);
    QTRY_VERIFY(room.preview()->text().contains(u"{name}"_s));
    room.page->findChild<PatientPicker *>(u"previewPatient"_s)->setPatient(patient);
    QTRY_VERIFY(room.preview()->text().contains(u"Essomba Abena, Marthe"_s));
}

void TemplatesTest::offersThePlainSpellingWithOneClick()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.choose(u"Appointment"_s, u"English"_s);
    room.write(u"Hôpital "_s + u"a"_s.repeated(142));
    auto *plain = room.page->findChild<Button *>(u"plainSpelling"_s);
    QTRY_VERIFY(plain->isVisible());
    QVERIFY(room.meter()->words().contains(u"3 segment"_s));
    QVERIFY(room.meter()->words().contains(u"ô"_s));
    QTest::mouseClick(plain, Qt::LeftButton);
    QVERIFY(room.text()->toPlainText().startsWith(u"Hopital "_s));
    QTRY_VERIFY(!plain->isVisible());
    QVERIFY(room.meter()->words().startsWith(u"1 segment"_s));
    QTest::keyClick(room.text(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(room.text()->toPlainText().startsWith(u"Hôpital "_s));
}

void TemplatesTest::warnsOfWhatGivesThePatientAway()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.choose(u"Results are ready"_s, u"English"_s);
    QTRY_VERIFY(room.preview()->isVisible());
    QVERIFY(!room.banner(u"sensitiveWords"_s)->isVisible());
    room.write(u"Your HIV test is ready"_s);
    QTRY_VERIFY(room.banner(u"sensitiveWords"_s)->isVisible());
    room.write(u"Your results are ready"_s);
    QTRY_VERIFY(!room.banner(u"sensitiveWords"_s)->isVisible());
}

void TemplatesTest::marksWordsThatAskForAReplyNobodyReceives()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.choose(u"Results are ready"_s, u"English"_s);
    room.write(u"Your results are ready. Reply YES."_s);
    QTest::keyClick(room.text(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(room.stored(u"results"_s, Language::English).text, u"Your results are ready. Reply YES."_s);
    QVERIFY(!room.banner(u"asksInVain"_s)->isVisible());
    // The hospital changes to a sender that receives nothing.
    HospitalSettings settings = room.settings.current();
    settings.twilio = {.accountSid = u"AC"_s + QString(32, u'0'), .authToken = u"t"_s, .phoneNumber = u"HGD"_s};
    QVERIFY(room.settings.save(Session::system(), settings));
    room.page->refresh();
    QTRY_COMPARE(room.cell(room.row(u"Results are ready"_s, u"English"_s), TemplateModel::State), u"Asks in vain"_s);
    QTRY_VERIFY(room.banner(u"asksInVain"_s)->isVisible());
    room.write(u"Your results are ready."_s);
    QTRY_VERIFY(!room.banner(u"asksInVain"_s)->isVisible());
}

void TemplatesTest::saysUnderTheWordsWhatIsWrong()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.choose(u"Results are ready"_s, u"English"_s);
    room.write(u"Dear {patient}"_s);
    auto *field = qobject_cast<Field *>(room.text()->parentWidget());
    QVERIFY(field);
    QTRY_VERIFY(field->error().contains(u"{patient}"_s));
    QTest::keyClick(room.page.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!room.page->findChild<Button *>(u"saveTemplate"_s)->isBusy());
    QVERIFY(field->error().contains(u"{patient}"_s));
    QCOMPARE(room.text()->toPlainText(), u"Dear {patient}"_s);
    QCOMPARE(room.stored(u"results"_s, Language::English).origin, TemplateOrigin::Shipped);
}

void TemplatesTest::keepsUnsavedWordsOverANewsAndAsksBeforeLeaving()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.choose(u"Results are ready"_s, u"English"_s);
    room.write(u"Half a sentence"_s);
    TemplateDraft other = draftOf(room.stored(u"survey"_s, Language::French));
    other.text = u"Merci."_s;
    QVERIFY(room.templates.edit(room.manager, other.name, other.language, other));
    QTRY_COMPARE(room.cell(room.row(u"Survey after a visit"_s, u"Français"_s), TemplateModel::State), u"Changed"_s);
    QCOMPARE(room.text()->toPlainText(), u"Half a sentence"_s);

    room.choose(u"Appointment"_s, u"English"_s);
    auto *question = openDialog<QDialog>(room.page.get());
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Escape);
    QCOMPARE(room.text()->toPlainText(), u"Half a sentence"_s);
    QCOMPARE(room.table()->currentIndex().row(), room.row(u"Results are ready"_s, u"English"_s));
}

void TemplatesTest::givesTheDeliveredWordsBack()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.choose(u"Medication"_s, u"English"_s);
    auto *restore = room.page->findChild<Button *>(u"restoreTemplate"_s);
    QVERIFY(!restore->isVisible());
    room.write(u"Take it."_s);
    QTest::keyClick(room.page.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(restore->isVisible());
    QTest::mouseClick(restore, Qt::LeftButton);
    auto *question = openDialog<QDialog>(room.page.get());
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Tab);
    auto *yes = qobject_cast<QAbstractButton *>(question->focusWidget());
    for (auto *button : question->findChildren<QAbstractButton *>()) {
        if (button->text().contains(u"elivered"_s))
            yes = button;
    }
    QTest::keyClick(yes, Qt::Key_Space);
    QTRY_COMPARE(room.stored(u"medication"_s, Language::English).origin, TemplateOrigin::Shipped);
    QTRY_VERIFY(room.text()->toPlainText().contains(u"medicine"_s));
}

void TemplatesTest::addsATemplateByKeyboard()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.page->createNew();
    auto *dialog = openDialog<TemplateDialog>(room.page.get());
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"templateName"_s), u"Vaccin"_s);
    QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
    auto *field = qobject_cast<Field *>(dialog->findChild<QLineEdit *>(u"templateName"_s)->parentWidget());
    QVERIFY(field);
    QTRY_VERIFY(!field->error().isEmpty());
    dialog->findChild<QLineEdit *>(u"templateName"_s)->selectAll();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"templateName"_s), u"vaccination"_s);
    QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(room.row(u"vaccination"_s, u"Français"_s) >= 0);
    QTRY_COMPARE(room.table()->currentIndex().row(), room.row(u"vaccination"_s, u"Français"_s));
    QCOMPARE(room.stored(u"vaccination"_s, Language::French).origin, TemplateOrigin::Own);
}

void TemplatesTest::changesItsWordsWithTheLanguage()
{
    TemplatesRoom room;
    QVERIFY(room.isReady);
    room.choose(u"Appointment"_s, u"English"_s);
    room.write(u"Unsaved"_s);
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(room.page.get(), &change);
    QCOMPARE(room.text()->toPlainText(), u"Unsaved"_s);
    QVERIFY(!room.page->findChild<Button *>(u"saveTemplate"_s)->text().isEmpty());
}

QTEST_MAIN(TemplatesTest)
#include "tst_templates.moc"
