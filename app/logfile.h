#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace accueil {

// The newest of a bounded number of log files: path, path.1 (older) ... Several programs may write to the same. Not
// thread-safe.
class LogFile
{
public:
    LogFile(QString path, qint64 largest, int count);

    void write(const QByteArray &line); // with its line end; what cannot be written is dropped

private:
    bool open();
    void rotate(qsizetype needed);

    QString m_path;
    qint64 m_largest; // bytes
    int m_count;
    QFile m_file;
};

} // namespace accueil
