#include "app/application.h"

#include "app/services/accountservice.h"
#include "app/services/settingsservice.h"
#include "server/http/httpserver.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

Q_LOGGING_CATEGORY(log, "accueil.application")

void makePrivateDirectory(const QString &path)
{
    if (QDir(path).exists() || !QDir().mkpath(path))
        return;
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

TokenSettings tokenSettings(const ProgramSettings &settings, SettingsService &hospital)
{
    return {hospital.tokenSecret(), settings.accessTokenLifetime, settings.refreshTokenLifetime};
}

HttpResponse nothingHere(const HttpRequest &)
{
    return {.status = 404, .headers = {}, .body = {}};
}

// What is there once the store is open, in the order in which it is built.
struct Room
{
    Room(const ProgramSettings &program, const Clock &clock, Database &database, const Keyring &keyring)
        : cipher(keyring)
        , settings(database, cipher, clock, events, program.overrides)
        , accounts(database, cipher, clock, events, tokenSettings(program, settings))
    {
    }

    StoreCipher cipher;
    DomainEvents events;
    SettingsService settings;
    AccountService accounts;
};

} // namespace

struct Application::Parts
{
    explicit Parts(const ProgramSettings &settings)
        : database(settings.database)
        , store(database, KeyStore(settings.keyFile, settings.database.describe(), settings.keyringUse))
    {
    }

    Database database;
    StoreService store;
    std::unique_ptr<Room> room;
    std::unique_ptr<HttpServer> server;
    QHostAddress address;
};

Application::Application(ProgramSettings settings)
    : m_settings(std::move(settings))
{
    makePrivateDirectory(m_settings.dataDirectory);
    m_parts = std::make_unique<Parts>(m_settings);
}

Application::~Application()
{
    stop();
}

StoreService &Application::store()
{
    return m_parts->store;
}

void Application::open()
{
    Q_ASSERT(!m_parts->room);
    m_parts->room = std::make_unique<Room>(m_settings, m_clock, m_parts->database, m_parts->store.keyring());
    connect(&m_parts->room->events, &DomainEvents::settingsChanged, this, &Application::followSettings);
}

bool Application::isOpen() const
{
    return m_parts->room != nullptr;
}

AccountService &Application::accounts()
{
    return m_parts->room->accounts;
}

bool Application::startServer(QString *why)
{
    m_parts->server.reset();
    m_parts->address = wantedAddress();
    HttpServerOptions options{.address = m_parts->address,
        .port = m_settings.port,
        .limits = m_settings.limits,
        .tls = m_settings.tls,
        .clock = &m_clock};
    auto server = std::make_unique<HttpServer>(nothingHere, std::move(options));
    if (!server->start(why))
        return false;
    m_parts->server = std::move(server);
    return true;
}

QString Application::serverAddress() const
{
    if (!m_parts->server)
        return {};
    QUrl url;
    url.setScheme(m_settings.tls ? u"https"_s : u"http"_s);
    url.setHost(m_parts->address.toString());
    url.setPort(m_parts->server->port());
    return url.toString();
}

void Application::stop()
{
    m_parts->server.reset();
}

QHostAddress Application::wantedAddress() const
{
    if (m_settings.host)
        return *m_settings.host;
    const bool tablets = m_parts->room->settings.current().tabletsAllowed;
    return tablets ? QHostAddress(QHostAddress::AnyIPv4) : QHostAddress(QHostAddress::LocalHost);
}

void Application::followSettings()
{
    if (!m_parts->server || wantedAddress() == m_parts->address)
        return;
    QString why;
    if (startServer(&why))
        qCInfo(log) << "listening on" << serverAddress();
    else
        qCWarning(log) << "cannot listen on" << m_parts->address.toString() << why;
}

} // namespace accueil

#include "moc_application.cpp"
