#include "app/settingsreader.h"

#include "app/services/settingstable.h"

#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace accueil {

namespace {

constexpr qsizetype shortestSecret = 32; // bytes; HS256 wants a key as long as its hash (RFC 7518 section 3.2)

// The names that operators know, for what the settings screen calls by path, and what to expect of each.
struct OverrideName
{
    QStringView name;
    QStringView path;
    QStringView expected;
};
constexpr std::array overrideNames{
    OverrideName{u"TWILIO_ACCOUNT_SID", u"twilio.accountSid", u"the account SID of Twilio (AC and what follows it)"},
    OverrideName{u"TWILIO_AUTH_TOKEN", u"twilio.authToken", u"the auth token of Twilio"},
    OverrideName{u"TWILIO_PHONE_NUMBER", u"twilio.phoneNumber",
        u"a number in E.164 form, such as +15005550006, or a name of 1 to 11 letters and digits"},
    OverrideName{u"TWILIO_MESSAGING_SERVICE_SID", u"twilio.messagingServiceSid",
        u"the SID of a Messaging Service (MG and 32 hexadecimal digits)"},
    OverrideName{u"TWILIO_SENDER_RECEIVES", u"twilio.receives", u"yes, no or auto"},
    OverrideName{u"TWILIO_SENDER_UNICODE", u"twilio.unicode", u"true or false"},
    OverrideName{u"TWILIO_BASE_URL", u"twilio.baseUrl", u"an http or https address"},
    OverrideName{u"ACCUEIL_CONSENT_POLICY", u"consentPolicy", u"assumed or required"},
    OverrideName{u"ACCUEIL_PRIVACY_CHECK", u"privacyCheck", u"refuse or warn"},
    OverrideName{u"ACCUEIL_SMALLEST_GROUP", u"smallestGroup", u"a whole number from 1 to 100"},
    OverrideName{u"ACCUEIL_QUIET_HOURS", u"delivery.quietHours", u"hours such as 20:00-08:00, or off"},
    OverrideName{u"ACCUEIL_HOLIDAYS", u"delivery.holidays", u"days such as 2030-12-25,2030-12-26"},
    OverrideName{u"ACCUEIL_DAILY_LIMIT", u"delivery.dailyLimit", u"a whole number from 1 to 1000, or off"},
    OverrideName{u"ACCUEIL_RETRY_SECONDS", u"delivery.retryDelays",
        u"up to ten whole numbers from 1 to 86400, such as 60,300,900,3600"},
    OverrideName{u"ACCUEIL_RECONCILE_SECONDS", u"delivery.reconcileInterval", u"a whole number from 1 to 86400"},
    OverrideName{u"ACCUEIL_SEND_RATE", u"delivery.sendRate", u"messages a second, from 1 to 10000, or off"},
    OverrideName{u"ACCUEIL_LATE_LIMIT", u"delivery.lateLimit", u"a whole number from 0 to 1000000, or off"},
    OverrideName{u"ACCUEIL_MONTHLY_BUDGET", u"smsCost.monthlyBudget", u"an amount, or 0 for none"},
    OverrideName{u"SMTP_HOST", u"smtp.host", u"the name of a mail server"},
    OverrideName{u"SMTP_PORT", u"smtp.port", u"a whole number from 1 to 65535"},
    OverrideName{u"SMTP_USER", u"smtp.user", u"a user name"},
    OverrideName{u"SMTP_PASS", u"smtp.password", u"a password"},
    OverrideName{u"SMTP_FROM", u"smtp.sender", u"an email address"},
    OverrideName{u"SMTP_TLS", u"smtp.security", u"none, starttls or tls"},
    OverrideName{u"ACCUEIL_PUBLIC_URL", u"publicUrl", u"an http or https address without ? and #"},
    OverrideName{u"ACCUEIL_AUDIO_URL", u"audioUrl", u"an http or https address without ? and #"},
    OverrideName{u"ACCUEIL_DESK_PHONE", u"deskPhone", u"a telephone number"},
};

} // namespace

qint64 SettingsReader::number(const QString &name, qint64 present, qint64 minimum, qint64 maximum)
{
    if (!has(name))
        return present;
    bool isNumber = false;
    const qint64 value = text(name).toLongLong(&isNumber);
    if (isNumber && value >= minimum && value <= maximum)
        return value;
    refuse(name, u"a whole number from %1 to %2"_s.arg(minimum).arg(maximum));
    return present;
}

