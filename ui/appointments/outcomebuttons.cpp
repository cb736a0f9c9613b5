#include "ui/appointments/outcomebuttons.h"

#include "app/services/appointmentservice.h"
#include "ui/appointments/appointmentwords.h"
#include "ui/background.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"

namespace accueil {

using namespace Qt::StringLiterals;

OutcomeButtons::OutcomeButtons(const RecordContext &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    auto *row = new FlowLayout(metrics::gap, metrics::gap);
    setLayout(row);
    for (const AppointmentStatus status : {AppointmentStatus::Attended, AppointmentStatus::Late,
             AppointmentStatus::Missed, AppointmentStatus::Cancelled, AppointmentStatus::Planned}) {
        auto *button = new Button(
            status == AppointmentStatus::Cancelled ? Button::Destructive : Button::Second, nullptr, Button::Small);
        button->setSymbol(AppointmentWords::icon(status));
        button->setObjectName(appointmentStatusTable.key(status));
        connect(button, &QAbstractButton::clicked, this, [this, status] { settle(status); });
        row->addWidget(button);
        m_buttons.append({status, button});
    }
    retranslate();
}

void OutcomeButtons::setAppointment(const Appointment &appointment)
{
    m_appointment = appointment;
    const bool hasBegun = m_desk.clock.now() >= appointment.startsAt;
    for (const auto &[status, button] : std::as_const(m_buttons)) {
        const bool takesBack = status == AppointmentStatus::Planned;
        button->setVisible(takesBack != appointment.isOpen());
        const bool needsTheTime = status == AppointmentStatus::Late || status == AppointmentStatus::Missed;
        button->setEnabled(m_desk.session.may(Permission::ManageReminders) && (hasBegun || !needsTheTime));
    }
}

void OutcomeButtons::retranslate()
{
    for (const auto &[status, button] : std::as_const(m_buttons))
        button->setText(AppointmentWords::outcome(status));
}

void OutcomeButtons::settle(AppointmentStatus status)
{
    inBackground(
        this,
        [&appointments = m_desk.services.appointments, who = m_desk.session, id = m_appointment.id, status] {
            return appointments.setOutcome(who, id, status);
        },
        [this](const Result<Appointment> &answer) {
            if (answer)
                Q_EMIT settled(*answer);
            else
                Q_EMIT refused(answer.error());
        });
}

} // namespace accueil
