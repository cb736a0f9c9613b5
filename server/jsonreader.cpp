#include "server/jsonreader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringDecoder>

#include <cmath>

namespace accueil {

namespace {

constexpr int maximumDepth = 32;

// A recursive descent over the bytes; every function returns nothing when the text is not what it must be.
class Parser
{
public:
    explicit Parser(QByteArrayView text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    std::optional<QJsonValue> document()
    {
        std::optional<QJsonValue> value = anyValue(0);
        skipSpace();
        if (m_at != m_end)
            return std::nullopt;
        return value;
    }

private:
    void skipSpace()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\n' || *m_at == '\r'))
            ++m_at;
    }
    bool take(char expected)
    {
        if (m_at == m_end || *m_at != expected)
            return false;
        ++m_at;
        return true;
    }
    bool takeWord(QByteArrayView word)
    {
        if (!QByteArrayView(m_at, m_end).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }
    bool isDigit() const { return m_at != m_end && *m_at >= '0' && *m_at <= '9'; }
    bool digits()
    {
        const char *const start = m_at;
        while (isDigit())
            ++m_at;
        return m_at != start;
    }

    std::optional<QJsonValue> anyValue(int depth);
    std::optional<QJsonValue> object(int depth);
    std::optional<QJsonValue> array(int depth);
    std::optional<QJsonValue> number();
    std::optional<QString> string();
    std::optional<QString> escaped();
    std::optional<char16_t> fourHexDigits();

    const char *m_at;
    const char *m_end;
};

std::optional<QJsonValue> Parser::anyValue(int depth)
{
    skipSpace();
    if (m_at == m_end || depth > maximumDepth)
        return std::nullopt;
    switch (*m_at) {
    case '{':
        return object(depth);
    case '[':
        return array(depth);
    case '"':
        if (std::optional<QString> text = string())
            return QJsonValue(*text);
        return std::nullopt;
    case 't':
        return takeWord("true") ? std::optional(QJsonValue(true)) : std::nullopt;
    case 'f':
        return takeWord("false") ? std::optional(QJsonValue(false)) : std::nullopt;
    case 'n':
        return takeWord("null") ? std::optional(QJsonValue(QJsonValue::Null)) : std::nullopt;
    default:
        return number();
    }
}

std::optional<QJsonValue> Parser::object(int depth)
{
    take('{');
    QJsonObject object;
    skipSpace();
    if (take('}'))
        return QJsonValue(object);
    do {
        skipSpace();
        const std::optional<QString> name = m_at != m_end && *m_at == '"' ? string() : std::nullopt;
        skipSpace();
        if (!name || object.contains(*name) || !take(':'))
            return std::nullopt;
        const std::optional<QJsonValue> value = anyValue(depth + 1);
        if (!value)
            return std::nullopt;
        object.insert(*name, *value);
        skipSpace();
    } while (take(','));
    return take('}') ? std::optional(QJsonValue(object)) : std::nullopt;
}

std::optional<QJsonValue> Parser::array(int depth)
{
    take('[');
    QJsonArray array;
    skipSpace();
    if (take(']'))
        return QJsonValue(array);
    do {
        const std::optional<QJsonValue> value = anyValue(depth + 1);
        if (!value)
            return std::nullopt;
        array.append(*value);
        skipSpace();
    } while (take(','));
    return take(']') ? std::optional(QJsonValue(array)) : std::nullopt;
}

std::optional<QJsonValue> Parser::number()
{
    const char *const start = m_at;
    take('-');
    if (!take('0') && !digits())
        return std::nullopt;
    bool whole = true;
    if (take('.')) {
        whole = false;
        if (!digits())
            return std::nullopt;
    }
    if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        whole = false;
        if (!take('+'))
            take('-');
        if (!digits())
            return std::nullopt;
    }
    const QByteArrayView text(start, m_at);
    bool ok = false;
    if (whole) {
        const qint64 integer = text.toLongLong(&ok);
        if (ok)
            return QJsonValue(integer);
    }
    const double number = text.toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    return QJsonValue(number);
}

std::optional<QString> Parser::string()
{
    take('"');
    QString text;
    while (m_at != m_end) {
        const char *const start = m_at;
        while (m_at != m_end && *m_at != '"' && *m_at != '\\' && static_cast<unsigned char>(*m_at) >= 0x20)
            ++m_at;
        if (m_at != start) {
            QStringDecoder decoder(
                QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
            text += decoder.decode(QByteArrayView(start, m_at));
            if (decoder.hasError())
                return std::nullopt;
        }
        if (take('"'))
            return text;
        if (!take('\\'))
            return std::nullopt;
        const std::optional<QString> unit = escaped();
        if (!unit)
            return std::nullopt;
        text += *unit;
    }
    return std::nullopt;
}

// What stands after a backslash.
std::optional<QString> Parser::escaped()
{
    if (m_at == m_end)
        return std::nullopt;
    static constexpr QByteArrayView letters = "\"\\/bfnrt";
    static constexpr QStringView meanings = u"\"\\/\b\f\n\r\t";
    const char letter = *m_at++;
    if (const qsizetype at = letters.indexOf(letter); at >= 0)
        return QString(meanings[at]);
    if (letter != 'u')
        return std::nullopt;
    const std::optional<char16_t> unit = fourHexDigits();
    if (!unit || QChar::isLowSurrogate(*unit))
        return std::nullopt;
    if (!QChar::isHighSurrogate(*unit))
        return QString(QChar(*unit));
    if (!takeWord("\\u"))
        return std::nullopt;
    const std::optional<char16_t> second = fourHexDigits();
    if (!second || !QChar::isLowSurrogate(*second))
        return std::nullopt;
    return QString(QChar(*unit)) + QChar(*second);
}

std::optional<char16_t> Parser::fourHexDigits()
{
    if (m_end - m_at < 4)
        return std::nullopt;
    char16_t unit = 0;
    for (int i = 0; i < 4; ++i) {
        const char digit = *m_at++;
        const int value = digit >= '0' && digit <= '9' ? digit - '0'
            : digit >= 'a' && digit <= 'f'             ? digit - 'a' + 10
            : digit >= 'A' && digit <= 'F'             ? digit - 'A' + 10
                                                       : -1;
        if (value < 0)
            return std::nullopt;
        unit = char16_t(unit * 16 + value);
    }
    return unit;
}

} // namespace

std::optional<QJsonValue> readJson(QByteArrayView text)
{
    return Parser(text).document();
}

} // namespace accueil
