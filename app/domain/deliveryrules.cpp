#include "app/domain/deliveryrules.h"

#include "app/domain/fieldrules.h"
#include "app/domain/recurrence.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds medicationWindow = 4h;
constexpr std::chrono::seconds otherWindow = 72h;
// A reminder that was asked for so close to its appointment is still sent this late.
constexpr std::chrono::seconds punctuality = 15min;
constexpr std::chrono::seconds longestProviderWait = 24h;
constexpr int longestStandstill = 366; // days looked ahead for one on which something may be sent

QDateTime inZone(const QDateTime &time, const QByteArray &zone)
{
    return time.toTimeZone(QTimeZone(zone));
}

bool isQuiet(QTime time, const QuietHours &hours)
{
    return hours.from < hours.until ? time >= hours.from && time < hours.until
                                    : time >= hours.from || time < hours.until;
}

struct ReasonCause
{
    QStringView reason;
    Cause cause;
};

// twilio.com/docs/api/errors and RFC 3463, by the words that gateways give their codes.
constexpr std::array reasonCauses{
    ReasonCause{u"invalidNumber", Cause::BadNumber},
    ReasonCause{u"unknownNumber", Cause::BadNumber},
    ReasonCause{u"landline", Cause::BadNumber},
    ReasonCause{u"invalidAddress", Cause::BadNumber},
    ReasonCause{u"optedOut", Cause::OptedOut},
    ReasonCause{u"phoneUnreachable", Cause::Transient},
    ReasonCause{u"providerBusy", Cause::Transient},
    ReasonCause{u"providerError", Cause::Transient},
    ReasonCause{u"providerDeferred", Cause::Transient},
    ReasonCause{u"notFoundAtProvider", Cause::Transient},
    ReasonCause{u"interrupted", Cause::Transient},
    ReasonCause{u"phoneBusy", Cause::Call},
    ReasonCause{u"noAnswer", Cause::Call},
    ReasonCause{u"notConfigured", Cause::Outage},
    ReasonCause{u"providerUnreachable", Cause::Outage},
    ReasonCause{u"loginRefused", Cause::Outage},
    ReasonCause{u"certificateRefused", Cause::Outage},
    ReasonCause{u"encryptionUnavailable", Cause::Outage},
};

} // namespace

QList<FieldError> validate(const DeliveryRules &rules)
{
    FieldRules checks;
    const std::optional<QuietHours> &quiet = rules.quietHours;
    if (quiet && (!quiet->from.isValid() || !quiet->until.isValid()))
        checks.add(u"delivery.quietHours"_s, u"notATime"_s);
    else if (quiet && quiet->from == quiet->until)
        checks.add(u"delivery.quietHours"_s, u"sameTimes"_s);
    if (!std::ranges::all_of(rules.holidays, [](QDate day) { return day.isValid(); }))
        checks.add(u"delivery.holidays"_s, u"notADate"_s);
    else if (rules.holidays.size() > DeliveryRules::mostHolidays)
        checks.add(u"delivery.holidays"_s, u"tooMany"_s, {{u"max"_s, DeliveryRules::mostHolidays}});
    checks.range(u"delivery.dailyLimit"_s, rules.dailyLimit, 0, DeliveryRules::mostDaily);
    const bool waitsAreGood = std::ranges::all_of(
        rules.retryDelays, [](std::chrono::seconds wait) { return wait >= 1s && wait <= DeliveryRules::longestWait; });
    if (!waitsAreGood || rules.retryDelays.isEmpty() || rules.retryDelays.size() > DeliveryRules::mostRetries)
        checks.add(u"delivery.retryDelays"_s, u"badWaits"_s);
    const auto longest = int(DeliveryRules::longestWait.count());
    // Longer than any number of seconds that fits is too long as well.
    const auto interval = int(std::min<qint64>(rules.reconcileInterval.count(), qint64(longest) + 1));
    checks.range(u"delivery.reconcileInterval"_s, interval, 1, longest);
    checks.range(u"delivery.sendRate"_s, rules.sendRate, 0, DeliveryRules::mostRate);
    checks.range(u"delivery.lateLimit"_s, rules.lateLimit, -1, DeliveryRules::mostLate);
    return checks.errors();
}

QString quietHoursText(const std::optional<QuietHours> &hours)
{
    return hours ? hours->from.toString(u"HH:mm"_s) + u'-' + hours->until.toString(u"HH:mm"_s) : u"off"_s;
}

