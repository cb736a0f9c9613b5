#pragma once

#include "app/domain/session.h"
#include "server/ratelimiter.h"
#include "server/route.h"

#include <chrono>

namespace accueil {

// What is kept of an answered request: nothing of its path's values, query, headers and body.
struct RequestRecord
{
    QDateTime time; // when it was answered
    Method method = Method::Get;
    const Route *route = nullptr; // null: no row fits
    int status = 0;
    qint64 bytes = 0; // of the body that is sent
    std::chrono::microseconds duration{}; // from the whole request to the answer
    Session session; // of nobody unless signed in
    QByteArray id; // X-Request-Id
    std::optional<LimitKind> limit; // that it ran into
    std::chrono::steady_clock::time_point received; // the whole request
};

} // namespace accueil
