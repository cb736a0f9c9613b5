#include "tests/support/apiclient.h"

#include "app/security/accesstoken.h"
#include "app/services/accountservice.h"
#include "app/services/appointmentservice.h"
#include "app/services/attemptnewsservice.h"
#include "app/services/bulkreminderservice.h"
#include "app/services/calendarservice.h"
#include "app/services/callanswerservice.h"
#include "app/services/caseservice.h"
#include "app/services/consentservice.h"
#include "app/services/deviceservice.h"
#include "app/services/disputeservice.h"
#include "app/services/drillservice.h"
#include "app/services/feedbackservice.h"
#include "app/services/importservice.h"
#include "app/services/inboundmessageservice.h"
#include "app/services/patientservice.h"
#include "app/services/promptservice.h"
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
#include "db/refreshtokenrepository.h"
#include "db/userrepository.h"
#include "server/api.h"
#include "server/http/httpserver.h"
#include "tests/support/apicontract.h"
#include "tests/support/testengine.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace accueil {

struct ApiClient::Private
{
    Private(Dialect dialect, const QStringList &allowedOrigins, Occasion occasion, const Adjustment &adjust)
        : store(dialect)
        , settings(store.database(), store.cipher(), clock, events, {})
        , accounts(store.database(), store.cipher(), clock, events, {settings.tokenSecret()})
        , patients(store.database(), store.cipher(), clock, events)
        , feedback(store.database(), store.cipher(), clock, events, testEngine())
        , understanding(store.database(), store.cipher(), clock, events, testEngine())
        , reminders(store.database(), store.cipher(), clock, events, [this] { return settings.current(); })
        , forecasts(store.database(), store.cipher(), clock, reminders, [this] { return settings.current(); }, {})
        , appointments(
              store.database(), store.cipher(), clock, events, reminders, [this] { return settings.current(); })
        , plans(store.database(), clock, events)
        , calendar(store.database(), [this] { return settings.current(); })
        , bulk(patients, reminders, clock, [this] { return settings.current(); })
        , templates(store.database(), store.cipher(), clock, events, [this] { return settings.current(); })
        , statistics(store.database(), clock, [this] { return settings.current(); })
        , testMessages({})
        , imports(patients, feedback, events)
        , consents(store.database(), store.cipher(), clock, events)
        , attemptNews(store.database(), store.cipher(), clock, events, [this] { return settings.current(); })
        , inbound(
              store.database(), store.cipher(), clock, [this] { return settings.current(); }, consents, feedback,
              &appointments)
        , calls(
              store.database(), store.cipher(), [this] { return settings.current(); }, inbound)
        , devices(store.database(), store.cipher(), clock, events)
        , sync(store.database(), store.cipher(), clock, events, devices, testEngine())
        , disputes(store.database(), store.cipher(), clock, events, testEngine())
        , tabletContent(store.database(), store.cipher(), clock, events, devices, [this] { return settings.current(); })
        , prompts(store.database(), store.cipher(), clock, events)
        , wards(store.database(), store.cipher(), clock, events, settings)
        , tabletFiles(store.database(), clock, devices, sync)
        , cases(store.database(), store.cipher(), clock, events)
        , provider(clock)
        , drill(provider, patients, reminders, clock)
        , services{accounts, patients, feedback, reminders, forecasts, appointments, plans, calendar, bulk, templates,
              statistics, settings, testMessages, imports, consents, attemptNews, inbound, calls, understanding,
              devices, sync, disputes, tabletContent, prompts, wards, tabletFiles, cases, events,
              occasion == Occasion::Drill ? &drill : nullptr}
        , api(services, apiOptions(allowedOrigins, adjust))
        , contract(api)
        , server([this](const HttpRequest &request) { return api.handle(request); },
              {.port = 0,
                  .isUpload = Api::isUpload,
                  .isSlow = Api::isSlow,
                  .grouping
                  = {Api::isGrouped, [this](const std::function<void()> &work) { return api.together(work); }},
                  .counters = &api.connections(),
                  .clock = &clock})
    {
        QString why;
        if (!server.start(&why))
            qFatal("the server does not start: %s", qPrintable(why));
        client = std::make_unique<WireClient>(server.port());
        for (const auto &row : roleTable.rows) {
            if (row.value != Role::Device)
                addAccount(row.value);
        }
        const Session admin{{}, u"test.admin"_s, Role::Admin};
        const NewDevice tablet = devices.add(admin, {.name = u"test.device"_s}).value();
        tokens.insert(Role::Device, devices.pair(tablet.code.code, {}, {}).value().token);
    }

    ApiOptions apiOptions(const QStringList &allowedOrigins, const Adjustment &adjust)
    {
        ApiOptions options{.clock = clock,
            .isDatabaseReachable = [this] { return store.database().isReachable(); },
            .version = u"0.1.0"_s,
            .allowedOrigins = allowedOrigins};
        options.rates.refusals = RateLimits().refusals; // the others would count what a test asks on a standing clock
        if (adjust)
            adjust(options);
        return options;
    }

    // Straight into the store: the password hash that a registration computes takes 150 ms.
    void addAccount(Role role)
    {
        UserRepository users(store.database(), store.cipher());
        User user{.username = u"test."_s + roleTable.key(role), .role = role, .createdAt = clock.now()};
        Transaction transaction(store.database());
        users.insert(user, u"unusable"_s);
        const QString family = roleTable.key(role);
        const QDateTime end = clock.now().addYears(1);
        RefreshTokenRepository(store.database())
            .insert({.user = user.id, .family = family, .hash = family, .createdAt = clock.now(), .expiresAt = end});
        transaction.commit();
        tokens.insert(role,
            signAccessToken({.user = user.id,
                                .family = family,
                                .username = user.username,
                                .role = role,
                                .issuedAt = clock.now(),
                                .expiresAt = end,
                                .id = u"test"_s},
                settings.tokenSecret()));
    }

