#include "ui/reminders/reminderpane.h"

#include "app/domain/phonenumber.h"
#include "app/services/reminderservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/recordchips.h"
#include "ui/records/recordwords.h"
#include "ui/reminders/attemptlist.h"
#include "ui/reminders/messagebubble.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"

#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QLabel *quietLabel()
{
    auto *label = new QLabel;
    label->setFont(fontFor(TextRole::Small));
    label->setProperty("ink", u"text2"_s);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ReminderPane::ReminderPane(const RecordContext &desk, QWidget *parent)
    : RecordPane(parent)
    , m_desk(desk)
{
    setRecord(makeRecord());
    retranslate();
}

QWidget *ReminderPane::makeRecord()
{
    auto *record = new QWidget;
    record->setProperty("plain", true);
    m_title = new QLabel;
    m_title->setFont(fontFor(TextRole::Section));
    m_title->setWordWrap(true);
    m_status = new ChipLabel;
    m_patient = new Button(Button::Second, nullptr, Button::Small);
    m_patient->setSymbol(Icon::User);
    m_to = quietLabel();
    m_message = new MessageBubble;
    m_when = new QLabel;
    m_when->setWordWrap(true);
    m_appointment = quietLabel();
    m_reason = new Banner(Tone::Warning);
    m_actions = new FlowLayout(metrics::gap, metrics::gap);
    m_attempts = new AttemptList(m_desk.time);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_status, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(record);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    column->addLayout(head);
    column->addWidget(m_patient, 0, Qt::AlignLeft);
    column->addWidget(m_to);
    column->addWidget(m_message);
    column->addWidget(m_when);
    column->addWidget(m_appointment);
    column->addWidget(m_reason);
    column->addLayout(m_actions);
    column->addWidget(m_attempts);
    column->addStretch();
    connect(m_patient, &QAbstractButton::clicked, this, [this] { Q_EMIT patientRequested(m_reminder->patient); });
    return record;
}

void ReminderPane::showReminder(const std::optional<Reminder> &reminder)
{
    const bool another = !reminder || !m_reminder || reminder->id != m_reminder->id;
    m_reminder = reminder;
    turnTo(reminder ? Shown::Record : Shown::Nobody);
    if (!reminder)
        return;
    if (another)
        m_attempts->showAttempts({});
    showRecord();
    showActions();
    readAttempts();
}

void ReminderPane::showRecord()
{
    const Reminder &reminder = *m_reminder;
    m_title->setText(RecordWords::purpose(reminder.purpose));
    m_status->setChip(RecordChips::of(reminder.status));
    m_patient->setText(reminder.patientName.isEmpty() ? reminder.patientNumber
                                                      : u"%1 · %2"_s.arg(reminder.patientName, reminder.patientNumber));
    QStringList to{RecordWords::channel(reminder.channel)};
    if (reminder.channel == Channel::Email)
        to += reminder.email;
    else if (!reminder.phoneNumber.isEmpty())
        to += PhoneNumber::fromStored(reminder.phoneNumber).international();
    to += RecordWords::language(reminder.language);
    to.removeAll(QString());
    m_to->setText(to.join(u" · "_s));
    m_message->setText(reminder.message);
    m_when->setText(tr("To be sent: %1").arg(m_desk.time.dayAndTime(reminder.scheduledTime)));
    if (reminder.sentAt)
        m_when->setText(tr("Sent: %1").arg(m_desk.time.dayAndTime(*reminder.sentAt)));
    m_when->setToolTip(m_desk.time.exact(reminder.sentAt.value_or(reminder.scheduledTime)));
    QStringList more;
    if (reminder.appointmentTime)
        more += tr("Appointment: %1").arg(m_desk.time.dayAndTime(*reminder.appointmentTime));
    if (reminder.recurrence)
        more += tr("Repeated %1, this is number %2")
                    .arg(RecordWords::recurrence(*reminder.recurrence))
                    .arg(reminder.occurrence);
    m_appointment->setText(more.join(u'\n'));
    m_appointment->setVisible(!more.isEmpty());
    m_reason->setVisible(!reminder.reason.isEmpty());
    m_reason->setTone(reminder.status == ReminderStatus::Failed ? Tone::Danger : Tone::Warning);
    m_reason->setWords(reasonText(reminder.reason));
}

void ReminderPane::showActions()
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    if (m_desk.session.may(Permission::ManageReminders)) {
        for (ReminderAction action : ReminderActions::of(*m_reminder)) {
            auto *button = new Button(
                action == ReminderAction::Cancel ? Button::Destructive : Button::Second, nullptr, Button::Small);
            button->setSymbol(ReminderActions::icon(action));
            button->setText(ReminderActions::text(action, m_reminder->channel));
            button->setToolTip(ReminderActions::key(action).toString(QKeySequence::NativeText));
            m_actions->addWidget(button);
            connect(button, &QAbstractButton::clicked, this,
                [this, id = m_reminder->id, action] { Q_EMIT actionRequested(id, action); });
        }
        if (m_reminder->status == ReminderStatus::Pending) {
            auto *edit = new Button(Button::Second, nullptr, Button::Small);
            edit->setSymbol(Icon::Pencil);
            edit->setText(tr("Edit"));
            m_actions->addWidget(edit);
            connect(edit, &QAbstractButton::clicked, this, &ReminderPane::editRequested);
        }
    }
}

void ReminderPane::readAttempts()
{
    inBackground(
        this,
        [&reminders = m_desk.services.reminders, who = m_desk.session, id = m_reminder->id] {
            return reminders.attempts(who, id);
        },
        [this, id = m_reminder->id](const Result<QList<Attempt>> &answer) {
            if (answer && m_reminder && m_reminder->id == id)
                m_attempts->showAttempts(*answer);
        });
}

void ReminderPane::retranslate()
{
    setWords(tr("Choose a reminder in the list to read it here."), tr("Chosen reminder"));
    if (m_reminder)
        showReminder(m_reminder);
}

} // namespace accueil
