#pragma once

#include "app/domain/language.h"

#include <QString>

namespace accueil {

// The subject of a reminder by email. It names the hospital and nothing else: a subject is read by whoever sees the
// screen.
QString reminderSubject(Language language, const QString &hospital);

} // namespace accueil
