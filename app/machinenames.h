#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

namespace accueil {

// One address of this computer, with what tells how likely a tablet reaches it.
struct InterfaceAddress
{
    QHostAddress address;
    QString interfaceName;
};

// How this computer can be called from its network.
struct MachineNames
{
    QList<QHostAddress> addresses; // best first, without loopback: bestFirst()
    QString hostName; // "reception-1", lower case; empty: none

    // For the certificate: every address, loopback too, `hostName`.local, accueil.local and localhost.
    QStringList certified() const;
    friend bool operator==(const MachineNames &, const MachineNames &) = default;
};

// The addresses that other computers may reach, private IPv4 of a card first, then other IPv4, IPv6, and last those of
// bridges and tunnels that containers and virtual machines make. Without loopback and without link-local IPv6, which no
// address bar takes.
QList<QHostAddress> bestFirst(const QList<InterfaceAddress> &found);

MachineNames machineNames(); // asks the system; at once

} // namespace accueil
