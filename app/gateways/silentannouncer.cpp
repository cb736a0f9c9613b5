#include "app/gateways/serviceannouncer.h"

namespace accueil {

// Where there is no avahi: nothing is announced, and the desk is found by its address.
struct ServiceAnnouncer::Private
{
};

ServiceAnnouncer::ServiceAnnouncer() = default;
ServiceAnnouncer::~ServiceAnnouncer() = default;

void ServiceAnnouncer::announce(quint16, const QStringList &) { }

QStringList ServiceAnnouncer::hostNames() const
{
    return {};
}

} // namespace accueil
