#pragma once

#include "ui/audio/soundbooth.h"

#include <QThread>

namespace accueil {

class SoundWorker;

// The booth on Qt Multimedia. Devices are opened on a thread of its own, because a sound server may take its time. The
// thread begins with the first order.
class QtSoundBooth final : public SoundBooth
{
    Q_OBJECT
public:
    explicit QtSoundBooth(QObject *parent = nullptr);
    ~QtSoundBooth() override;

    // The backend that works with what Debian 12 has (its FFmpeg one crashes). Before the application object is made.
    static void chooseBackend();

    void record(std::chrono::milliseconds most) override;
    void play(const Sound &sound) override;
    void decode(const QByteArray &bytes) override;
    void stop() override;

private:
    SoundWorker *worker();

    QThread m_thread;
    SoundWorker *m_worker = nullptr; // lives on the thread
};

} // namespace accueil
