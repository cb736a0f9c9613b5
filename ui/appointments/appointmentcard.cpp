#include "ui/appointments/appointmentcard.h"

#include "app/services/appointmentservice.h"
#include "app/services/domainevents.h"
#include "ui/appointments/appointmentdialog.h"
#include "ui/appointments/appointmentwords.h"
#include "ui/appointments/outcomebuttons.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/question.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

AppointmentCard::AppointmentCard(const RecordContext &desk, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_when(new QLabel)
    , m_about(new QLabel)
    , m_status(new ChipLabel)
    , m_edit(new IconButton(Icon::Pencil, nullptr, IconButton::Flat))
    , m_outcome(new OutcomeButtons(desk))
{
    setProperty("card", true);
    setObjectName(u"appointment"_s);
    m_when->setFont(fontFor(TextRole::BodyBold));
    m_when->setWordWrap(true);
    m_about->setFont(fontFor(TextRole::Small));
    m_about->setProperty("ink", u"text2"_s);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::gap);
    head->addWidget(new IconLabel(Icon::CalendarClock, metrics::lineIcon()), 0, Qt::AlignTop);
    head->addWidget(m_when, 1);
    head->addWidget(m_status, 0, Qt::AlignTop);
    head->addWidget(m_edit, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_about);
    column->addWidget(m_outcome);
    connect(m_edit, &QAbstractButton::clicked, this, &AppointmentCard::edit);
    connect(m_outcome, &OutcomeButtons::settled, this, [this](const Appointment &appointment) {
        m_isSettled = !appointment.isOpen();
        show(appointment);
    });
    connect(m_outcome, &OutcomeButtons::refused, this,
        [this](const Error &error) { tell(this, tr("That could not be done"), errorText(error)); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &AppointmentCard::read);
    connect(&desk.services.events, &DomainEvents::appointmentChanged, &m_soon, qOverload<>(&QTimer::start));
    hide();
    retranslate();
}

void AppointmentCard::showPatient(PatientId patient)
{
    if (patient != m_patient) {
        m_isSettled = false;
        hide();
    }
    m_patient = patient;
    read();
}

void AppointmentCard::read()
{
    if (!m_patient || m_isSettled)
        return;
    inBackground(
        this,
        [&appointments = m_desk.services.appointments, who = m_desk.session, patient = m_patient] {
            return appointments.list(who,
                {.patient = patient, .statuses = {AppointmentStatus::Planned, AppointmentStatus::Moved}}, {.limit = 1});
        },
        [this, patient = m_patient](const Result<Page<Appointment>> &answer) {
            if (patient != m_patient || m_isSettled || !answer)
                return;
            show(answer->items.isEmpty() ? std::nullopt : std::optional(answer->items.constFirst()));
        });
}

void AppointmentCard::show(const std::optional<Appointment> &appointment)
{
    setVisible(appointment.has_value());
    if (!appointment)
        return;
    m_appointment = std::make_shared<const Appointment>(*appointment);
    m_when->setText(tr("Appointment %1").arg(m_desk.time.dayAndTime(appointment->startsAt)));
    m_when->setToolTip(m_desk.time.exact(appointment->startsAt));
    m_about->setText(AppointmentWords::about(*appointment));
    m_about->setVisible(!m_about->text().isEmpty());
    m_status->setChip(AppointmentWords::chip(*appointment));
    m_edit->setVisible(appointment->isOpen());
    m_outcome->setAppointment(*appointment);
    m_outcome->setVisible(m_desk.session.may(Permission::ManageReminders));
}

void AppointmentCard::edit()
{
    if (m_appointment)
        (new AppointmentDialog(m_desk, *m_appointment, this))->open();
}

void AppointmentCard::retranslate()
{
    setAccessibleName(tr("Appointment"));
    m_edit->setWords(tr("Open the appointment"));
    m_outcome->retranslate();
    if (m_appointment && isVisibleTo(parentWidget()))
        show(*m_appointment);
}

} // namespace accueil
