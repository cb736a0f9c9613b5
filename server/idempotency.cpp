#include "server/idempotency.h"

#include <QUuid>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

Result<void> applyIdempotencyKey(
    const QByteArray &key, const Session &session, const QByteArray &path, QJsonObject &body)
{
    // Ours alone, made once.
    static const QUuid space(u"{5d0e7a7a-7c0b-4f0e-9b1c-6a3f6a1c2d43}"_s);
    QByteArray plain = key.trimmed();
    if (plain.size() >= 2 && plain.startsWith('"') && plain.endsWith('"'))
        plain = plain.mid(1, plain.size() - 2);
    const bool isVisible = std::ranges::all_of(plain, [](char c) { return c >= 0x20 && c < 0x7f; });
    if (plain.isEmpty() || !isVisible)
        return fail(ErrorCode::Invalid, {{u"Idempotency-Key"_s, u"badCharacter"_s}});
    if (plain.size() > longestIdempotencyKey)
        return fail(ErrorCode::Invalid, {{u"Idempotency-Key"_s, u"tooLong"_s, {{u"max"_s, longestIdempotencyKey}}}});
    const QJsonValue own = body.value("client_id"_L1);
    if (!own.isUndefined() && !own.isNull() && own.toString() != ""_L1)
        return {};
    const QByteArray who = session.device ? "tablet " + QByteArray::number(session.device.value)
                                          : QByteArray::number(session.user.value);
    const QByteArray name = who + ' ' + path + ' ' + plain;
    body.insert("client_id"_L1, QUuid::createUuidV5(space, name).toString(QUuid::WithoutBraces));
    return {};
}

} // namespace accueil
