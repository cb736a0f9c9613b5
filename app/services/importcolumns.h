#pragma once

#include "app/domain/language.h"
#include "app/services/importservice.h"

namespace accueil {

// Which column of a file is which field: the names that hospitals, spreadsheets and public data sets give them, in
// French and English, compared folded.
struct ColumnGuess
{
    QMap<QString, int> mapping;
    Language language = Language::French; // in which most recognised columns are named
};

QStringList importFields(ImportKind kind);
ColumnGuess guessColumns(ImportKind kind, const QStringList &header);

} // namespace accueil
