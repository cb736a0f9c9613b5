#pragma once

#include "app/domain/result.h"

#include <QString>

namespace accueil {

// Text for operators at a terminal.
inline constexpr int exitDone = 0;
inline constexpr int exitFailed = 1;
inline constexpr int exitWrongUse = 2;

void printLine(const QString &line); // standard output
void complain(const QString &line); // standard error
// What a service refused, with the documented meaning of each key.
void complain(const QString &what, const Error &error);
// The first line of standard input, without its end. A terminal is asked with `prompt` and does not show what is typed.
QString readSecretLine(const QString &prompt);

} // namespace accueil
