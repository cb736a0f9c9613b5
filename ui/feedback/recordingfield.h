#pragma once

#include <QByteArray>
#include <QWidget>

#include <functional>

class QLabel;

namespace accueil {

class Button;
class IconButton;
class NoteLine;

class RecorderBar;
class SoundBooth;

// A recording of the patient, made here with the microphone or taken from a file, whose kind is read from its bytes.
// Reading happens in the background.
class RecordingField final : public QWidget
{
    Q_OBJECT
public:
    explicit RecordingField(SoundBooth *booth, QWidget *parent = nullptr); // null: from a file only

    const QByteArray &bytes() const { return m_bytes; }
    const QString &name() const { return m_name; }
    void setRecording(const QString &name, const QByteArray &bytes); // empty: none
    void setStored(bool stored); // the feedback has one already; a new one would replace it
    void read(const QString &file);
    QString problem() const;
    bool isRecording() const;
    // Ends the recording; `then` runs when its bytes are there.
    void finishRecording(const std::function<void()> &then);

Q_SIGNALS:
    void changed();

private:
    void choose();
    void showRecording();

    QByteArray m_bytes;
    QString m_name;
    bool m_stored = false;
    RecorderBar *m_recorder;
    Button *m_attach;
    QLabel *m_label;
    IconButton *m_remove;
    NoteLine *m_problem;
};

} // namespace accueil
