#pragma once

#include "app/domain/dispute.h"
#include "app/domain/syncbatch.h"
#include "app/services/syncservice.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

// An item with a wrong shape carries its errors; only what is wrong with the batch itself is `reader`'s.
void readBatch(FieldReader &reader, SyncBatch &batch);
void writeSyncAnswer(JsonWriter &json, const SyncAnswer &answer);
void writeProgress(JsonWriter &json, const AudioProgress &progress);

void writeDispute(JsonWriter &json, const Dispute &dispute, const FieldSelection &fields = {});
void writeComparison(JsonWriter &json, const DisputeComparison &comparison);

QJsonObject syncBatchSchema();
QJsonObject syncAnswerSchema();
QJsonObject audioProgressSchema();
QJsonObject disputeSchema();
QJsonObject disputeComparisonSchema();
QJsonObject disputeDecisionSchema();

} // namespace accueil
