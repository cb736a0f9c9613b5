#pragma once

#include "app/services/appointmentservice.h"
#include "tests/support/reminderdesk.h"

#include <QTimeZone>

namespace accueil {

// A store with one patient and the appointments of a desk.
struct AppointmentDesk : ReminderDesk
{
    explicit AppointmentDesk(Dialect dialect)
        : ReminderDesk(dialect)
    {
    }

    AppointmentDraft inHours(int hours) const
    {
        return {.patient = patient.id, .startsAt = clock.now().addSecs(3600LL * hours)};
    }
    Appointment made(const AppointmentDraft &draft)
    {
        return appointments.schedule(reception, draft).value().appointment;
    }
    Appointment movedTo(const Appointment &appointment, const QDateTime &time)
    {
        AppointmentDraft draft = draftOf(appointment);
        draft.startsAt = time;
        return appointments.edit(reception, appointment.id, draft).value();
    }
    QList<Reminder> reminders(const Appointment &appointment)
    {
        return ReminderRepository(store.database(), store.cipher()).ofAppointment(appointment.id);
    }
    // As the words of a reminder have it, in the hospital's zone.
    static QString clockTime(const QDateTime &time)
    {
        return time.toTimeZone(QTimeZone("Africa/Douala")).toString(QStringLiteral("HH:mm"));
    }
    qint64 number(const QString &sql)
    {
        QSqlQuery &query = store.database().execute(sql);
        return query.next() ? query.value(0).toLongLong() : -1;
    }

    ReminderService reminderService = service();
    AppointmentService appointments{
        store.database(), store.cipher(), clock, events, reminderService, [this] { return settings; }};
};

} // namespace accueil
