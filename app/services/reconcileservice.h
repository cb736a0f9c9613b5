#pragma once

#include "app/domain/clock.h"
#include "app/services/attemptnewsservice.h"
#include "app/services/deliverytracker.h"

namespace accueil {

// Settles attempts in doubt by asking the provider before anything is tried again: a message that is found is adopted
// with its id; one that is not found twice, the rules' interval apart, certainly did not leave and is tried again; what
// cannot be told waits for a person. Only channels that can be asked: email waits for a person at once. Called by one
// thread of each program. Throws DatabaseError and CipherError.
class ReconcileService
{
public:
    ReconcileService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        std::function<HospitalSettings()> settings, AttemptRecorder::OptOut optedOut = {});

    int settleDoubts(const QMap<Channel, DeliveryTracker *> &trackers, const std::function<bool()> &stop);

private:
    struct Doubt
    {
        Attempt attempt;
        Reminder reminder;
    };

    // What the provider has for a number, and what of ours it may be.
    struct Look
    {
        TrackedMessages answer;
        QDateTime at; // by our clock
        QList<Doubt> rivals; // under way or in doubt, to that number
        bool isBusy = false; // one of them is being sent at this moment
    };

    QList<Doubt> doubtsOf(const QList<Attempt> &due);
    Look look(DeliveryTracker &tracker, const Doubt &doubt, const QList<Doubt> &rivals, const QDateTime &begin);
    bool settle(const Doubt &doubt, const Look &look, int twins); // true: what is found is not this one's any more
    void adopt(
        Reminder &reminder, Attempt &attempt, const QString &provider, const DeliveryNews &news, const QDateTime &now);
    void noteAbsence(Reminder &reminder, Attempt &attempt, const QDateTime &now);
    QSet<QString> knownAmong(const TrackedMessages &answer);
    void askLater(const Attempt &attempt, int retryAfterSeconds);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    std::function<HospitalSettings()> m_settings;
    ReminderRepository m_reminders;
    AttemptRepository m_attempts;
    AttemptRecorder m_recorder;
    ProviderRest m_rest; // that the provider asked for
};

} // namespace accueil
