#pragma once

#include "app/domain/enumtable.h"

namespace accueil {

enum class Gender { Female, Male, Other, Unknown };

inline constexpr EnumTable<Gender, 4> genderTable{{{
    {Gender::Female, u"female"},
    {Gender::Male, u"male"},
    {Gender::Other, u"other"},
    {Gender::Unknown, u"unknown"},
}}};

// Accepts the usual spellings in French and English: F, femme, female, M, homme, male, other, autre ...
std::optional<Gender> parseGender(QStringView text);

} // namespace accueil
