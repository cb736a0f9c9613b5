#include "server/api/channeljson.h"

namespace accueil {

using namespace Qt::StringLiterals;

void writeChannels(JsonWriter &json, const QList<Channel> &channels)
{
    json.beginArray();
    for (const Channel channel : channels)
        json.value(channelTable.key(channel));
    json.endArray();
}

void readFallback(FieldReader &reader, QList<Channel> &target)
{
    const QString field = u"fallback"_s;
    if (!reader.has(field))
        return;
    target.clear();
    reader.list(field, [&target](const QJsonValue &entry) {
        if (const std::optional<Channel> channel = channelTable.value(entry.toString())) {
            target << *channel;
            return QString();
        }
        return entry.isString() ? u"unknownValue"_s : u"wrongType"_s;
    });
}

} // namespace accueil
