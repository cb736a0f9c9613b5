#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace accueil {

// The fields of a form in their order, decoded to bytes; whether those are UTF-8 is the reader's question.
using Form = QList<std::pair<QByteArray, QByteArray>>;

// Reads application/x-www-form-urlencoded (WHATWG URL, 5.1). Nothing for a broken escape, a field without a name or
// more fields than any webhook has.
std::optional<Form> readForm(QByteArrayView body);

// The last value of this name as text without U+0000; empty when there is none.
QString formText(const Form &form, QByteArrayView name);

} // namespace accueil
