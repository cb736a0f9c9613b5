#pragma once

#include "app/domain/clock.h"
#include "app/services/attemptrecorder.h"
#include "app/services/deliverytracker.h"
#include "app/services/domainevents.h"
#include "app/services/providerrest.h"
#include "db/attemptrepository.h"

#include <QMap>

#include <functional>

namespace accueil {

// What providers say of messages they took, by webhook or asked for, becomes the state of attempts and reminders.
// News may be late, repeated or out of order: none moves an attempt back (mayBecome). Thread-safe; throws
// DatabaseError and CipherError.
class AttemptNewsService
{
public:
    AttemptNewsService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        std::function<HospitalSettings()> settings, AttemptRecorder::OptOut optedOut = {});

    // False: no attempt has this id (yet); nothing is stored, asking later will find it.
    bool apply(const DeliveryNews &news);
    // Asks for those whose moment has come, with longer and longer pauses between the questions; returns for how many.
    // What is final is asked for again while its price is not known, which providers say later and in no webhook. A
    // question without an answer counts for nothing. Called by one thread of each program.
    int poll(const QMap<Channel, DeliveryTracker *> &trackers, const std::function<bool()> &stop);

private:
    void applyTo(Reminder &reminder, const Attempt &attempt, const DeliveryNews &news, const QDateTime &now);
    void postpone(const Attempt &asked, TrackingResult result, std::chrono::seconds retryAfter);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    ReminderRepository m_reminders;
    AttemptRepository m_attempts;
    AttemptRecorder m_recorder;
    ProviderRest m_rest; // of poll(), that the provider asked for
};

} // namespace accueil
