#pragma once

#include "ui/audio/soundbooth.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace accueil {

// A booth without devices: what it hears and reads is given by the test, and answers come from the loop as from the
// real one.
struct FakeSoundBooth final : SoundBooth
{
    void record(std::chrono::milliseconds most) override
    {
        orders += QStringLiteral("record %1").arg(most.count());
        if (trouble)
            return later([this] { Q_EMIT failed(*trouble); });
        isRecording = true;
        later([this] {
            Q_EMIT recording();
            Q_EMIT level(0.6);
        });
    }
    void play(const Sound &sound) override
    {
        orders += QStringLiteral("play");
        heard = sound;
        later([this] { Q_EMIT playing(); });
    }
    void decode(const QByteArray &bytes) override
    {
        orders += QStringLiteral("decode");
        read = bytes;
        later([this] {
            if (voice.isEmpty())
                Q_EMIT failed(SoundTrouble::Unreadable);
            else
                Q_EMIT decoded(voice);
        });
    }
    void stop() override
    {
        orders += QStringLiteral("stop");
        if (std::exchange(isRecording, false))
            later([this] { Q_EMIT recorded(voice); });
        else
            later([this] { Q_EMIT played(); });
    }

    Sound voice; // what the microphone hears and what recordings hold
    std::optional<SoundTrouble> trouble; // of the microphone
    QStringList orders;
    QByteArray read;
    Sound heard;
    bool isRecording = false;

private:
    template <typename Work>
    void later(Work work)
    {
        QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
    }
};

} // namespace accueil
