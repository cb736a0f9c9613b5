#pragma once

#include "app/domain/result.h"
#include "app/domain/session.h"

#include <QByteArray>
#include <QJsonObject>

namespace accueil {

inline constexpr int longestIdempotencyKey = 255;

// Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): a client that repeats a request under the same key gets
// the row that the first one made. The key becomes the client_id of a body that has none, different for every account
// and path, and so holds as long as the row does, on every desk. The value may be a quoted string, as the draft has it,
// or bare. Invalid for a key that is empty, too long or not visible ASCII.
Result<void> applyIdempotencyKey(
    const QByteArray &key, const Session &session, const QByteArray &path, QJsonObject &body);

} // namespace accueil
