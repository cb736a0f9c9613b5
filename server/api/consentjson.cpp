#include "server/api/consentjson.h"

#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString allPurposes = u"all"_s;

template <typename Id>
std::optional<qint64> rowOf(const std::optional<Id> &id)
{
    return id ? std::optional(id->value) : std::nullopt;
}

} // namespace

void writeConsentEntry(JsonWriter &json, const ConsentEntry &entry)
{
    ObjectWriter object(json);
    object.member("id", entry.id);
    object.member("channel", channelTable.key(entry.channel));
    object.member("purpose", purposeTable.key(entry.purpose));
    object.member("state", entry.state ? std::optional(consentStateTable.key(*entry.state)) : std::nullopt);
    object.member("at", entry.at);
    object.member("actor_id", entry.actor > 0 ? std::optional(entry.actor) : std::nullopt);
    object.textOrNull("actor", entry.actorName);
    object.member("method", consentMethodTable.key(entry.method));
    object.textOrNull("detail", entry.detail);
}

void readConsentDraft(FieldReader &reader, ConsentDraft &draft)
{
    draft.method = ConsentMethod::Api;
    reader.require({u"channel"_s, u"purpose"_s, u"state"_s});
    reader.enumeration(u"channel"_s, draft.channel, [](const QString &key) { return channelTable.value(key); });
    if (reader.raw(u"purpose"_s) != QJsonValue(allPurposes)) {
        Purpose purpose = Purpose::Other;
        reader.enumeration(u"purpose"_s, purpose, [](const QString &key) { return purposeTable.value(key); });
        draft.purpose = purpose;
    }
    reader.enumeration(u"state"_s, draft.state, [](const QString &key) { return consentStateTable.value(key); });
    reader.enumeration(u"method"_s, draft.method, [](const QString &key) { return consentMethodTable.value(key); });
}

void writeInboundMessage(JsonWriter &json, const InboundMessage &message)
{
    ObjectWriter object(json);
    object.member("id", message.id);
    object.member("provider_message_id", message.providerMessageId);
    object.member("channel", channelTable.key(message.channel));
    object.textOrNull("phone_number", message.phoneNumber);
    object.textOrNull("text", message.text);
    object.member("received_at", message.receivedAt);
    object.member("outcome", inboundOutcomeTable.key(message.outcome));
    object.textOrNull("reason", message.reason);
    object.member("patient_id", rowOf(message.patient));
    object.member("reminder_id", rowOf(message.reminder));
    object.member("feedback_id", rowOf(message.feedback));
}

QJsonObject consentEntrySchema()
{
    using namespace schema;
    return object({
        {u"id"_s, identifier()},
        {u"channel"_s, oneOfKeys(keysOf(channelTable))},
        {u"purpose"_s, oneOfKeys(keysOf(purposeTable))},
        {u"state"_s, orNull(oneOfKeys(keysOf(consentStateTable), u"null: taken back, as if never asked."_s))},
        {u"at"_s, time()},
        {u"actor_id"_s, orNull(identifier(u"The account that recorded it; null: the patient."_s))},
        {u"actor"_s, orNull(anyText(u"Its name."_s))},
        {u"method"_s, oneOfKeys(keysOf(consentMethodTable), u"How it was said."_s)},
        {u"detail"_s,
            orNull(anyText(u"stop: no more messages on this channel, which only new consent undoes; start: the patient "
                           "undid it; stoppedAddress: the number or address had said stop before."_s))},
    });
}

QJsonObject consentDraftSchema()
{
    using namespace schema;
    const QStringList vouchedFor{u"desk"_s, u"api"_s, u"sms"_s, u"ivr"_s, u"email"_s, u"tablet"_s};
    return withExample(object(
                           {
                               {u"channel"_s, oneOfKeys(keysOf(channelTable))},
                               {u"purpose"_s,
                                   oneOfKeys(keysOf(purposeTable) + QStringList{allPurposes},
                                       u"all: every purpose; refusing all is "
                                       "a stop."_s)},
                               {u"state"_s, oneOfKeys(keysOf(consentStateTable))},
                               {u"method"_s, oneOfKeys(vouchedFor, u"How the patient said it. Default: api."_s)},
                           },
                           {u"channel"_s, u"purpose"_s, u"state"_s}),
        QJsonObject{{u"channel"_s, u"sms"_s}, {u"purpose"_s, allPurposes}, {u"state"_s, u"granted"_s},
            {u"method"_s, u"desk"_s}});
}

QJsonObject inboundMessageSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, identifier()},
        {u"provider_message_id"_s, anyText(u"Of a key in a call: the call's, a colon and the key."_s)},
        {u"channel"_s, oneOfKeys({u"sms"_s, u"ivr"_s})},
        {u"phone_number"_s, orNull(anyText(u"E.164 where it is a number."_s))},
        {u"text"_s, orNull(anyText())},
        {u"received_at"_s, time()},
        {u"outcome"_s, oneOfKeys(keysOf(inboundOutcomeTable), u"What became of it."_s)},
        {u"reason"_s,
            orNull(
                anyText(u"Why it was only kept: ownNumber, tooMany, nothingToAnswer, empty, unreadable. Why an answer "
                        "became feedback: severalToAnswer, sharedNumber. optOutAtProvider: the provider took it "
                        "for one."_s))},
        {u"patient_id"_s, orNull(identifier(u"The row of the patient, when exactly one has the number."_s))},
        {u"reminder_id"_s, orNull(identifier(u"The reminder that it answers."_s))},
        {u"feedback_id"_s, orNull(identifier(u"The feedback that it became."_s))},
    });
}

} // namespace accueil
