#pragma once

#include "app/domain/patientfilter.h"
#include "db/cellvalues.h"

namespace accueil {

// What a filter asks of the columns that are not encrypted.
inline void addConditions(Conditions &conditions, const PatientFilter &filter)
{
    if (filter.archived)
        conditions.add(QStringLiteral("archived = ?"), {*filter.archived});
    if (!filter.ward.isEmpty())
        conditions.add(QStringLiteral("ward = ?"), {filter.ward});
    if (filter.language)
        conditions.add(QStringLiteral("preferred_language = ?"), {languageTable.key(*filter.language)});
    if (filter.activeSince)
        conditions.add(QStringLiteral("last_activity >= ?"), {filter.activeSince->toMSecsSinceEpoch()});
}

} // namespace accueil
