#include "app/logfile.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace accueil {

LogFile::LogFile(QString path, qint64 largest, int count)
    : m_path(std::move(path))
    , m_largest(largest)
    , m_count(count)
{
}

void LogFile::write(const QByteArray &line)
{
    if (!m_file.isOpen() && !open())
        return;
    if (m_file.size() + line.size() > m_largest)
        rotate(line.size());
    m_file.write(line);
}

bool LogFile::open()
{
    const QFileInfo info(m_path);
    QDir().mkpath(info.absolutePath());
    m_file.setFileName(m_path);
    const bool opened = m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    if (opened)
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return opened;
}

// Another program may have rotated already; then this one only opens the new file.
void LogFile::rotate(qsizetype needed)
{
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(1000))
        return;
    m_file.close();
    if (QFileInfo(m_path).size() + needed > m_largest) {
        for (int number = m_count - 1; number >= 1; --number) {
            const QString older = u"%1.%2"_s.arg(m_path).arg(number);
            const QString newer = number == 1 ? m_path : u"%1.%2"_s.arg(m_path).arg(number - 1);
            QFile::remove(older);
            QFile::rename(newer, older);
        }
    }
    open();
}

} // namespace accueil
