#include "app/domain/devicecondition.h"

namespace accueil {

DeviceCondition conditionOf(const Device &device, const QDateTime &now)
{
    if (device.status == DeviceStatus::Revoked)
        return DeviceCondition::Revoked;
    if (device.status == DeviceStatus::Waiting)
        return DeviceCondition::Waiting;
    const std::optional<QDateTime> heard = device.lastSeen ? device.lastSeen : device.pairedAt;
    if (!heard || *heard + outOfReachAfter < now)
        return DeviceCondition::OutOfReach;
    return device.battery && *device.battery <= lowBattery ? DeviceCondition::BatteryLow : DeviceCondition::Online;
}

} // namespace accueil