    FakeClock clock;
    TestDatabase store;
    DomainEvents events;
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
    TemplateService templates;
    StatisticsService statistics;
    TestMessageService testMessages;
    ImportService imports;
    ConsentService consents;
    AttemptNewsService attemptNews;
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
    DrillProvider provider;
    DrillService drill;
    Services services;
    Api api;
    ApiContract contract;
    HttpServer server;
    std::unique_ptr<WireClient> client;
    QMap<Role, QByteArray> tokens;
    QStringList breaches;
};

ApiClient::ApiClient(Dialect dialect, const QStringList &allowedOrigins, Occasion occasion, const Adjustment &adjust)
    : d(std::make_unique<Private>(dialect, allowedOrigins, occasion, adjust))
{
}

ApiClient::~ApiClient()
{
    // The server's threads hold connections to the store.
    d->server.stop();
}

ReceivedAnswer ApiClient::send(std::optional<Role> who, const QByteArray &method, const QByteArray &target,
    const QByteArray &body, const WireClient::Headers &headers)
{
    WireClient::Headers all = headers;
    if (who)
        all.append({"Authorization", "Bearer " + token(*who)});
    const ReceivedAnswer answer = d->client->send(method, target, body, all);
    if (const QString breach = d->contract.breach(method, target, answer); !breach.isEmpty())
        d->breaches.append(breach);
    return answer;
}

ReceivedAnswer ApiClient::send(std::optional<Role> who, const QByteArray &method, const QByteArray &target,
    const QJsonObject &body, const WireClient::Headers &headers)
{
    const WireClient::Headers typed = headers + WireClient::Headers{{"Content-Type", "application/json"}};
    return send(who, method, target, body.isEmpty() ? QByteArray() : jsonBytes(body), body.isEmpty() ? headers : typed);
}

ReceivedAnswer ApiClient::get(Role who, const QByteArray &target, const WireClient::Headers &headers)
{
    return send(who, "GET", target, QByteArray(), headers);
}

QByteArray ApiClient::token(Role role) const
{
    return d->tokens.value(role);
}

QByteArray ApiClient::tokenSecret() const
{
    return d->settings.tokenSecret();
}

QString ApiClient::username(Role role) const
{
    return u"test."_s + roleTable.key(role);
}

namespace {

QJsonObject merged(QJsonObject base, const QJsonObject &members)
{
    for (auto member = members.begin(); member != members.end(); ++member)
        base.insert(member.key(), member.value());
    return base;
}

} // namespace

QJsonObject ApiClient::newPatient(const QJsonObject &members)
{
    const QJsonObject draft{{u"name"_s, u"Ewané Ngo Bassa"_s}, {u"phone_number"_s, u"+237670000123"_s},
        {u"birth_date"_s, u"1984-03-09"_s}, {u"gender"_s, u"female"_s}, {u"preferred_language"_s, u"fr"_s},
        {u"ward"_s, u"Maternité"_s}};
    return send(Role::Admin, "POST", "/api/patients", merged(draft, members)).json().toObject();
}

QJsonObject ApiClient::newFeedback(const QJsonObject &members)
{
    const QJsonObject draft{{u"ward"_s, u"Maternité"_s}, {u"treatment_satisfaction"_s, 4}, {u"overall_experience"_s, 5},
        {u"recommendation_likelihood"_s, 9}, {u"comments"_s, u"Les sages-femmes ont pris le temps d'expliquer."_s},
        {u"language"_s, u"fr"_s}, {u"submission_method"_s, u"tablet"_s}};
    return send(Role::Admin, "POST", "/api/feedback", merged(draft, members)).json().toObject();
}

QJsonObject ApiClient::newReminder(const QJsonObject &members)
{
    const QJsonObject draft{{u"channel"_s, u"sms"_s}, {u"message"_s, u"Rappel : consultation demain a 9 h 30."_s},
        {u"scheduled_time"_s, u"2026-03-14T08:30:00Z"_s}, {u"purpose"_s, u"appointment"_s}};
    const QJsonObject patient = members.contains(u"patient_id") ? QJsonObject() : newPatient();
    const QJsonObject whose
        = patient.isEmpty() ? QJsonObject() : QJsonObject{{u"patient_id"_s, patient.value(u"patient_id")}};
    return send(Role::Admin, "POST", "/api/reminders", merged(merged(draft, whose), members)).json().toObject();
}

QStringList ApiClient::breaches() const
{
    return d->breaches;
}

const Api &ApiClient::api() const
{
    return d->api;
}

DeviceService &ApiClient::devices()
{
    return d->devices;
}

QJsonObject ApiClient::document() const
{
    return QJsonDocument::fromJson(d->api.openApi()).object();
}

FakeClock &ApiClient::clock()
{
    return d->clock;
}

void ApiClient::configure(const std::function<void(HospitalSettings &)> &change)
{
    HospitalSettings settings = d->settings.current();
    change(settings);
    if (!d->settings.save(Session::system(), settings))
        qFatal("the settings of the test are refused");
}

TestDatabase &ApiClient::store()
{
    return d->store;
}

quint16 ApiClient::port() const
{
    return d->server.port();
}

QByteArray jsonBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace accueil
