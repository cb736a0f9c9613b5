#include "ui/audio/soundworker.h"

#include <QAudioDecoder>
#include <QAudioDevice>
#include <QAudioSink>
#include <QAudioSource>
#include <QMediaDevices>

#include <cstring>

namespace accueil {

namespace {

constexpr qsizetype mostDecoded = 60 * Sound::rate; // samples: as long as patients may speak

QAudioFormat soundFormat()
{
    QAudioFormat format;
    format.setSampleRate(Sound::rate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

QList<qint16> samplesOf(const QByteArray &bytes)
{
    QList<qint16> samples(bytes.size() / qsizetype(sizeof(qint16)));
    std::memcpy(samples.data(), bytes.constData(), size_t(samples.size()) * sizeof(qint16));
    return samples;
}

} // namespace

SoundWorker::SoundWorker()
    : m_buffer(this)
{
}

SoundWorker::~SoundWorker() = default;

void SoundWorker::record(std::chrono::milliseconds most)
{
    end();
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    if (device.isNull())
        return giveUp(SoundTrouble::NoMicrophone);
    m_most = qsizetype(most.count()) * Sound::rate / 1000;
    m_source = std::make_unique<QAudioSource>(device, soundFormat());
    m_microphone = m_source->start();
    if (!m_microphone || m_source->error() != QAudio::NoError)
        return giveUp(SoundTrouble::Broken);
    connect(m_microphone, &QIODevice::readyRead, this, &SoundWorker::takeSamples);
    connect(m_source.get(), &QAudioSource::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::StoppedState && m_source && m_source->error() != QAudio::NoError)
            giveUp(SoundTrouble::Broken);
    });
    Q_EMIT recording();
}

void SoundWorker::takeSamples()
{
    if (!m_microphone)
        return;
    QByteArray bytes = m_half + m_microphone->readAll();
    m_half = bytes.size() % 2 == 0 ? QByteArray() : bytes.right(1);
    bytes.chop(m_half.size());
    const QList<qint16> samples = samplesOf(bytes);
    if (samples.isEmpty())
        return;
    m_sound.samples += samples;
    Q_EMIT level(loudness(samples));
    if (m_sound.samples.size() >= m_most) {
        m_sound.samples.resize(m_most);
        finishRecording();
    }
}

void SoundWorker::finishRecording()
{
    const Sound sound = m_sound;
    end();
    Q_EMIT recorded(sound);
}

void SoundWorker::play(const Sound &sound)
{
    end();
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull())
        return giveUp(SoundTrouble::NoSpeaker);
    m_buffer.setData(
        reinterpret_cast<const char *>(sound.samples.constData()), sound.samples.size() * qsizetype(sizeof(qint16)));
    m_buffer.open(QIODevice::ReadOnly);
    m_sink = std::make_unique<QAudioSink>(device, soundFormat());
    connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        if (!m_sink)
            return;
        if (state == QAudio::IdleState)
            stop(); // all of it was played
        else if (state == QAudio::StoppedState && m_sink->error() != QAudio::NoError)
            giveUp(SoundTrouble::Broken);
    });
    m_sink->start(&m_buffer);
    Q_EMIT playing();
}

void SoundWorker::decode(const QByteArray &bytes)
{
    end();
    m_buffer.setData(bytes);
    m_buffer.open(QIODevice::ReadOnly);
    m_decoder = std::make_unique<QAudioDecoder>();
    m_decoder->setAudioFormat(soundFormat());
    m_decoder->setSourceDevice(&m_buffer);
    connect(m_decoder.get(), &QAudioDecoder::bufferReady, this, &SoundWorker::takeDecoded);
    connect(m_decoder.get(), &QAudioDecoder::finished, this, [this] {
        takeDecoded();
        const Sound sound = m_sound;
        end();
        if (sound.isEmpty())
            Q_EMIT failed(SoundTrouble::Unreadable);
        else
            Q_EMIT decoded(sound);
    });
    connect(m_decoder.get(), qOverload<QAudioDecoder::Error>(&QAudioDecoder::error), this,
        [this] { giveUp(SoundTrouble::Unreadable); });
    m_decoder->start();
}

void SoundWorker::takeDecoded()
{
    while (m_decoder && m_decoder->bufferAvailable()) {
        const QAudioBuffer buffer = m_decoder->read();
        if (buffer.isValid() && m_sound.samples.size() < mostDecoded) {
            const QList<qint16> samples(buffer.constData<qint16>(), buffer.constData<qint16>() + buffer.sampleCount());
            m_sound.samples += samples.first(qMin(samples.size(), mostDecoded - m_sound.samples.size()));
        }
    }
}

void SoundWorker::stop()
{
    if (m_source) {
        takeSamples();
        if (m_source) // not ended by those
            finishRecording();
    } else if (m_sink) {
        end();
        Q_EMIT played();
    } else {
        end();
    }
}

void SoundWorker::end()
{
    // Released at the next turn of the loop: this may be called by one of them. What they say meanwhile is nobody's.
    m_microphone = nullptr;
    if (m_source) {
        m_source->disconnect(this);
        m_source->stop();
        m_source.release()->deleteLater();
    }
    if (m_sink) {
        m_sink->disconnect(this);
        m_sink->stop();
        m_sink.release()->deleteLater();
    }
    if (m_decoder) {
        m_decoder->disconnect(this);
        m_decoder->stop();
        m_decoder.release()->deleteLater();
    }
    m_buffer.close();
    m_half.clear();
    m_sound = {};
}

void SoundWorker::giveUp(SoundTrouble trouble)
{
    end();
    Q_EMIT failed(trouble);
}

} // namespace accueil
