#pragma once

#include "ui/audio/sound.h"

#include <QObject>

namespace accueil {

enum class SoundTrouble {
    NoMicrophone,
    NoSpeaker,
    Broken, // the device was there and gave up
    Unreadable, // these bytes are no recording that can be played
};

// Microphone, loudspeaker and the reading of recordings, one thing at a time. GUI thread; nothing here blocks, answers
// come as signals. A new order ends the one before it.
class SoundBooth : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void record(std::chrono::milliseconds most) = 0; // recording(), level()..., recorded()
    virtual void play(const Sound &sound) = 0; // playing(), played()
    virtual void decode(const QByteArray &bytes) = 0; // decoded(); at most a minute of it
    virtual void stop() = 0; // of a recording: what there is of it is recorded(); of playing: played()

Q_SIGNALS:
    void recording();
    void level(double loudness); // 0-1, ten times a second or more
    void recorded(const accueil::Sound &sound);
    void playing();
    void played();
    void decoded(const accueil::Sound &sound);
    void failed(accueil::SoundTrouble trouble);
};

} // namespace accueil
