#include "app/services/reminderforecastservice.h"

#include "app/domain/smstext.h"

#include <QUuid>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDelays = 40; // days in a row that are full, before the forecast gives up
constexpr int longestHeld = 4; // days; a message of an earlier day may be waiting for the same morning

} // namespace

ReminderForecastService::ReminderForecastService(Database &database, const StoreCipher &cipher, const Clock &clock,
    ReminderService &reminders, std::function<HospitalSettings()> settings, Standstill standstill)
    : m_clock(clock)
    , m_service(reminders)
    , m_settings(std::move(settings))
    , m_standstill(std::move(standstill))
    , m_rules(database, cipher)
    , m_reminders(database, cipher)
    , m_queue(database)
    , m_patients(database, cipher)
{
}

Result<ReminderForecast> ReminderForecastService::forecast(const Session &who, const ReminderDraft &draft)
{
    if (const auto allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    const Result<Reminder> wanted = m_service.planned(draft, storedBefore(draft).value_or(Reminder{}));
    if (!wanted)
        return tl::unexpected(wanted.error());
    Reminder reminder = *wanted;
    const std::optional<Patient> patient = m_patients.find(reminder.patient);
    if (!patient) // removed in this moment
        return fail(ErrorCode::NotFound);
    // As it is read when it is sent.
    if (reminder.phoneNumber.isEmpty())
        reminder.phoneNumber = patient->phoneNumber;
    if (reminder.email.isEmpty())
        reminder.email = patient->email;

    const HospitalSettings settings = m_settings();
    const QDateTime due = std::max(reminder.scheduledTime, m_clock.now());
    ReminderForecast forecast{.wantedAt = reminder.scheduledTime,
        .forbiddenBy = m_rules.refusals(reminder, *patient, due, settings),
        .dailyLimit = settings.delivery.dailyLimit,
        .channel = reminder.channel,
        .language = reminder.language,
        .message = reminder.message,
        .currency = settings.smsCost.currency};
    if (reminder.channel == Channel::Sms) {
        forecast.message = settings.twilio.asSent(reminder.message);
        forecast.segments = countSms(forecast.message).segments;
        if (settings.smsCost.pricePerSegment > 0)
            forecast.cost = settings.smsCost.pricePerSegment * *forecast.segments;
    }
    if (m_standstill)
        forecast.standstill = m_standstill(reminder.channel);
    followDelays(forecast, reminder, settings);
    return forecast;
}

std::optional<Reminder> ReminderForecastService::storedBefore(const ReminderDraft &draft)
{
    const QUuid given = QUuid::fromString(draft.clientId);
    const auto known = given.isNull() ? std::nullopt : m_reminders.findRequest(given.toString(QUuid::WithoutBraces));
    return known ? m_reminders.find(known->id) : std::nullopt;
}

// From one obstacle to the next, as delivery would: it holds a message until the moment that a rule names, then asks
// all of them again.
void ReminderForecastService::followDelays(
    ReminderForecast &forecast, const Reminder &reminder, const HospitalSettings &settings)
{
    QDateTime at = std::max(reminder.scheduledTime, m_clock.now());
    const std::optional<SendDelay> &standstill = forecast.standstill;
    if (standstill && (!standstill->until || *standstill->until > at)) {
        forecast.delayedBy << *standstill;
        if (!standstill->until)
            return;
        at = *standstill->until;
    }
    while (const std::optional<SendDelay> delay = delayAt(reminder, at, settings)) {
        forecast.delayedBy << *delay;
        if (forecast.delayedBy.size() >= mostDelays)
            return;
        if (*delay->until > usefulUntil(reminder)) {
            forecast.forbiddenBy << SendRefusal{ReminderStatus::Expired, delay->reason};
            return;
        }
        at = *delay->until;
    }
    if (!forecast.forbiddenBy.isEmpty())
        return;
    forecast.leavesAt = at;
    forecast.place = m_rules.sentOnDayOf(reminder.patient, at, settings) + plannedBefore(reminder, at, settings) + 1;
}

std::optional<SendDelay> ReminderForecastService::delayAt(
    const Reminder &reminder, const QDateTime &at, const HospitalSettings &settings)
{
    if (const std::optional<SendDelay> closed = m_rules.closed(at, settings))
        return closed;
    if (const auto full = m_rules.overDailyLimit(reminder, at, settings, plannedBefore(reminder, at, settings)))
        return full;
    return m_rules.overBudget(reminder, at, settings);
}

int ReminderForecastService::plannedBefore(
    const Reminder &reminder, const QDateTime &at, const HospitalSettings &settings)
{
    const QByteArray zone = settings.timeZone.toLatin1();
    const QDateTime day = startOfDay(at, zone);
    const QList<QDateTime> times = m_queue.dueTimes(reminder.patient, day.addDays(-longestHeld), at, reminder.id);
    return int(std::ranges::count_if(times, [&](const QDateTime &time) {
        const QDateTime moment = firstAllowed(std::max(time, m_clock.now()), settings.delivery, zone);
        return moment >= day && moment <= at;
    }));
}

} // namespace accueil
