#pragma once

#include <QString>

namespace accueil {

// scrypt (RFC 7914) with its parameters in the stored text: "scrypt$N$r$p$salt$hash", base64. N = 2^15, r = 8, p = 1
// takes 32 MiB and 120 ms of a 2020s core (tests/bench/bench_crypto); OWASP's p = 3 would take 320 ms, too long for a
// desk where people sign in and out all day. Stored parameters of older hashes keep working. Thread-safe; blocks the
// caller.
QString hashPassword(const QString &password);
bool passwordMatches(const QString &password, const QString &stored);
// Takes as long as a real comparison, for user names that do not exist.
void spendPasswordTime(const QString &password);

} // namespace accueil
