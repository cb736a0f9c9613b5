#pragma once

#include "app/domain/reminderplan.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

void writeSteps(JsonWriter &json, const QList<PlanStep> &steps);
// The member `steps`; absent: `target` stays. Wrong shapes are refused as `steps.N.member`.
void readSteps(FieldReader &reader, std::optional<QList<PlanStep>> &target);

void writePlans(JsonWriter &json, const QList<ReminderPlan> &plans);
void readPlans(FieldReader &reader, QList<ReminderPlan> &target); // the member `plans`

QJsonObject stepsSchema();
QJsonObject plansSchema();
QJsonObject plansDraftSchema();

} // namespace accueil
