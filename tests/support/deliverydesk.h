#pragma once

#include "app/services/deliveryservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedsender.h"
#include "tests/support/testdatabase.h"

namespace accueil {

using namespace Qt::StringLiterals;

inline const Session programItself = Session::system();
inline const auto never = [] { return false; };

// A store with one patient, and a program that delivers.
struct DeliveryDesk
{
    explicit DeliveryDesk(Dialect dialect)
        : store(dialect)
    {
        patient
            = patients()
                  .create(programItself,
                      {.name = u"Éwané Essomba"_s, .email = u"ewane@example.org"_s, .phoneNumber = u"+237670000001"_s})
                  .value();
        settings.name = u"Hôpital Général"_s;
        settings.delivery.dailyLimit = 0; // tests of the limit set it
    }
    PatientService patients() { return PatientService(store.database(), store.cipher(), clock, events); }
    ReminderService reminders()
    {
        return ReminderService(store.database(), store.cipher(), clock, events, [] { return HospitalSettings(); });
    }
    DeliveryService program(MessageSender &sender, DeliveryOptions options = {})
    {
        return DeliveryService(
            store.database(), store.cipher(), clock, events, {{Channel::Sms, &sender}, {Channel::Email, &mail}},
            [this] { return settings; }, options);
    }
    ReminderDraft draft() const
    {
        return {.patient = patient.id, .message = u"Rendez-vous demain"_s, .scheduledTime = clock.now().addSecs(60)};
    }
    ReminderId schedule(const ReminderDraft &wanted)
    {
        const Result<Scheduling> scheduling = reminders().schedule(programItself, wanted);
        return scheduling ? scheduling->reminder.id : ReminderId{};
    }
    Reminder reminder(ReminderId id) { return reminders().find(programItself, id).value(); }
    QList<Attempt> attempts(ReminderId id) { return reminders().attempts(programItself, id).value(); }
    QList<Reminder> all() { return reminders().list(programItself, {}, {}).value().items; }
    void becomeDue() { clock.advance(std::chrono::minutes(1)); }

    TestDatabase store;
    FakeClock clock;
    DomainEvents events;
    HospitalSettings settings;
    Patient patient;
    ScriptedSender sms;
    ScriptedSender mail;
};

} // namespace accueil
