#include "app/services/settingstable.h"

#include "app/domain/enumtable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr EnumTable<SmtpSecurity, 3> smtpSecurityTable{{{
    {SmtpSecurity::None, u"none"},
    {SmtpSecurity::StartTls, u"starttls"},
    {SmtpSecurity::Tls, u"tls"},
}}};

template <typename Part>
SettingRow textRow(const QString &path, Part part, Secrecy secrecy = Secrecy::Plain)
{
    return {path, secrecy, [part](const HospitalSettings &settings) { return part(settings); },
        [part](HospitalSettings &settings, const QString &text) {
            part(settings) = text;
            return true;
        }};
}

template <typename Part>
SettingRow listRow(const QString &path, Part part)
{
    return {path, Secrecy::Plain,
        [part](const HospitalSettings &settings) {
            return QString::fromUtf8(
                QJsonDocument(QJsonArray::fromStringList(part(settings))).toJson(QJsonDocument::Compact));
        },
        [part](HospitalSettings &settings, const QString &text) {
            const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
            if (!document.isArray())
                return false;
            QStringList values;
            for (const QJsonValue value : document.array())
                values.append(value.toString());
            part(settings) = values;
            return true;
        }};
}

template <typename Part>
SettingRow switchRow(const QString &path, Part part)
{
    return {path, Secrecy::Plain,
        [part](const HospitalSettings &settings) { return part(settings) ? u"true"_s : u"false"_s; },
        [part](HospitalSettings &settings, const QString &text) {
            if (text != u"true" && text != u"false")
                return false;
            part(settings) = text == u"true";
            return true;
        }};
}

template <typename Part>
SettingRow integerRow(const QString &path, Part part)
{
    return {path, Secrecy::Plain, [part](const HospitalSettings &settings) { return QString::number(part(settings)); },
        [part](HospitalSettings &settings, const QString &text) {
            bool isNumber = false;
            const int number = text.toInt(&isNumber);
            if (isNumber)
                part(settings) = number;
            return isNumber;
        }};
}

template <typename Part>
SettingRow amountRow(const QString &path, Part part)
{
    return {path, Secrecy::Plain,
        [part](const HospitalSettings &settings) {
            return QString::number(part(settings), 'g', QLocale::FloatingPointShortest);
        },
        [part](HospitalSettings &settings, const QString &text) {
            bool isNumber = false;
            const double amount = text.toDouble(&isNumber);
            if (isNumber)
                part(settings) = amount;
            return isNumber;
        }};
}

template <typename Table, typename Part>
SettingRow choiceRow(const QString &path, const Table &table, Part part)
{
    return {path, Secrecy::Plain,
        [&table, part](const HospitalSettings &settings) { return table.key(part(settings)); },
        [&table, part](HospitalSettings &settings, const QString &text) {
            const auto value = table.value(text);
            if (value)
                part(settings) = *value;
            return value.has_value();
        }};
}

// A delivery rule that is written as one word.
template <typename Value, typename Write, typename Read>
SettingRow parsedRow(const QString &path, Value DeliveryRules::*rule, Write write, Read read)
{
    return {path, Secrecy::Plain,
        [rule, write](const HospitalSettings &settings) { return write(settings.delivery.*rule); },
        [rule, read](HospitalSettings &settings, const QString &text) {
            const auto value = read(text);
            if (value)
                settings.delivery.*rule = *value;
            return value.has_value();
        }};
}

SettingRow limitRow(const QString &path, int DeliveryRules::*rule, int off, int maximum)
{
    return parsedRow(
        path, rule, [off](int number) { return orOffText(number, off); },
        [off, maximum](const QString &text) { return orOffOf(text, off, 1 + std::min(off, 0), maximum); });
}

QString daysText(const QList<QDate> &days)
{
    QStringList texts;
    for (const QDate day : days)
        texts << day.toString(Qt::ISODate);
    return texts.join(u',');
}

std::optional<QList<QDate>> daysOf(const QString &text)
{
    QList<QDate> days;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QDate day = QDate::fromString(part.trimmed(), Qt::ISODate);
        if (!day.isValid() || days.size() == DeliveryRules::mostHolidays)
            return std::nullopt;
        days << day;
    }
    return days;
}

QString secondsText(std::chrono::seconds seconds)
{
    return QString::number(seconds.count());
}

std::optional<std::chrono::seconds> secondsOf(const QString &text)
{
    bool isNumber = false;
    const int seconds = text.trimmed().toInt(&isNumber);
    const bool allowed = isNumber && seconds >= 1 && seconds <= 86'400;
    return allowed ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

} // namespace

