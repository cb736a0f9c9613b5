#include "ui/reminders/reminderdialog.h"

#include "app/domain/phonenumber.h"
#include "app/services/reminderservice.h"
#include "app/services/settingsservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/patientpicker.h"
#include "ui/records/recordchips.h"
#include "ui/records/recordwords.h"
#include "ui/records/smsmeter.h"
#include "ui/reminders/attemptlist.h"
#include "ui/reminders/forecastbanner.h"
#include "ui/reminders/templatechoice.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/textline.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QUuid>

namespace accueil {

using namespace Qt::StringLiterals;

ReminderDialog::ReminderDialog(const RecordContext &desk, const std::optional<Reminder> &reminder, QWidget *parent)
    : RecordDialog(metrics::narrowDialog, parent)
    , m_desk(desk)
    , m_before(reminder)
    , m_clientId(reminder ? reminder->clientId : QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    setForm(makeForm());
    connectForm();
    setTitle(reminder ? tr("Reminder for %1")
                            .arg(reminder->patientName.isEmpty() ? reminder->patientNumber : reminder->patientName)
                      : tr("New reminder"));
    if (reminder)
        addHeaderWidget(new ChipLabel(RecordChips::of(reminder->status), this));
    fill(reminder ? draftOf(*reminder) : ReminderDraft{});
    m_patient->setEnabled(!reminder);
    if (reminder) {
        m_patient->setText(u"%1  %2"_s.arg(reminder->patientName, reminder->patientNumber).trimmed());
        m_reason->setVisible(!reminder->reason.isEmpty());
        m_reason->setWords(reasonText(reminder->reason));
        readAttempts();
    }
    setReadOnly(!mayBeEdited());
    readPrice();
    m_start = draft();
    (reminder ? static_cast<QWidget *>(m_when) : m_patient)->setFocus();
}

bool ReminderDialog::mayBeEdited() const
{
    if (!m_desk.session.may(Permission::ManageReminders))
        return false;
    return !m_before || m_before->status == ReminderStatus::Pending || m_before->status == ReminderStatus::Failed
        || m_before->status == ReminderStatus::Unknown;
}

void ReminderDialog::connectForm()
{
    connect(m_channel, &Segmented::chosen, this, &ReminderDialog::showRecipient);
    connect(m_patient, &PatientPicker::patientChosen, this, [this] {
        if (m_patient->patient())
            m_language->setValue(int(m_patient->patient()->preferredLanguage));
        showRecipient();
        compose();
    });
    connect(m_channel, &Segmented::chosen, this, &ReminderDialog::compose);
    connect(m_channel, &Segmented::chosen, this, &ReminderDialog::showCount);
    connect(m_language, &QComboBox::activated, this, &ReminderDialog::compose);
    connect(m_hasAppointment, &QCheckBox::toggled, this, &ReminderDialog::compose);
    connect(m_appointment, &QDateTimeEdit::dateTimeChanged, this, &ReminderDialog::compose);
    connect(m_template, &QComboBox::activated, this, [this] {
        m_composed = m_message->toPlainText(); // a template that is chosen takes the place of what stands there
        compose();
    });
    connect(m_template, &TemplateChoice::composed, this, &ReminderDialog::showComposed);
    connect(m_repeats, &QCheckBox::toggled, m_recurrence, &QWidget::setVisible);
    connect(m_hasAppointment, &QCheckBox::toggled, m_appointment, &QWidget::setEnabled);
    connect(m_message, &QPlainTextEdit::textChanged, this, &ReminderDialog::showCount);
    connectForecast();
}

void ReminderDialog::connectForecast()
{
    connect(m_patient, &PatientPicker::patientChosen, this, &ReminderDialog::foresee);
    connect(m_channel, &Segmented::chosen, this, &ReminderDialog::foresee);
    connect(m_recipient, &QLineEdit::textChanged, this, &ReminderDialog::foresee);
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &ReminderDialog::foresee);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ReminderDialog::foresee);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &ReminderDialog::foresee);
    connect(m_template, &QComboBox::currentIndexChanged, this, &ReminderDialog::foresee);
    connect(m_message, &QPlainTextEdit::textChanged, this, &ReminderDialog::foresee);
    connect(m_hasAppointment, &QCheckBox::toggled, this, &ReminderDialog::foresee);
    connect(m_appointment, &QDateTimeEdit::dateTimeChanged, this, &ReminderDialog::foresee);
    connect(m_repeats, &QCheckBox::toggled, this, &ReminderDialog::foresee);
}

void ReminderDialog::setPatient(const Patient &patient)
{
    m_patient->setPatient(patient);
    m_start = draft();
    m_when->setFocus();
}

