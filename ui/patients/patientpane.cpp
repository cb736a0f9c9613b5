#include "ui/patients/patientpane.h"

#include "app/domain/phonenumber.h"
#include "app/services/domainevents.h"
#include "app/services/patientservice.h"
#include "ui/appointments/appointmentcard.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/patients/consentdialog.h"
#include "ui/patients/duplicatebanner.h"
#include "ui/records/chiprow.h"
#include "ui/records/recordchips.h"
#include "ui/records/recordwords.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QTabBar>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int timelineItems = 500; // the largest page of the services
}

PatientPane::PatientPane(const RecordContext &desk, QWidget *parent)
    : RecordPane(parent)
    , m_desk(desk)
{
    setRecord(makeRecord(), Focus::Inside);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(150ms);
    m_loading.setSingleShot(true);
    m_loading.setInterval(200ms);
    connect(&m_refresh, &QTimer::timeout, this, &PatientPane::reread);
    connect(&m_loading, &QTimer::timeout, this, [this] {
        m_note->setText(tr("Reading the time line…"));
        m_note->show();
    });
    connectEvents();
    retranslate();
}

void PatientPane::connectEvents()
{
    const DomainEvents &events = m_desk.services.events;
    const auto wakeUp = [this] {
        if (m_patient && !m_refresh.isActive())
            m_refresh.start();
    };
    connect(&events, &DomainEvents::patientChanged, this, [this, wakeUp](PatientId id) {
        if (m_patient && id == m_patient->id)
            wakeUp();
    });
    connect(&events, &DomainEvents::feedbackChanged, this, wakeUp);
    connect(&events, &DomainEvents::reminderChanged, this, wakeUp);
    connect(&events, &DomainEvents::recordsImported, this, wakeUp);
}

void PatientPane::showPatient(const std::optional<Patient> &patient)
{
    const bool another = !patient || !m_patient || patient->id != m_patient->id;
    m_patient = patient;
    turnTo(patient ? Shown::Record : Shown::Nobody);
    if (!patient)
        return;
    showRecord();
    if (another) {
        m_duplicate->hide();
        m_timeline->setItems({});
        m_tabs->setCurrentIndex(0);
        showTimelineState();
        m_loading.start();
    }
    m_appointment->showPatient(patient->id);
    readTimeline();
    readDuplicates();
}

void PatientPane::showRecord()
{
    const Patient &patient = *m_patient;
    m_avatar->setName(patient.name);
    m_name->setText(patient.name);
    QStringList facts{patient.patientNumber, RecordWords::gender(patient.gender),
        RecordWords::age(patient.age(m_desk.time.today())), patient.ward};
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    QList<Chip> chips{RecordChips::of(patient.preferredLanguage)};
    for (const auto &channel : channelTable.rows)
        chips += RecordChips::consent(patient, channel.value);
    if (patient.archived)
        chips += Chip{tr("Archived"), Tone::Neutral, Icon::Archive};
    m_chips->setChips(chips);
    m_phone->setText(patient.phoneNumber.isEmpty() ? tr("no telephone")
                                                   : PhoneNumber::fromStored(patient.phoneNumber).international());
    m_shared->setVisible(patient.phoneIsShared && !patient.phoneNumber.isEmpty());
    m_registered->setText(tr("registered in %1").arg(m_desk.time.monthAndYear(patient.registrationDate)));
    m_registered->setToolTip(m_desk.time.exact(patient.registrationDate));
    fillMenu();
}

void PatientPane::reread()
{
    if (!m_patient)
        return;
    inBackground(
        this,
        [&patients = m_desk.services.patients, who = m_desk.session, id = m_patient->id] {
            return patients.find(who, id);
        },
        [this](const Result<Patient> &answer) {
            if (answer && m_patient && answer->id == m_patient->id)
                showPatient(*answer);
            else if (!answer && answer.error().code == ErrorCode::NotFound)
                showPatient(std::nullopt);
        });
}

void PatientPane::readTimeline()
{
    inBackground(
        this,
        [&patients = m_desk.services.patients, who = m_desk.session, id = m_patient->id] {
            return patients.history(who, id, PageRequest{.limit = timelineItems});
        },
        [this, id = m_patient->id](const Result<Page<HistoryItem>> &answer) {
            if (!m_patient || m_patient->id != id)
                return;
            m_loading.stop();
            if (answer)
                return setTimeline(*answer);
            m_note->setText(errorText(answer.error()));
            m_note->show();
            m_retry->show();
        });
}

void PatientPane::setTimeline(const Page<HistoryItem> &page)
{
    const int place = m_list->verticalScrollBar()->value();
    m_timeline->setItems(page.items);
    m_list->verticalScrollBar()->setValue(place);
    showTimelineState();
}

void PatientPane::showTimelineState()
{
    const auto tab = [this](const QString &words, TimelineKind kind) {
        const int count = m_timeline->count(kind);
        m_tabs->setTabText(int(kind), count > 0 ? u"%1  %2"_s.arg(words).arg(count) : words);
    };
    tab(tr("All"), TimelineKind::All);
    tab(tr("Feedback"), TimelineKind::Feedback);
    tab(tr("Reminders"), TimelineKind::Reminders);
    m_retry->hide();
    m_note->setVisible(m_timeline->rowCount() == 0 && !m_loading.isActive());
    m_note->setText(tr("Nothing yet. Take a first feedback."));
    m_list->setVisible(m_timeline->rowCount() > 0);
}

void PatientPane::readDuplicates()
{
    inBackground(
        this,
        [&patients = m_desk.services.patients, who = m_desk.session, draft = draftOf(*m_patient), id = m_patient->id] {
            return patients.possibleDuplicates(who, draft, id);
        },
        [this, id = m_patient->id](const Result<QList<Patient>> &answer) {
            if (!m_patient || m_patient->id != id || !answer)
                return;
            const auto open = std::find_if(answer->begin(), answer->end(), [this, id](const Patient &other) {
                return !m_dismissed.contains(std::minmax(id.value, other.id.value));
            });
            m_duplicate->setVisible(open != answer->end());
            if (open != answer->end())
                m_duplicate->setOther(*m_patient, *open);
        });
}

void PatientPane::dismiss(PatientId other)
{
    if (!m_patient)
        return;
    m_dismissed.insert(std::minmax(m_patient->id.value, other.value));
    m_duplicate->hide();
    readDuplicates();
}

void PatientPane::openConsent()
{
    if (m_patient)
        (new ConsentDialog(m_desk, *m_patient, this))->open();
}

void PatientPane::retranslate()
{
    m_consent->setText(tr("C&onsent…"));
    setWords(tr("Choose a patient in the list to see the record here."), tr("Chosen patient"));
    m_edit->setWords(tr("Edit the record (F2)"));
    m_more->setWords(tr("More about this patient"));
    m_shared->setChip({tr("shared"), Tone::Warning, Icon::Users});
    m_newFeedback->setText(tr("New feedback"));
    m_newReminder->setText(tr("New reminder"));
    m_newAppointment->setText(tr("New appointment"));
    m_appointment->retranslate();
    m_list->setAccessibleName(tr("Time line"));
    m_tabs->setAccessibleName(tr("What the time line shows"));
    m_retry->setText(tr("Try again"));
    m_duplicate->retranslate();
    if (m_patient)
        showPatient(m_patient);
}

} // namespace accueil
