#pragma once

#include <QString>

namespace accueil {

// A name for this run of the program that no other run has: machine, start of the machine, process, start of the
// process.
QString processIdentity();

// True only when the run of that name certainly is no more. Another machine's, and any where the system does not say,
// may still run.
bool isProcessGone(const QString &identity);

} // namespace accueil
