#include "ui/patients/patientspage.h"

#include "app/services/domainevents.h"
#include "app/services/patientservice.h"
#include "ui/appointments/appointmentdialog.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/feedback/newfeedback.h"
#include "ui/patients/patientdialog.h"
#include "ui/patients/patientmodel.h"
#include "ui/records/question.h"
#include "ui/records/recordtable.h"
#include "ui/records/wardlist.h"
#include "ui/reminders/bulkdialog.h"
#include "ui/reminders/reminderdialog.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textline.h"

namespace accueil {

void PatientsPage::applyFilter()
{
    PatientFilter filter;
    filter.search = m_search->text().trimmed();
    filter.ward = m_ward->value().toString();
    if (m_language->value().isValid())
        filter.language = Language(m_language->value().toInt());
    filter.archived = m_archived->value().isValid() ? std::optional(true) : std::optional(false);
    if (m_seen->value().isValid())
        filter.activeSince = context().clock.now().addDays(-m_seen->value().toInt());
    const bool searching = !filter.search.isEmpty();
    const bool sortable = m_sort && (*m_sort != PatientSort::Name || searching);
    filter.sort = sortable ? *m_sort : searching ? PatientSort::Name : PatientSort::LastActivity;
    filter.order = sortable ? m_order : searching ? SortOrder::Ascending : SortOrder::Descending;
    m_model->setFilter(filter);
}

void PatientsPage::refresh()
{
    m_model->refreshSoon();
}

void PatientsPage::showCurrent()
{
    if (const Patient *patient = m_model->at(m_table->currentIndex().row()); patient && m_pane->patient() != *patient)
        m_pane->showPatient(*patient);
}

void PatientsPage::openPatient(PatientId id)
{
    if (m_model->rowOf(id.value) >= 0) {
        m_list->select(id.value);
        turnToPane();
        return;
    }
    inBackground(
        this, [&patients = m_desk.services.patients, who = m_desk.session, id] { return patients.find(who, id); },
        [this](const Result<Patient> &answer) {
            if (!answer)
                return said(answer.error());
            m_table->setCurrentIndex({});
            m_list->select(answer->id.value); // when the list comes to it
            m_pane->showPatient(*answer);
            turnToPane();
        });
}

void PatientsPage::createNew()
{
    if (m_desk.session.may(Permission::EditPatients))
        showDialog(std::nullopt);
}

void PatientsPage::editCurrent()
{
    if (m_pane->patient() && m_desk.session.may(Permission::EditPatients))
        showDialog(m_pane->patient());
}

void PatientsPage::showDialog(const std::optional<Patient> &patient)
{
    auto *dialog = new PatientDialog(m_desk, *m_wards, patient, this);
    connect(dialog, &PatientDialog::saved, this, [this](const Patient &saved) {
        m_pane->showPatient(saved);
        m_list->select(saved.id.value);
        m_model->refreshSoon();
        if (!saved.ward.isEmpty() && !m_wards->wards().contains(saved.ward))
            m_wards->read();
    });
    connect(dialog, &PatientDialog::openRequested, this, &PatientsPage::openPatient);
    dialog->open();
}

void PatientsPage::askArchiving(bool archived)
{
    if (!archived)
        return setArchived(false);
    const Patient &patient = *m_pane->patient();
    ask(this,
        {.title = tr("Archive %1?").arg(patient.name),
            .text = tr("%1 leaves the lists. Feedback and reminders stay, and the record can come back.")
                        .arg(patient.patientNumber),
            .yes = tr("&Archive"),
            .no = {}},
        [this] { setArchived(true); });
}

void PatientsPage::setArchived(bool archived)
{
    PatientDraft draft = draftOf(*m_pane->patient());
    draft.archived = archived;
    inBackground(
        this,
        [&patients = m_desk.services.patients, who = m_desk.session, draft, id = m_pane->patient()->id,
            version = m_pane->patient()->version] { return patients.edit(who, id, draft, version); },
        [this](const Result<Patient> &answer) {
            if (!answer)
                return said(answer.error());
            m_pane->showPatient(*answer);
            m_model->refreshSoon();
        });
}

void PatientsPage::askRemoval()
{
    const Patient &patient = *m_pane->patient();
    ask(this,
        {.title = tr("Delete %1?").arg(patient.name),
            .text = tr("%1 is deleted for good when nothing was ever written about this person, else archived.")
                        .arg(patient.patientNumber),
            .yes = tr("&Delete"),
            .no = {},
            .destructive = true},
        [this, id = patient.id, version = patient.version] {
            inBackground(
                this,
                [&patients = m_desk.services.patients, who = m_desk.session, id, version] {
                    return patients.remove(who, id, version);
                },
                [this](const Result<Removal> &answer) {
                    if (!answer)
                        return said(answer.error());
                    m_pane->showPatient(std::nullopt);
                    turnToList();
                    m_model->refreshSoon();
                    if (*answer == Removal::Archived)
                        tell(this, tr("Archived"), tr("The record has a history, so it was archived and not deleted."));
                });
        });
}

void PatientsPage::newFeedback()
{
    if (!m_pane->patient() || !m_desk.session.may(Permission::SubmitFeedback))
        return;
    m_newFeedback->open(m_pane->patient());
}

void PatientsPage::newReminder()
{
    if (!m_pane->patient() || !m_desk.session.may(Permission::ManageReminders))
        return;
    auto *dialog = new ReminderDialog(m_desk, std::nullopt, this);
    dialog->setPatient(*m_pane->patient());
    dialog->open();
}

void PatientsPage::newAppointment()
{
    if (!m_pane->patient() || !m_desk.session.may(Permission::ManageReminders))
        return;
    auto *dialog = new AppointmentDialog(m_desk, std::nullopt, this);
    dialog->setPatient(*m_pane->patient());
    dialog->open();
}

void PatientsPage::remindAll()
{
    if (!m_desk.session.may(Permission::ManageReminders))
        return;
    auto *dialog = new BulkDialog(m_desk, m_model->filter(), this);
    connect(dialog, &BulkDialog::scheduled, this,
        [this](qint64 count) { tell(this, tr("Scheduled"), tr("%n reminder(s) are planned.", nullptr, int(count))); });
    dialog->open();
}

void PatientsPage::said(const Error &error)
{
    tell(this, tr("That could not be done"), errorText(error));
}

} // namespace accueil
