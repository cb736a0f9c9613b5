#pragma once

#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"

namespace accueil {

inline const Session reception{UserId{}, QStringLiteral("reception"), Role::Reception};
inline const Session viewer{UserId{}, QStringLiteral("viewer"), Role::Viewer};
inline const QString patientPhone = QStringLiteral("+237670000001");
inline const QString patientEmail = QStringLiteral("ewane@example.org");

// A store with one patient.
struct ReminderDesk
{
    explicit ReminderDesk(Dialect dialect)
        : store(dialect)
    {
        patient = createPatient(
            {.name = QStringLiteral("Éwané Essomba"), .email = patientEmail, .phoneNumber = patientPhone});
    }
    Patient createPatient(const PatientDraft &draft)
    {
        return PatientService(store.database(), store.cipher(), clock, events).create(reception, draft).value();
    }
    ReminderDraft draft() const
    {
        return {.patient = patient.id,
            .message = QStringLiteral("Rendez-vous demain"),
            .scheduledTime = clock.now().addDays(1)};
    }
    Reminder scheduled() { return service().schedule(reception, draft()).value().reminder; }
    ReminderService service()
    {
        return ReminderService(store.database(), store.cipher(), clock, events, [this] { return settings; });
    }
    void setStatus(ReminderId id, const QString &status)
    {
        store.database().execute(QStringLiteral("UPDATE reminders SET status = ? WHERE id = ?"), {status, id.value});
    }
    QStringList auditActions(ReminderId id)
    {
        QSqlQuery &query = store.database().execute(
            QStringLiteral("SELECT action FROM audit WHERE entity = 'reminder' AND entity_id = ? ORDER BY id"),
            {id.value});
        QStringList actions;
        while (query.next())
            actions << query.value(0).toString();
        return actions;
    }

    TestDatabase store;
    FakeClock clock;
    DomainEvents events;
    Patient patient;
    HospitalSettings settings;
};

} // namespace accueil
