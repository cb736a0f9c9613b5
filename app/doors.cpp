#include "app/doors.h"

#include "app/gateways/serviceannouncer.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QSslCertificate>
#include <QTimerEvent>
#include <QUrl>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace accueil {

namespace {

Q_LOGGING_CATEGORY(log, "accueil.doors")

constexpr auto lookInterval = 30s;

QString urlOf(const QString &scheme, const QString &host, quint16 port)
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(host);
    url.setPort(port);
    return url.toString();
}

bool isEverywhere(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::Any)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

} // namespace

Doors::Doors(DoorSources sources)
    : m_sources(std::move(sources))
    , m_pages([this] { return trustFacts(); }, m_sources.clock)
    , m_guard(m_sources.api, m_pages, m_sources.program.host ? PlainAccess::Everyone : PlainAccess::ThisMachine)
    , m_machine(m_sources.machine())
    , m_certificate(firstCertificate())
{
}

Doors::~Doors() = default;

std::unique_ptr<ServerCertificate> Doors::firstCertificate() const
{
    if (const auto &files = m_sources.program.certificate) {
        // Checked when the program started; gone since, the door stays shut rather than open without it.
        if (const auto read = readCertificate(*files))
            return std::make_unique<GivenCertificate>(*files, *read);
        return nullptr;
    }
    if (!m_sources.authority)
        return nullptr;
    return std::make_unique<OwnCertificate>(*m_sources.authority, m_sources.clock, [this] { return certifiedNames(); });
}

QStringList Doors::certifiedNames() const
{
    QStringList names = m_machine.certified();
    for (const QString &name : m_announcer ? m_announcer->hostNames() : QStringList()) {
        if (!names.contains(name)) // the network's name for this computer, where it is not the computer's own
            names.append(name);
    }
    return names;
}

void Doors::announce()
{
    QStringList addresses = reachableAddresses();
    addresses.removeIf([](const QString &address) { return QHostAddress(address).isLoopback(); });
    if (!m_second || addresses.isEmpty())
        return m_announcer.reset();
    if (!m_announcer)
        m_announcer = std::make_unique<ServiceAnnouncer>();
    m_announcer->announce(m_tabletPort, addresses);
}

bool Doors::open(QString *why)
{
    askHospital();
    if (!openFirst(listenAddress(), m_sources.program.port, why))
        return false;
    followTablets();
    tellOfTheEnd();
    m_look.start(static_cast<int>(lookInterval / 1ms), this);
    return true;
}

void Doors::close()
{
    m_look.stop();
    closeSecond();
    m_first.reset();
}

void Doors::closeSecond()
{
    {
        // Not while the server ends: what it still answers asks for them.
        const QMutexLocker lock(&m_mutex);
        m_facts.reset();
    }
    m_announcer.reset();
    m_second.reset();
}

HttpServerOptions Doors::serverOptions(const QHostAddress &address, quint16 port) const
{
    return {.address = address,
        .port = port,
        .limits = m_sources.program.limits,
        .tls = std::nullopt,
        .isUpload = m_sources.isUpload,
        .isSlow = m_sources.isSlow,
        .grouping = m_sources.grouping,
        .counters = m_sources.counters,
        .clock = &m_sources.clock};
}

bool Doors::openFirst(const QHostAddress &address, quint16 port, QString *why)
{
    m_first.reset();
    m_address = address;
    HttpServerOptions options = serverOptions(address, port);
    if (m_sources.program.certificate) {
        if (!m_certificate) {
            *why = u"the certificate cannot be read any more"_s;
            return false;
        }
        options.tls = m_certificate->configuration();
    }
    const auto answer = [this](const HttpRequest &request) { return m_guard.answer(request); };
    auto server = std::make_unique<HttpServer>(answer, std::move(options));
    if (!server->start(why))
        return false;
    m_first = std::move(server);
    return true;
}

void Doors::followSettings()
{
    if (!m_first)
        return;
    askHospital();
    const QHostAddress before = m_address;
    const QHostAddress wanted = listenAddress();
    if (wanted != before) {
        // The same port again: one that was free at the start is known to others by now. It cannot be had for both
        // addresses at once, so that there is a moment without.
        const quint16 port = m_first->port();
        QString why;
        if (openFirst(wanted, port, &why)) {
            qCInfo(log) << "listening on" << serverAddress();
        } else {
            qCWarning(log) << "cannot listen on" << wanted.toString() << "port" << port << why;
            if (!openFirst(before, port, &why))
                qCCritical(log) << "nor again on" << before.toString() << why;
        }
    }
    followTablets();
}

void Doors::askHospital()
{
    m_allowsTablets = m_sources.hospital().tabletsAllowed;
}

