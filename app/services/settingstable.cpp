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

SettingRow priceRow()
{
    return {u"smsCost.pricePerSegment"_s, Secrecy::Plain,
        [](const HospitalSettings &settings) {
            return QString::number(settings.smsCost.pricePerSegment, 'g', QLocale::FloatingPointShortest);
        },
        [](HospitalSettings &settings, const QString &text) {
            bool isNumber = false;
            const double price = text.toDouble(&isNumber);
            if (isNumber)
                settings.smsCost.pricePerSegment = price;
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
        priceRow(),
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