std::optional<std::optional<QuietHours>> quietHoursOf(const QString &text)
{
    const QString plain = text.trimmed().toLower();
    if (plain == "off"_L1)
        return std::optional<QuietHours>();
    const QStringList parts = plain.split(u'-');
    if (parts.size() != 2)
        return std::nullopt;
    const QuietHours hours{
        QTime::fromString(parts.at(0).trimmed(), u"HH:mm"_s), QTime::fromString(parts.at(1).trimmed(), u"HH:mm"_s)};
    if (!hours.from.isValid() || !hours.until.isValid() || hours.from == hours.until)
        return std::nullopt;
    return std::optional(hours);
}

QString retryDelaysText(const QList<std::chrono::seconds> &delays)
{
    QStringList texts;
    for (const std::chrono::seconds delay : delays)
        texts << QString::number(delay.count());
    return texts.join(u',');
}

std::optional<QList<std::chrono::seconds>> retryDelaysOf(const QString &text)
{
    QList<std::chrono::seconds> delays;
    for (const QString &part : text.split(u',')) {
        bool isNumber = false;
        const int seconds = part.trimmed().toInt(&isNumber);
        if (!isNumber || seconds < 1 || std::chrono::seconds(seconds) > DeliveryRules::longestWait
            || delays.size() == DeliveryRules::mostRetries)
            return std::nullopt;
        delays << std::chrono::seconds(seconds);
    }
    return delays;
}

QString orOffText(int number, int off)
{
    return number == off ? u"off"_s : QString::number(number);
}

std::optional<int> orOffOf(const QString &text, int off, int minimum, int maximum)
{
    if (text.trimmed().toLower() == "off"_L1)
        return off;
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    const bool allowed = isNumber && (number == off || (number >= minimum && number <= maximum));
    return allowed ? std::optional(number) : std::nullopt;
}

ReasonKey whyNotAt(const QDateTime &time, const DeliveryRules &rules, const QByteArray &zone)
{
    const QDateTime local = inZone(time, zone);
    if (rules.holidays.contains(local.date()))
        return u"holiday"_s;
    if (rules.quietHours && isQuiet(local.time(), *rules.quietHours))
        return u"quietHours"_s;
    return {};
}

QDateTime firstAllowed(const QDateTime &time, const DeliveryRules &rules, const QByteArray &zone)
{
    QDateTime moment = time.toUTC();
    for (int step = 0; step < longestStandstill; ++step) {
        const ReasonKey reason = whyNotAt(moment, rules, zone);
        if (reason.isEmpty())
            return moment;
        if (reason == "holiday"_L1) {
            moment = startOfNextDay(moment, zone);
            continue;
        }
        const QDateTime local = inZone(moment, zone);
        const bool endsToday = local.time() < rules.quietHours->until;
        const QDateTime end
            = firstMomentAt(endsToday ? local.date() : local.date().addDays(1), rules.quietHours->until, zone);
        // A clock set back shows the end of quiet hours twice, or is still before it: then in a minute.
        moment = end > moment ? end : moment.addSecs(60);
    }
    return moment;
}

QDateTime startOfDay(const QDateTime &time, const QByteArray &zone)
{
    return inZone(time, zone).date().startOfDay(QTimeZone(zone)).toUTC();
}

QDateTime startOfNextDay(const QDateTime &time, const QByteArray &zone)
{
    return inZone(time, zone).date().addDays(1).startOfDay(QTimeZone(zone)).toUTC();
}

QDateTime startOfMonth(const QDateTime &time, const QByteArray &zone)
{
    const QDate day = inZone(time, zone).date();
    return QDate(day.year(), day.month(), 1).startOfDay(QTimeZone(zone)).toUTC();
}

std::chrono::seconds usefulness(Purpose purpose)
{
    return purpose == Purpose::Medication ? medicationWindow : otherWindow;
}

QDateTime usefulUntil(const Reminder &reminder)
{
    if (reminder.appointmentTime)
        return std::max(*reminder.appointmentTime, reminder.scheduledTime.addDuration(punctuality));
    return reminder.scheduledTime.addDuration(usefulness(reminder.purpose));
}

std::optional<std::chrono::milliseconds> retryDelay(
    const DeliveryRules &rules, int deferrals, std::chrono::seconds retryAfter, double jitter)
{
    if (deferrals >= rules.retryDelays.size())
        return std::nullopt;
    const std::chrono::milliseconds delay = rules.retryDelays.at(deferrals);
    const auto spread = std::chrono::milliseconds(qint64(double(delay.count()) * 0.1 * jitter));
    return std::max<std::chrono::milliseconds>(delay + spread, std::min(retryAfter, longestProviderWait));
}

Cause causeOf(const ReasonKey &reason)
{
    const auto row = std::ranges::find(reasonCauses, QStringView(reason), &ReasonCause::reason);
    return row == reasonCauses.end() ? Cause::Permanent : row->cause;
}

} // namespace accueil
