#include "server/http/requesthead.h"

#include "server/http/requesttarget.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr std::array<bool, 256> tokenTable()
{
    std::array<bool, 256> table{};
    for (unsigned char c = '0'; c <= '9'; ++c)
        table[c] = true;
    for (unsigned char c = 'a'; c <= 'z'; ++c)
        table[c] = table[c - 'a' + 'A'] = true;
    for (const char c : {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

constexpr auto tokenCharacters = tokenTable();

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool is(QByteArrayView text, QByteArrayView lowerCase)
{
    return text.compare(lowerCase, Qt::CaseInsensitive) == 0;
}

QByteArrayView withoutOuterSpace(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

Method methodOf(QByteArrayView name)
{
    constexpr std::array known{
        Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete, Method::Options};
    const auto found
        = std::find_if(known.begin(), known.end(), [&](Method method) { return methodName(method) == name; });
    return found == known.end() ? Method::Other : *found;
}

struct Field
{
    QByteArrayView name;
    QByteArrayView value;
};

// No space before the colon, no folded line, no control character: RFC 9112, 5.1 and 5.2.
std::optional<Field> splitField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return std::nullopt;
    const QByteArrayView value = withoutOuterSpace(line.sliced(colon + 1));
    const bool isClean = std::none_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
    if (!isClean)
        return std::nullopt;
    return Field{line.first(colon), value};
}

std::optional<Refusal> readContentLength(QByteArrayView value, RequestHead &head)
{
    if (head.contentLength || value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigit))
        return Refusal{400, "contentLength"};
    constexpr qsizetype digitsThatFit = 18;
    if (value.size() > digitsThatFit)
        return Refusal{413, "bodyTooLarge"};
    head.contentLength = value.toLongLong();
    return std::nullopt;
}

// Chunked and nothing else is understood. A coding under chunked is 501; whatever leaves the end of the body in doubt,
// 400.
std::optional<Refusal> readTransferEncoding(QByteArrayView value, RequestHead &head)
{
    const Refusal inDoubt{400, "transferEncoding"};
    if (head.isChunked || head.isHttp10)
        return inDoubt;
    if (is(value, "chunked")) {
        head.isChunked = true;
        return std::nullopt;
    }
    const qsizetype comma = value.lastIndexOf(',');
    if (comma < 0 || !is(withoutOuterSpace(value.sliced(comma + 1)), "chunked"))
        return inDoubt;
    for (const QByteArray &coding : value.first(comma).toByteArray().split(',')) {
        const QByteArrayView name = withoutOuterSpace(coding);
        if (!isToken(name) || is(name, "chunked"))
            return inDoubt;
    }
    return Refusal{501, "transferCoding"};
}

void readConnection(QByteArrayView value, RequestHead &head)
{
    for (const QByteArray &option : value.toByteArray().split(',')) {
        head.asksClose |= is(withoutOuterSpace(option), "close");
        head.asksKeepAlive |= is(withoutOuterSpace(option), "keep-alive");
    }
}

} // namespace

bool isTokenCharacter(char c)
{
    return tokenCharacters[static_cast<unsigned char>(c)];
}

bool isField(QByteArrayView line)
{
    return splitField(line).has_value();
}

std::optional<Refusal> readRequestLine(QByteArrayView line, RequestHead &head, const HttpLimits &limits)
{
    const Refusal malformed{400, "requestLine"};
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = line.indexOf(' ', first + 1);
    if (first <= 0 || second < 0 || !isToken(line.first(first)))
        return malformed;
    const QByteArrayView target = line.sliced(first + 1, second - first - 1);
    const QByteArrayView version = line.sliced(second + 1);
    const bool isVersion = version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5])
        && version[6] == '.' && isDigit(version[7]);
    if (!isVersion)
        return malformed;
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return Refusal{505, "version"};
    head.isHttp10 = version.back() == '0';
    head.method = methodOf(line.first(first));
    if (target.size() > limits.targetBytes)
        return Refusal{414, "targetTooLong"};
    if (!readTarget(target, head))
        return Refusal{400, "target"};
    return std::nullopt;
}

std::optional<Refusal> readField(QByteArrayView line, RequestHead &head)
{
    const std::optional<Field> field = splitField(line);
    if (!field)
        return Refusal{400, "headerField"};
    if (is(field->name, "content-length"))
        return readContentLength(field->value, head);
    if (is(field->name, "transfer-encoding"))
        return readTransferEncoding(field->value, head);
    if (is(field->name, "connection")) {
        readConnection(field->value, head);
        return std::nullopt;
    }
    if (is(field->name, "expect")) {
        if (!is(field->value, "100-continue"))
            return Refusal{417, "expectation"};
        head.expectsContinue = !head.isHttp10;
        return std::nullopt;
    }
    if (is(field->name, "host")) {
        if (head.hasHost || !isAuthority(field->value))
            return Refusal{400, "host"};
        head.hasHost = true;
        head.headers.append({"host"_ba, head.authority.isEmpty() ? field->value.toByteArray() : head.authority});
        return std::nullopt;
    }
    head.headers.append({field->name.toByteArray().toLower(), field->value.toByteArray()});
    return std::nullopt;
}

std::optional<Refusal> checkFraming(const RequestHead &head)
{
    if (!head.hasHost && !head.isHttp10)
        return Refusal{400, "host"};
    if (head.isChunked && head.contentLength)
        return Refusal{400, "contentLengthAndTransferEncoding"};
    return std::nullopt;
}

} // namespace accueil
