#pragma once

#include "app/domain/device.h"
#include "app/services/deviceservice.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

void writeDevice(JsonWriter &json, const Device &device, const FieldSelection &fields = {});
void writeNewDevice(JsonWriter &json, const NewDevice &added);
void writePairingCode(JsonWriter &json, const PairingCode &code);
// What a tablet may know of itself.
void writePairedDevice(JsonWriter &json, const PairedDevice &paired);
void writeOwnDevice(JsonWriter &json, const Device &device);

void readDevice(FieldReader &reader, DeviceDraft &draft);

QJsonObject deviceSchema();
QJsonObject newDeviceSchema();
QJsonObject deviceDraftSchema();
QJsonObject pairingCodeSchema();
QJsonObject pairingSchema(); // what a tablet sends
QJsonObject pairedDeviceSchema();
QJsonObject ownDeviceSchema();

} // namespace accueil
