#pragma once

#include "app/domain/enumtable.h"

namespace accueil {

enum class Language { English, French, Duala, Basaa, Ewondo };

inline constexpr EnumTable<Language, 5> languageTable{{{
    {Language::English, u"en"},
    {Language::French, u"fr"},
    {Language::Duala, u"dua"},
    {Language::Basaa, u"bas"},
    {Language::Ewondo, u"ewo"},
}}};

// Accepts codes, and the usual names in English, French and the language itself, in any case and with or without
// accents: fr, french, Français, douala, bassa, ...
std::optional<Language> parseLanguage(QStringView text);

} // namespace accueil
