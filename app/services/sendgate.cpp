#include "app/services/sendgate.h"

#include "app/domain/consent.h"
#include "app/domain/smstext.h"

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SendGate::SendGate(Database &database, const StoreCipher &cipher, std::function<HospitalSettings()> settings,
    AttemptRecorder &recorder)
    : m_settings(std::move(settings))
    , m_recorder(recorder)
    , m_queue(database)
    , m_attempts(database)
    , m_flags(database, cipher)
    , m_consents(database, cipher)
{
}

bool SendGate::mayLeave(Reminder &reminder, const Patient &patient, const QDateTime &now)
{
    return !isStopped(reminder, patient, now) && !isHeld(reminder, now);
}

bool SendGate::isStopped(Reminder &reminder, const Patient &patient, const QDateTime &now)
{
    const ConsentPolicy policy = m_settings().consentPolicy;
    if (patient.archived) {
        m_recorder.cancel(reminder, u"patientArchived"_s, now);
        return true;
    }
    if (reminder.onlyUnconfirmed && reminder.isConfirmed) {
        m_recorder.cancel(reminder, u"alreadyConfirmed"_s, now);
        return true;
    }
    const bool saidStop = m_consents.stop(reminder.channel, addressOf(reminder)).has_value();
    if (saidStop || !consentAllows(patient.consent, reminder.channel, reminder.purpose, policy)) {
        m_recorder.cancel(reminder, u"consentRefused"_s, now);
        return true;
    }
    if (usefulUntil(reminder) < now) {
        m_recorder.expire(reminder, reminder.appointmentTime ? u"appointmentPassed"_s : u"tooLate"_s, now);
        return true;
    }
    if (addressOf(reminder).isEmpty()) {
        m_recorder.failed(reminder, u"noRecipient"_s, Cause::Permanent, 0s, now);
        return true;
    }
    if (m_flags.find(reminder.channel, addressOf(reminder))) {
        m_recorder.failed(reminder, u"numberFlagged"_s, Cause::Permanent, 0s, now);
        return true;
    }
    return false;
}

bool SendGate::isHeld(Reminder &reminder, const QDateTime &now)
{
    const HospitalSettings settings = m_settings();
    const DeliveryRules &rules = settings.delivery;
    const QByteArray zone = settings.timeZone.toLatin1();
    if (const ReasonKey reason = whyNotAt(now, rules, zone); !reason.isEmpty()) {
        m_recorder.hold(reminder, reason, firstAllowed(now, rules, zone), now);
        return true;
    }
    if (rules.dailyLimit > 0) {
        if (!m_queue.lockPatient(reminder.patient)) {
            m_recorder.hold(reminder, reminder.reason, now.addSecs(1), now);
            return true;
        }
        if (m_attempts.countSince(reminder.patient, startOfDay(now, zone)) >= rules.dailyLimit) {
            m_recorder.hold(reminder, u"dailyLimit"_s, firstAllowed(startOfNextDay(now, zone), rules, zone), now);
            return true;
        }
    }
    if (isOverBudget(reminder, settings, now)) {
        const QDateTime nextMonth = startOfMonth(startOfMonth(now, zone).addDays(35), zone);
        m_recorder.hold(reminder, u"budgetSpent"_s, firstAllowed(nextMonth, rules, zone), now);
        return true;
    }
    return false;
}

bool SendGate::isOverBudget(const Reminder &reminder, const HospitalSettings &settings, const QDateTime &now)
{
    const SmsCost &cost = settings.smsCost;
    if (reminder.channel != Channel::Sms || cost.monthlyBudget <= 0 || cost.pricePerSegment <= 0)
        return false;
    const qint64 sent = m_attempts.segmentsSince(startOfMonth(now, settings.timeZone.toLatin1()));
    const int wanted = countSms(reminder.message).segments;
    return double(sent + wanted) * cost.pricePerSegment > cost.monthlyBudget;
}

} // namespace accueil
