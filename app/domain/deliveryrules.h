#pragma once

#include "app/domain/reminder.h"

#include <QDate>
#include <QTime>

#include <chrono>
#include <optional>

namespace accueil {

// Hours of the day, on the hospital's clock, in which nothing is sent: from 20:00 to 08:00 it begins one day and ends
// the next.
struct QuietHours
{
    QTime from{20, 0};
    QTime until{8, 0}; // exclusive; not the same as `from`

    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

// How the engine sends; product.md section 4. All of it is the hospital's to set.
struct DeliveryRules
{
    std::optional<QuietHours> quietHours = QuietHours{};
    QList<QDate> holidays; // days on which nothing is sent
    int dailyLimit = 3; // messages to one patient a day; 0: no limit
    QList<std::chrono::seconds> retryDelays{std::chrono::minutes(1), std::chrono::minutes(5), std::chrono::minutes(15),
        std::chrono::minutes(60)}; // after what is transient
    std::chrono::seconds reconcileInterval{120}; // between the two looks at the provider for a message in doubt
    int sendRate = 250; // messages a second, of all channels together; 0: no limit
    int lateLimit = 20; // more than so many that are late at once wait for a person; -1: never

    static constexpr int mostHolidays = 100;
    static constexpr int mostDaily = 1000;
    static constexpr int mostRetries = 10;
    static constexpr std::chrono::seconds longestWait{86'400};
    static constexpr int mostRate = 10'000;
    static constexpr int mostLate = 1'000'000;

    friend bool operator==(const DeliveryRules &, const DeliveryRules &) = default;
};

QList<FieldError> validate(const DeliveryRules &rules); // fields as in the settings: "delivery.quietHours"

// As the operator writes them: "20:00-08:00" or "off"; "60,300,900,3600". Nothing when it is neither.
QString quietHoursText(const std::optional<QuietHours> &hours);
std::optional<std::optional<QuietHours>> quietHoursOf(const QString &text);
QString retryDelaysText(const QList<std::chrono::seconds> &delays);
std::optional<QList<std::chrono::seconds>> retryDelaysOf(const QString &text); // 1..10 of them, each 1 s to 1 day
// A number from `minimum` on, or "off" for `off`.
QString orOffText(int number, int off);
std::optional<int> orOffOf(const QString &text, int off, int minimum, int maximum);

// `time`, or the first moment after it that is neither in quiet hours nor on a holiday in `zone` (IANA). UTC. Clocks
// that change are no exception: what a clock skips is the moment after the gap, what it shows twice is quiet twice.
QDateTime firstAllowed(const QDateTime &time, const DeliveryRules &rules, const QByteArray &zone);
// Why `time` is not allowed: quietHours, holiday; empty when it is.
ReasonKey whyNotAt(const QDateTime &time, const DeliveryRules &rules, const QByteArray &zone);

// First moment of the day in `zone` that `time` lies in, and of the next one. UTC.
QDateTime startOfDay(const QDateTime &time, const QByteArray &zone);
QDateTime startOfNextDay(const QDateTime &time, const QByteArray &zone);
QDateTime startOfMonth(const QDateTime &time, const QByteArray &zone);

// How long after its time a reminder without an appointment is of use.
std::chrono::seconds usefulness(Purpose purpose);

// Until when the reminder is of use to the patient. UTC, inclusive. Its appointment, or its time and
// usefulness(): four hours for a medication, three days for everything else.
QDateTime usefulUntil(const Reminder &reminder);

// How long the try after number `deferrals` (from 0) waits, `retryAfter` if the provider asked for more; nothing when
// it was the last. `jitter` from 0 to 1 adds up to a tenth, so that what failed together does not come back together.
std::optional<std::chrono::milliseconds> retryDelay(
    const DeliveryRules &rules, int deferrals, std::chrono::seconds retryAfter, double jitter);

// Why a reminder never leaves.
struct SendRefusal
{
    ReminderStatus becomes = ReminderStatus::Cancelled; // Cancelled, Expired or Failed
    ReasonKey reason;

    friend bool operator==(const SendRefusal &, const SendRefusal &) = default;
};

// Why it does not leave at the moment that was asked about.
struct SendDelay
{
    ReasonKey reason;
    std::optional<QDateTime> until; // UTC; nothing: nobody knows

    friend bool operator==(const SendDelay &, const SendDelay &) = default;
};

// What a reason means for what comes next.
enum class Cause {
    Permanent, // no further try on this channel
    BadNumber, // likewise, and the number is not to be used any more
    OptedOut, // likewise, and it counts as refused consent
    Transient, // the delays of the rules
    Call, // nobody took the call: three times, an hour apart
    Outage, // nothing leaves on this channel for anybody: waits as long as the reminder is of use
};
Cause causeOf(const ReasonKey &reason);
inline constexpr int callTries = 3; // after the first

} // namespace accueil
