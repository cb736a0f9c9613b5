#pragma once

#include "ui/audio/soundbooth.h"

#include <QPointer>
#include <QWidget>

class QLabel;

namespace accueil {

class Button;
class LevelMeter;
class NoteLine;

// Records with the microphone, plays what there is, takes a file: a row of buttons, how loud it is, and in words how it
// goes. What was recorded comes as Ogg Opus without silence at its ends; where it is kept is not this one's business.
class RecorderBar final : public QWidget
{
    Q_OBJECT
public:
    enum class Files { Refused, Taken };
    // `booth` null: this desk has no sound.
    RecorderBar(SoundBooth *booth, std::chrono::seconds most, Files files, QWidget *parent = nullptr);
    ~RecorderBar() override; // the microphone is not left open

    void setRecording(const QByteArray &bytes); // what Listen plays; empty: nothing
    void setBusy(bool busy); // while it is being fetched or kept
    void takeFile(const QString &file);
    void stop(); // and says nothing more of what was going on
    void finish(); // a recording; it is recorded() as if its button had been pressed
    bool isIdle() const { return m_state == State::Idle; }
    bool isRecording() const { return m_state == State::Preparing || m_state == State::Recording; }
    QString note() const;
    void retranslate();

Q_SIGNALS:
    void recorded(const QByteArray &oggOpus);
    void settled(); // nothing is going on any more

private:
    enum class State { Idle, Preparing, Recording, Reading, Playing, Importing, Encoding };
    void build(Files files);
    void listenToBooth();
    void pressRecord();
    void pressPlay();
    void chooseFile();
    void enter(State state);
    void showLevel(double loudness);
    void take(const Sound &sound, bool wasCut);
    void showTrouble(SoundTrouble trouble);

    QPointer<SoundBooth> m_booth;
    const std::chrono::seconds m_most;
    State m_state = State::Idle;
    bool m_busy = false;
    QByteArray m_bytes;
    qint64 m_startedAt = 0; // ms of the monotonic clock
    Button *m_record;
    Button *m_play;
    Button *m_file;
    LevelMeter *m_meter;
    QLabel *m_time;
    NoteLine *m_note;
};

} // namespace accueil
