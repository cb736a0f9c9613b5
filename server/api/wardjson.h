#pragma once

#include "app/domain/ward.h"
#include "server/jsonwriter.h"

#include <QJsonObject>

namespace accueil {

inline constexpr int lastPosition = 1'000'000; // that a PATCH may name; what is behind the list's end is its end

void writeWard(JsonWriter &json, const Ward &ward, const FieldSelection &fields = {});
QJsonObject wardSchema();
QJsonObject wardDraftSchema();
QJsonObject wardPatchSchema();

} // namespace accueil
