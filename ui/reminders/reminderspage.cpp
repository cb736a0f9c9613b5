#include "ui/reminders/reminderspage.h"

#include "app/services/patientservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/question.h"
#include "ui/records/recordtable.h"
#include "ui/reminders/budgetbanner.h"
#include "ui/reminders/latebanner.h"
#include "ui/reminders/remindercalendar.h"
#include "ui/reminders/reminderdecisions.h"
#include "ui/reminders/reminderdialog.h"
#include "ui/reminders/remindermodel.h"
#include "ui/reminders/reminderpane.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/tableview.h"

#include <QMenu>
#include <QTabBar>

namespace accueil {

using namespace Qt::StringLiterals;

void RemindersPage::applyFilter()
{
    ReminderFilter filter;
    switch (Tab(m_tabs->currentIndex())) {
    case ToDecide:
        filter.statuses = {ReminderStatus::Unknown, ReminderStatus::Late};
        break;
    case Upcoming:
        filter.statuses = {ReminderStatus::Pending};
        break;
    case Sent:
        filter.statuses = {ReminderStatus::Sent, ReminderStatus::Delivered};
        filter.order = SortOrder::Descending;
        break;
    case Refused:
        filter.statuses = {ReminderStatus::Failed, ReminderStatus::Expired};
        filter.unsettledOnly = true;
        filter.order = SortOrder::Descending;
        break;
    case All:
        if (m_status->value().isValid())
            filter.statuses = {ReminderStatus(m_status->value().toInt())};
        filter.order = SortOrder::Descending;
        break;
    }
    m_late->setWanted(m_tabs->currentIndex() == ToDecide);
    m_status->setVisible(m_tabs->currentIndex() == All);
    if (m_channel->value().isValid())
        filter.channel = Channel(m_channel->value().toInt());
    if (m_period->value().isValid()) {
        // Around today, so that one choice serves what was sent and what is to come.
        const int days = m_period->value().toInt();
        const QDate today = m_desk.time.today();
        filter.from = m_desk.time.utc(today.addDays(days > 1 ? 1 - days : 0), QTime(0, 0));
        filter.until = m_desk.time.utc(today.addDays(days), QTime(0, 0));
    }
    if (m_span) {
        filter.from = m_span->first;
        filter.until = m_span->second;
    }
    m_model->setFilter(filter);
    showCounts();
}

void RemindersPage::readCounts()
{
    m_budget->refresh();
    inBackground(
        this, [&reminders = m_desk.services.reminders, who = m_desk.session] { return reminders.counts(who); },
        [this](const Result<ReminderCounts> &counts) {
            if (!counts)
                return;
            m_counts = *counts;
            showTabs();
            m_late->setCount(int(m_counts.late()));
            Q_EMIT badgeChanged(int(m_counts.toDecide()), Tone::Warning);
        });
}

void RemindersPage::refresh()
{
    m_model->refreshSoon();
    m_calendar->refresh();
    m_countSoon.start();
}

const Reminder *RemindersPage::current() const
{
    return m_model->at(m_table->currentIndex().row());
}

void RemindersPage::showCurrent()
{
    m_pane->showReminder(current() ? std::optional(*current()) : std::nullopt);
}

void RemindersPage::createNew()
{
    if (m_desk.session.may(Permission::ManageReminders))
        openDialog(std::nullopt);
}

void RemindersPage::editCurrent()
{
    if (current())
        openDialog(*current());
}

void RemindersPage::openDialog(const std::optional<Reminder> &reminder)
{
    auto *dialog = new ReminderDialog(m_desk, reminder, this);
    connect(dialog, &ReminderDialog::saved, this, [this](const Reminder &saved) {
        m_list->select(saved.id.value);
        refresh();
    });
    dialog->open();
}

void RemindersPage::arrive(const Destination &destination)
{
    if (destination.action != Destination::Create)
        return;
    if (destination.patient)
        startFor(destination.patient);
    else
        createNew();
}

void RemindersPage::startFor(PatientId patient)
{
    inBackground(
        this,
        [&patients = m_desk.services.patients, who = m_desk.session, patient] { return patients.find(who, patient); },
        [this](const Result<Patient> &answer) {
            if (!answer)
                return tell(this, tr("That could not be done"), errorText(answer.error()));
            auto *dialog = new ReminderDialog(m_desk, std::nullopt, this);
            dialog->setPatient(*answer);
            connect(dialog, &ReminderDialog::saved, this, &RemindersPage::refresh);
            dialog->open();
        });
}

void RemindersPage::openMenu(const QPoint &place)
{
    const Reminder *reminder = current();
    if (!reminder)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<ReminderAction> actions
        = m_desk.session.may(Permission::ManageReminders) ? ReminderActions::of(*reminder) : QList<ReminderAction>();
    for (ReminderAction action : actions)
        menu->addAction(themedIcon(ReminderActions::icon(action), this),
            ReminderActions::text(action, reminder->channel) + u'\t'
                + ReminderActions::key(action).toString(QKeySequence::NativeText),
            this, [this, id = reminder->id, action] { act(id, action); });
    menu->addAction(themedIcon(Icon::Eye, this), tr("Open"), this, &RemindersPage::editCurrent);
    menu->addAction(
        themedIcon(Icon::User, this), tr("Open the patient’s record"), this, [this, patient = reminder->patient] {
            Q_EMIT goTo({PageId::Patients, patient, Destination::Show});
        });
    menu->popup(place);
}

void RemindersPage::act(ReminderId id, ReminderAction action)
{
    if (const Reminder *reminder = m_model->at(m_model->rowOf(id.value)))
        m_decisions->act(*reminder, action);
}

} // namespace accueil
