#pragma once

#include "app/domain/enumtable.h"
#include "app/domain/identifier.h"
#include "app/domain/result.h"

#include <QDateTime>

#include <optional>

namespace accueil {

enum class DeviceStatus {
    Waiting, // for the tablet that is to have its name: a code was given, or has run out
    Active,
    Revoked, // for good
};

inline constexpr EnumTable<DeviceStatus, 3> deviceStatusTable{{{
    {DeviceStatus::Waiting, u"waiting"},
    {DeviceStatus::Active, u"active"},
    {DeviceStatus::Revoked, u"revoked"},
}}};

struct DeviceDraft
{
    QString name; // 1-80 characters: "Maternité, salle 2"
    QString ward; // of what it submits; may be empty
};

// A tablet that the hospital has given a name. Its code and its token are never part of it.
struct Device
{
    DeviceId id;
    QString name;
    QString ward;
    DeviceStatus status = DeviceStatus::Waiting;
    QDateTime createdAt; // UTC, as the following
    std::optional<QDateTime> pairedAt;
    std::optional<QDateTime> lastSeen;
    std::optional<int> queueLength; // submissions that it still held when it was last seen
    std::optional<double> battery; // 0-1, when the tablet tells
    QString version; // of the page that it runs
    QString platform; // as the browser calls it
    std::optional<QDateTime> revokedAt;

    friend bool operator==(const Device &, const Device &) = default;
};

// What a tablet says of itself.
struct DeviceReport
{
    std::optional<int> queueLength;
    std::optional<double> battery;
    QString version; // empty: not said
};

// A code that pairs one tablet, once, until it runs out.
struct PairingCode
{
    QString code;
    QDateTime expiresAt; // UTC
};

inline constexpr int longestDeviceText = 200; // version and platform; what is longer is cut

// Rules: name required, at most 80 characters, ward at most 80 (`required`, `tooLong`, `controlCharacter`).
QList<FieldError> validate(const DeviceDraft &draft);

// A pairing code as it is compared: upper case, without white space and hyphens. Nothing for what cannot be one.
std::optional<QString> normalisedPairingCode(const QString &typed);
inline constexpr QStringView pairingAlphabet = u"23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // 32 that are not mistaken
inline constexpr int pairingCodeLength = 8;

} // namespace accueil
