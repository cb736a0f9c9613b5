#pragma once

#include "app/domain/result.h"

#include <QIODevice>

namespace accueil {

class UnderstandingEngine;

// Reads a CSV file with a column `text` and, where texts are not all French, a column `lang` (a code or the name of a
// language), and writes each row with the columns label, score and topics added: comma-separated UTF-8, topics parted
// by
// |, "undetermined" for no label. Answers with the number of rows. Invalid (`text`: required) without such a column;
// (`lang`: unknownValue, `line`) for a language that is not known; (`file`: fileEmpty).
Result<qint64> analyseTexts(const UnderstandingEngine &engine, QIODevice &in, QIODevice &out);

} // namespace accueil
