#pragma once

#include "app/domain/language.h"

#include <QString>

namespace accueil {

// A language in its own words, the same whatever the window speaks: Français, English, Duálá, Ɓàsàa, Ewondo.
QString languageName(Language language);
QString languageName(const QString &wireKey);

} // namespace accueil
