#include "app/accesslogfile.h"

namespace accueil {

namespace {

constexpr qint64 largestFile = 5 * 1024 * 1024; // bytes
constexpr int fileCount = 5;

} // namespace

AccessLogFile::AccessLogFile(const QString &path)
    : m_file(path, largestFile, fileCount)
{
}

void AccessLogFile::write(const QByteArray &line)
{
    const QMutexLocker locker(&m_mutex);
    m_file.write(line);
}

} // namespace accueil
