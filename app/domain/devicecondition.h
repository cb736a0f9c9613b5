#pragma once

#include "app/domain/device.h"

#include <chrono>

namespace accueil {

// How a tablet is, for whoever looks after it.
enum class DeviceCondition { Waiting, Online, BatteryLow, OutOfReach, Revoked };

// A tablet tells of itself at least every minute while its page is open; three that are missed are no accident.
inline constexpr std::chrono::minutes outOfReachAfter{4};
inline constexpr double lowBattery = 0.2; // 0-1

DeviceCondition conditionOf(const Device &device, const QDateTime &now);

} // namespace accueil
