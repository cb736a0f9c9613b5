#include "server/queryreader.h"

#include "server/bytetext.h"
#include "server/timetext.h"

#include <QRegularExpression>
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

using Complaint = std::optional<FieldError>;

Complaint complaintUnless(bool isFine, const QueryParameter &parameter, const QString &key)
{
    return isFine ? Complaint() : FieldError{parameter.name, key};
}

Complaint numberComplaint(const QueryParameter &parameter, const QString &value)
{
    static const QRegularExpression digits(u"\\A[+-]?[0-9]+\\z"_s);
    if (!digits.match(value).hasMatch()) {
        bool isNumber = false;
        value.toDouble(&isNumber);
        return FieldError{parameter.name, isNumber ? u"notWhole"_s : u"notANumber"_s};
    }
    bool fits = false; // digits that do not are far out of range
    const qint64 number = value.toLongLong(&fits);
    if (fits && number >= parameter.minimum && number <= parameter.maximum)
        return {};
    return FieldError{parameter.name, u"outOfRange"_s, {{u"min"_s, parameter.minimum}, {u"max"_s, parameter.maximum}}};
}

// Why a value is not what its parameter takes; nothing when it is.
Complaint complaint(const QueryParameter &parameter, const QString &value)
{
    using Kind = QueryParameter::Kind;
    switch (parameter.kind) {
    case Kind::Text:
        if (value.size() > parameter.maximum)
            return FieldError{parameter.name, u"tooLong"_s, {{u"max"_s, parameter.maximum}}};
        return {};
    case Kind::Integer:
        return numberComplaint(parameter, value);
    case Kind::Boolean:
        return complaintUnless(value == u"true" || value == u"false", parameter, u"unknownValue"_s);
    case Kind::Time:
        return complaintUnless(parseTime(value) || parseDate(value), parameter, u"notATime"_s);
    case Kind::Key:
        return complaintUnless(parameter.keys.contains(value), parameter, u"unknownValue"_s);
    case Kind::Keys: {
        const QStringList names = value.split(u',');
        const bool known = std::all_of(
            names.begin(), names.end(), [&](const QString &name) { return parameter.keys.contains(name); });
        return complaintUnless(known, parameter, u"unknownValue"_s);
    }
    }
    Q_UNREACHABLE();
}

// What says nothing without another parameter that is not there.
QList<FieldError> missingCompanions(const Query &values, const QList<QueryParameter> &declared)
{
    QList<FieldError> errors;
    for (const QueryParameter &parameter : declared) {
        const QString companion = parameter.needs.value(values.text(parameter.name));
        if (!companion.isEmpty() && values.text(companion).trimmed().isEmpty())
            errors.append({parameter.name, u"needsParameter"_s, {{u"parameter"_s, companion}}});
    }
    return errors;
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
        else if (const Complaint why = complaint(*parameter, *value))
            errors.append(*why);
        else
            values.insert(*name, *value);
    }
    errors += missingCompanions(values, declared);
    if (!errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return values;
}

} // namespace accueil