void ReminderDialog::focusRecipient()
{
    m_recipient->setFocus();
    m_recipient->selectAll();
}

// The next morning at nine: hospitals call at day.
static QDateTime proposedTime(const RecordContext &desk)
{
    return desk.time.utc(desk.time.today().addDays(1), QTime(9, 0));
}

void ReminderDialog::fill(const ReminderDraft &draft)
{
    m_channel->setValue(int(draft.channel));
    m_recipient->setText(draft.channel == Channel::Email ? draft.email : draft.phoneNumber);
    const QDateTime when = draft.scheduledTime.value_or(proposedTime(m_desk));
    m_when->setDateTime(QDateTime(m_desk.time.local(when).date(), m_desk.time.local(when).time()));
    m_language->setValue(int(draft.language.value_or(Language::French)));
    m_purpose->setValue(int(draft.purpose));
    const QDateTime appointment = m_desk.time.local(draft.appointmentTime.value_or(when.addDays(3)));
    m_appointment->setDateTime(QDateTime(appointment.date(), appointment.time()));
    m_hasAppointment->setChecked(draft.appointmentTime.has_value());
    m_appointment->setEnabled(draft.appointmentTime.has_value());
    m_template->setTemplateName(draft.templateName);
    m_composed.clear();
    m_missing.clear();
    m_message->setPlainText(draft.message);
    m_repeats->setChecked(draft.recurrence.has_value());
    m_recurrence->setVisible(draft.recurrence.has_value());
    const Recurrence recurrence
        = draft.recurrence.value_or(Recurrence{.every = 1, .unit = RecurrenceUnit::Weeks, .count = 4});
    m_every->setValue(recurrence.every);
    m_unit->setValue(int(recurrence.unit));
    m_times->setValue(recurrence.count.value_or(4));
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        m_days.at(day - 1)->setChecked(recurrence.weekdays & weekdayBit(day));
    showWeekdays();
    showRecipient();
    showCount();
}

ReminderDraft ReminderDialog::draft() const
{
    ReminderDraft draft = m_before ? draftOf(*m_before) : ReminderDraft{};
    draft.clientId = m_clientId;
    if (m_patient->patient()) {
        draft.patient = m_patient->patient()->id;
        draft.patientReference = m_patient->patient()->patientNumber;
    } else if (!m_before) {
        draft.patientReference = m_patient->text().trimmed();
    }
    draft.channel = Channel(m_channel->value().toInt());
    (draft.channel == Channel::Email ? draft.email : draft.phoneNumber) = m_recipient->text().trimmed();
    draft.scheduledTime = m_desk.time.utc(m_when->date(), m_when->time());
    draft.language = Language(m_language->currentData().toInt());
    draft.purpose = Purpose(m_purpose->currentData().toInt());
    draft.templateName = m_template->templateName();
    draft.message = m_message->toPlainText();
    if (!m_missing.isEmpty() && draft.message == m_composed)
        draft.message.clear(); // the service says what the template lacks
    draft.appointmentTime.reset();
    if (m_hasAppointment->isChecked())
        draft.appointmentTime = m_desk.time.utc(m_appointment->date(), m_appointment->time());
    if (m_repeats->isChecked()) {
        Recurrence recurrence = draft.recurrence.value_or(Recurrence{});
        recurrence.every = m_every->value();
        recurrence.unit = RecurrenceUnit(m_unit->currentData().toInt());
        recurrence.weekdays = 0;
        for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
            // The form need not be in view yet, so its own visibility says nothing.
            if (!m_weekdays->isHidden() && m_days.at(day - 1)->isChecked())
                recurrence.weekdays |= weekdayBit(day);
        }
        if (!recurrence.until)
            recurrence.count = m_times->value();
        draft.recurrence = recurrence;
    } else {
        draft.recurrence.reset();
    }
    return draft;
}

bool ReminderDialog::hasUnsavedWork() const
{
    const ReminderDraft now = draft();
    return mayBeEdited()
        && std::tie(now.patient, now.patientReference, now.channel, now.email, now.phoneNumber, now.scheduledTime,
               now.language, now.purpose, now.message, now.templateName, now.appointmentTime, now.recurrence)
        != std::tie(m_start.patient, m_start.patientReference, m_start.channel, m_start.email, m_start.phoneNumber,
            m_start.scheduledTime, m_start.language, m_start.purpose, m_start.message, m_start.templateName,
            m_start.appointmentTime, m_start.recurrence);
}

