#pragma once

#include "app/domain/history.h"
#include "app/domain/listing.h"
#include "app/domain/patient.h"
#include "ui/patients/timelinemodel.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recordpane.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QMenu;
class QTabBar;

namespace accueil {

class AppointmentCard;
class Avatar;
class Button;
class ChipLabel;
class ChipRow;
class DuplicateBanner;
class IconButton;

// The record of one patient at the right of the list: who, how to reach, who it may be twice, and the time line. Reads
// in the background, again when the record or anything of its time line changes.
class PatientPane final : public RecordPane
{
    Q_OBJECT
public:
    explicit PatientPane(const RecordContext &desk, QWidget *parent = nullptr);

    void showPatient(const std::optional<Patient> &patient); // nothing: a word about what to do
    const std::optional<Patient> &patient() const { return m_patient; }
    void retranslate();

Q_SIGNALS:
    void editRequested();
    void removalRequested();
    void archivingRequested(bool archived);
    void newFeedbackRequested();
    void newReminderRequested();
    void newAppointmentRequested();
    void openRequested(accueil::PatientId other);
    void entryActivated(accueil::TimelineEntry::Kind kind, qint64 id);

private:
    QWidget *makeRecord();
    QLayout *makeHeader();
    QWidget *makeTimeline();
    void connectEvents();
    void fillMenu();
    void readTimeline();
    void readDuplicates();
    void reread(); // the patient itself
    void setTimeline(const Page<HistoryItem> &page);
    void showTimelineState();
    void showRecord();
    void dismiss(PatientId other);
    void openConsent();

    const RecordContext &m_desk;
    std::optional<Patient> m_patient;
    QSet<std::pair<qint64, qint64>> m_dismissed; // pairs said to be two persons, until the program ends
    QTimer m_refresh;
    QTimer m_loading;
    Avatar *m_avatar;
    QLabel *m_name;
    QLabel *m_facts;
    IconButton *m_edit;
    IconButton *m_more;
    QMenu *m_menu;
    ChipRow *m_chips;
    Button *m_consent;
    QLabel *m_phone;
    ChipLabel *m_shared;
    QLabel *m_registered;
    DuplicateBanner *m_duplicate;
    Button *m_newFeedback;
    Button *m_newReminder;
    Button *m_newAppointment;
    AppointmentCard *m_appointment;
    QTabBar *m_tabs;
    TimelineModel *m_timeline;
    QListView *m_list;
    QLabel *m_note; // in the place of the time line: loading, empty, failed
    Button *m_retry;
};

} // namespace accueil
