#pragma once

#include <QtGlobal>

#include <optional>

namespace accueil {

// The row that a client_id made, and the tag of what the client said then; nothing when that was not kept.
template <typename Id>
struct KnownRequest
{
    Id id;
    std::optional<qint64> tag;
};

} // namespace accueil
