#pragma once

#include "app/domain/consent.h"
#include "app/domain/inboundmessage.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

void writeConsentEntry(JsonWriter &json, const ConsentEntry &entry);
void readConsentDraft(FieldReader &reader, ConsentDraft &draft);
void writeInboundMessage(JsonWriter &json, const InboundMessage &message);

QJsonObject consentEntrySchema();
QJsonObject consentDraftSchema();
QJsonObject inboundMessageSchema();

} // namespace accueil
