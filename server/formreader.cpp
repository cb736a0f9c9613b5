#include "server/formreader.h"

#include <cctype>

#include <QString>

namespace accueil {

namespace {

constexpr qsizetype mostFields = 200;

// Nothing for an escape that is none.
std::optional<QByteArray> decoded(QByteArray text)
{
    text.replace('+', ' ');
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
        const auto isHexDigit = [&](qsizetype at) { return at < text.size() && std::isxdigit(uchar(text[at])) != 0; };
        if (!isHexDigit(i + 1) || !isHexDigit(i + 2))
            return std::nullopt;
    }
    return QByteArray::fromPercentEncoding(text);
}

} // namespace

std::optional<Form> readForm(QByteArrayView body)
{
    Form form;
    const QByteArrayList fields = body.toByteArray().split('&');
    if (fields.size() > mostFields)
        return std::nullopt;
    for (const QByteArray &field : fields) {
        if (field.isEmpty())
            continue;
        const qsizetype equals = field.indexOf('=');
        const auto name = decoded(equals < 0 ? field : field.first(equals));
        const auto value = decoded(equals < 0 ? QByteArray() : field.sliced(equals + 1));
        if (!name || !value || name->isEmpty())
            return std::nullopt;
        form.append({*name, *value});
    }
    return form;
}

QString formText(const Form &form, QByteArrayView name)
{
    for (auto field = form.crbegin(); field != form.crend(); ++field) {
        if (field->first == name)
            return QString::fromUtf8(field->second).remove(QChar(u'\0'));
    }
    return {};
}

} // namespace accueil
