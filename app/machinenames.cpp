#include "app/machinenames.h"

#include <QHostInfo>
#include <QNetworkInterface>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

bool isMadeByPrograms(const QString &interfaceName)
{
    constexpr std::array<QStringView, 9> beginnings{
        u"docker", u"br-", u"veth", u"virbr", u"vmnet", u"vboxnet", u"tun", u"tap", u"wg"};
    return std::any_of(beginnings.begin(), beginnings.end(),
        [&](QStringView beginning) { return interfaceName.startsWith(beginning); });
}

bool isPrivate(const QHostAddress &address)
{
    return address.isInSubnet(QHostAddress(u"10.0.0.0"_s), 8) || address.isInSubnet(QHostAddress(u"172.16.0.0"_s), 12)
        || address.isInSubnet(QHostAddress(u"192.168.0.0"_s), 16);
}

int rank(const InterfaceAddress &found)
{
    if (isMadeByPrograms(found.interfaceName))
        return 4;
    if (found.address.protocol() != QAbstractSocket::IPv4Protocol)
        return 3;
    if (found.address.isLinkLocal()) // nobody gave out addresses
        return 2;
    return isPrivate(found.address) ? 0 : 1;
}

bool isUsable(const QHostAddress &address)
{
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return !address.isNull() && !address.isLoopback() && !(isIpv6 && address.isLinkLocal());
}

} // namespace

QStringList MachineNames::certified() const
{
    QStringList names;
    for (const QHostAddress &address : addresses)
        names.append(address.toString());
    if (!hostName.isEmpty())
        names.append(hostName + u".local"_s);
    names += {u"accueil.local"_s, u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    names.removeDuplicates();
    return names;
}

QList<QHostAddress> bestFirst(const QList<InterfaceAddress> &found)
{
    QList<InterfaceAddress> sorted = found;
    std::stable_sort(sorted.begin(), sorted.end(),
        [](const InterfaceAddress &left, const InterfaceAddress &right) { return rank(left) < rank(right); });
    QList<QHostAddress> addresses;
    for (const InterfaceAddress &each : std::as_const(sorted)) {
        if (isUsable(each.address) && !addresses.contains(each.address))
            addresses.append(each.address);
    }
    return addresses;
}

MachineNames machineNames()
{
    QList<InterfaceAddress> found;
    for (const QNetworkInterface &network : QNetworkInterface::allInterfaces()) {
        const auto flags = network.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning))
            continue;
        for (const QNetworkAddressEntry &entry : network.addressEntries()) {
            QHostAddress address = entry.ip();
            address.setScopeId({});
            found.append({address, network.name()});
        }
    }
    return {bestFirst(found), QHostInfo::localHostName().section(u'.', 0, 0).toLower()};
}

} // namespace accueil