QString SettingsReader::readableFile(const QString &name)
{
    const QString path = text(name);
    if (!path.isEmpty() && (!QFileInfo(path).isFile() || !QFileInfo(path).isReadable()))
        refuse(name, u"the path of a file that can be read"_s);
    return path;
}

SettingsOverride readOverrides(SettingsReader &reader)
{
    SettingsOverride overrides;
    HospitalSettings settings;
    QSet<QString> wrong;
    for (const SettingRow &row : settingRows()) {
        for (const OverrideName &known : overrideNames) {
            const QString name = known.name.toString();
            if (known.path != row.path || !reader.has(name))
                continue;
            overrides.values.insert(row.path, reader.text(name));
            if (!row.assign(settings, reader.text(name)))
                wrong.insert(row.path);
        }
    }
    for (const FieldError &error : validate(settings))
        wrong.insert(error.field);
    for (const OverrideName &known : overrideNames) {
        if (wrong.contains(known.path.toString()) && reader.has(known.name.toString()))
            reader.refuse(known.name.toString(), known.expected.toString());
    }
    overrides.tokenSecret = reader.text(u"SECRET_KEY"_s).toUtf8();
    if (!overrides.tokenSecret.isEmpty() && overrides.tokenSecret.size() < shortestSecret)
        reader.refuse(u"SECRET_KEY"_s, u"at least 32 bytes, the same on every desk of a store"_s);
    return overrides;
}

HttpLimits readLimits(SettingsReader &reader)
{
    constexpr qint64 megabyte = 1024 * 1024;
    HttpLimits limits;
    limits.headerBytes
        = static_cast<int>(reader.number(u"ACCUEIL_HTTP_HEADER_BYTES"_s, limits.headerBytes, 1024, megabyte));
    limits.bodyBytes = reader.number(u"ACCUEIL_HTTP_BODY_BYTES"_s, limits.bodyBytes, 1024, 64 * megabyte);
    limits.uploadBytes = reader.number(u"ACCUEIL_HTTP_UPLOAD_BYTES"_s, limits.uploadBytes, 1024, 128 * megabyte);
    limits.bufferedBodyBytes = std::max(limits.bufferedBodyBytes, 2 * limits.uploadBytes);
    limits.headerTime = 1s * reader.number(u"ACCUEIL_HTTP_HEADER_SECONDS"_s, limits.headerTime / 1s, 1, 300);
    limits.idleTime = 1s * reader.number(u"ACCUEIL_HTTP_IDLE_SECONDS"_s, limits.idleTime / 1s, 1, 3600);
    limits.connectionsPerAddress = static_cast<int>(
        reader.number(u"ACCUEIL_HTTP_CONNECTIONS_PER_ADDRESS"_s, limits.connectionsPerAddress, 1, 100'000));
    limits.connections = std::max(limits.connections, limits.connectionsPerAddress);
    return limits;
}

std::optional<CertificateFiles> readCertificateFiles(SettingsReader &reader)
{
    const QString certificateName = u"ACCUEIL_TLS_CERTIFICATE"_s;
    const QString keyName = u"ACCUEIL_TLS_KEY"_s;
    if (!reader.has(certificateName) && !reader.has(keyName))
        return std::nullopt;
    if (!reader.has(certificateName) || !reader.has(keyName)) {
        reader.refuse(reader.has(keyName) ? certificateName : keyName,
            u"the path of a PEM file; certificate and key are set together"_s);
        return std::nullopt;
    }
    const CertificateFiles files{
        QFileInfo(reader.text(certificateName)).absoluteFilePath(), QFileInfo(reader.text(keyName)).absoluteFilePath()};
    const auto read = readCertificate(files);
    if (read)
        return files;
    switch (read.error()) {
    case CertificateProblem::BadCertificate:
        reader.refuse(certificateName, u"the path of a PEM file with a certificate"_s);
        break;
    case CertificateProblem::BadKey:
        reader.refuse(keyName, u"the path of a PEM file with an RSA or EC private key without a passphrase"_s);
        break;
    case CertificateProblem::WrongKey:
        reader.refuse(keyName, u"the key of the certificate in ACCUEIL_TLS_CERTIFICATE"_s);
        break;
    }
    return std::nullopt;
}

} // namespace accueil
