#pragma once

#include "tests/ui/pageroom.h"
#include "ui/records/patientpicker.h"
#include "ui/records/smsmeter.h"
#include "ui/reminders/reminderdialog.h"
#include "ui/reminders/reminderspage.h"
#include "ui/reminders/templatechoice.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QPlainTextEdit>

namespace accueil {

// The form of a new reminder over its page.
struct ReminderForm
{
    explicit ReminderForm(PageRoom &room, QSize size = {1300, 820})
        : page(room.context(Role::Reception))
    {
        page.resize(size);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            return;
        page.createNew();
        dialog = openDialog<ReminderDialog>(&page);
        hasTemplates = dialog && QTest::qWaitFor([this] { return choice()->count() > 1; }, 10'000);
    }
    TemplateChoice *choice() const { return dialog->findChild<TemplateChoice *>(); }
    QPlainTextEdit *message() const { return dialog->findChild<QPlainTextEdit *>(); }
    SmsMeter *meter() const { return dialog->findChild<SmsMeter *>(); }
    QCheckBox *hasAppointment() const { return dialog->findChildren<QCheckBox *>().constFirst(); }
    QDateTimeEdit *appointment() const { return dialog->findChildren<QDateTimeEdit *>().at(1); }
    // By keyboard, as staff do.
    void choose(const QString &name) const
    {
        choice()->setFocus();
        while (choice()->templateName() != name && choice()->currentIndex() + 1 < choice()->count())
            QTest::keyClick(choice(), Qt::Key_Down);
        QCOMPARE(choice()->templateName(), name);
    }
    void choosePatient(const Patient &patient) const
    {
        dialog->findChild<PatientPicker *>()->setPatient(patient);
        Q_EMIT dialog->findChild<PatientPicker *>()->patientChosen();
    }
    void save() const { QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier); }

    RemindersPage page;
    ReminderDialog *dialog = nullptr;
    bool hasTemplates = false;
};

} // namespace accueil
