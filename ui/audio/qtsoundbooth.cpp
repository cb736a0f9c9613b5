#include "ui/audio/qtsoundbooth.h"

#include "ui/audio/soundworker.h"

namespace accueil {

QtSoundBooth::QtSoundBooth(QObject *parent)
    : SoundBooth(parent)
{
}

QtSoundBooth::~QtSoundBooth()
{
    if (!m_worker)
        return;
    m_worker->disconnect(this);
    QMetaObject::invokeMethod(m_worker, &SoundWorker::end, Qt::QueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void QtSoundBooth::chooseBackend()
{
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "gstreamer");
#endif
}

void QtSoundBooth::record(std::chrono::milliseconds most)
{
    QMetaObject::invokeMethod(
        worker(), [worker = worker(), most] { worker->record(most); }, Qt::QueuedConnection);
}

void QtSoundBooth::play(const Sound &sound)
{
    QMetaObject::invokeMethod(
        worker(), [worker = worker(), sound] { worker->play(sound); }, Qt::QueuedConnection);
}

void QtSoundBooth::decode(const QByteArray &bytes)
{
    QMetaObject::invokeMethod(
        worker(), [worker = worker(), bytes] { worker->decode(bytes); }, Qt::QueuedConnection);
}

void QtSoundBooth::stop()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &SoundWorker::stop, Qt::QueuedConnection);
}

SoundWorker *QtSoundBooth::worker()
{
    if (m_worker)
        return m_worker;
    m_worker = new SoundWorker;
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SoundWorker::recording, this, &SoundBooth::recording);
    connect(m_worker, &SoundWorker::level, this, &SoundBooth::level);
    connect(m_worker, &SoundWorker::recorded, this, &SoundBooth::recorded);
    connect(m_worker, &SoundWorker::playing, this, &SoundBooth::playing);
    connect(m_worker, &SoundWorker::played, this, &SoundBooth::played);
    connect(m_worker, &SoundWorker::decoded, this, &SoundBooth::decoded);
    connect(m_worker, &SoundWorker::failed, this, &SoundBooth::failed);
    m_thread.start();
    return m_worker;
}

} // namespace accueil
