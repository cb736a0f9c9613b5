#include "ui/appointments/appointmentdialog.h"

#include "ui/appointments/appointmentwords.h"
#include "ui/appointments/runsheet.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/calendaredit.h"
#include "ui/records/patientpicker.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/textline.h"

#include <QLabel>
#include <QUuid>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// In a week at nine: soon enough to be asked for, late enough to be reminded of.
QDateTime proposedTime(const RecordContext &desk)
{
    return desk.time.utc(desk.time.today().addDays(7), QTime(9, 0));
}

} // namespace

AppointmentDialog::AppointmentDialog(
    const RecordContext &desk, const std::optional<Appointment> &appointment, QWidget *parent)
    : RecordDialog(metrics::narrowDialog, parent)
    , m_desk(desk)
    , m_before(appointment)
    , m_clientId(appointment ? appointment->clientId : QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_wards(desk)
{
    setForm(makeForm());
    setTitle(appointment ? tr("Appointment of %1").arg(appointment->patientName) : tr("New appointment"));
    if (appointment) {
        addHeaderWidget(new ChipLabel(AppointmentWords::chip(*appointment), this));
        m_patient->setText(u"%1  %2"_s.arg(appointment->patientName, appointment->patientNumber));
    }
    m_patient->setEnabled(!appointment);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &AppointmentDialog::readRunSheet);
    const auto soon = [this] { m_soon.start(); };
    connect(m_patient, &PatientPicker::patientChosen, this, [this, soon] {
        if (m_patient->patient() && m_ward->currentText().isEmpty())
            m_ward->setEditText(m_patient->patient()->ward);
        soon();
    });
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, soon);
    connect(m_plan, &QComboBox::currentIndexChanged, this, soon);
    connect(&m_wards, &WardList::changed, this, &AppointmentDialog::showWards);
    fill(appointment ? draftOf(*appointment) : AppointmentDraft{});
    setReadOnly(!m_desk.session.may(Permission::ManageReminders) || (appointment && !appointment->isOpen()));
    m_start = draft();
    readPlans();
    (appointment ? static_cast<QWidget *>(m_when) : m_patient)->setFocus();
}

QWidget *AppointmentDialog::makeForm()
{
    m_patient = new PatientPicker(m_desk);
    m_patient->setObjectName(u"patient"_s);
    m_when = new CalendarEdit(u"dd/MM/yyyy HH:mm"_s);
    m_when->setObjectName(u"when"_s);
    m_ward = new ListBox;
    m_ward->setObjectName(u"ward"_s);
    m_ward->setEditable(true);
    m_withWhom = new TextLine;
    m_withWhom->setObjectName(u"withWhom"_s);
    m_plan = new ListBox;
    m_plan->setObjectName(u"plan"_s);
    m_sheet = new RunSheet(m_desk.time);
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    Field *patient = addField(m_patient, tr("&Patient"), {u"patient_id"_s});
    patient->setHint(tr("name, number or telephone"));
    column->addWidget(patient);
    Field *when = addField(m_when, tr("&When"), {u"starts_at"_s});
    when->setHint(tr("the hospital’s time"));
    column->addWidget(when);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::cardGap);
    row->addWidget(addField(m_ward, tr("Wa&rd"), {u"ward"_s}), 1, Qt::AlignTop);
    row->addWidget(addField(m_withWhom, tr("W&ith"), {u"with_whom"_s}), 1, Qt::AlignTop);
    column->addLayout(row);
    Field *plan = addField(m_plan, tr("Reminder p&lan"), {u"plan"_s});
    column->addWidget(plan);
    for (int step = 1; step <= mostPlanSteps; ++step)
        m_fields.add(u"steps.%1.template"_s.arg(step), plan);
    auto *title = new QLabel(tr("What is sent"));
    title->setFont(fontFor(TextRole::Label));
    column->addWidget(title);
    column->addWidget(m_sheet);
    return form;
}

void AppointmentDialog::fill(const AppointmentDraft &draft)
{
    const QDateTime when = m_desk.time.local(draft.startsAt.value_or(proposedTime(m_desk)));
    m_when->setDateTime(QDateTime(when.date(), when.time()));
    m_ward->setEditText(draft.ward);
    m_withWhom->setText(draft.withWhom);
    if (m_before && m_plan->findData(draft.plan) < 0)
        m_plan->addItem(draft.plan, draft.plan);
    m_plan->setValue(draft.plan);
    m_soon.start();
}

