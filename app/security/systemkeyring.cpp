#include "app/security/systemkeyring.h"

#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <chrono>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds patience = 30s;

// True when the job finished well in time. A job that did not is left to itself: a keyring's late answer still needs
// it, and it deletes itself then.
bool finishes(QKeychain::Job *job)
{
    QEventLoop loop;
    bool finished = false;
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&] {
        finished = true;
        loop.quit();
    });
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    job->start();
    if (!finished)
        loop.exec();
    return finished && job->error() == QKeychain::NoError;
}

const QString service = u"accueil"_s;

} // namespace

bool SystemKeyring::isThere()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
#else
    return true;
#endif
}

std::optional<QByteArray> SystemKeyring::read(const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    return finishes(job) ? std::optional(job->binaryData()) : std::nullopt;
}

bool SystemKeyring::write(const QString &name, const QByteArray &value)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setBinaryData(value);
    return finishes(job);
}

} // namespace accueil
