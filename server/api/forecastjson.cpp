#include "server/api/forecastjson.h"

#include "app/domain/reasonkeys.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QStringList reasons()
{
    QStringList keys;
    for (const QStringView key : reasonKeys)
        keys << key.toString();
    return keys;
}

void writeDelay(JsonWriter &json, const SendDelay &delay)
{
    ObjectWriter object(json);
    object.member("reason", delay.reason);
    object.member("until", delay.until);
}

} // namespace

void writeForecast(JsonWriter &json, const ReminderForecast &forecast)
{
    ObjectWriter object(json);
    object.member("scheduled_time", forecast.wantedAt);
    object.member("leaves_at", forecast.leavesAt);
    object.begin("forbidden_by");
    json.beginArray();
    for (const SendRefusal &refusal : forecast.forbiddenBy) {
        ObjectWriter item(json);
        item.member("reason", refusal.reason);
        item.member("status", reminderStatusTable.key(refusal.becomes));
    }
    json.endArray();
    object.begin("delayed_by");
    json.beginArray();
    for (const SendDelay &delay : forecast.delayedBy)
        writeDelay(json, delay);
    json.endArray();
    if (object.begin("standstill")) {
        if (forecast.standstill)
            writeDelay(json, *forecast.standstill);
        else
            json.null();
    }
    object.member("place", forecast.place > 0 ? std::optional(forecast.place) : std::nullopt);
    object.member("daily_limit", forecast.dailyLimit > 0 ? std::optional(forecast.dailyLimit) : std::nullopt);
    object.member("channel", channelTable.key(forecast.channel));
    object.member("language", languageTable.key(forecast.language));
    object.member("message", forecast.message);
    object.member("segments", forecast.segments);
    object.member("cost", forecast.cost);
    object.member("currency", forecast.currency);
}

QJsonObject forecastSchema()
{
    using namespace schema;
    const QJsonObject refusal = object({
        {u"reason"_s, oneOfKeys(reasons())},
        {u"status"_s,
            oneOfKeys({u"cancelled"_s, u"failed"_s, u"expired"_s},
                u"What it would become. Expired with quietHours, holiday, dailyLimit or budgetSpent: what delays it "
                "lasts longer than it is of use."_s)},
    });
    const QJsonObject delay = object({
        {u"reason"_s, oneOfKeys(reasons())},
        {u"until"_s, orNull(time(u"Null: nobody knows."_s))},
    });
    return object({
        {u"scheduled_time"_s, time(u"That was asked for."_s)},
        {u"leaves_at"_s, orNull(time(u"Null: never, or nobody knows when."_s))},
        {u"forbidden_by"_s, listOf(refusal)},
        {u"delayed_by"_s, listOf(delay)},
        {u"standstill"_s, orNull(delay)}, // why nothing leaves on the channel at present
        {u"place"_s,
            orNull(integer(1, 1'000'000, u"Its number among the patient's messages of the day it leaves on."_s))},
        {u"daily_limit"_s, orNull(integer(1, 1000, u"Messages to one patient a day."_s))},
        {u"channel"_s, oneOfKeys(keysOf(channelTable))},
        {u"language"_s, oneOfKeys(keysOf(languageTable))},
        {u"message"_s, anyText(u"As it leaves."_s)},
        {u"segments"_s, orNull(count(u"Of an SMS."_s))},
        {u"cost"_s, orNull(number(0, 1e12))},
        {u"currency"_s, anyText(u"ISO 4217."_s)},
    });
}

} // namespace accueil
