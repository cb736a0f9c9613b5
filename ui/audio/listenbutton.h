#pragma once

#include "app/domain/result.h"
#include "ui/audio/soundbooth.h"

#include <QPointer>
#include <QWidget>

#include <functional>

namespace accueil {

class Button;
class NoteLine;

// Plays a recording that lies in the store: a button that fetches it when it is first pressed and stops it when pressed
// again, and in words what is in the way. Of several, one plays at a time when started() of each is stop() of the
// others.
class ListenButton final : public QWidget
{
    Q_OBJECT
public:
    using Fetch = std::function<Result<QByteArray>()>; // runs on a worker thread
    // `booth` null: this desk has no sound.
    ListenButton(SoundBooth *booth, Fetch fetch, QWidget *parent = nullptr);
    ~ListenButton() override;

    void setFetch(Fetch fetch); // of another recording; what is playing stops
    void setPurpose(const QString &purpose); // what a screen reader says before it is pressed
    void stop();
    QString note() const;
    void retranslate();

Q_SIGNALS:
    void started();

private:
    enum class State { Idle, Fetching, Reading, Playing };
    void press();
    void take(const Result<QByteArray> &bytes);
    void enter(State state);
    void showTrouble(SoundTrouble trouble);

    QPointer<SoundBooth> m_booth;
    Fetch m_fetch;
    QByteArray m_bytes;
    QString m_purpose;
    int m_question = 0; // answers to earlier ones are dropped
    State m_state = State::Idle;
    Button *m_button;
    NoteLine *m_note;
};

} // namespace accueil
