#pragma once

#include "app/domain/clock.h"
#include "app/domain/inboundmessage.h"
#include "app/domain/listing.h"
#include "app/domain/optoutwords.h"
#include "app/domain/session.h"
#include "app/services/hospitalsettings.h"
#include "app/services/inboundsource.h"
#include "db/database.h"
#include "db/inboundrepository.h"
#include "db/patientrepository.h"
#include "db/patientsearch.h"
#include "db/reminderrepository.h"

#include <functional>

namespace accueil {

class AppointmentAnswers;
class ConsentService;
class FeedbackService;

// What patients send: stop, start, yes and no to an appointment; everything else is feedback, also a yes or no that
// could be about several appointments: those are for a person to settle. Each message counts once,
// however often the provider tells of it: it is stored first, then acted on, and what a crash left in between is taken
// up again. Nothing is ever answered automatically, so that two machines cannot talk to each other. Thread-safe; throws
// DatabaseError and CipherError.
class InboundMessageService
{
public:
    // `answers`: who is told of confirmed and cancelled appointments; null: nobody, they are only written down.
    InboundMessageService(Database &database, const StoreCipher &cipher, const Clock &clock,
        std::function<HospitalSettings()> settings, ConsentService &consents, FeedbackService &feedback,
        AppointmentAnswers *answers);

    InboundMessage receive(const InboundSms &sms);
    // A key in a call about `reminder`: confirm, cancel or stop. Pressed twice in one call it counts once.
    InboundMessage keyPressed(const QString &callId, const Reminder &reminder, ReplyWord word);
    void finishInterrupted(); // messages that were stored a minute ago and not acted on
    Result<Page<InboundMessage>> list(const Session &who, const PageRequest &page); // newest first

private:
    InboundMessage stored(InboundMessage message); // as it is in the store, which may be further
    InboundMessage actedOn(InboundMessage message);
    void act(InboundMessage &message);
    void answer(InboundMessage &message, ReplyWord word);
    void stop(InboundMessage &message);
    void start(InboundMessage &message);
    void settle(InboundMessage &message, ReplyWord word); // an appointment
    void forPerson(InboundMessage &message, const QString &reason); // what no rule can tell
    void becomeFeedback(InboundMessage &message);
    bool isTooMuch(const InboundMessage &message);
    std::optional<PatientId> patientAt(const QString &phoneNumber);

    Database &m_database;
    const Clock &m_clock;
    std::function<HospitalSettings()> m_settings;
    ConsentService &m_consents;
    FeedbackService &m_feedback;
    AppointmentAnswers *m_answers;
    InboundRepository m_inbound;
    PatientRepository m_patients;
    PatientSearch m_search;
    ReminderRepository m_reminders;
};

} // namespace accueil
