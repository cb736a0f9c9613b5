#include "app/services/settingsservice.h"

#include "app/domain/emailaddress.h"
#include "app/domain/language.h"
#include "app/domain/phonenumber.h"
#include "app/security/random.h"
#include "app/services/settingstable.h"

#include <QMutexLocker>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr qint64 cacheMilliseconds = 5000;
constexpr int tokenSecretBytes = 32;
const QString tokenSecretName = u"token.secret"_s;

QString stripped(const QString &text)
{
    return text.trimmed();
}

// As people type it: what has white space around it or stands twice in a list is not a mistake worth a message.
HospitalSettings cleaned(HospitalSettings settings)
{
    for (QString *text : {&settings.name, &settings.shortName, &settings.timeZone, &settings.twilio.accountSid,
             &settings.twilio.authToken, &settings.twilio.phoneNumber, &settings.twilio.baseUrl,
             &settings.twilio.messagingServiceSid, &settings.smsCost.currency, &settings.smtp.host, &settings.smtp.user,
             &settings.smtp.sender, &settings.publicUrl, &settings.audioUrl, &settings.deskPhone})
        *text = stripped(*text);
    QStringList wards;
    for (const QString &ward : std::as_const(settings.wards)) {
        if (!ward.trimmed().isEmpty() && !wards.contains(ward.trimmed()))
            wards.append(ward.trimmed());
    }
    settings.wards = wards;
    settings.languages.removeDuplicates();
    QList<QDate> &holidays = settings.delivery.holidays;
    std::ranges::sort(holidays);
    holidays.erase(std::unique(holidays.begin(), holidays.end()), holidays.end());
    return settings;
}

bool isHttpAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty();
}

// A folder of the web that paths are appended to. Twilio calls no host with an underscore.
bool isWebFolder(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return isHttpAddress(text) && !url.host().contains(u'_') && url.userInfo().isEmpty() && !url.hasQuery()
        && !url.hasFragment();
}

void checkLength(QList<FieldError> &errors, const QString &field, const QString &text, int maximum)
{
    if (text.size() > maximum)
        errors.append({field, u"tooLong"_s, {{u"max"_s, maximum}}});
    for (const QChar character : text) {
        if (character.category() == QChar::Other_Control) {
            errors.append({field, u"badCharacter"_s});
            return;
        }
    }
}

// Twilio's own are AC and 32 hexadecimal digits; test servers under TWILIO_BASE_URL are free with what follows AC.
bool isAccountSid(const QString &text)
{
    static const QRegularExpression form(u"\\AAC[0-9A-Za-z]{1,62}\\z"_s);
    return form.match(text).hasMatch();
}

bool isHost(const QString &text)
{
    QUrl url;
    url.setHost(text);
    return !url.host().isEmpty();
}

void checkHospital(QList<FieldError> &errors, const HospitalSettings &settings)
{
    checkLength(errors, u"name"_s, settings.name, 120);
    checkLength(errors, u"shortName"_s, settings.shortName, 30);
    checkLength(errors, u"twilio.authToken"_s, settings.twilio.authToken, 200);
    checkLength(errors, u"twilio.baseUrl"_s, settings.twilio.baseUrl, 500);
    checkLength(errors, u"publicUrl"_s, settings.publicUrl, 500);
    checkLength(errors, u"audioUrl"_s, settings.audioUrl, 500);
    checkLength(errors, u"smtp.host"_s, settings.smtp.host, 253);
    checkLength(errors, u"smtp.user"_s, settings.smtp.user, 254);
    checkLength(errors, u"smtp.password"_s, settings.smtp.password, 500);
    constexpr int largest = HospitalSettings::largestSmallestGroup;
    if (settings.smallestGroup < 1 || settings.smallestGroup > largest)
        errors.append({u"smallestGroup"_s, u"outOfRange"_s, {{u"min"_s, 1}, {u"max"_s, largest}}});
    for (const QString &ward : settings.wards)
        checkLength(errors, u"wards"_s, ward, 80);
}

