#pragma once

#include "app/domain/language.h"
#include "app/domain/listing.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace accueil {

enum class PatientSort { LastActivity, Number, Registration, Name }; // Name: only within a search

struct PatientFilter
{
    QString search; // name words in any order, number or telephone; at most 2,000 matches are considered
    QString ward;
    std::optional<Language> language;
    std::optional<bool> archived = false; // nothing: both
    std::optional<QDateTime> activeSince; // UTC
    PatientSort sort = PatientSort::LastActivity;
    SortOrder order = SortOrder::Descending;
};

} // namespace accueil
