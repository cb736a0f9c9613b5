#pragma once

#include "app/domain/calendarslot.h"
#include "app/domain/noshow.h"
#include "app/services/appointmentservice.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

void writeAppointment(JsonWriter &json, const Appointment &appointment, const FieldSelection &fields = {});
void readAppointment(FieldReader &reader, AppointmentDraft &draft);
Result<AppointmentStatus> readOutcome(const QJsonObject &body);
void writePlannedMessage(JsonWriter &json, const PlannedMessage &message);
void writeCalendar(JsonWriter &json, const QList<CalendarSlot> &hours);
void writeNoShows(JsonWriter &json, const NoShowFigures &figures);

QJsonObject appointmentSchema();
QJsonObject appointmentDraftSchema();
QJsonObject outcomeSchema();
QJsonObject plannedMessageSchema();
QJsonObject calendarSchema();
QJsonObject noShowSchema();

} // namespace accueil
