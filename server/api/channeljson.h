#pragma once

#include "app/domain/channel.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

#include <QList>

namespace accueil {

void writeChannels(JsonWriter &json, const QList<Channel> &channels);

// `fallback`: the channels that are taken in turn; null empties it, absent it stays.
void readFallback(FieldReader &reader, QList<Channel> &target);

} // namespace accueil
