#pragma once

#include <QString>

namespace accueil {

// scrypt (RFC 7914) with its parameters in the stored text: "scrypt$N$r$p$salt$hash", base64. About 150 ms by default
// (N = 2^15, r = 8, p = 3 is the OWASP equivalent; measured in tests/bench). Thread-safe; blocks the caller for that long.
QString hashPassword(const QString &password);
bool passwordMatches(const QString &password, const QString &stored);
// Takes as long as a real comparison, for user names that do not exist.
void spendPasswordTime(const QString &password);

} // namespace accueil
