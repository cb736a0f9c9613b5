#pragma once

#include "ui/audio/soundbooth.h"

#include <QBuffer>

#include <memory>

class QAudioDecoder;
class QAudioSink;
class QAudioSource;

namespace accueil {

// What QtSoundBooth does, on its thread.
class SoundWorker final : public QObject
{
    Q_OBJECT
public:
    SoundWorker();
    ~SoundWorker() override;

    void record(std::chrono::milliseconds most);
    void play(const Sound &sound);
    void decode(const QByteArray &bytes);
    void stop();
    void end(); // without a word

Q_SIGNALS:
    void recording();
    void level(double loudness);
    void recorded(const accueil::Sound &sound);
    void playing();
    void played();
    void decoded(const accueil::Sound &sound);
    void failed(accueil::SoundTrouble trouble);

private:
    void takeSamples();
    void finishRecording();
    void takeDecoded();
    void giveUp(SoundTrouble trouble);

    std::unique_ptr<QAudioSource> m_source;
    QIODevice *m_microphone = nullptr; // of m_source
    QByteArray m_half; // an odd byte, until its other half comes
    qsizetype m_most = 0; // samples
    std::unique_ptr<QAudioSink> m_sink;
    std::unique_ptr<QAudioDecoder> m_decoder;
    QBuffer m_buffer; // what is played or read
    Sound m_sound; // what was recorded or read so far
};

} // namespace accueil
