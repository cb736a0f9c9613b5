#include "app/gateways/avahiclient.h"

#include "app/gateways/serviceannouncer.h"

#include <avahi-client/client.h>
#include <avahi-client/publish.h>
#include <avahi-common/address.h>
#include <avahi-common/alternative.h>
#include <avahi-common/error.h>
#include <avahi-common/malloc.h>
#include <avahi-common/simple-watch.h>

#include <QDeadlineTimer>
#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace accueil {

namespace {

Q_LOGGING_CATEGORY(announceLog, "accueil.announce")

constexpr auto connectPause = 30s;
constexpr auto aliasPause = 10min; // another desk that had the name may have gone
constexpr int turn = 2000; // ms, after which the thread looks up by itself

} // namespace

void AnnouncementBoard::want(const Announcement &announcement)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_wanted = announcement;
    }
    wake();
}

Announcement AnnouncementBoard::wanted() const
{
    const QMutexLocker lock(&m_mutex);
    return m_wanted;
}

void AnnouncementBoard::setHostNames(const QStringList &names)
{
    const QMutexLocker lock(&m_mutex);
    m_hostNames = names;
}

QStringList AnnouncementBoard::hostNames() const
{
    const QMutexLocker lock(&m_mutex);
    return m_hostNames;
}

void AnnouncementBoard::stop()
{
    m_isStopping = true;
    wake();
}

void AnnouncementBoard::end()
{
    const QMutexLocker lock(&m_mutex);
    m_hasEnded = true;
    m_ended.wakeAll();
}

bool AnnouncementBoard::hasEndedWithin(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    const QMutexLocker lock(&m_mutex);
    while (!m_hasEnded) {
        if (!m_ended.wait(&m_mutex, deadline))
            return m_hasEnded;
    }
    return true;
}

void AnnouncementBoard::setWake(std::function<void()> wake)
{
    const QMutexLocker lock(&m_mutex);
    m_wake = std::move(wake);
}

void AnnouncementBoard::wake()
{
    const QMutexLocker lock(&m_mutex);
    if (m_wake)
        m_wake();
}

// What avahi calls.
struct AvahiAnnouncements::Callbacks
{
    static void client(AvahiClient *client, AvahiClientState state, void *self)
    {
        static_cast<AvahiAnnouncements *>(self)->m_client = client; // also called before avahi_client_new() returns
        static_cast<AvahiAnnouncements *>(self)->onClient(state);
    }
    static void service(AvahiEntryGroup *, AvahiEntryGroupState state, void *self)
    {
        static_cast<AvahiAnnouncements *>(self)->onService(state);
    }
    static void alias(AvahiEntryGroup *, AvahiEntryGroupState state, void *self)
    {
        static_cast<AvahiAnnouncements *>(self)->onAlias(state);
    }
};

AvahiAnnouncements::AvahiAnnouncements(AnnouncementBoard &board)
    : m_board(board)
    , m_poll(avahi_simple_poll_new())
    , m_nextTry(std::chrono::steady_clock::now())
{
    m_board.setWake([this] { avahi_simple_poll_wakeup(m_poll); });
}

AvahiAnnouncements::~AvahiAnnouncements()
{
    m_board.setWake({});
    disconnect();
    avahi_simple_poll_free(m_poll);
}

void AvahiAnnouncements::run()
{
    while (!m_board.isStopping()) {
        if (m_isBroken)
            disconnect();
        if (!m_client && std::chrono::steady_clock::now() >= m_nextTry)
            connect();
        follow();
        if (avahi_simple_poll_iterate(m_poll, turn) != 0)
            return fall("the descriptors cannot be watched");
    }
}

void AvahiAnnouncements::connect()
{
    int error = 0;
    m_client = avahi_client_new(avahi_simple_poll_get(m_poll), AVAHI_CLIENT_NO_FAIL, &Callbacks::client, this, &error);
    if (!m_client)
        fall(avahi_strerror(error));
}

void AvahiAnnouncements::disconnect()
{
    m_service = m_alias = nullptr; // they go with the client
    if (m_client)
        avahi_client_free(m_client);
    m_client = nullptr;
    m_isRunning = m_isBroken = m_hasService = m_hasAlias = m_lacksAlias = false;
    tellNames();
}

// One line however long it lasts; another one when the network hears this desk again.
void AvahiAnnouncements::fall(const char *why)
{
    m_isBroken = true;
    m_nextTry = std::chrono::steady_clock::now() + connectPause;
    if (!m_wasToldOfSilence)
        qCInfo(announceLog, "this desk is not announced on the network: %s", why);
    m_wasToldOfSilence = true;
}

// What is wanted may have changed, and accueil.local may have become free.
void AvahiAnnouncements::follow()
{
    if (!m_isRunning)
        return;
    if (m_board.wanted() != m_published)
        publish();
    else if (m_lacksAlias && std::chrono::steady_clock::now() >= m_nextTry)
        publishAlias();
}

