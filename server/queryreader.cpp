#include "server/queryreader.h"

#include "server/bytetext.h"
#include "server/timetext.h"

#include <QStringDecoder>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// Why a value is not what its parameter takes; empty when it is.
QString complaint(const QueryParameter &parameter, const QString &value)
{
    using Kind = QueryParameter::Kind;
    switch (parameter.kind) {
    case Kind::Text:
        return value.size() > parameter.maximum ? u"tooLong"_s : QString();
    case Kind::Integer: {
        bool ok = false;
        const qint64 number = value.toLongLong(&ok);
        if (!ok)
            return u"notANumber"_s;
        return number < parameter.minimum || number > parameter.maximum ? u"outOfRange"_s : QString();
    }
    case Kind::Boolean:
        return value == u"true" || value == u"false" ? QString() : u"unknownValue"_s;
    case Kind::Time:
        return parseTime(value) || parseDate(value) ? QString() : u"notATime"_s;
    case Kind::Key:
        return parameter.keys.contains(value) ? QString() : u"unknownValue"_s;
    case Kind::Keys: {
        const QStringList names = value.split(u',');
        const bool known = std::all_of(
            names.begin(), names.end(), [&](const QString &name) { return parameter.keys.contains(name); });
        return known ? QString() : u"unknownValue"_s;
    }
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<QString> percentDecoded(QByteArrayView text, bool plusIsSpace)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+' && plusIsSpace) {
            c = ' ';
        } else if (c == '%') {
            const bool isWhole = text.size() - i > 2;
            const int high = isWhole ? hexDigit(text[i + 1]) : -1;
            const int low = isWhole ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            c = char(high * 16 + low);
            i += 2;
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return std::nullopt;
        bytes.append(c);
    }
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString decoded = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return decoded;
}

Result<Query> readQuery(QByteArrayView query, const QList<QueryParameter> &declared)
{
    Query values;
    QList<FieldError> errors;
    for (const QByteArray &pair : query.toByteArray().split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const std::optional<QString> name = percentDecoded(before(pair, '='), true);
        const std::optional<QString> value = percentDecoded(equals < 0 ? QByteArray() : pair.sliced(equals + 1), true);
        if (!name || !value) {
            errors.append({name.value_or(QString()).left(64), u"malformed"_s});
            continue;
        }
        const auto parameter = std::find_if(
            declared.begin(), declared.end(), [&](const QueryParameter &candidate) { return candidate.name == *name; });
        if (parameter == declared.end())
            errors.append({name->left(64), u"unknownParameter"_s});
        else if (values.has(*name))
            errors.append({*name, u"repeated"_s});
        else if (const QString why = complaint(*parameter, *value); !why.isEmpty())
            errors.append({*name, why});
        else
            values.insert(*name, *value);
    }
    if (!errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return values;
}

} // namespace accueil
