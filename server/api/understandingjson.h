#pragma once

#include "app/services/understandingservice.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

void writeExplanation(JsonWriter &json, const Explanation &explanation);
void writeUnderstandingState(JsonWriter &json, const UnderstandingState &state);
void writeAnalysis(JsonWriter &json, const AnalysisProgress &progress);
void readCorrection(FieldReader &reader, CorrectionDraft &draft);

QJsonObject explanationSchema();
QJsonObject correctionDraftSchema();
QJsonObject understandingStateSchema();
QJsonObject analysisSchema();

} // namespace accueil
