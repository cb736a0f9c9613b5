#include "server/http/requesttarget.h"

#include "server/http/requesthead.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The sets are those a browser escapes (WHATWG URL, 1.3); `alsoForbidden` are the ones of the path.
bool isCleanPart(QByteArrayView text, QByteArrayView alsoForbidden)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c <= 0x20 || c >= 0x7f || QByteArrayView("\"<>#").contains(c) || alsoForbidden.contains(c))
            return false;
        if (c != '%')
            continue;
        if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
            return false;
        if (text[i + 1] == '0' && text[i + 2] == '0')
            return false;
    }
    return true;
}

// "." and "..", plain or escaped: clients resolve them before they send, so what is left is an attempt to climb.
bool hasDotSegment(QByteArrayView path)
{
    if (!path.contains("/.") && !path.contains("/%2"))
        return false;
    for (QByteArray segment : path.toByteArray().split('/')) {
        segment.replace("%2e", ".").replace("%2E", ".");
        if (segment == "." || segment == "..")
            return true;
    }
    return false;
}

bool readOrigin(QByteArrayView target, RequestHead &head)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView path = mark < 0 ? target : target.first(mark);
    const QByteArrayView query = mark < 0 ? QByteArrayView() : target.sliced(mark + 1);
    if (!path.startsWith('/') || !isCleanPart(path, "\\`{}") || !isCleanPart(query, {}) || hasDotSegment(path))
        return false;
    head.path = path.toByteArray();
    head.query = query.toByteArray();
    return true;
}

bool isPort(QByteArrayView text)
{
    const bool isNumber
        = text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isNumber && text.toInt() <= 65535;
}

} // namespace

bool isAuthority(QByteArrayView text)
{
    const bool isBracketed = text.startsWith('[');
    const qsizetype colon
        = isBracketed ? text.indexOf(':', std::max<qsizetype>(0, text.indexOf(']'))) : text.indexOf(':');
    const QByteArrayView host = colon < 0 ? text : text.first(colon);
    if (colon >= 0 && !isPort(text.sliced(colon + 1)))
        return false;
    if (isBracketed) {
        return host.size() > 2 && host.endsWith(']') && std::all_of(host.begin() + 1, host.end() - 1, [](char c) {
            return isHexDigit(c) || c == ':' || c == '.';
        });
    }
    return !host.isEmpty() && std::all_of(host.begin(), host.end(), [](char c) {
        return isHexDigit(c) || (c >= 'g' && c <= 'z') || (c >= 'G' && c <= 'Z') || c == '.' || c == '-' || c == '_';
    });
}

bool readTarget(QByteArrayView target, RequestHead &head)
{
    if (target == "*" && head.method == Method::Options) {
        head.path = "*"_ba;
        return true;
    }
    if (target.startsWith('/'))
        return readOrigin(target, head);
    const qsizetype scheme = target.startsWith("http://") ? 7 : target.startsWith("https://") ? 8 : 0;
    if (scheme == 0)
        return false;
    const QByteArrayView rest = target.sliced(scheme);
    const qsizetype end = std::min(rest.indexOf('/') < 0 ? rest.size() : rest.indexOf('/'),
        rest.indexOf('?') < 0 ? rest.size() : rest.indexOf('?'));
    if (!isAuthority(rest.first(end)))
        return false;
    head.authority = rest.first(end).toByteArray();
    const QByteArray origin
        = rest.sliced(end).startsWith('/') ? rest.sliced(end).toByteArray() : '/' + rest.sliced(end).toByteArray();
    return readOrigin(origin, head);
}

} // namespace accueil