void AppointmentDialog::setPatient(const Patient &patient)
{
    m_patient->setPatient(patient);
    m_ward->setEditText(patient.ward);
    m_start = draft();
    m_when->setFocus();
    m_soon.start();
}

AppointmentDraft AppointmentDialog::draft() const
{
    AppointmentDraft draft = m_before ? draftOf(*m_before) : AppointmentDraft{};
    draft.clientId = m_clientId;
    if (m_patient->patient())
        draft.patient = m_patient->patient()->id;
    else if (!m_before)
        draft.patientReference = m_patient->text().trimmed();
    draft.startsAt = m_desk.time.utc(m_when->date(), m_when->time());
    // A time without milliseconds that is the stored one to the minute is the stored one.
    if (m_before && m_before->startsAt.secsTo(*draft.startsAt) / 60 == 0)
        draft.startsAt = m_before->startsAt;
    draft.ward = m_ward->currentText().trimmed();
    draft.withWhom = m_withWhom->text().trimmed();
    draft.plan = m_plan->currentData().toString();
    return draft;
}

bool AppointmentDialog::hasUnsavedWork() const
{
    const AppointmentDraft now = draft();
    return std::tie(now.patient, now.patientReference, now.startsAt, now.ward, now.withWhom)
        != std::tie(m_start.patient, m_start.patientReference, m_start.startsAt, m_start.ward, m_start.withWhom);
}

void AppointmentDialog::showWards()
{
    const QString typed = m_ward->currentText();
    m_ward->clear();
    m_ward->addItems(m_wards.wards());
    m_ward->setEditText(typed);
}

void AppointmentDialog::readPlans()
{
    inBackground(
        this, [&plans = m_desk.services.plans, who = m_desk.session] { return plans.plans(who); },
        [this](const Result<StoredPlans> &answer) {
            if (!answer)
                return showProblems(answer.error());
            const QString chosen = m_plan->currentData().toString();
            for (const ReminderPlan &plan : answer->plans) {
                if (m_plan->findData(plan.name) < 0)
                    m_plan->addItem(plan.name, plan.name);
            }
            m_plan->setValue(chosen.isEmpty() ? answer->plans.constFirst().name : chosen);
        });
}

void AppointmentDialog::readRunSheet()
{
    if (!m_before && !m_patient->patient())
        return m_sheet->setNote(tr("Choose a patient to see what will be sent."));
    const AppointmentDraft wanted = draft();
    const bool isAsStored = m_before && wanted.startsAt == m_before->startsAt && wanted.plan == m_before->plan;
    inBackground(
        this,
        [&appointments = m_desk.services.appointments, who = m_desk.session, before = m_before, wanted, isAsStored] {
            if (isAsStored)
                return appointments.messages(who, before->id);
            AppointmentDraft draft = wanted;
            if (before && draft.plan != before->plan)
                draft.steps.reset();
            return appointments.preview(who, draft);
        },
        [this, question = ++m_question, startsAt = *wanted.startsAt](const Result<QList<PlannedMessage>> &answer) {
            if (question != m_question)
                return;
            if (answer)
                m_sheet->setMessages(*answer, startsAt);
            else
                m_sheet->setNote(errorText(answer.error()));
        });
}

void AppointmentDialog::save()
{
    if (isBusy())
        return;
    m_fields.clear();
    setProblem({});
    const AppointmentDraft wanted = draft();
    const QList<FieldError> errors
        = validate(wanted, m_desk.clock.now(), m_before ? std::optional(m_before->startsAt) : std::nullopt);
    if (!errors.isEmpty())
        return showProblems(Error{ErrorCode::Invalid, errors});
    const std::optional<AppointmentId> id = m_before ? std::optional(m_before->id) : std::nullopt;
    AppointmentService &appointments = m_desk.services.appointments;
    const Session who = m_desk.session;
    store(Saving<Appointment>{.name = windowTitle(),
        .version = m_before ? std::optional(m_before->version) : std::nullopt,
        .store = [&appointments, who, wanted, id](std::optional<qint64> version) -> Result<Appointment> {
            if (id)
                return appointments.edit(who, *id, wanted, version);
            return appointments.schedule(who, wanted).map([](const AppointmentScheduling &done) {
                return done.appointment;
            });
        },
        .stored =
            [this](const Appointment &appointment) {
                Q_EMIT saved(appointment);
                closeSaved();
            },
        .read = [&appointments, who, id] { return appointments.find(who, id.value()); },
        .showTheirs =
            [this](const Appointment &now) {
                m_before = now;
                fill(draftOf(now));
                m_start = draft();
            }});
}

} // namespace accueil
