#include "server/byterange.h"

#include "server/problem.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <optional>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Both ends included; `first` behind the end of the body: not satisfiable.
struct ByteRange
{
    qint64 first = 0;
    qint64 last = 0;
};

// Digits that do not fit are farther than any end.
qint64 position(const QString &digits)
{
    bool fits = false;
    const qint64 number = digits.toLongLong(&fits);
    return fits ? number : std::numeric_limits<qint64>::max();
}

std::optional<ByteRange> parseRange(const QByteArray &header, qint64 size)
{
    static const QRegularExpression form(
        u"\\Abytes=[ \\t]*(?:([0-9]+)-([0-9]*)|-([0-9]+))[ \\t]*\\z"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(header.trimmed()));
    if (!match.hasMatch())
        return std::nullopt;
    if (match.hasCaptured(3)) { // the last so many
        const qint64 count = position(match.captured(3));
        return ByteRange{count == 0 ? size : std::max<qint64>(0, size - count), size - 1};
    }
    const qint64 first = position(match.captured(1));
    if (match.captured(2).isEmpty())
        return ByteRange{first, size - 1};
    const qint64 last = position(match.captured(2));
    return last < first ? std::nullopt : std::optional(ByteRange{first, std::min(last, size - 1)});
}

} // namespace

void answerRange(const HttpRequest &request, HttpResponse &response)
{
    response.setHeader("Accept-Ranges", "bytes");
    const QByteArray wanted = request.header("range");
    if (request.method != Method::Get || wanted.isEmpty())
        return;
    // Strong comparison; a date names nothing, as there is no Last-Modified.
    const QByteArray condition = request.header("if-range").trimmed();
    if (!condition.isEmpty() && condition != response.header("ETag"))
        return;
    const qint64 size = response.body.size();
    const std::optional<ByteRange> range = parseRange(wanted, size);
    if (!range)
        return;
    const QByteArray whole = QByteArray::number(size);
    if (range->first >= size) {
        response = problem(416, u"rangeNotSatisfiable"_s);
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Content-Range", "bytes */" + whole);
        return;
    }
    response.status = 206;
    response.body = response.body.sliced(range->first, range->last - range->first + 1);
    response.setHeader("Content-Range",
        "bytes " + QByteArray::number(range->first) + '-' + QByteArray::number(range->last) + '/' + whole);
}

} // namespace accueil
