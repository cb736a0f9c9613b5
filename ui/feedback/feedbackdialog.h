#pragma once

#include "app/domain/feedback.h"
#include "app/domain/patient.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recorddialog.h"
#include "ui/widgets/field.h"

#include <QTimer>

#include <array>
#include <optional>

class QBoxLayout;
class QCheckBox;
class QLabel;

namespace accueil {

class FaceRow;
class ListBox;
class NumberRow;
class PatientPicker;
class RecordingField;
class Segmented;
class StarRow;
class WardList;
class WordsField;

// A feedback that was begun and not saved. Held in memory only: what a patient says never lies on the disk in clear.
struct KeptFeedback
{
    FeedbackDraft draft;
    std::optional<Patient> patient;
    QString recordingName;
    QByteArray recording;
    QDateTime keptAt; // UTC
};

// What a patient says about the care, as the desk writes it down, or the correction of one. The client_id is made when
// the form opens, so that saving twice makes one row.
class FeedbackDialog final : public RecordDialog
{
    Q_OBJECT
public:
    FeedbackDialog(
        const RecordContext &desk, const WardList &wards, const std::optional<Feedback> &feedback, QWidget *parent);

    void setPatient(const Patient &patient);
    void takeUp(const KeptFeedback &kept);

Q_SIGNALS:
    void saved(const accueil::Feedback &feedback);
    void kept(const accueil::KeptFeedback &kept); // every 10 s while something was changed, and when the form closes
    void draftDone(); // saved or empty: nothing is to be kept any more

protected:
    void save() override;
    void showProblems(const Error &error) override;
    bool hasUnsavedWork() const override;
    void resizeEvent(QResizeEvent *event) override;
    void done(int result) override;

private:
    enum class After { Close, Next };

    QWidget *makeForm();
    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeStars();
    void connectForm();
    void fill(const FeedbackDraft &draft);
    FeedbackDraft draft() const;
    void beginNext();
    void keep();
    bool isChanged() const;
    void submit(After after);
    void send(const FeedbackDraft &draft, After after);
    void showHint();

    const RecordContext &m_desk;
    const WardList &m_wards;
    std::optional<Feedback> m_before;
    FeedbackDraft m_start; // as the form was filled, to know whether something was changed
    QString m_clientId;
    QTimer m_keeping;
    QBoxLayout *m_groups = nullptr;
    QFrame *m_between = nullptr;
    PatientPicker *m_patient = nullptr;
    Field *m_patientField = nullptr;
    QCheckBox *m_anonymous = nullptr;
    ListBox *m_ward = nullptr;
    Field *m_wardField = nullptr;
    FaceRow *m_face = nullptr;
    std::array<StarRow *, 4> m_stars{};
    NumberRow *m_recommend = nullptr;
    Segmented *m_language = nullptr;
    WordsField *m_words = nullptr;
    RecordingField *m_recording = nullptr;
    ListBox *m_method = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace accueil
