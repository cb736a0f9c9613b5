#pragma once

#include "app/domain/appointment.h"
#include "ui/records/recordcontext.h"

#include <QWidget>

namespace accueil {

class Button;

// How an appointment ended, in one click, and back again: came, late, did not come, cancelled.
class OutcomeButtons final : public QWidget
{
    Q_OBJECT
public:
    explicit OutcomeButtons(const RecordContext &desk, QWidget *parent = nullptr);

    void setAppointment(const Appointment &appointment);
    void retranslate();

Q_SIGNALS:
    void settled(const accueil::Appointment &appointment);
    void refused(const accueil::Error &error);

private:
    void settle(AppointmentStatus status);

    const RecordContext &m_desk;
    Appointment m_appointment;
    QList<std::pair<AppointmentStatus, Button *>> m_buttons;
};

} // namespace accueil
