#pragma once

#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"
#include "db/numberflagrepository.h"
#include "db/patientrepository.h"
#include "db/reminderrepository.h"

#include <functional>

namespace accueil {

// What becomes of a reminder after a try: the one place where an answer, news of a provider or a rule turns into a
// state of the reminder, its next try, its next channel or its next occurrence. Works within the caller's transaction
// and stores the reminder; the attempt is the caller's. Needs no lock but that of the reminder's row.
class AttemptRecorder
{
public:
    // `optedOut`: the provider says that this person wants nothing more on this channel. Called within the
    // transaction.
    using OptOut = std::function<void(Channel, const QString &address, const QDateTime &at)>;

    AttemptRecorder(Database &database, const StoreCipher &cipher, std::function<HospitalSettings()> settings,
        OptOut optedOut = {});

    void sent(Reminder &reminder, const QDateTime &at);
    void delivered(Reminder &reminder, const QDateTime &at);
    void inDoubt(Reminder &reminder, const ReasonKey &reason, const QDateTime &at);
    // It certainly did not arrive: a further try, the next channel, or the end. `cause` says which.
    void failed(
        Reminder &reminder, const ReasonKey &reason, Cause cause, std::chrono::seconds retryAfter, const QDateTime &at);
    // Not now: waits until `until`, or is expired when that is too late. Costs no try.
    void hold(Reminder &reminder, const ReasonKey &reason, const QDateTime &until, const QDateTime &at);
    void expire(Reminder &reminder, const ReasonKey &reason, const QDateTime &at);
    void cancel(Reminder &reminder, const ReasonKey &reason, const QDateTime &at);

private:
    void end(Reminder &reminder, ReminderStatus status, const ReasonKey &reason, const QDateTime &at);
    void tryAgain(Reminder &reminder, const ReasonKey &reason, const QDateTime &when, const QDateTime &at);
    bool fallBack(const Reminder &reminder, const QDateTime &at); // to the next channel of its plan, if there is one
    void scheduleNext(const Reminder &reminder, const QDateTime &at);
    Reminder successor(const Reminder &reminder, const QDateTime &at); // the same again, untried, not yet stored

    std::function<HospitalSettings()> m_settings;
    OptOut m_optedOut;
    ReminderRepository m_reminders;
    PatientRepository m_patients;
    NumberFlagRepository m_flags;
};

} // namespace accueil
