#include "server/api/devicejson.h"

#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void writeMembers(ObjectWriter &object, const Device &device)
{
    object.member("id", device.id.value);
    object.member("name", device.name);
    object.textOrNull("ward", device.ward);
    object.member("status", deviceStatusTable.key(device.status));
    object.member("created_at", device.createdAt);
    object.member("paired_at", device.pairedAt);
    object.member("last_seen", device.lastSeen);
    object.member("queue_length", device.queueLength);
    object.member("battery", device.battery);
    object.textOrNull("version", device.version);
    object.textOrNull("platform", device.platform);
    object.member("revoked_at", device.revokedAt);
}

} // namespace

void writeDevice(JsonWriter &json, const Device &device, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    writeMembers(object, device);
}

void writeNewDevice(JsonWriter &json, const NewDevice &added)
{
    ObjectWriter object(json);
    writeMembers(object, added.device);
    object.member("code", added.code.code);
    object.member("expires_at", added.code.expiresAt);
}

void writePairingCode(JsonWriter &json, const PairingCode &code)
{
    ObjectWriter object(json);
    object.member("code", code.code);
    object.member("expires_at", code.expiresAt);
}

void writeOwnDevice(JsonWriter &json, const Device &device)
{
    ObjectWriter object(json);
    object.member("id", device.id.value);
    object.member("name", device.name);
    object.textOrNull("ward", device.ward);
}

void writePairedDevice(JsonWriter &json, const PairedDevice &paired)
{
    ObjectWriter object(json);
    object.member("token", QString::fromLatin1(paired.token));
    object.begin("device");
    writeOwnDevice(json, paired.device);
}

void readDevice(FieldReader &reader, DeviceDraft &draft)
{
    reader.text(u"name"_s, draft.name);
    reader.text(u"ward"_s, draft.ward);
    reader.ignore({u"id"_s, u"status"_s, u"created_at"_s, u"paired_at"_s, u"last_seen"_s, u"queue_length"_s,
        u"battery"_s, u"version"_s, u"platform"_s, u"revoked_at"_s});
}

QJsonObject deviceSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, identifier(u"The row."_s)},
        {u"name"_s, anyText()},
        {u"ward"_s, orNull(anyText(u"Of what it submits without one."_s))},
        {u"status"_s, oneOfKeys(keysOf(deviceStatusTable), u"waiting: for the tablet; revoked: for good."_s)},
        {u"created_at"_s, time()},
        {u"paired_at"_s, orNull(time())},
        {u"last_seen"_s, orNull(time(u"To within 20 s."_s))},
        {u"queue_length"_s, orNull(count(u"Submissions that it still held when it was last seen."_s))},
        {u"battery"_s, orNull(number(0, 1))},
        {u"version"_s, orNull(anyText(u"Of the page that it runs."_s))},
        {u"platform"_s, orNull(anyText())},
        {u"revoked_at"_s, orNull(time())},
    });
}

QJsonObject pairingCodeSchema()
{
    using namespace schema;
    return object({
        {u"code"_s, withPattern(anyText(u"Pairs one tablet, once."_s), u"^[2-9A-HJ-NP-Z]{8}$"_s)},
        {u"expires_at"_s, time()},
    });
}

QJsonObject newDeviceSchema()
{
    QJsonObject device = deviceSchema();
    QJsonObject members = device.value(u"properties").toObject();
    QJsonArray required = device.value(u"required").toArray();
    const QJsonObject code = pairingCodeSchema().value(u"properties").toObject();
    for (auto member = code.begin(); member != code.end(); ++member) {
        members.insert(member.key(), member.value());
        required.append(member.key());
    }
    device.insert(u"properties"_s, members);
    device.insert(u"required"_s, required);
    return device;
}

QJsonObject deviceDraftSchema()
{
    using namespace schema;
    QJsonObject draft = object({{u"name"_s, text(1, 80)}, {u"ward"_s, orNull(text(0, 80))}}, {u"name"_s});
    QJsonObject members = draft.value(u"properties").toObject();
    const QJsonObject device = deviceSchema().value(u"properties").toObject();
    for (const QString &name : device.keys()) {
        if (!members.contains(name))
            members.insert(name, ignored());
    }
    draft.insert(u"properties"_s, members);
    return withExample(draft, QJsonObject{{u"name"_s, u"Maternité, salle 2"_s}, {u"ward"_s, u"Maternité"_s}});
}

QJsonObject pairingSchema()
{
    using namespace schema;
    return withExample(
        object(
            {
                {u"code"_s, text(1, 64, u"As the desk shows it; case, spaces and hyphens do not count."_s)},
                {u"version"_s, text(0, 200, u"Of the page."_s)},
                {u"platform"_s, text(0, 200)},
            },
            {u"code"_s}),
        QJsonObject{{u"code"_s, u"7K4Q2MXD"_s}, {u"version"_s, u"1.0"_s}, {u"platform"_s, u"Android 14"_s}});
}

QJsonObject ownDeviceSchema()
{
    using namespace schema;
    return object({{u"id"_s, identifier()}, {u"name"_s, anyText()}, {u"ward"_s, orNull(anyText())}});
}

QJsonObject pairedDeviceSchema()
{
    using namespace schema;
    return object({
        {u"token"_s, anyText(u"Opaque; send as Authorization: Bearer. Not shown again."_s)},
        {u"device"_s, reference(u"OwnDevice"_s)},
    });
}

} // namespace accueil
