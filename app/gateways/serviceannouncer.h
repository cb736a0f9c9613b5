#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace accueil {

// Tells the local network by multicast DNS that this desk serves HTTPS (DNS-SD, `_https._tcp`), and answers for
// accueil.local where no other desk does. Through the system's avahi daemon; where there is none it is silent and tries
// again. All of it happens on a thread of its own, so that no daemon can keep anybody waiting. One thread calls it.
class ServiceAnnouncer
{
public:
    static constexpr auto alias = "accueil.local";

    ServiceAnnouncer();
    ~ServiceAnnouncer(); // withdraws; waits at most a second for a daemon that does not answer

    // From now on this port and these IPv4 addresses, best first.
    void announce(quint16 port, const QStringList &addresses);
    QStringList hostNames() const; // that the network has for this desk by now, as "accueil.local"; from any thread

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace accueil
