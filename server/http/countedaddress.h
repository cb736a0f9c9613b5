#pragma once

#include <QHostAddress>

namespace accueil {

// What counts as one address: an IPv4 address (also when mapped into IPv6), or an IPv6 /64, which one household has.
QHostAddress countedAddressOf(const QHostAddress &address);

} // namespace accueil
