#pragma once

#include "app/services/hospitalsettings.h"
#include "db/storecipher.h"

#include <QString>

#include <optional>

namespace accueil {

// Whom a link in an email stands for.
struct Unsubscribing
{
    PatientId patient;
    QString email;

    friend bool operator==(const Unsubscribing &, const Unsubscribing &) = default;
};

inline constexpr QStringView unsubscribePath = u"/webhooks/unsubscribe";

// The link for List-Unsubscribe and the foot of an email: says nothing to who reads it and cannot be made up. Empty
// without a public address. No two are alike.
QString unsubscribeLink(const HospitalSettings &settings, const StoreCipher &cipher, const Unsubscribing &who);

// What a token of such a link stands for; nothing for one that we did not make.
std::optional<Unsubscribing> readUnsubscribeToken(const StoreCipher &cipher, const QString &token);

} // namespace accueil
