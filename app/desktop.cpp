#include "app/desktop.h"

#include "app/console.h"
#include "app/doors.h"
#include "app/drill.h"
#include "app/placefile.h"
#include "app/processmemory.h"
#include "app/services/accountservice.h"
#include "app/services/demoservice.h"
#include "app/stopsignals.h"
#include "ui/audio/qtsoundbooth.h"
#include "ui/background.h"
#include "ui/preferences.h"
#include "ui/shell.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/translator.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QProcess>

#include <chrono>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace accueil {

namespace {

DatabaseLocation locationOf(const StorePlace &place, const QString &dataDirectory)
{
    if (place.kind == StorePlace::ThisDesk)
        return {.path = QDir(dataDirectory).filePath(u"accueil.db"_s)};
    return {.dialect = Dialect::PostgreSql,
        .host = place.host,
        .port = place.port,
        .name = place.name,
        .user = place.user,
        .password = place.password};
}

StoreState stateOf(StoreService::State state)
{
    switch (state) {
    case StoreService::State::New:
        return StoreState::New;
    case StoreService::State::Ready:
        return StoreState::Ready;
    case StoreService::State::KeyMissing:
        return StoreState::KeyMissing;
    case StoreService::State::KeyWrong:
        return StoreState::KeyWrong;
    }
    Q_UNREACHABLE();
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

constexpr auto noDisplay = "There is no display for the window. Without a window: accueil serve"_L1;

// Where the display that is named does not answer, Qt ends the program by abort(). While this object lives a sentence
// and an exit code take its place. Before there is an event loop, on the main thread.
class ExitInsteadOfAbort
{
public:
    ExitInsteadOfAbort() { s_usual = qInstallMessageHandler(&ExitInsteadOfAbort::handle); }
    ~ExitInsteadOfAbort() { qInstallMessageHandler(s_usual); }

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        if (type == QtFatalMsg) {
            complain(noDisplay);
            std::_Exit(exitFailed); // nothing is open yet
        }
        s_usual(type, context, message);
    }
    static inline QtMessageHandler s_usual = nullptr;
};

} // namespace

Desktop::Desktop(ProgramSettings settings, Place place)
    : m_place(place)
    , m_application(std::make_unique<Application>(std::move(settings)))
{
}

QString Desktop::version() const
{
    return QCoreApplication::applicationVersion();
}

QString Desktop::dataDirectory() const
{
    return m_application->settings().dataDirectory;
}

QString Desktop::storeDescription() const
{
    return m_application->settings().database.describe();
}

StorePlace Desktop::storePlace() const
{
    const DatabaseLocation &location = m_application->settings().database;
    if (location.dialect == Dialect::Sqlite)
        return {};
    return {StorePlace::Server, location.host, location.port, location.name, location.user, location.password};
}

QString Desktop::keyPlace() const
{
    return m_application->store().keyPlace();
}

Result<StoreState> Desktop::moveTo(const StorePlace &place)
{
    ProgramSettings settings = m_application->settings();
    settings.database = locationOf(place, settings.dataDirectory);
    QMetaObject::invokeMethod(
        this, [&] { m_application = std::make_unique<Application>(settings); }, Qt::BlockingQueuedConnection);
    m_moved = true;
    const Result<StoreService::State> state = m_application->store().inspect();
    if (!state)
        return tl::unexpected(state.error());
    return stateOf(*state);
}

Result<StoreState> Desktop::openStore()
{
    const Result<StoreService::State> state = m_application->store().inspect();
    if (!state)
        return tl::unexpected(state.error());
    if (isDrill() && *state == StoreService::State::New)
        return beginDrill();
    return *state == StoreService::State::Ready ? enter() : stateOf(*state);
}

Result<StoreState> Desktop::beginDrill()
{
    const Result<QList<DemoAccount>> accounts = makeDrillStore(*m_application);
    if (!accounts)
        return tl::unexpected(accounts.error());
    for (const DemoAccount &account : *accounts) {
        if (account.role != Role::Admin)
            continue;
        const Result<Session> session
            = m_application->services().accounts.checkPassword(account.username, account.password, {});
        if (session)
            m_drillSession = *session;
    }
    return StoreState::Ready;
}

