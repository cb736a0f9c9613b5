#pragma once

#include "app/domain/consent.h"
#include "app/domain/deliveryrules.h"
#include "app/domain/privacyrules.h"
#include "app/domain/smssender.h"

#include <QString>
#include <QStringList>

namespace accueil {

enum class SmtpSecurity { None, StartTls, Tls };

struct TwilioSettings
{
    QString accountSid;
    QString authToken;
    QString phoneNumber; // From: a number (E.164); for SMS also a name or a Messaging Service
    QString baseUrl = QStringLiteral("https://api.twilio.com");
    QString messagingServiceSid; // what SMS are sent through instead of `phoneNumber`
    SenderReceives receives = SenderReceives::ByKind;
    bool unicode = true; // false: the sender's route takes GSM-7 only, SMS leave in their plain spelling

    QString smsSender() const { return messagingServiceSid.isEmpty() ? phoneNumber : messagingServiceSid; }
    bool hasLogin() const { return !accountSid.isEmpty() && !authToken.isEmpty(); }
    bool isConfigured() const { return hasLogin() && !smsSender().isEmpty(); } // for SMS
    bool canCall() const { return hasLogin() && smsSenderKind(phoneNumber) == SmsSenderKind::Number; }
    // Whether patients can answer an SMS.
    bool canReceive() const
    {
        return receives == SenderReceives::ByKind ? smsSenderKind(smsSender()) == SmsSenderKind::Number
                                                  : receives == SenderReceives::Yes;
    }
    QString asSent(const QString &text) const; // the words of an SMS as this sender spells them
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
    double monthlyBudget = 0; // in `currency`; 0: none. When it is spent, SMS wait for the next month

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
    PrivacyCheck privacyCheck = PrivacyCheck::Refuse;
    static constexpr int largestSmallestGroup = 100;
    int smallestGroup = 5; // comments of fewer responses are not shown beside a figure: they would give away who wrote
    bool tabletsAllowed = false; // listen on the network, not only on this machine
    TwilioSettings twilio;
    SmsCost smsCost;
    SmtpSettings smtp;
    QString publicUrl; // where providers reach this program from outside; empty: nowhere
    QString audioUrl; // below it lie the recorded clips of calls; empty: there are none
    QString deskPhone; // that calls ask to ring back

    // A page of this program for the outside ("/webhooks/twilio/status"); empty without a public address.
    QString publicAddress(const QString &path) const;
    DeliveryRules delivery;

    friend bool operator==(const HospitalSettings &, const HospitalSettings &) = default;
};

} // namespace accueil
