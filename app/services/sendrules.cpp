#include "app/services/sendrules.h"

#include "app/domain/consent.h"
#include "app/domain/smstext.h"

namespace accueil {

using namespace Qt::StringLiterals;

SendRules::SendRules(Database &database, const StoreCipher &cipher)
    : m_attempts(database)
    , m_flags(database, cipher)
    , m_consents(database, cipher)
{
}

QList<SendRefusal> SendRules::refusals(
    const Reminder &reminder, const Patient &patient, const QDateTime &at, const HospitalSettings &settings)
{
    QList<SendRefusal> refusals;
    const QString &address = addressOf(reminder);
    if (patient.archived)
        refusals << SendRefusal{ReminderStatus::Cancelled, u"patientArchived"_s};
    if (reminder.onlyUnconfirmed && reminder.isConfirmed)
        refusals << SendRefusal{ReminderStatus::Cancelled, u"alreadyConfirmed"_s};
    const bool saidStop = m_consents.stop(reminder.channel, address).has_value();
    if (saidStop || !consentAllows(patient.consent, reminder.channel, reminder.purpose, settings.consentPolicy))
        refusals << SendRefusal{ReminderStatus::Cancelled, u"consentRefused"_s};
    if (usefulUntil(reminder) < at)
        refusals << SendRefusal{
            ReminderStatus::Expired, reminder.appointmentTime ? u"appointmentPassed"_s : u"tooLate"_s};
    if (address.isEmpty())
        refusals << SendRefusal{ReminderStatus::Failed, u"noRecipient"_s};
    else if (m_flags.find(reminder.channel, address))
        refusals << SendRefusal{ReminderStatus::Failed, u"numberFlagged"_s};
    return refusals;
}

std::optional<SendDelay> SendRules::closed(const QDateTime &at, const HospitalSettings &settings) const
{
    const QByteArray zone = settings.timeZone.toLatin1();
    const ReasonKey reason = whyNotAt(at, settings.delivery, zone);
    if (reason.isEmpty())
        return std::nullopt;
    return SendDelay{reason, firstAllowed(at, settings.delivery, zone)};
}

std::optional<SendDelay> SendRules::overDailyLimit(
    const Reminder &reminder, const QDateTime &at, const HospitalSettings &settings, int planned)
{
    const int limit = settings.delivery.dailyLimit;
    if (limit <= 0 || sentOnDayOf(reminder.patient, at, settings) + planned < limit)
        return std::nullopt;
    const QByteArray zone = settings.timeZone.toLatin1();
    return SendDelay{u"dailyLimit"_s, firstAllowed(startOfNextDay(at, zone), settings.delivery, zone)};
}

std::optional<SendDelay> SendRules::overBudget(
    const Reminder &reminder, const QDateTime &at, const HospitalSettings &settings)
{
    const SmsCost &cost = settings.smsCost;
    if (reminder.channel != Channel::Sms || cost.monthlyBudget <= 0 || cost.pricePerSegment <= 0)
        return std::nullopt;
    const QByteArray zone = settings.timeZone.toLatin1();
    const QDateTime month = startOfMonth(at, zone);
    const qint64 segments
        = m_attempts.segmentsSince(month) + countSms(settings.twilio.asSent(reminder.message)).segments;
    if (double(segments) * cost.pricePerSegment <= cost.monthlyBudget)
        return std::nullopt;
    return SendDelay{u"budgetSpent"_s, firstAllowed(startOfMonth(month.addDays(35), zone), settings.delivery, zone)};
}

int SendRules::sentOnDayOf(PatientId patient, const QDateTime &at, const HospitalSettings &settings)
{
    return m_attempts.countSince(patient, startOfDay(at, settings.timeZone.toLatin1()));
}

} // namespace accueil
