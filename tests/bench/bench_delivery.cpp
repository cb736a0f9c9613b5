// A backlog of due reminders, claimed, sent to a provider over real HTTP and recorded: messages a second, memory. Then
// how long looking for due work, and a whole round that finds none, takes beside a million reminders that are not due.
// usage: bench_delivery [REMINDERS] [STORED]    PostgreSQL too when ACCUEIL_TEST_POSTGRESQL is set
#include "app/gateways/curlhttpclient.h"
#include "app/gateways/twiliosender.h"
#include "app/services/deliveryservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "tests/bench/cputime.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketwilio.h"
#include "tests/support/testdatabase.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <functional>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int lanes = 16;
constexpr int lookups = 1000;

double residentMegabytes()
{
    QFile status(u"/proc/self/statm"_s);
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6 : 0;
}

struct Ward
{
    explicit Ward(Dialect dialect)
        : store(dialect)
        , http({})
        , sender(http, Channel::Sms, [this] { return settings; })
        , patients(store.database(), store.cipher(), clock, events)
        , reminders(store.database(), store.cipher(), clock, events, [this] { return settings; })
        , delivery(store.database(), store.cipher(), clock, events, {{Channel::Sms, &sender}},
              [this] { return settings; }, {.lanes = lanes})
    {
        settings.twilio = {.accountSid = FakeTwilio::accountSid(),
            .authToken = FakeTwilio::authToken(),
            .phoneNumber = FakeTwilio::from(),
            .baseUrl = provider.baseUrl()};
        settings.delivery.sendRate = 0; // as fast as it goes
        settings.delivery.lateLimit = -1;
    }
    // Three reminders for each patient, as many as the daily limit allows.
    void schedule(int count)
    {
        PatientId patient;
        for (int i = 0; i < count; ++i) {
            if (i % 3 == 0) {
                patient
                    = patients
                          .create(Session::system(),
                              {.name = u"Éwané %1"_s.arg(i), .phoneNumber = u"+2376700%1"_s.arg(i, 5, 10, QChar(u'0'))})
                          .value()
                          .id;
            }
            reminders
                .schedule(Session::system(),
                    {.patient = patient,
                        .message = u"Rappel : rendez-vous demain a 9 h 30, %1"_s.arg(i),
                        .scheduledTime = clock.now()})
                .value();
        }
    }
    // Copies of the first reminder, due from tomorrow on; their texts cannot be read and need not be. In pieces,
    // because a server that does not answer for long counts as gone.
    void storeMore(int count)
    {
        constexpr int piece = 20'000;
        for (int first = 0; first < count; first += piece)
            storePiece(first, std::min(first + piece, count));
    }
    void storePiece(int first, int end)
    {
        const QString numbers = store.database().dialect() == Dialect::Sqlite
            ? u"WITH RECURSIVE n(i) AS (SELECT %1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %2)"_s.arg(first).arg(end)
            : u"WITH n(i) AS (SELECT generate_series(%1, %2 - 1))"_s.arg(first).arg(end);
        store.database().execute(
            "INSERT INTO reminders (id, client_id, patient_id, message_enc, language, scheduled_time,"
            " status, channel, series_id, source, occurrence_time, purpose, created_at, updated_at) "_L1
                + numbers
                + " SELECT 1000000 + i, 'bench-' || i, patient_id, message_enc, language,"
                  " CAST(? AS BIGINT) + i * CAST(60000 AS BIGINT), 'pending', 'sms', 1000000 + i, 'bench:' || i, 0,"
                  " purpose, created_at, updated_at FROM n, (SELECT * FROM reminders ORDER BY id LIMIT 1) AS first"_L1,
            {clock.now().addDays(1).toMSecsSinceEpoch()});
    }

    FakeClock clock;
    TestDatabase store;
    DomainEvents events;
    HospitalSettings settings;
    FakeTwilio provider;
    CurlHttpClient http;
    TwilioSender sender;
    PatientService patients;
    ReminderService reminders;
    DeliveryService delivery;
};

void measure(Dialect dialect, int count, int stored)
{
    const char *name = dialect == Dialect::Sqlite ? "SQLite" : "PostgreSQL";
    Ward ward(dialect);
    ward.schedule(count);
    const double before = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    int sent = 0;
    while (sent < count && timer.elapsed() < 600'000)
        sent += ward.delivery.deliverDue([] { return false; });
    const double seconds = double(timer.elapsed()) / 1000;
    std::fflush(stdout);
    std::printf("%-11s %6d of %d sent in %6.1f s: %6.0f a second, %d connections, %5.1f MB more\n", name, sent, count,
        seconds, sent / seconds, ward.provider.connections(), residentMegabytes() - before);
    if (ward.provider.takenInAll() != count || !ward.provider.violations().isEmpty())
        std::printf("%-11s WRONG: the provider took %d\n", name, ward.provider.takenInAll());

    ward.storeMore(stored);
    if (dialect == Dialect::PostgreSql)
        ward.store.database().executeScript(u"ANALYZE reminders;"_s);
    const auto tell = [&](const char *what, const std::function<void(int)> &look) {
        look(0);
        timer.restart();
        const double cpu = cpuTimeOf(lookups, look).count();
        std::printf("%-11s %s among %d: %.0f us by the clock, %.0f us of this process\n", name, what, stored,
            double(timer.nsecsElapsed()) / 1000 / lookups, cpu);
    };
    ReminderQueue queue(ward.store.database());
    tell("looking for due work", [&](int) {
        queue.claimDue({Channel::Sms, Channel::Ivr, Channel::Email}, ward.clock.now(), 16, u"bench"_s,
            ward.clock.now().addSecs(60));
    });
    tell("a round with nothing to do", [&](int) { ward.delivery.deliverDue([] { return false; }); });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int count = arguments.size() > 1 ? arguments.at(1).toInt() : 10'000;
    const int stored = arguments.size() > 2 ? arguments.at(2).toInt() : 1'000'000;
    measure(Dialect::Sqlite, count, stored);
    if (qEnvironmentVariableIsSet("ACCUEIL_TEST_POSTGRESQL"))
        measure(Dialect::PostgreSql, count, stored);
    return 0;
}
