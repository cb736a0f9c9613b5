#pragma once

#include "app/logfile.h"

#include <QMutex>

namespace accueil {

// The file of the access log, 5 of 5 MB like the program's log. Thread-safe.
class AccessLogFile
{
public:
    explicit AccessLogFile(const QString &path);

    void write(const QByteArray &line);

private:
    QMutex m_mutex;
    LogFile m_file;
};

} // namespace accueil
