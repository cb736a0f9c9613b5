#pragma once

#include <QString>

namespace accueil {

// Replaces what looks like a telephone number, an email address or a token; leaves dates, IP addresses and short
// numbers.
QString maskPersonalData(const QString &message);

// From now on every message of Qt's logging goes to standard error, one line each: time, level, category, message,
// masked. Debug messages only where QT_LOGGING_RULES asks for them. Thread-safe, also among programs on one directory.
void startLogging();
// Also to logs/accueil.log in `dataDirectory` (0600), 5 files of 5 MB.
void logToDirectory(const QString &dataDirectory);

} // namespace accueil
