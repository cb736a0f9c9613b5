#include "ui/reminders/reminderdecisions.h"

#include "app/services/patientservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/patients/patientdialog.h"
#include "ui/records/question.h"
#include "ui/reminders/calldialog.h"
#include "ui/widgets/confirm.h"

namespace accueil {

namespace {

QString nameOf(const Reminder &reminder)
{
    return reminder.patientName.isEmpty() ? reminder.patientNumber : reminder.patientName;
}

QString recipientOf(Channel channel, const Patient &patient)
{
    return channel == Channel::Email ? patient.email : patient.phoneNumber;
}

} // namespace

ReminderDecisions::ReminderDecisions(const RecordContext &desk, QWidget *page)
    : QObject(page)
    , m_desk(desk)
    , m_page(page)
    , m_wards(desk)
{
}

void ReminderDecisions::act(const Reminder &reminder, ReminderAction action)
{
    if (!m_desk.session.may(Permission::ManageReminders))
        return;
    const auto runIt = [this, id = reminder.id, action] { run(id, action); };
    switch (action) {
    case ReminderAction::WasSent:
    case ReminderAction::Send:
    case ReminderAction::Retry:
        return runIt();
    case ReminderAction::SendAgain:
        return ask(m_page,
            {.title = tr("Send again to %1?").arg(nameOf(reminder)),
                .text = tr("If the first message left after all, the person gets it twice."),
                .yes = tr("&Send again"),
                .no = {}},
            runIt);
    case ReminderAction::Cancel:
        return ask(m_page,
            {.title = tr("Cancel the reminder for %1?").arg(nameOf(reminder)),
                .text = tr("Planned for %1. It will not be sent.").arg(m_desk.time.dayAndTime(reminder.scheduledTime)),
                .yes = tr("&Cancel the reminder"),
                .no = tr("&Keep it"),
                .destructive = true},
            runIt);
    case ReminderAction::Settle:
        return ask(m_page,
            {.title = tr("Is the reminder for %1 dealt with?").arg(nameOf(reminder)),
                .text = tr("The patient knows, or need not. It leaves this list."),
                .yes = tr("&Dealt with"),
                .no = {}},
            runIt);
    case ReminderAction::Call:
        return call(reminder);
    case ReminderAction::CorrectRecipient:
        return correctRecipient(reminder);
    }
}

void ReminderDecisions::run(ReminderId id, ReminderAction action)
{
    inBackground(
        this,
        [&reminders = m_desk.services.reminders, who = m_desk.session, id, action]() -> Result<Reminder> {
            switch (action) {
            case ReminderAction::WasSent:
                return reminders.decideUnknown(who, id, UnknownDecision::WasSent);
            case ReminderAction::SendAgain:
            case ReminderAction::Send:
                return reminders.decideUnknown(who, id, UnknownDecision::SendAgain);
            case ReminderAction::Retry:
                return reminders.retry(who, id);
            case ReminderAction::Cancel:
                return reminders.cancel(who, id);
            case ReminderAction::Call:
            case ReminderAction::Settle:
                return reminders.settle(who, id);
            case ReminderAction::CorrectRecipient:
                break;
            }
            Q_UNREACHABLE();
        },
        [this](const Result<Reminder> &answer) { answered(answer); });
}

void ReminderDecisions::sendToRecord(ReminderId id)
{
    inBackground(
        this,
        [&reminders = m_desk.services.reminders, who = m_desk.session, id] {
            return reminders.retryWithRecord(who, id);
        },
        [this](const Result<Reminder> &answer) { answered(answer); });
}

void ReminderDecisions::decideLate(LateDecision decision, int count)
{
    const bool sends = decision == LateDecision::Send;
    const auto decide = [this, decision] {
        inBackground(
            this,
            [&reminders = m_desk.services.reminders, who = m_desk.session, decision] {
                return reminders.decideLate(who, decision);
            },
            [this](const Result<int> &answer) { answered(answer); });
    };
    if (sends)
        return ask(m_page,
            {.title = tr("Send %n late reminder(s)?", nullptr, count),
                .text = tr("Those that are of no use any more expire; quiet hours and limits hold."),
                .yes = tr("&Send %n reminder(s)", nullptr, count),
                .no = {}},
            decide);
    ask(m_page,
        {.title = tr("Cancel %n late reminder(s)?", nullptr, count),
            .text = tr("They will not be sent, and nobody tells these patients."),
            .yes = tr("&Cancel %n reminder(s)", nullptr, count),
            .no = tr("&Keep them"),
            .destructive = true},
        decide);
}

void ReminderDecisions::call(const Reminder &reminder)
{
    auto *dialog = new CallDialog(m_desk, reminder, m_page);
    connect(dialog, &CallDialog::told, this, [this, id = reminder.id] { run(id, ReminderAction::Settle); });
    dialog->open();
}

// The record is put right, so that the next reminders arrive, too. When it says something else already, as after a
// correction or when the reminder had a number of its own, this one follows it.
void ReminderDecisions::correctRecipient(const Reminder &reminder)
{
    inBackground(
        this,
        [&patients = m_desk.services.patients, who = m_desk.session, id = reminder.patient] {
            return patients.find(who, id);
        },
        [this, reminder](const Result<Patient> &answer) {
            if (!answer)
                return tell(m_page, tr("That could not be done"), errorText(answer.error()));
            const QString wanted = reminder.channel == Channel::Email ? reminder.email : reminder.phoneNumber;
            const QString recorded = recipientOf(reminder.channel, *answer);
            if (recorded.isEmpty() || wanted == recorded)
                return openRecord(*answer, reminder);
            ask(m_page,
                {.title = tr("Send the reminder to %1 now?").arg(nameOf(reminder)),
                    .text = tr("It went to %1; the record says %2.").arg(wanted, recorded),
                    .yes = tr("&Send it there"),
                    .no = tr("Not &now")},
                [this, id = reminder.id] { sendToRecord(id); });
        });
}

void ReminderDecisions::openRecord(const Patient &patient, const Reminder &reminder)
{
    auto *dialog = new PatientDialog(m_desk, m_wards, patient, m_page);
    const QString before = recipientOf(reminder.channel, patient);
    connect(dialog, &PatientDialog::saved, this, [this, reminder, before](const Patient &saved) {
        Q_EMIT changed();
        const QString now = recipientOf(reminder.channel, saved);
        if (now.isEmpty() || now == before)
            return;
        ask(m_page,
            {.title = tr("Send the reminder to %1 now?").arg(nameOf(reminder)),
                .text = tr("The record has another number or address than the one that was refused."),
                .yes = tr("&Send it"),
                .no = tr("Not &now")},
            [this, id = reminder.id] { sendToRecord(id); });
    });
    dialog->open();
    dialog->focusRecipient(reminder.channel);
}

template <typename T>
void ReminderDecisions::answered(const Result<T> &answer)
{
    if (!answer)
        tell(m_page, tr("That could not be done"), errorText(answer.error()));
    Q_EMIT changed();
}

} // namespace accueil
