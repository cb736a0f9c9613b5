#include "tests/ui/pageroom.h"
#include "ui/appointments/appointmentdialog.h"
#include "ui/appointments/appointmentspage.h"
#include "ui/appointments/plandialog.h"
#include "ui/feedback/feedbackdialog.h"
#include "ui/feedback/feedbackpage.h"
#include "ui/patients/patientdialog.h"
#include "ui/patients/patientspage.h"
#include "ui/reminders/reminderdialog.h"
#include "ui/reminders/reminderspage.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/translator.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/tableview.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// The labels and buttons of a form that are smaller than what they say.
QStringList clipped(const QWidget &form)
{
    QStringList all;
    const auto check = [&](const QWidget *widget, const QString &text, QSize needed) {
        if (widget->isVisible() && !text.isEmpty()
            && (widget->width() < needed.width() || widget->height() < needed.height()))
            all += u"%1 (%2x%3 in %4x%5)"_s.arg(text)
                       .arg(needed.width())
                       .arg(needed.height())
                       .arg(widget->width())
                       .arg(widget->height());
    };
    for (const QLabel *label : form.findChildren<QLabel *>()) {
        const QSize needed = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
        check(label, label->text(), needed);
    }
    for (const QAbstractButton *button : form.findChildren<QAbstractButton *>())
        check(button, button->text(), button->sizeHint());
    return all;
}

template <typename Page, typename Dialog>
QStringList clippedInForm(PageRoom &room, QSize size)
{
    Page page(room.context());
    page.resize(size);
    page.show();
    page.activateWindow();
    if (!QTest::qWaitForWindowActive(&page))
        return {u"the page did not come up"_s};
    page.createNew();
    const Dialog *dialog = openDialog<Dialog>(&page);
    if (!dialog)
        return {u"the form did not come up"_s};
    QTest::qWait(50);
    QStringList all = clipped(*dialog);
    const int sideways = dialog->template findChild<QScrollArea *>()->horizontalScrollBar()->maximum();
    if (sideways > 0)
        all += u"the form is %1 wider than its dialog"_s.arg(sideways);
    return all;
}

} // namespace

// The window with text of twice its size, as people with weak eyes set it; sizes in pixels stay.
class TestLargeForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsTwiceAsLarge() { QCOMPARE(QFontInfo(fontFor(TextRole::Body)).pixelSize(), 28); }

    void noFormCutsItsWords_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const QString &language : {u"fr"_s, u"en"_s}) {
            for (const QSize size : {QSize(1280, 720), QSize(1440, 900)}) {
                const auto row = [&](const char *form, int number) {
                    QTest::addRow("%s %s %d", form, qPrintable(language), size.width()) << number << language << size;
                };
                row("patient", 0);
                row("feedback", 1);
                row("reminder", 2);
                row("appointment", 3);
            }
        }
    }
    void noFormCutsItsWords()
    {
        QFETCH(int, form);
        QFETCH(QString, language);
        QFETCH(QSize, size);
        PageRoom room;
        Translator translator(room.preferences);
        translator.choose(language);
        const QStringList cut = form == 0 ? clippedInForm<PatientsPage, PatientDialog>(room, size)
            : form == 1                   ? clippedInForm<FeedbackPage, FeedbackDialog>(room, size)
            : form == 2                   ? clippedInForm<RemindersPage, ReminderDialog>(room, size)
                                          : clippedInForm<AppointmentsPage, AppointmentDialog>(room, size);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u"; ")));
    }

    void noSettingIsWiderThanTheWindow()
    {
        PageRoom room;
        Translator translator(room.preferences);
        translator.choose(u"fr"_s);
        SettingsPage page(room.context(Role::Admin));
        page.resize(1060, 700); // beside the sidebar of a window of 1280
        page.show();
        auto *tabs = page.findChild<QTabBar *>(u"settingsTabs"_s);
        QTRY_VERIFY(tabs->isVisible());
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(50);
            for (const QScrollArea *area : page.findChildren<QScrollArea *>()) {
                const int sideways = area->horizontalScrollBar()->maximum();
                QVERIFY2(!area->isVisible() || sideways == 0,
                    qPrintable(u"%1: %2 px"_s.arg(tabs->tabText(tab)).arg(sideways)));
            }
        }
    }

    void rowsAndHeadersGrow()
    {
        PageRoom room;
        PatientsPage page(room.context());
        const auto *table = page.findChild<TableView *>();
        const int text = QFontMetrics(fontFor(TextRole::Body)).height();
        QVERIFY(table->verticalHeader()->defaultSectionSize() >= text + 8);
        QVERIFY(table->horizontalHeader()->height() >= text);
    }

    void listsShowWhatIsChosen()
    {
        PageRoom room;
        Translator translator(room.preferences);
        translator.choose(u"en"_s);
        const Theme theme(*qApp, room.preferences); // the style sheet has its part in the size
        const RecordContext desk(room.context(Role::Manager));
        PlanDialog dialog(desk, nullptr);
        dialog.show();
        QTRY_VERIFY(dialog.findChild<ListBox *>(u"instead"_s));
        for (const ListBox *list : dialog.findChildren<ListBox *>(u"instead"_s)) {
            QVERIFY(list->count() > 1);
            QTRY_VERIFY(list->width() < dialog.width() / 2); // laid out
            const QFontMetrics text(list->font());
            for (int entry = 0; entry < list->count(); ++entry)
                QVERIFY2(text.horizontalAdvance(list->itemText(entry)) <= list->width() - 26 - metrics::lineIcon(),
                    qPrintable(list->itemText(entry)));
        }
    }
};

int main(int argc, char **argv)
{
    // Without scaling, the resolution changes text and nothing else.
    qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
    qputenv("QT_FONT_DPI", "192");
    QApplication application(argc, argv);
    TestLargeForms test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_largeforms.moc"
