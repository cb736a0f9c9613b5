#include "app/gateways/avahiclient.h"
#include "app/gateways/serviceannouncer.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace accueil {

// The thread holds on to what it works with, so that it can be left alone when a daemon does not let go of it.
struct ServiceAnnouncer::Private
{
    std::shared_ptr<AnnouncementBoard> board = std::make_shared<AnnouncementBoard>();
    std::thread thread;
};

ServiceAnnouncer::ServiceAnnouncer()
    : d(std::make_unique<Private>())
{
    d->thread = std::thread([board = d->board] {
        AvahiAnnouncements(*board).run();
        board->end();
    });
}

ServiceAnnouncer::~ServiceAnnouncer()
{
    d->board->stop();
    if (d->board->hasEndedWithin(1s))
        d->thread.join();
    else
        d->thread.detach();
}

void ServiceAnnouncer::announce(quint16 port, const QStringList &addresses)
{
    d->board->want({port, addresses});
}

QStringList ServiceAnnouncer::hostNames() const
{
    return d->board->hostNames();
}

} // namespace accueil
