#include "server/entitytag.h"

#include "server/bytetext.h"

#include <QHashFunctions>

namespace accueil {

namespace {

// "VERSION-HASH-gzip" -> "VERSION-HASH", without its quotes.
QByteArray opaque(QByteArray tag)
{
    tag = tag.trimmed();
    if (tag.size() < 2 || !tag.startsWith('"') || !tag.endsWith('"'))
        return {};
    tag = tag.sliced(1, tag.size() - 2);
    if (tag.endsWith("-gzip"))
        tag.chop(5);
    return tag;
}

} // namespace

QByteArray entityTag(const ApiAnswer &answer)
{
    // Not cryptographic, and other on another kind of processor: good enough to notice that something changed.
    const QByteArray hash
        = QByteArray::number(quint64(qHashBits(answer.body.constData(), size_t(answer.body.size()), 0)), 36);
    if (answer.version)
        return '"' + QByteArray::number(*answer.version) + '-' + hash + '"';
    return '"' + hash + '"';
}

bool isNoneMatchFulfilled(QByteArrayView header, QByteArrayView etag)
{
    const QByteArray ours = opaque(etag.toByteArray());
    for (QByteArray tag : header.toByteArray().split(',')) {
        tag = tag.trimmed();
        if (tag == "*")
            return false;
        if (tag.startsWith("W/"))
            tag = tag.sliced(2);
        if (!ours.isEmpty() && opaque(tag) == ours)
            return false;
    }
    return true;
}

std::optional<Precondition> parseIfMatch(QByteArrayView header)
{
    if (header.isEmpty())
        return std::nullopt;
    Precondition precondition;
    for (const QByteArray &part : header.toByteArray().split(',')) {
        if (part.trimmed() == "*") {
            precondition.any = true;
            continue;
        }
        const QByteArray tag = opaque(part);
        bool ok = false;
        const qint64 version = before(tag, '-').toLongLong(&ok);
        if (ok)
            precondition.versions.append(version);
    }
    return precondition;
}

} // namespace accueil
