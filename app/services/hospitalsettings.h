#pragma once

#include "app/domain/consent.h"

#include <QString>
#include <QStringList>

namespace accueil {

enum class SmtpSecurity { None, StartTls, Tls };

struct TwilioSettings
{
    QString accountSid;
    QString authToken;
    QString phoneNumber; // From, E.164
    QString baseUrl = QStringLiteral("https://api.twilio.com");

    bool isConfigured() const { return !accountSid.isEmpty() && !authToken.isEmpty() && !phoneNumber.isEmpty(); }
    friend bool operator==(const TwilioSettings &, const TwilioSettings &) = default;
};

struct SmtpSettings
{
    QString host;
    int port = 587;
    QString user;
    QString password;
    QString sender; // From address; `user` when empty and `user` is an address
    SmtpSecurity security = SmtpSecurity::StartTls;

    bool isConfigured() const { return !host.isEmpty() && !effectiveSender().isEmpty(); }
    QString effectiveSender() const { return !sender.isEmpty() ? sender : user.contains(u'@') ? user : QString(); }
    friend bool operator==(const SmtpSettings &, const SmtpSettings &) = default;
};

// What an SMS costs and may cost. Prices are the hospital's own contract with its provider.
struct SmsCost
{
    double pricePerSegment = 0; // in `currency`; 0: not known
    QString currency = QStringLiteral("XAF"); // ISO 4217
    int segmentLimit = 2; // longer messages are marked

    friend bool operator==(const SmsCost &, const SmsCost &) = default;
};

// What the settings screen edits; kept in the store and shared by all its desks.
struct HospitalSettings
{
    QString name = QStringLiteral("Accueil");
    QString shortName; // for SMS
    QString timeZone = QStringLiteral("Africa/Douala"); // IANA
    QStringList languages = {QStringLiteral("fr"), QStringLiteral("en"), QStringLiteral("dua"), QStringLiteral("bas"),
        QStringLiteral("ewo")}; // wire keys
    QStringList wards;
    ConsentPolicy consentPolicy = ConsentPolicy::Assumed;
    bool tabletsAllowed = false; // listen on the network, not only on this machine
    TwilioSettings twilio;
    SmsCost smsCost;
    SmtpSettings smtp;

    friend bool operator==(const HospitalSettings &, const HospitalSettings &) = default;
};

} // namespace accueil