void AvahiAnnouncements::onClient(int state)
{
    switch (state) {
    case AVAHI_CLIENT_S_RUNNING:
        m_isRunning = true;
        m_ownName = QString::fromUtf8(avahi_client_get_host_name_fqdn(m_client));
        m_published = {}; // follow() publishes
        break;
    case AVAHI_CLIENT_FAILURE:
        fall(avahi_strerror(avahi_client_errno(m_client)));
        break;
    case AVAHI_CLIENT_CONNECTING:
        if (!m_wasToldOfSilence)
            qCInfo(announceLog, "this desk is not announced on the network: there is no avahi daemon");
        m_wasToldOfSilence = true;
        [[fallthrough]];
    default: // the daemon is not there yet, or looking for a name of its own: what we entered is void
        for (AvahiEntryGroup *group : {m_service, m_alias}) {
            if (group)
                avahi_entry_group_reset(group);
        }
        m_isRunning = m_hasService = m_hasAlias = m_lacksAlias = false;
        tellNames();
    }
}

void AvahiAnnouncements::publish()
{
    m_published = m_board.wanted();
    if (m_published.port == 0)
        return;
    publishService();
    publishAlias();
}

void AvahiAnnouncements::publishService()
{
    if (!m_service)
        m_service = avahi_entry_group_new(m_client, &Callbacks::service, this);
    if (!m_service)
        return fall(avahi_strerror(avahi_client_errno(m_client)));
    avahi_entry_group_reset(m_service);
    m_hasService = false;
    const auto add = [this] {
        return avahi_entry_group_add_service(m_service, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC, AvahiPublishFlags(0),
            m_serviceName.constData(), "_https._tcp", nullptr, nullptr, m_published.port, "path=/tablet/",
            static_cast<const char *>(nullptr));
    };
    int error = add();
    if (error == AVAHI_ERR_COLLISION) { // with another program of this computer
        onService(AVAHI_ENTRY_GROUP_COLLISION);
        return;
    }
    if (error == AVAHI_OK)
        error = avahi_entry_group_commit(m_service);
    if (error != AVAHI_OK)
        fall(avahi_strerror(error));
}

void AvahiAnnouncements::publishAlias()
{
    if (m_isBroken || m_ownName == QLatin1String(ServiceAnnouncer::alias))
        return;
    m_nextTry = std::chrono::steady_clock::now() + aliasPause;
    if (!m_alias)
        m_alias = avahi_entry_group_new(m_client, &Callbacks::alias, this);
    if (!m_alias)
        return;
    avahi_entry_group_reset(m_alias);
    m_hasAlias = m_lacksAlias = false;
    int error = AVAHI_OK;
    for (const QString &text : std::as_const(m_published.addresses)) {
        AvahiAddress address;
        if (error != AVAHI_OK || !avahi_address_parse(text.toLatin1().constData(), AVAHI_PROTO_INET, &address))
            continue;
        error = avahi_entry_group_add_address(
            m_alias, AVAHI_IF_UNSPEC, AVAHI_PROTO_INET, AVAHI_PUBLISH_NO_REVERSE, ServiceAnnouncer::alias, &address);
    }
    if (error == AVAHI_OK && !avahi_entry_group_is_empty(m_alias))
        error = avahi_entry_group_commit(m_alias);
    if (error != AVAHI_OK)
        onAlias(AVAHI_ENTRY_GROUP_COLLISION);
}

void AvahiAnnouncements::onService(int state)
{
    m_hasService = state == AVAHI_ENTRY_GROUP_ESTABLISHED;
    if (state == AVAHI_ENTRY_GROUP_COLLISION) {
        char *other = avahi_alternative_service_name(m_serviceName.constData()); // "Accueil #2"
        m_serviceName = other;
        avahi_free(other);
        publishService();
        return;
    }
    if (m_hasService) {
        m_wasToldOfSilence = false;
        qCInfo(announceLog, "this desk is announced on the network as %s", m_serviceName.constData());
    }
    tellNames();
}

void AvahiAnnouncements::onAlias(int state)
{
    m_hasAlias = state == AVAHI_ENTRY_GROUP_ESTABLISHED;
    m_lacksAlias = state == AVAHI_ENTRY_GROUP_COLLISION || state == AVAHI_ENTRY_GROUP_FAILURE;
    if (m_lacksAlias)
        qCInfo(announceLog, "another desk has the name %s", ServiceAnnouncer::alias);
    tellNames();
}

void AvahiAnnouncements::tellNames()
{
    QStringList names;
    if (m_hasAlias)
        names.append(QLatin1String(ServiceAnnouncer::alias));
    if (m_hasService && !m_ownName.isEmpty())
        names.append(m_ownName);
    m_board.setHostNames(names);
}

} // namespace accueil