const QList<SettingRow> &settingRows()
{
    static const QList<SettingRow> rows = {
        textRow(
            u"name"_s, [](auto &settings) -> auto & { return settings.name; }),
        textRow(
            u"shortName"_s, [](auto &settings) -> auto & { return settings.shortName; }),
        textRow(
            u"timeZone"_s, [](auto &settings) -> auto & { return settings.timeZone; }),
        listRow(
            u"languages"_s, [](auto &settings) -> auto & { return settings.languages; }),
        listRow(
            u"wards"_s, [](auto &settings) -> auto & { return settings.wards; }),
        choiceRow(
            u"consentPolicy"_s, consentPolicyTable, [](auto &settings) -> auto & { return settings.consentPolicy; }),
        choiceRow(
            u"privacyCheck"_s, privacyCheckTable, [](auto &settings) -> auto & { return settings.privacyCheck; }),
        integerRow(
            u"smallestGroup"_s, [](auto &settings) -> auto & { return settings.smallestGroup; }),
        switchRow(
            u"tabletsAllowed"_s, [](auto &settings) -> auto & { return settings.tabletsAllowed; }),
        textRow(
            u"twilio.accountSid"_s, [](auto &settings) -> auto & { return settings.twilio.accountSid; }),
        textRow(
            u"twilio.authToken"_s, [](auto &settings) -> auto & { return settings.twilio.authToken; }, Secrecy::Secret),
        textRow(
            u"twilio.phoneNumber"_s, [](auto &settings) -> auto & { return settings.twilio.phoneNumber; }),
        textRow(
            u"twilio.baseUrl"_s, [](auto &settings) -> auto & { return settings.twilio.baseUrl; }),
        textRow(
            u"twilio.messagingServiceSid"_s,
            [](auto &settings) -> auto & { return settings.twilio.messagingServiceSid; }),
        choiceRow(
            u"twilio.receives"_s, senderReceivesTable,
            [](auto &settings) -> auto & { return settings.twilio.receives; }),
        switchRow(
            u"twilio.unicode"_s, [](auto &settings) -> auto & { return settings.twilio.unicode; }),
        amountRow(
            u"smsCost.pricePerSegment"_s, [](auto &settings) -> auto & { return settings.smsCost.pricePerSegment; }),
        amountRow(
            u"smsCost.monthlyBudget"_s, [](auto &settings) -> auto & { return settings.smsCost.monthlyBudget; }),
        textRow(
            u"smsCost.currency"_s, [](auto &settings) -> auto & { return settings.smsCost.currency; }),
        integerRow(
            u"smsCost.segmentLimit"_s, [](auto &settings) -> auto & { return settings.smsCost.segmentLimit; }),
        textRow(
            u"smtp.host"_s, [](auto &settings) -> auto & { return settings.smtp.host; }),
        integerRow(
            u"smtp.port"_s, [](auto &settings) -> auto & { return settings.smtp.port; }),
        textRow(
            u"smtp.user"_s, [](auto &settings) -> auto & { return settings.smtp.user; }),
        textRow(
            u"smtp.password"_s, [](auto &settings) -> auto & { return settings.smtp.password; }, Secrecy::Secret),
        textRow(
            u"smtp.sender"_s, [](auto &settings) -> auto & { return settings.smtp.sender; }),
        choiceRow(
            u"smtp.security"_s, smtpSecurityTable, [](auto &settings) -> auto & { return settings.smtp.security; }),
        textRow(
            u"publicUrl"_s, [](auto &settings) -> auto & { return settings.publicUrl; }),
        textRow(
            u"audioUrl"_s, [](auto &settings) -> auto & { return settings.audioUrl; }),
        textRow(
            u"deskPhone"_s, [](auto &settings) -> auto & { return settings.deskPhone; }),
        parsedRow(u"delivery.quietHours"_s, &DeliveryRules::quietHours, quietHoursText, quietHoursOf),
        parsedRow(u"delivery.holidays"_s, &DeliveryRules::holidays, daysText, daysOf),
        limitRow(u"delivery.dailyLimit"_s, &DeliveryRules::dailyLimit, 0, DeliveryRules::mostDaily),
        parsedRow(u"delivery.retryDelays"_s, &DeliveryRules::retryDelays, retryDelaysText, retryDelaysOf),
        parsedRow(u"delivery.reconcileInterval"_s, &DeliveryRules::reconcileInterval, secondsText, secondsOf),
        limitRow(u"delivery.sendRate"_s, &DeliveryRules::sendRate, 0, DeliveryRules::mostRate),
        limitRow(u"delivery.lateLimit"_s, &DeliveryRules::lateLimit, -1, DeliveryRules::mostLate),
    };
    return rows;
}

QString smtpSecurityKey(SmtpSecurity security)
{
    return smtpSecurityTable.key(security);
}

std::optional<SmtpSecurity> smtpSecurity(QStringView key)
{
    return smtpSecurityTable.value(key);
}

} // namespace accueil
