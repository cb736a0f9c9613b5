#pragma once

#include <QByteArrayView>
#include <QJsonValue>

#include <optional>

namespace accueil {

// Reads JSON (RFC 8259) more strictly than QJsonDocument: invalid UTF-8, lone surrogates, a name twice in one object,
// numbers that no double holds, more than 32 levels and anything after the value are refused. Nothing for a text that
// is no JSON.
std::optional<QJsonValue> readJson(QByteArrayView text);

} // namespace accueil