void checkSender(QList<FieldError> &errors, const TwilioSettings &twilio)
{
    if (!twilio.phoneNumber.isEmpty() && smsSenderKind(twilio.phoneNumber) == SmsSenderKind::None)
        errors.append({u"twilio.phoneNumber"_s, u"badSender"_s});
    if (!twilio.messagingServiceSid.isEmpty() && smsSenderKind(twilio.messagingServiceSid) != SmsSenderKind::Service)
        errors.append({u"twilio.messagingServiceSid"_s, u"badServiceSid"_s});
}

// How the outside reaches the hospital.
void checkOutside(QList<FieldError> &errors, const HospitalSettings &settings)
{
    if (!settings.publicUrl.isEmpty() && !isWebFolder(settings.publicUrl))
        errors.append({u"publicUrl"_s, u"badUrl"_s});
    if (!settings.audioUrl.isEmpty() && !isWebFolder(settings.audioUrl))
        errors.append({u"audioUrl"_s, u"badUrl"_s});
    if (settings.deskPhone.isEmpty())
        return;
    if (const auto number = PhoneNumber::parse(settings.deskPhone, u"deskPhone"_s); !number)
        errors.append(number.error());
}

void checkSmsCost(QList<FieldError> &errors, const SmsCost &cost)
{
    constexpr int dearest = 10'000; // enough in any currency; more is a slip of the keyboard
    constexpr int mostSegments = 10; // Twilio takes 1,600 characters
    if (!(cost.pricePerSegment >= 0 && cost.pricePerSegment <= dearest))
        errors.append({u"smsCost.pricePerSegment"_s, u"outOfRange"_s, {{u"min"_s, 0}, {u"max"_s, dearest}}});
    constexpr double largestBudget = 1e9;
    if (!(cost.monthlyBudget >= 0 && cost.monthlyBudget <= largestBudget))
        errors.append({u"smsCost.monthlyBudget"_s, u"outOfRange"_s, {{u"min"_s, 0}, {u"max"_s, largestBudget}}});
    if (cost.segmentLimit < 1 || cost.segmentLimit > mostSegments)
        errors.append({u"smsCost.segmentLimit"_s, u"outOfRange"_s, {{u"min"_s, 1}, {u"max"_s, mostSegments}}});
    static const QRegularExpression currency(u"^[A-Z]{3}$"_s);
    if (!currency.match(cost.currency).hasMatch())
        errors.append({u"smsCost.currency"_s, u"badCurrency"_s});
}

} // namespace

SettingsService::SettingsService(
    Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events, SettingsOverride overrides)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_settings(database, cipher)
    , m_audit(database)
    , m_overrides(std::move(overrides))
{
}

HospitalSettings SettingsService::current()
{
    const QDateTime now = m_clock.now();
    QMutexLocker locker(&m_mutex);
    if (m_cached) {
        const qint64 age = m_readAt.msecsTo(now);
        if (age >= 0 && age < cacheMilliseconds)
            return *m_cached;
    }
    const quint64 saves = m_saves;
    const std::optional<HospitalSettings> last = m_cached;
    locker.unlock();
    try {
        const HospitalSettings read = inForce(stored());
        locker.relock();
        bool isNews = false; // another desk's; save() tells its own
        if (saves == m_saves) {
            isNews = m_cached && *m_cached != read;
            m_cached = read;
            m_readAt = now;
        }
        locker.unlock();
        if (isNews)
            Q_EMIT m_events.settingsChanged();
        return read;
    } catch (const DatabaseError &) {
        if (last)
            return *last;
        throw;
    }
}

QSet<QString> SettingsService::fixedByEnvironment() const
{
    const QStringList names = m_overrides.values.keys();
    return {names.begin(), names.end()};
}

