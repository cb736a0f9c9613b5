#include "app/application.h"

#include "app/accesslogfile.h"
#include "app/doors.h"
#include "app/eventrelay.h"
#include "app/operationwatch.h"
#include "app/processidentity.h"
#include "app/providers.h"
#include "app/schedulerthread.h"
#include "app/services/accountservice.h"
#include "app/services/appointmentservice.h"
#include "app/services/attemptnewsservice.h"
#include "app/services/authorityservice.h"
#include "app/services/bulkreminderservice.h"
#include "app/services/calendarservice.h"
#include "app/services/callanswerservice.h"
#include "app/services/caseservice.h"
#include "app/services/casewatch.h"
#include "app/services/consentservice.h"
#include "app/services/deliveryservice.h"
#include "app/services/demoservice.h"
#include "app/services/deviceservice.h"
#include "app/services/disputeservice.h"
#include "app/services/domainevents.h"
#include "app/services/drillservice.h"
#include "app/services/feedbackservice.h"
#include "app/services/importservice.h"
#include "app/services/inboundmessageservice.h"
#include "app/services/inboundpoll.h"
#include "app/services/patientservice.h"
#include "app/services/promptservice.h"
#include "app/services/reconcileservice.h"
#include "app/services/reminderforecastservice.h"
#include "app/services/reminderservice.h"
#include "app/services/settingsservice.h"
#include "app/services/statisticsservice.h"
#include "app/services/syncservice.h"
#include "app/services/tabletcontentservice.h"
#include "app/services/tabletfileservice.h"
#include "app/services/templateservice.h"
#include "app/services/testmessageservice.h"
#include "app/services/understandingservice.h"
#include "app/services/wardservice.h"
#include "app/understanding/understandingengine.h"
#include "server/api.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

