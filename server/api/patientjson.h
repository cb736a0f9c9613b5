#pragma once

#include "app/domain/history.h"
#include "app/domain/patient.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

// `today` is what the age is derived on.
void writePatient(JsonWriter &json, const Patient &patient, QDate today, const FieldSelection &fields = {});
void readPatient(FieldReader &reader, PatientDraft &draft);
void writeHistoryItem(JsonWriter &json, const HistoryItem &item);

QJsonObject patientSchema();
QJsonObject patientDraftSchema();
QJsonObject removalSchema();
QJsonObject historyItemSchema();

} // namespace accueil