Result<HospitalSettings> SettingsService::save(const Session &who, const HospitalSettings &settings, Wards wards)
{
    if (const auto allowed = require(who, Permission::ManageSettings); !allowed)
        return tl::unexpected(allowed.error());
    const HospitalSettings wanted = cleaned(settings);
    if (const QList<FieldError> errors = validate(wanted); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    const HospitalSettings before = stored();
    QStringList changed;
    for (const SettingRow &row : settingRows()) {
        const QString text = row.text(wanted);
        if (m_overrides.values.contains(row.path) || text == row.text(before))
            continue;
        if (wards == Wards::Kept && row.path == "wards"_L1)
            continue;
        if (row.secrecy == Secrecy::Secret)
            m_settings.setSecret(row.path, text.toUtf8(), now);
        else
            m_settings.set(row.path, text, now);
        changed.append(row.path);
    }
    if (!changed.isEmpty()) {
        m_audit.append({.at = now,
            .actor = who.user.value,
            .actorName = who.username,
            .action = u"edited"_s,
            .entity = u"settings"_s,
            .detail = changed.join(u' ')});
    }
    transaction.commit();
    readAgain();
    return current();
}

void SettingsService::readAgain()
{
    {
        const QMutexLocker locker(&m_mutex);
        ++m_saves;
        m_cached.reset();
    }
    Q_EMIT m_events.settingsChanged();
}

QByteArray SettingsService::tokenSecret()
{
    if (!m_overrides.tokenSecret.isEmpty())
        return m_overrides.tokenSecret;
    if (const std::optional<QByteArray> known = m_settings.secret(tokenSecretName))
        return *known;
    Transaction transaction{m_database};
    m_settings.insertSecret(tokenSecretName, randomBytes(tokenSecretBytes), m_clock.now());
    transaction.commit();
    return *m_settings.secret(tokenSecretName);
}

HospitalSettings SettingsService::stored()
{
    const QMap<QString, QString> values = m_settings.all();
    HospitalSettings settings;
    for (const SettingRow &row : settingRows()) {
        if (row.secrecy == Secrecy::Secret) {
            if (const std::optional<QByteArray> secret = m_settings.secret(row.path))
                row.assign(settings, QString::fromUtf8(*secret));
        } else if (const auto value = values.constFind(row.path); value != values.constEnd()) {
            row.assign(settings, *value);
        }
    }
    return settings;
}

HospitalSettings SettingsService::inForce(HospitalSettings settings) const
{
    for (const SettingRow &row : settingRows()) {
        if (const auto value = m_overrides.values.constFind(row.path); value != m_overrides.values.constEnd())
            row.assign(settings, *value);
    }
    return settings;
}

QList<FieldError> validate(const HospitalSettings &settings)
{
    QList<FieldError> errors;
    if (settings.name.trimmed().isEmpty())
        errors.append({u"name"_s, u"required"_s});
    if (!QTimeZone(settings.timeZone.toUtf8()).isValid())
        errors.append({u"timeZone"_s, u"badTimeZone"_s});
    if (settings.languages.isEmpty())
        errors.append({u"languages"_s, u"required"_s});
    for (const QString &language : settings.languages) {
        if (!languageTable.value(language)) {
            errors.append({u"languages"_s, u"unknownValue"_s});
            break;
        }
    }
    if (!settings.twilio.accountSid.isEmpty() && !isAccountSid(settings.twilio.accountSid))
        errors.append({u"twilio.accountSid"_s, u"badAccountSid"_s});
    checkSender(errors, settings.twilio);
    if (!isHttpAddress(settings.twilio.baseUrl))
        errors.append({u"twilio.baseUrl"_s, u"badUrl"_s});
    checkOutside(errors, settings);
    if (settings.smtp.port < 1 || settings.smtp.port > 65535)
        errors.append({u"smtp.port"_s, u"outOfRange"_s, {{u"min"_s, 1}, {u"max"_s, 65535}}});
    if (!settings.smtp.sender.isEmpty() && !isEmailAddress(settings.smtp.sender))
        errors.append({u"smtp.sender"_s, u"notAnEmail"_s});
    checkSmsCost(errors, settings.smsCost);
    errors += validate(settings.delivery);
    checkHospital(errors, settings);
    const bool isJudged = std::any_of(
        errors.begin(), errors.end(), [](const FieldError &error) { return error.field == "smtp.host"_L1; });
    if (!isJudged && !settings.smtp.host.isEmpty() && !isHost(settings.smtp.host))
        errors.append({u"smtp.host"_s, u"badHost"_s});
    return errors;
}

} // namespace accueil