void makePrivateDirectory(const QString &path)
{
    if (QDir(path).exists() || !QDir().mkpath(path))
        return;
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

TokenSettings tokenSettings(const ProgramSettings &settings, SettingsService &hospital)
{
    return {.secret = hospital.tokenSecret(),
        .accessLifetime = settings.accessTokenLifetime,
        .refreshLifetime = settings.refreshTokenLifetime,
        .addressLock = settings.rateLimiting == RateLimiting::On ? AddressLock::On : AddressLock::Off};
}

constexpr int sendingLanes = 16;

// What there is once the store is open, in the order in which it is built.
struct Room
{
    Room(const ProgramSettings &program, const Clock &clock, Database &database, const Keyring &keyring)
        : cipher(keyring)
        , settings(database, cipher, clock, events, program.overrides)
        , accounts(database, cipher, clock, events, tokenSettings(program, settings))
        , patients(database, cipher, clock, events)
        , feedback(database, cipher, clock, events, engine)
        , understanding(database, cipher, clock, events, engine)
        , reminders(database, cipher, clock, events, [this] { return settings.current(); })
        , forecasts(
              database, cipher, clock, reminders, [this] { return settings.current(); },
              [this](Channel channel) { return delivery.standstill(channel); })
        , appointments(database, cipher, clock, events, reminders, [this] { return settings.current(); })
        , plans(database, clock, events)
        , calendar(database, [this] { return settings.current(); })
        , bulk(patients, reminders, clock, [this] { return settings.current(); })
        , consents(database, cipher, clock, events)
        , attemptNews(
              database, cipher, clock, events, [this] { return settings.current(); }, optedOut())
        , templates(database, cipher, clock, events, [this] { return settings.current(); })
        , statistics(database, clock, [this] { return settings.current(); })
        , providers(program, clock, [this] { return settings.current(); })
        , testMessages(providers.forTests())
        , imports(patients, feedback, events)
        , inbound(
              database, cipher, clock, [this] { return settings.current(); }, consents, feedback, &appointments)
        , calls(
              database, cipher, [this] { return settings.current(); }, inbound)
        , devices(database, cipher, clock, events)
        , sync(database, cipher, clock, events, devices, engine)
        , disputes(database, cipher, clock, events, engine)
        , tabletContent(database, cipher, clock, events, devices, [this] { return settings.current(); })
        , prompts(database, cipher, clock, events)
        , wards(database, cipher, clock, events, settings)
        , tabletFiles(database, clock, devices, sync)
        , cases(database, cipher, clock, events)
        , caseWatch(database, cipher, clock, events, providers.forStaff(), [this] { return settings.current(); })
        , drill(providers.drill() ? std::make_unique<DrillService>(*providers.drill(), patients, reminders, clock)
                                  : nullptr)
        , demo(database, cipher, clock, events, accounts, settings, engine)
        , services{accounts, patients, feedback, reminders, forecasts, appointments, plans, calendar, bulk, templates,
              statistics, settings, testMessages, imports, consents, attemptNews, inbound, calls, understanding,
              devices, sync, disputes, tabletContent, prompts, wards, tabletFiles, cases, events, drill.get()}
        , operation(database, reminders, devices, clock)
        , accessLog(program.accessLog.isEmpty() ? nullptr : std::make_unique<AccessLogFile>(program.accessLog))
        , api(services,
              {.clock = clock,
                  .isDatabaseReachable = [this] { return operation.isDatabaseReachable(); },
                  .version = QCoreApplication::applicationVersion(),
                  .allowedOrigins = program.corsOrigins,
                  .limits = program.limits,
                  .rates = program.rates,
                  .figures = [this] { return operation.figures(); },
                  .accessLog = accessLogWriter()})
        , delivery(database, cipher, clock, events, providers.forDelivery(), [this] { return settings.current(); },
              {.lanes = sendingLanes, .owner = processIdentity(), .isGone = isProcessGone, .optedOut = optedOut()})
        , reconciling(
              database, cipher, clock, events, [this] { return settings.current(); }, optedOut())
        , inboundPoll(
              database, cipher, clock, [this] { return settings.current(); }, inbound)
    {
    }

    StoreCipher cipher;
    DomainEvents events;
    UnderstandingEngine engine;
    SettingsService settings;
    AccountService accounts;
    PatientService patients;
    FeedbackService feedback;
    UnderstandingService understanding;
    ReminderService reminders;
    ReminderForecastService forecasts;
    AppointmentService appointments;
    PlanService plans;
    CalendarService calendar;
    BulkReminderService bulk;
    ConsentService consents;
    AttemptNewsService attemptNews;
    TemplateService templates;
    StatisticsService statistics;
    Providers providers;
    TestMessageService testMessages;
    ImportService imports;
    InboundMessageService inbound;
    CallAnswerService calls;
    DeviceService devices;
    SyncService sync;
    DisputeService disputes;
    TabletContentService tabletContent;
    PromptService prompts;
    WardService wards;
    TabletFileService tabletFiles;
    CaseService cases;
    CaseWatch caseWatch;
    std::unique_ptr<DrillService> drill; // null in earnest
    DemoService demo;
    Services services;
    OperationWatch operation;
    std::unique_ptr<AccessLogFile> accessLog; // null: none is kept
    Api api;
    DeliveryService delivery;
    ReconcileService reconciling;
    InboundPoll inboundPoll;

private:
    std::function<void(const QByteArray &)> accessLogWriter()
    {
        if (!accessLog)
            return {};
        return [this](const QByteArray &line) { accessLog->write(line); };
    }

    // A provider that says a person opted out speaks for that person.
    AttemptRecorder::OptOut optedOut()
    {
        return [this](Channel channel, const QString &address, const QDateTime &) {
            consents.optOut(channel, address, ConsentMethod::Provider);
        };
    }
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
    std::unique_ptr<EventRelay> relay; // between desks on one PostgreSQL; once the store is open
    std::unique_ptr<SchedulerThread> scheduler; // sends
    std::unique_ptr<SchedulerThread> tracking; // asks what became of it, which must not keep what is due from leaving
    std::optional<Result<CertifiedKey>> authority; // once the store is open
    std::unique_ptr<Doors> doors;
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
    m_parts->room->events.moveToThread(thread()); // the window opens the store on a worker thread
    if (m_settings.database.dialect == Dialect::PostgreSql)
        m_parts->relay = std::make_unique<EventRelay>(m_settings.database, m_parts->room->events);
    // Here and not when a door opens: this may wait for the database, the thread of the window may not.
    m_parts->authority = AuthorityService(m_parts->database, m_parts->room->cipher, m_clock).authority();
    connect(&m_parts->room->events, &DomainEvents::settingsChanged, this, [this] {
        if (m_parts->doors)
            m_parts->doors->followSettings();
    });
}

bool Application::isOpen() const
{
    return m_parts->room != nullptr;
}

const Services &Application::services() const
{
    return m_parts->room->services;
}

DemoService &Application::demo()
{
    return m_parts->room->demo;
}

DrillService *Application::drill()
{
    return m_parts->room->drill.get();
}

bool Application::startServer(QString *why)
{
    Room &room = *m_parts->room;
    room.operation.start();
    const bool isDrill = m_settings.isDrill;
    const auto answer = [&room, isDrill](const HttpRequest &request, std::optional<HttpResponse> ready) {
        HttpResponse response = room.api.handle(request, std::move(ready));
        if (isDrill) // whoever reads it must not take it for the hospital's
            response.setHeader("X-Accueil-Drill", "1");
        return response;
    };
    m_parts->doors = std::make_unique<Doors>(DoorSources{.program = m_settings,
        .clock = m_clock,
        .api = answer,
        .isUpload = Api::isUpload,
        .isSlow = Api::isSlow,
        .grouping = {Api::isGrouped, [&room](const std::function<void()> &work) { return room.api.together(work); }},
        .counters = &room.api.connections(),
        .hospital = [&room] { return room.settings.current(); },
        .authority = *m_parts->authority});
    return m_parts->doors->open(why);
}

const Doors *Application::doors() const
{
    return m_parts->doors.get();
}

QString Application::serverAddress() const
{
    return m_parts->doors ? m_parts->doors->serverAddress() : QString();
}

void Application::startDelivery()
{
    Room &room = *m_parts->room;
    using Stop = SchedulerThread::Stop;
    m_parts->scheduler = std::make_unique<SchedulerThread>(u"delivery"_s, m_parts->database,
        QList<SchedulerThread::Duty>{
            [&room](const Stop &) { room.delivery.recoverInterrupted(); },
            [&room](const Stop &stop) { room.delivery.deliverDue(stop); },
            [&room](const Stop &) { room.settings.current(); },
            [&room](const Stop &) { room.operation.delivery().beat(); },
        },
        [&room] { room.providers.abortSending(); });
    m_parts->tracking = std::make_unique<SchedulerThread>(u"tracking"_s, m_parts->database,
        QList<SchedulerThread::Duty>{
            [&room](const Stop &stop) { room.reconciling.settleDoubts(room.providers.trackers(), stop); },
            [&room](const Stop &stop) { room.attemptNews.poll(room.providers.trackers(), stop); },
            [&room](const Stop &) { room.inbound.finishInterrupted(); },
            [&room](const Stop &) { room.sync.removeAbandonedPieces(); },
            [&room](const Stop &stop) { room.caseWatch.look(stop); },
            [&room](const Stop &stop) {
                if (InboundSource *source = room.providers.inbound())
                    room.inboundPoll.poll(*source, stop);
            },
            [&room](const Stop &) { room.operation.tracking().beat(); },
        },
        [&room] { room.providers.abortAsking(); });
    m_parts->scheduler->start();
    m_parts->tracking->start();
}

void Application::stop()
{
    if (m_parts->tracking)
        m_parts->room->providers.abortAsking(); // a question can be asked again, so it gets no moment of grace
    m_parts->tracking.reset();
    m_parts->scheduler.reset();
    m_parts->doors.reset();
}

} // namespace accueil
