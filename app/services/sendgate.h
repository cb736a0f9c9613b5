#pragma once

#include "app/services/attemptrecorder.h"
#include "db/attemptrepository.h"
#include "db/consentrepository.h"
#include "db/reminderqueue.h"

namespace accueil {

// Whether a reminder may leave at this moment: consent, usefulness, a number that works, quiet hours, holidays, the
// daily limit, the budget. What may not is stored as what it becomes. Works within the caller's transaction.
class SendGate
{
public:
    SendGate(Database &database, const StoreCipher &cipher, std::function<HospitalSettings()> settings,
        AttemptRecorder &recorder);

    bool mayLeave(Reminder &reminder, const Patient &patient, const QDateTime &now);

private:
    bool isStopped(Reminder &reminder, const Patient &patient, const QDateTime &now); // for good
    bool isHeld(Reminder &reminder, const QDateTime &now); // until later
    bool isOverBudget(const Reminder &reminder, const HospitalSettings &settings, const QDateTime &now);

    std::function<HospitalSettings()> m_settings;
    AttemptRecorder &m_recorder;
    ReminderQueue m_queue;
    AttemptRepository m_attempts;
    NumberFlagRepository m_flags;
    ConsentRepository m_consents;
};

} // namespace accueil
