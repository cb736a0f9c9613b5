#pragma once

#include "app/domain/casestatistics.h"
#include "app/services/caseservice.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

#include <QJsonObject>

namespace accueil {

void writeCase(JsonWriter &json, const CaseCard &card, const FieldSelection &fields = {});
void writeCaseFile(JsonWriter &json, const CaseFile &file);
void writeCasePerson(JsonWriter &json, const CasePerson &person, const FieldSelection &fields = {});
void writeCaseRules(JsonWriter &json, const CaseRules &rules);
void writeCaseStatistics(JsonWriter &json, const CaseStatistics &statistics);

void readCaseChange(FieldReader &reader, CaseChange &change);
void readCaseRules(FieldReader &reader, CaseRules &rules); // all but the version

QJsonObject caseSchema();
QJsonObject caseFileSchema();
QJsonObject caseDraftSchema();
QJsonObject caseChangeSchema();
QJsonObject caseResolutionSchema();
QJsonObject caseNoteSchema();
QJsonObject caseCallSchema();
QJsonObject caseMergeSchema();
QJsonObject casePersonSchema();
QJsonObject caseRulesSchema();
QJsonObject caseStatisticsSchema();

} // namespace accueil
