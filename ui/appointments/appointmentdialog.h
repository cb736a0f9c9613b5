#pragma once

#include "app/domain/patient.h"
#include "app/services/appointmentservice.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recorddialog.h"
#include "ui/records/wardlist.h"

#include <QTimer>

class QDateTimeEdit;

namespace accueil {

class ListBox;
class PatientPicker;
class RunSheet;
class TextLine;

// A planned visit: who, when, where, with whom, by which plan, and what that plan will send when. Times are the
// hospital's. What is over is shown but not edited.
class AppointmentDialog final : public RecordDialog
{
    Q_OBJECT
public:
    AppointmentDialog(const RecordContext &desk, const std::optional<Appointment> &appointment, QWidget *parent);

    void setPatient(const Patient &patient);

Q_SIGNALS:
    void saved(const accueil::Appointment &appointment);

protected:
    void save() override;
    bool hasUnsavedWork() const override;

private:
    QWidget *makeForm();
    void fill(const AppointmentDraft &draft);
    AppointmentDraft draft() const;
    void showWards();
    void readPlans();
    void readRunSheet();

    const RecordContext &m_desk;
    std::optional<Appointment> m_before;
    AppointmentDraft m_start;
    QString m_clientId;
    WardList m_wards;
    QTimer m_soon; // the run sheet anew
    int m_question = 0; // answers to earlier ones are dropped
    PatientPicker *m_patient = nullptr;
    QDateTimeEdit *m_when = nullptr;
    ListBox *m_ward = nullptr;
    TextLine *m_withWhom = nullptr;
    ListBox *m_plan = nullptr;
    RunSheet *m_sheet = nullptr;
};

} // namespace accueil