void ReminderDialog::showRecipient()
{
    const auto channel = Channel(m_channel->value().toInt());
    m_recipient->setSymbol(channel == Channel::Email ? Icon::Mail : Icon::Phone);
    m_recipientField->setLabel(channel == Channel::Email ? tr("&Email address") : tr("&Telephone"));
    const std::optional<Patient> &patient = m_patient->patient();
    QString known;
    if (patient && channel == Channel::Email)
        known = patient->email;
    else if (patient && !patient->phoneNumber.isEmpty())
        known = PhoneNumber::fromStored(patient->phoneNumber).international();
    m_recipient->setPlaceholderText(!known.isEmpty() ? known : patient ? tr("none in the record") : QString());
    // The hint says what an empty field means; a screen reader does not read placeholders.
    m_recipientField->setHint(known.isEmpty() ? QString() : tr("empty: of the record"));
}

void ReminderDialog::compose()
{
    if (m_message->toPlainText() != m_composed)
        return;
    PreviewDraft about{
        .language = Language(m_language->currentData().toInt()), .channel = Channel(m_channel->value().toInt())};
    if (m_patient->patient())
        about.patientReference = m_patient->patient()->patientNumber;
    else if (m_before)
        about.patientReference = m_before->patientNumber;
    if (m_hasAppointment->isChecked())
        about.appointmentTime = m_desk.time.utc(m_appointment->date(), m_appointment->time());
    m_template->compose(about);
}

void ReminderDialog::showComposed(const MessagePreview &preview)
{
    if (m_message->toPlainText() != m_composed)
        return; // somebody began to write meanwhile
    m_composed = preview.text;
    m_missing = preview.missing;
    m_message->setPlainText(preview.text);
    m_templateField->setHint(!m_missing.isEmpty() ? tr("still open: %1").arg(m_missing.join(u", "_s))
            : preview.isFallback                  ? tr("not written in this language yet: in French")
                                                  : QString());
}

void ReminderDialog::readPrice()
{
    inBackground(
        this, [settings = &m_desk.services.settings]() -> Result<SmsCost> { return settings->current().smsCost; },
        [this](const Result<SmsCost> &cost) {
            if (cost)
                m_meter->setCost(*cost);
        });
}

void ReminderDialog::showCount()
{
    const QString message = m_message->toPlainText();
    const bool isSms = Channel(m_channel->value().toInt()) == Channel::Sms;
    m_meter->setVisible(isSms && !message.isEmpty());
    m_meter->setText(message);
    m_messageField->setHint(isSms ? QString() : tr("%n character(s)", nullptr, int(message.size())));
}

void ReminderDialog::readAttempts()
{
    inBackground(
        this,
        [&reminders = m_desk.services.reminders, who = m_desk.session, id = m_before->id] {
            return reminders.attempts(who, id);
        },
        [this](const Result<QList<Attempt>> &answer) {
            if (answer)
                m_attempts->showAttempts(*answer);
        });
}

void ReminderDialog::foresee()
{
    const ReminderDraft now = draft();
    const bool isReady = now.patient && !(now.message.isEmpty() && now.templateName.isEmpty());
    if (isReady && mayBeEdited())
        m_forecast->ask(now);
    else
        m_forecast->clear();
}

void ReminderDialog::save()
{
    if (isBusy())
        return;
    m_fields.clear();
    setProblem({});
    const ReminderDraft wanted = draft();
    QList<FieldError> errors = validate(wanted, m_desk.clock.now());
    if (!wanted.patient && wanted.patientReference.isEmpty()
        && !std::any_of(errors.cbegin(), errors.cend(), [](const FieldError &e) { return e.field == u"patient_id"_s; }))
        errors.prepend({u"patient_id"_s, u"required"_s});
    if (!errors.isEmpty())
        return showProblems(Error{ErrorCode::Invalid, errors});
    const std::optional<ReminderId> id = m_before ? std::optional(m_before->id) : std::nullopt;
    ReminderService &reminders = m_desk.services.reminders;
    const Session who = m_desk.session;
    store(Saving<Reminder>{.name = windowTitle(),
        .version = m_before ? std::optional(m_before->version) : std::nullopt,
        .store = [&reminders, who, wanted, id](std::optional<qint64> version) -> Result<Reminder> {
            if (id)
                return reminders.edit(who, *id, wanted, version);
            return reminders.schedule(who, wanted).map([](const Scheduling &done) { return done.reminder; });
        },
        .stored =
            [this](const Reminder &reminder) {
                Q_EMIT saved(reminder);
                closeSaved();
            },
        .read = [&reminders, who, id] { return reminders.find(who, id.value()); },
        .showTheirs =
            [this](const Reminder &now) {
                m_before = now;
                fill(draftOf(now));
                m_start = draft();
            }});
}

} // namespace accueil
