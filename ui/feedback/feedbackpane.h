#pragma once

#include "app/domain/feedback.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recordpane.h"

#include <optional>

class QLabel;

namespace accueil {

class Banner;
class Button;
class ChipRow;
class IconButton;
class ListenButton;
class RatingsView;

// One feedback to be read: who, about what, how it was rated, the words, the translation, the recording.
class FeedbackPane final : public RecordPane
{
    Q_OBJECT
public:
    explicit FeedbackPane(const RecordContext &desk, QWidget *parent = nullptr);

    void showFeedback(const std::optional<Feedback> &feedback);
    const std::optional<Feedback> &feedback() const { return m_feedback; }
    void retranslate();

Q_SIGNALS:
    void editRequested();
    void removalRequested();
    void recordingRequested();
    void patientRequested(accueil::PatientId patient);
    void linkRequested(); // to a patient of the registry
    void unlinkRequested();

private:
    QWidget *makeRecord();
    void showRecord();
    void showOrigin();
    void readDevice();
    void showRecording(const std::optional<Feedback> &before);
    QString facts() const;

    const RecordContext &m_desk;
    std::optional<Feedback> m_feedback;
    QLabel *m_who;
    QLabel *m_facts;
    QLabel *m_origin;
    Banner *m_callback;
    IconButton *m_edit;
    IconButton *m_remove;
    ChipRow *m_chips;
    RatingsView *m_ratings;
    QLabel *m_wordsTitle;
    QLabel *m_words;
    QLabel *m_translationTitle;
    QLabel *m_translation;
    ListenButton *m_listen;
    Button *m_recording;
    Button *m_patient;
    Button *m_link;
    Button *m_unlink;
    QString m_deviceName; // of the tablet that sent it, once it was read
};

} // namespace accueil
