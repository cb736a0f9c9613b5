#include "app/security/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

bool makeFolder(const QString &path)
{
    if (QDir(path).exists())
        return true;
    const QString parent = QFileInfo(path).absolutePath();
    return QDir().mkpath(parent) && QDir().mkdir(path, ownerOnly | QFile::ExeOwner);
}

bool reachDisk(QFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush() && ::_commit(file.handle()) == 0;
#endif
}

// The new name of a file is on the disk only when its folder is.
void folderReachesDisk(const QString &path)
{
#ifdef Q_OS_UNIX
    if (const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#else
    Q_UNUSED(path);
#endif
}

} // namespace

bool writePrivateFile(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString partial = path + u".new"_s;
    QFile::remove(partial); // left by a program that was stopped here
    QFile file(partial);
    if (!makeFolder(folder) || !file.open(QIODevice::NewOnly | QIODevice::WriteOnly, ownerOnly))
        return false;
    if (file.write(bytes) != bytes.size() || !reachDisk(file)) {
        file.remove();
        return false;
    }
    file.close();
    std::error_code error;
    std::filesystem::rename(partial.toStdU16String(), path.toStdU16String(), error);
    folderReachesDisk(folder);
    return !error;
}

bool isOpenToOthers(const QString &path)
{
#ifdef Q_OS_UNIX
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return (QFile::permissions(path) & others) != QFile::Permissions();
#else
    Q_UNUSED(path);
    return false;
#endif
}

} // namespace accueil
