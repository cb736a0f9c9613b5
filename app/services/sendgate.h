#pragma once

#include "app/services/attemptrecorder.h"
#include "app/services/sendrules.h"
#include "db/reminderqueue.h"

namespace accueil {

// Whether a reminder may leave at this moment, by SendRules. What may not is stored as what it becomes. Works within
// the caller's transaction.
class SendGate
{
public:
    SendGate(Database &database, const StoreCipher &cipher, std::function<HospitalSettings()> settings,
        AttemptRecorder &recorder);

    bool mayLeave(Reminder &reminder, const Patient &patient, const QDateTime &now);

private:
    void stop(Reminder &reminder, const SendRefusal &refusal, const QDateTime &now); // for good
    std::optional<SendDelay> delay(const Reminder &reminder, const HospitalSettings &settings, const QDateTime &now);

    std::function<HospitalSettings()> m_settings;
    AttemptRecorder &m_recorder;
    SendRules m_rules;
    ReminderQueue m_queue;
    AttemptRepository m_attempts;
};

} // namespace accueil
