#pragma once

#include "app/services/tabletcontentservice.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

void writeTabletConfiguration(JsonWriter &json, const TabletConfiguration &configuration);

void writeTabletContent(JsonWriter &json, const TabletContent &content);
void readTabletContent(FieldReader &reader, TabletContentDraft &draft); // all of it: what is absent is refused

void writePrompt(JsonWriter &json, const Prompt &prompt);
// What is recorded, and how much of all that tablets say that is in each of `languages`.
void writeCoverage(JsonWriter &json, const QList<Prompt> &prompts, const QStringList &languages);

QJsonObject tabletConfigurationSchema();
QJsonObject tabletContentSchema();
QJsonObject tabletContentDraftSchema();
QJsonObject exitPinSchema(); // the digits, as they are sent in
QJsonObject promptSchema();
QJsonObject promptCoverageSchema();
QJsonObject promptReviewSchema();

} // namespace accueil
