#pragma once

#include "server/route.h"

namespace accueil {

// Reads what is there, checks If-Match, and lets `change(current, version)` edit exactly that version. Without If-Match
// the version just read stands in, so that a PATCH never overwrites fields it did not name; it is then applied to the
// newer one.
template <typename Find, typename Change>
auto changeCurrent(const ApiRequest &request, Find find, Change change)
    -> std::invoke_result_t<Change, decltype(*find()), qint64>
{
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        const auto current = find();
        if (!current)
            return tl::unexpected(current.error());
        const Result<std::optional<qint64>> expected = request.expectedVersion(current->version);
        if (!expected)
            return tl::unexpected(expected.error());
        auto changed = change(*current, expected->value_or(current->version));
        const bool isOvertaken = !changed && changed.error().code == ErrorCode::VersionMismatch && !*expected;
        if (!isOvertaken || attempt == attempts)
            return changed;
    }
}

} // namespace accueil
