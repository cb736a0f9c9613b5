#pragma once

#include "app/domain/session.h"
#include "app/services/drillprovider.h"

namespace accueil {

class PatientService;
class ReminderService;

struct DrillState
{
    DrillDial dial;
    DrillCounts counts;
    QDateTime stoppedUntil; // UTC; in the past or invalid: sending goes on
    QList<DrillMessage> messages; // newest first, at most DrillService::shownMessages
};

// What a person does in a drill: turn the dial, stop sending for a while, make reminders due. Exists in a drill only.
// Thread-safe; throws DatabaseError and CipherError.
class DrillService
{
public:
    DrillService(DrillProvider &provider, PatientService &patients, ReminderService &reminders, const Clock &clock);

    Result<DrillState> state(const Session &who);
    Result<void> setDial(const Session &who, const DrillDial &dial); // fields: percent
    Result<void> stopFor(const Session &who, std::chrono::seconds time); // fields: seconds
    // Reminders to `count` patients, other ones each time, that are due in a moment: mostly SMS, some calls, email
    // where there is an address. Returns how many were planned; fewer where patients refuse or cannot be reached.
    // Fields: count.
    Result<int> makeDue(const Session &who, int count);

    static constexpr int shownMessages = 200;
    static constexpr std::chrono::seconds longestStop{3600};
    static constexpr int mostDue = 1000;

private:
    DrillProvider &m_provider;
    PatientService &m_patients;
    ReminderService &m_reminders;
    const Clock &m_clock;
    std::mutex m_mutex; // guards what follows
    int m_next = 0; // the patient whose turn it is
};

} // namespace accueil
