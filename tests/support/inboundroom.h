#pragma once

#include "app/services/appointmentanswers.h"
#include "app/services/consentservice.h"
#include "app/services/inboundmessageservice.h"
#include "app/services/reminderservice.h"
#include "tests/support/room.h"

namespace accueil {

inline const QString senderPhone = QStringLiteral("+237670000001");
inline const QString hospitalPhone = QStringLiteral("+237690000000");

struct HeardAnswers final : AppointmentAnswers
{
    void confirm(const Reminder &reminder, Channel) override { confirmed += reminder.id; }
    void cancel(const Reminder &reminder, Channel) override { cancelled += reminder.id; }
    QList<ReminderId> confirmed;
    QList<ReminderId> cancelled;
};

// A hospital with one patient, to whom reminders went and who sends messages.
struct InboundRoom : Room
{
    explicit InboundRoom(Dialect dialect)
        : Room(dialect)
    {
        settings.twilio.phoneNumber = hospitalPhone;
        patient = patients
                      .create(reception,
                          {.name = QStringLiteral("Ewane"),
                              .phoneNumber = senderPhone,
                              .preferredLanguage = Language::Duala,
                              .ward = QStringLiteral("Maternité")})
                      .value();
    }
    Patient addPatient(const QString &name)
    {
        return patients.create(reception, {.name = name, .phoneNumber = senderPhone}).value();
    }
    InboundMessage receive(const QString &text, const QString &from = senderPhone)
    {
        return inbound.receive({.providerMessageId = QStringLiteral("SM%1").arg(++messages, 32, 10, QChar(u'0')),
            .from = from,
            .text = text,
            .receivedAt = clock.now()});
    }
    // A reminder of an appointment that has left already; the same for those of one patient with as many `days`.
    ReminderId sent(Channel channel = Channel::Sms, const QString &ownNumber = {}, int days = 2)
    {
        return sentTo(patient.id, channel, ownNumber, days);
    }
    ReminderId sentTo(PatientId whom, Channel channel = Channel::Sms, const QString &ownNumber = {}, int days = 2)
    {
        ReminderService service(store.database(), store.cipher(), clock, events, [this] { return settings; });
        const Result<Scheduling> made = service.schedule(reception,
            {.patient = whom,
                .phoneNumber = ownNumber,
                .message = QStringLiteral("Rendez-vous"),
                .scheduledTime = clock.now().addSecs(60),
                .channel = channel,
                .appointmentTime = beginning.addDays(days)});
        const ReminderId id = made.value().reminder.id;
        clock.advance(std::chrono::minutes(2));
        store.database().execute(QStringLiteral("UPDATE reminders SET status = 'sent', sent_at = ? WHERE id = ?"),
            {clock.now().toMSecsSinceEpoch(), id.value});
        return id;
    }
    QList<Feedback> allFeedback() { return feedback.list(manager, {}, {}).value().items; }

    const QDateTime beginning = clock.now();
    HospitalSettings settings;
    HeardAnswers answers;
    ConsentService consents{store.database(), store.cipher(), clock, events};
    InboundMessageService inbound{
        store.database(), store.cipher(), clock, [this] { return settings; }, consents, feedback, &answers};
    Patient patient;
    int messages = 0;
};

} // namespace accueil