Result<QStringList> Desktop::makeStore()
{
    // A store with keys but nobody who may sign in is what a broken-off first run leaves: its paper may be lost.
    StoreService &store = m_application->store();
    const Result<StoreService::State> state = store.inspect();
    if (!state)
        return tl::unexpected(state.error());
    const Result<RecoveryKey> key
        = *state == StoreService::State::Ready ? store.renewRecoveryKey() : store.initialise();
    if (!key)
        return tl::unexpected(key.error());
    const Result<StoreState> entered = enter();
    if (!entered)
        return tl::unexpected(entered.error());
    return key->groups();
}

Result<StoreState> Desktop::recoverStore(const QString &typedKey)
{
    const Result<RecoveryKey> key = RecoveryKey::parse(typedKey);
    if (!key)
        return tl::unexpected(key.error());
    if (const Result<void> recovered = m_application->store().recover(*key); !recovered)
        return tl::unexpected(recovered.error());
    return enter();
}

Result<StoreState> Desktop::enter()
{
    if (!m_application->isOpen())
        m_application->open();
    rememberPlace();
    return m_application->services().accounts.hasAccounts() ? StoreState::Ready : StoreState::NoAccount;
}

void Desktop::rememberPlace()
{
    if (!m_moved)
        return;
    rememberDatabase(m_application->settings().dataDirectory, m_application->settings().database);
    m_moved = false;
}

Services Desktop::services()
{
    return m_application->services();
}

void Desktop::beginServing()
{
    m_application->startServer(&m_serverProblem);
    m_application->startDelivery();
    returnFreeMemory();
}

QString Desktop::serverAddress() const
{
    return m_application->serverAddress();
}

QStringList Desktop::tabletAddresses() const
{
    const Doors *doors = m_application->doors();
    return doors ? doors->tabletAddresses() : QStringList();
}

QString Desktop::trustAddress() const
{
    const Doors *doors = m_application->doors();
    return doors ? doors->trustAddress() : QString();
}

QString Desktop::authorityFingerprint() const
{
    const Doors *doors = m_application->doors();
    return doors ? doors->authorityFingerprint() : QString();
}

QByteArray Desktop::authorityCertificate() const
{
    const Doors *doors = m_application->doors();
    return doors ? doors->authorityCertificate() : QByteArray();
}

std::optional<QDateTime> Desktop::certificateExpiry() const
{
    const Doors *doors = m_application->doors();
    return doors ? doors->certificateExpiry() : std::nullopt;
}

QString Desktop::tabletProblem() const
{
    const Doors *doors = m_application->doors();
    return doors ? doors->tabletProblem() : QString();
}

DrillService *Desktop::drill()
{
    return m_application->drill();
}

bool Desktop::startDrill()
{
    return QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--drill"_s});
}

std::unique_ptr<QApplication> makeDesktopApplication(int &argc, char **argv)
{
    if (!hasDisplay()) {
        complain(noDisplay);
        return nullptr;
    }
    QtSoundBooth::chooseBackend();
    const ExitInsteadOfAbort whileItBegins;
    return std::make_unique<QApplication>(argc, argv);
}

std::unique_ptr<QApplication> makePaperApplication(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // letters need a platform, but nothing is shown
    auto application = std::make_unique<QApplication>(argc, argv);
    QApplication::setFont(applicationFont());
    return application;
}

int runDesktop(QApplication &application, const ProgramSettings &settings)
{
    QApplication::setDesktopFileName(u"accueil"_s);
    QApplication::setWindowIcon(QIcon(u":/brand/accueil.svg"_s));
    StopSignals stopSignals;
    stopSignals.endWithin(1800ms); // as the server: whoever shuts the computer down waits no longer
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &application, &QCoreApplication::quit);
    const bool isFixed = settings.isDrill || isDatabaseFixed(settings.dataDirectory);
    Desktop desktop(settings, isFixed ? Desktop::Place::Fixed : Desktop::Place::Free);
    Preferences preferences(QDir(settings.dataDirectory).filePath(u"window.ini"_s));
    Theme theme(application, preferences);
    Translator translator(preferences);
    int code = exitDone;
    {
        Shell shell(desktop, preferences, theme, translator);
        shell.show(); // first: opening the store may take a while
        shell.begin();
        code = QApplication::exec();
    }
    backgroundPool().waitForDone(); // work in hand uses the desktop
    return code;
}

} // namespace accueil
