#pragma once

#include "server/route.h"

namespace accueil {

// Percent-decodes one part of a target; nothing for a broken escape, invalid UTF-8 or a control character.
std::optional<QString> percentDecoded(QByteArrayView text, bool plusIsSpace);

// Reads a query by what a row declares: `unknownParameter`, `repeated`, `malformed`, `outOfRange`, `tooLong`,
// `notANumber`, `notWhole`, `notATime`, `unknownValue`, `needsParameter` in the error's fields.
Result<Query> readQuery(QByteArrayView query, const QList<QueryParameter> &declared);

} // namespace accueil
