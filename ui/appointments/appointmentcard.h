#pragma once

#include "app/domain/patient.h"
#include "ui/records/recordcontext.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;

namespace accueil {

struct Appointment;
class ChipLabel;
class IconButton;
class OutcomeButtons;

// In a patient's record: the appointment that matters next, which is the earliest of which nobody has said how it
// ended. Hidden while there is none. What was just settled stays until another patient is shown, so that it can be
// undone.
class AppointmentCard final : public QFrame
{
    Q_OBJECT
public:
    explicit AppointmentCard(const RecordContext &desk, QWidget *parent = nullptr);

    void showPatient(PatientId patient);
    void retranslate();

private:
    void read();
    void show(const std::optional<Appointment> &appointment);
    void edit();

    const RecordContext &m_desk;
    PatientId m_patient;
    std::shared_ptr<const Appointment> m_appointment;
    bool m_isSettled = false; // by this card, a moment ago
    QTimer m_soon;
    QLabel *m_when;
    QLabel *m_about;
    ChipLabel *m_status;
    IconButton *m_edit;
    OutcomeButtons *m_outcome;
};

} // namespace accueil
