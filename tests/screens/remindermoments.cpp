#include "tests/screens/remindermoments.h"

#include "app/services/consentservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "app/services/services.h"
#include "tests/screens/camera.h"
#include "ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/reminders/reminderdialog.h"
#include "ui/reminders/templatechoice.h"
#include "ui/shell.h"

#include <QApplication>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void discard()
{
    while (QWidget *dialog = QApplication::activeModalWidget()) {
        auto *yes = dialog->objectName() == "question"_L1 ? dialog->findChild<QPushButton *>(u"yes"_s) : nullptr;
        if (yes)
            yes->click();
        else
            dialog->close();
        QTest::qWait(60);
    }
}

void fillIn(ReminderDialog &form, const Patient &patient, QTime time)
{
    form.setPatient(patient);
    auto *choice = form.findChild<TemplateChoice *>();
    Camera::wait([choice] { return choice->findData(u"appointment"_s) >= 0; }, "templates");
    form.findChild<QCheckBox *>()->setChecked(true);
    choice->setCurrentIndex(choice->findData(u"appointment"_s));
    Q_EMIT choice->activated(choice->currentIndex());
    form.findChild<QDateTimeEdit *>()->setTime(time);
    Camera::wait([&form] { return form.findChild<QWidget *>(u"forecast"_s)->isVisible(); }, "forecast");
}

} // namespace

void photographReminderForms(Shell &shell, Desk &desk, const Camera &camera)
{
    const Services &services = desk.services();
    const Result<Page<Patient>> some = services.patients.list(Session::system(), {}, {.limit = 12});
    if (!some || some->items.size() < 12)
        return;
    WindowPage *page = shell.session()->openPage(PageId::Reminders);
    Camera::settle();
    const std::pair<QString, QTime> forms[]{{u"drill-forecast"_s, QTime(10, 0)},
        {u"drill-forecast-later"_s, QTime(21, 30)}, {u"drill-forecast-never"_s, QTime(21, 30)}};
    for (const auto &[name, time] : forms) {
        const Patient &patient = some->items.at(name.endsWith(u"never") ? 11 : 10);
        if (name.endsWith(u"never"))
            services.consents.recordOptOut(Channel::Sms, patient.phoneNumber, ConsentMethod::Sms);
        page->createNew();
        Camera::settle();
        if (auto *form = qobject_cast<ReminderDialog *>(QApplication::activeModalWidget()))
            fillIn(*form, patient, time);
        camera.take(shell, name);
        discard();
    }
    auto *tabs = page->findChild<QTabBar *>();
    tabs->setCurrentIndex(2);
    Camera::settle();
    auto *table = page->findChild<QTableView *>(u"reminders"_s);
    table->setFocus();
    table->selectRow(0);
    Camera::settle();
    page->editCurrent();
    Camera::settle();
    if (QWidget *form = QApplication::activeModalWidget()) {
        if (auto *area = form->findChild<QScrollArea *>())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    }
    camera.take(shell, u"drill-attempts"_s);
    discard();
    tabs->setCurrentIndex(0);
}

} // namespace accueil
