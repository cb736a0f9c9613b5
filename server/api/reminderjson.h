#pragma once

#include "app/domain/reminder.h"
#include "app/services/reminderservice.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

void writeReminder(JsonWriter &json, const Reminder &reminder, const FieldSelection &fields = {});
void readReminder(FieldReader &reader, ReminderDraft &draft);
void writeAttempt(JsonWriter &json, const Attempt &attempt, ReminderId reminder);
Result<UnknownDecision> readDecision(const QJsonObject &body);
Result<LateDecision> readLateDecision(const QJsonObject &body);

QJsonObject reminderSchema();
QJsonObject reminderDraftSchema();
QJsonObject attemptSchema();
QJsonObject decisionSchema();
QJsonObject lateDecisionSchema();
QJsonObject reminderCountSchema();

} // namespace accueil
