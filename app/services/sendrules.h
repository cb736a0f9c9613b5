#pragma once

#include "app/domain/deliveryrules.h"
#include "app/domain/patient.h"
#include "app/services/hospitalsettings.h"
#include "db/attemptrepository.h"
#include "db/consentrepository.h"
#include "db/numberflagrepository.h"

#include <optional>

namespace accueil {

// What stands against sending a reminder at a moment. Only looks: SendGate stores what follows from it when the moment
// has come, ReminderForecastService says it beforehand. Thread-safe; throws DatabaseError.
class SendRules
{
public:
    SendRules(Database &database, const StoreCipher &cipher);

    // For good; all that there are, the first one counts.
    QList<SendRefusal> refusals(
        const Reminder &reminder, const Patient &patient, const QDateTime &at, const HospitalSettings &settings);
    // Quiet hours and holidays.
    std::optional<SendDelay> closed(const QDateTime &at, const HospitalSettings &settings) const;
    // `planned`: what else leaves for the patient on that day before `at`.
    std::optional<SendDelay> overDailyLimit(
        const Reminder &reminder, const QDateTime &at, const HospitalSettings &settings, int planned = 0);
    std::optional<SendDelay> overBudget(
        const Reminder &reminder, const QDateTime &at, const HospitalSettings &settings);

    int sentOnDayOf(PatientId patient, const QDateTime &at, const HospitalSettings &settings);

private:
    AttemptRepository m_attempts;
    NumberFlagRepository m_flags;
    ConsentRepository m_consents;
};

} // namespace accueil
