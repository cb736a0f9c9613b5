#pragma once

#include "app/domain/statistics.h"
#include "server/jsonwriter.h"

#include <QJsonObject>

namespace accueil {

void writeStatistics(JsonWriter &json, const Statistics &statistics);
void writeFeedbackStatistics(JsonWriter &json, const FeedbackStatistics &statistics);
void writeReminderStatistics(JsonWriter &json, const ReminderStatistics &statistics);

QJsonObject statisticsSchema();
QJsonObject feedbackStatisticsSchema();
QJsonObject reminderStatisticsSchema();

} // namespace accueil
