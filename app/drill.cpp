#include "app/drill.h"

#include "app/application.h"
#include "app/services/demoservice.h"

#include <QDir>
#include <QLockFile>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

std::unique_ptr<QLockFile> lockOf(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + u"/drill.lock"_s);
    lock->setStaleLockTime(0); // however long the drill takes: only a program that is gone gives it up
    return lock;
}

bool isMine(const QFileInfo &folder)
{
#ifdef Q_OS_WIN
    return !folder.isSymLink(); // the folder for temporary files is the user's own
#else
    return !folder.isSymLink() && folder.ownerId() == ::geteuid();
#endif
}

// One without a lock is just being made, or none of ours.
void removeAbandoned()
{
    const QDir temporary(QDir::tempPath());
    for (const QFileInfo &folder : temporary.entryInfoList({u"accueil-drill-*"_s}, QDir::Dirs | QDir::NoSymLinks)) {
        if (!isMine(folder) || !QFileInfo::exists(folder.filePath() + u"/drill.lock"_s))
            continue;
        const std::unique_ptr<QLockFile> lock = lockOf(folder.filePath());
        if (lock->tryLock())
            QDir(folder.filePath()).removeRecursively();
    }
}

} // namespace

DrillPlace::DrillPlace()
    : m_folder(QDir(QDir::tempPath()).filePath(u"accueil-drill-XXXXXX"_s))
{
    removeAbandoned();
    if (!m_folder.isValid())
        return;
    m_lock = lockOf(m_folder.path());
    m_lock->tryLock();
}

DrillPlace::~DrillPlace() = default;

ProgramSettings DrillPlace::settings(quint16 port) const
{
    ProgramSettings settings;
    settings.isDrill = true;
    settings.dataDirectory = m_folder.path();
    settings.database = {.path = m_folder.filePath(u"accueil.db"_s)};
    settings.keyFile = m_folder.filePath(u"accueil.key"_s);
    settings.keyringUse = KeyringUse::Never; // it would keep the key for ever
    settings.host = QHostAddress(QHostAddress::LocalHost);
    settings.port = port;
    settings.tlsPort = 0; // the usual one is the hospital's
    // Nobody waits an hour in a drill, and a few late ones are enough to practise on.
    settings.overrides.values = {{u"delivery.quietHours"_s, u"off"_s}, {u"delivery.dailyLimit"_s, u"off"_s},
        {u"delivery.retryDelays"_s, u"5,10,20,30"_s}, {u"delivery.reconcileInterval"_s, u"10"_s},
        {u"delivery.lateLimit"_s, u"5"_s}};
    return settings;
}

Result<QList<DemoAccount>> makeDrillStore(Application &application)
{
    if (const Result<StoreService::State> state = application.store().inspect(); !state)
        return tl::unexpected(state.error());
    if (const Result<RecoveryKey> key = application.store().initialise(); !key)
        return tl::unexpected(key.error());
    application.open();
    return application.demo().fill(Session::system());
}

} // namespace accueil
