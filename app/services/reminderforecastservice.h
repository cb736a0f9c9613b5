#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/services/reminderservice.h"
#include "app/services/sendrules.h"

#include <functional>

namespace accueil {

// What becomes of a reminder if it is saved as it is, as far as can be known now.
struct ReminderForecast
{
    QDateTime wantedAt; // UTC; the time that was asked for
    std::optional<QDateTime> leavesAt; // UTC; nothing: never, or nobody knows when
    QList<SendRefusal> forbiddenBy; // not empty: it never leaves on this channel
    QList<SendDelay> delayedBy; // in the order in which they come into its way
    std::optional<SendDelay> standstill; // nothing leaves on this channel at present, which may be over by then
    int place = 0; // its number among the patient's messages of the day it leaves on, from 1; 0: it does not
    int dailyLimit = 0; // 0: none
    Channel channel = Channel::Sms;
    Language language = Language::French;
    QString message; // as it leaves
    std::optional<int> segments; // of an SMS
    std::optional<double> cost; // of these; nothing: no price is set
    QString currency; // ISO 4217
};

// Says before a reminder is stored when it will leave, in what words, at what cost, and what forbids or delays it: by
// the rules that delivery itself asks at the moment of sending. What happens until then it cannot know: other messages
// that are planned later, a provider that fails. Thread-safe; throws DatabaseError, CipherError.
class ReminderForecastService
{
public:
    // Why nothing leaves on a channel at present; asked on any thread.
    using Standstill = std::function<std::optional<SendDelay>(Channel)>;

    ReminderForecastService(Database &database, const StoreCipher &cipher, const Clock &clock,
        ReminderService &reminders, std::function<HospitalSettings()> settings, Standstill standstill);

    // A draft that cannot be stored is Invalid, as when it is scheduled; a patient who cannot be reached or does not
    // want it is part of the answer. A client_id that is known means that reminder, changed.
    Result<ReminderForecast> forecast(const Session &who, const ReminderDraft &draft);

private:
    std::optional<Reminder> storedBefore(const ReminderDraft &draft);
    void followDelays(ReminderForecast &forecast, const Reminder &reminder, const HospitalSettings &settings);
    std::optional<SendDelay> delayAt(const Reminder &reminder, const QDateTime &at, const HospitalSettings &settings);
    int plannedBefore(const Reminder &reminder, const QDateTime &at, const HospitalSettings &settings);

    const Clock &m_clock;
    ReminderService &m_service;
    std::function<HospitalSettings()> m_settings;
    Standstill m_standstill;
    SendRules m_rules;
    ReminderRepository m_reminders;
    ReminderQueue m_queue;
    PatientRepository m_patients;
};

} // namespace accueil