// Opens or shuts the second door.
void Doors::followTablets()
{
    if (m_sources.program.certificate || !m_allowsTablets) {
        closeSecond();
        m_tabletTrouble.clear();
        return;
    }
    if (m_second)
        return;
    if (!m_certificate) {
        if (m_tabletTrouble.isEmpty())
            qCCritical(log, "the store's certificate authority is damaged: tablets cannot be served");
        m_tabletTrouble = u"authorityDamaged"_s;
        return;
    }
    const quint16 port = m_tabletPort != 0 ? m_tabletPort : m_sources.program.tlsPort;
    HttpServerOptions options
        = serverOptions(m_sources.program.host.value_or(QHostAddress(QHostAddress::AnyIPv4)), port);
    options.tls = m_certificate->configuration();
    const auto answer = [this](const HttpRequest &request) { return m_guard.answer(request); };
    auto server = std::make_unique<HttpServer>(answer, std::move(options));
    QString why;
    if (!server->start(&why)) {
        if (m_tabletTrouble.isEmpty())
            qCWarning(log) << "tablets cannot be served on port" << port << why;
        m_tabletTrouble = u"portTaken"_s;
        return;
    }
    m_tabletTrouble.clear();
    m_second = std::move(server);
    m_tabletPort = m_second->port();
    qCInfo(log) << "tablets are served over HTTPS on port" << m_tabletPort;
    announce();
    const QSslCertificate authority(m_sources.authority->certificate);
    const QMutexLocker lock(&m_mutex);
    m_facts = TrustFacts{.certificate = authority.toDer(),
        .authorityName = authority.subjectInfo(QSslCertificate::CommonName).value(0),
        .fingerprint = authorityFingerprint(),
        .port = m_tabletPort,
        .hospital = {}};
}

std::optional<TrustFacts> Doors::trustFacts() const
{
    std::optional<TrustFacts> facts;
    {
        const QMutexLocker lock(&m_mutex);
        facts = m_facts;
    }
    if (facts)
        facts->hospital = m_sources.hospital().name;
    return facts;
}

void Doors::look()
{
    m_machine = m_sources.machine();
    if (m_first && m_certificate && m_certificate->follow()) {
        HttpServer *encrypted = m_sources.program.certificate ? m_first.get() : m_second.get();
        if (encrypted)
            encrypted->setTls(m_certificate->configuration());
    }
    if (m_first)
        followTablets();
    announce();
    tellOfTheEnd();
}

void Doors::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_look.timerId())
        look();
}

// Once a day. One of our own is renewed before it comes to this, unless the authority itself ends.
void Doors::tellOfTheEnd()
{
    const QDate today = m_sources.clock.now().date();
    if (!m_certificate || m_toldAt == today || !m_certificate->endsSoon(m_sources.clock))
        return;
    m_toldAt = today;
    qCWarning(log) << "the certificate that tablets see is good until" << m_certificate->expiry().toString(Qt::ISODate);
}

QHostAddress Doors::listenAddress() const
{
    if (m_sources.program.host)
        return *m_sources.program.host;
    return m_allowsTablets ? QHostAddress(QHostAddress::AnyIPv4) : QHostAddress(QHostAddress::LocalHost);
}

QString Doors::serverAddress() const
{
    if (!m_first)
        return {};
    return urlOf(m_sources.program.certificate ? u"https"_s : u"http"_s, m_address.toString(), m_first->port());
}

// The addresses under which others find the doors, best first.
QStringList Doors::reachableAddresses() const
{
    if (!isEverywhere(m_address))
        return {m_address.toString()};
    QStringList addresses;
    for (const QHostAddress &address : m_machine.addresses) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol) // the doors are open there
            addresses.append(address.toString());
    }
    return addresses;
}

QStringList Doors::tabletAddresses() const
{
    QStringList addresses;
    if (m_second) {
        for (const QString &host : reachableAddresses())
            addresses.append(urlOf(u"https"_s, host, m_tabletPort));
        for (const QString &host : m_announcer ? m_announcer->hostNames() : QStringList())
            addresses.append(urlOf(u"https"_s, host, m_tabletPort));
    } else if (m_first && m_sources.program.certificate && m_allowsTablets) {
        // Under another name than its own a certificate is no good.
        for (const QString &name : m_certificate->names()) {
            if (!name.contains(u'*') && name != u"localhost")
                addresses.append(urlOf(u"https"_s, name, m_first->port()));
        }
    }
    return addresses;
}

QString Doors::trustAddress() const
{
    const QStringList addresses = reachableAddresses();
    if (!m_second || !m_first || addresses.isEmpty())
        return {};
    return urlOf(u"http"_s, addresses.first(), m_first->port()) + QLatin1String(TrustPages::path);
}

QString Doors::authorityFingerprint() const
{
    if (m_sources.program.certificate || !m_sources.authority)
        return {};
    return groupedFingerprint(m_sources.authority->certificate);
}

QByteArray Doors::authorityCertificate() const
{
    return m_sources.program.certificate || !m_sources.authority ? QByteArray() : m_sources.authority->certificate;
}

std::optional<QDateTime> Doors::certificateExpiry() const
{
    return m_certificate ? std::optional(m_certificate->expiry()) : std::nullopt;
}

QString Doors::tabletProblem() const
{
    if (!m_tabletTrouble.isEmpty() || !m_certificate)
        return m_tabletTrouble;
    if (m_certificate->isOutOfDate(m_sources.clock))
        return u"certificateOutOfDate"_s;
    return m_certificate->endsSoon(m_sources.clock) ? u"certificateEndsSoon"_s : QString();
}

QString groupedFingerprint(const QByteArray &certificate)
{
    const QByteArray digest = QSslCertificate(certificate).digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    QStringList groups;
    constexpr int groupSize = 12; // four bytes and the colon after each
    for (int begin = 0; begin < digest.size(); begin += groupSize)
        groups.append(QString::fromLatin1(digest.mid(begin, groupSize - 1)));
    return groups.join(u" · "_s);
}

} // namespace accueil
