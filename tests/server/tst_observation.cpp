#include "server/api.h"
#include "server/metrictext.h"
#include "server/requestid.h"
#include "tests/support/apiclient.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMutex>
#include <QRegularExpression>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// Collects the lines of the access log.
class Lines
{
public:
    void add(const QByteArray &line)
    {
        const QMutexLocker locker(&m_mutex);
        m_all += line;
    }
    QByteArray all()
    {
        const QMutexLocker locker(&m_mutex);
        return m_all;
    }
    QJsonObject last() { return QJsonDocument::fromJson(all().trimmed().split('\n').last()).object(); }

private:
    QMutex m_mutex;
    QByteArray m_all;
};

// A strict reader of the text format 0.0.4: every sample belongs to the family whose HELP and TYPE stand right before
// it, and no series comes twice. Value by series; `error` says what is wrong.
QMap<QString, double> readMetrics(const QByteArray &text, QString &error)
{
    static const QRegularExpression sample(
        u"^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\""
        "(?:,[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\")*\\})? (NaN|[+-]?Inf|[-+0-9.e]+)$"_s);
    static const QRegularExpression head(u"^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$"_s);
    QMap<QString, double> values;
    QSet<QString> families;
    QString family;
    QString type;
    QString expected = u"HELP"_s;
    if (!text.endsWith('\n'))
        error = u"no line end at the end"_s;
    for (const QString &line : QString::fromUtf8(text.chopped(1)).split(u'\n')) {
        if (const auto match = head.match(line); match.hasMatch()) {
            const bool isHelp = match.captured(1) == u"HELP";
            if (isHelp && (families.contains(match.captured(2)) || expected == u"TYPE"))
                error = u"family twice or without TYPE: "_s + line;
            if (!isHelp && (expected != u"TYPE" || match.captured(2) != family))
                error = u"TYPE without HELP: "_s + line;
            if (!isHelp && !QStringList{u"counter"_s, u"gauge"_s, u"histogram"_s}.contains(match.captured(3)))
                error = u"unknown type: "_s + line;
            family = match.captured(2);
            families.insert(family);
            type = isHelp ? QString() : match.captured(3);
            expected = isHelp ? u"TYPE"_s : u"HELP"_s;
            continue;
        }
        const auto match = sample.match(line);
        bool isNumber = false;
        const double value = match.captured(3) == u"NaN" ? qQNaN() : match.captured(3).toDouble(&isNumber);
        const QString suffix = match.captured(1).mid(family.size());
        const bool belongs = match.captured(1).startsWith(family)
            && (type == u"histogram" ? QStringList{u"_bucket"_s, u"_sum"_s, u"_count"_s}.contains(suffix)
                                     : suffix.isEmpty());
        const QString series = match.captured(1) + match.captured(2);
        if (!match.hasMatch() || !belongs || values.contains(series) || type.isEmpty())
            error = u"bad sample: "_s + line;
        if (type == u"counter" && (!family.endsWith(u"_total") || value < 0))
            error = u"bad counter: "_s + line;
        values.insert(series, value);
    }
    return values;
}

OperationFigures someFigures()
{
    return {.isDatabaseUp = true,
        .databaseSeconds = 0.00042,
        .schedulerAges = {{u"delivery"_s, 0.5}},
        .counted = OperationFigures::Counted{.reminders = {{u"pending"_s, 12}, {u"unknown"_s, 2}},
            .devices = {{u"active"_s, 3}},
            .devicesSeenLately = 2,
            .answersWaiting = 9,
            .age = 1.5},
        .process = OperationFigures::Process{.cpuSeconds = 1.25,
            .startTime = 1.79e9,
            .residentBytes = 123,
            .virtualBytes = 456,
            .openFiles = 7,
            .mostOpenFiles = 1024}};
}

} // namespace

// What the program says about its requests: the access log, /metrics, the request's id.
class ObservationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_api = std::make_unique<ApiClient>(
            Dialect::Sqlite, QStringList{}, ApiClient::Occasion::Earnest, [this](ApiOptions &options) {
                options.accessLog = [this](const QByteArray &line) { m_log.add(line); };
                options.figures = someFigures;
            });
    }
    void cleanupTestCase()
    {
        QVERIFY2(m_api->breaches().isEmpty(), qPrintable(m_api->breaches().join(u"; "_s)));
        m_api.reset();
    }
    void writesOneLinePerRequest();
    void namesWhoAsked();
    void logsNothingPersonal();
    void takesWellFormedIdsOnly_data();
    void takesWellFormedIdsOnly();
    void makesAnIdOfItsOwn();
    void writesWhatPrometheusReads();
    void countsRequestsByRow();
    void countsEveryRequestInOneBucket();
    void countsConnectionsAndWhatIsRefused();
    void escapesLabels();
    void saysWhatTheStoreCounts();
    void countsWhatTabletsBring();
    void answersThisMachineWithoutLogin();
    void asksOthersForAToken();
    void isNotFooledByAProxy();

private:
    QMap<QString, double> metrics()
    {
        QString error;
        const auto values = readMetrics(m_api->send(std::nullopt, "GET", "/metrics").body, error);
        if (!error.isEmpty())
            QTest::qFail(qPrintable(error), __FILE__, __LINE__);
        return values;
    }
    int statusFrom(const QString &peer, const QByteArray &token = {}, const QList<HttpHeader> &headers = {}) const
    {
        HttpRequest request;
        request.path = "/metrics";
        request.peer = QHostAddress(peer);
        request.headers = headers;
        if (!token.isEmpty())
            request.headers.append({"authorization", "Bearer " + token});
        return m_api->api().handle(request).status;
    }

    Lines m_log;
    std::unique_ptr<ApiClient> m_api;
};

void ObservationTest::writesOneLinePerRequest()
{
    const qsizetype before = m_log.all().count('\n');
    const ReceivedAnswer answer = m_api->get(Role::Viewer, "/api/patients/999");
    QCOMPARE(answer.status, 404);
    QCOMPARE(m_log.all().count('\n'), before + 1);
    const QJsonObject line = m_log.last();
    QCOMPARE(line.value(u"time"_s).toString(), u"2026-03-12T09:42:00Z"_s);
    QCOMPARE(line.value(u"method"_s).toString(), u"GET"_s);
    QCOMPARE(line.value(u"route"_s).toString(), u"/api/patients/{id}"_s);
    QCOMPARE(line.value(u"status"_s).toInt(), 404);
    QCOMPARE(line.value(u"bytes"_s).toInt(), int(answer.body.size()));
    QVERIFY(line.value(u"ms"_s).toDouble() > 0 && line.value(u"ms"_s).toDouble() < 5000);
    QCOMPARE(line.value(u"request"_s).toString().toLatin1(), answer.headers.value("x-request-id"));

    m_api->send(Role::Viewer, "HEAD", "/api/patients");
    QCOMPARE(m_log.last().value(u"bytes"_s).toInt(), 0);
    m_api->send(std::nullopt, "GET", "/nothing/here");
    QVERIFY(m_log.last().value(u"route"_s).isNull());
    m_api->send(std::nullopt, "TRACE", "/api/patients");
    QCOMPARE(m_log.last().value(u"method"_s).toString(), u"OTHER"_s);
}

void ObservationTest::namesWhoAsked()
{
    m_api->get(Role::Viewer, "/api/patients");
    QCOMPARE(m_log.last().value(u"who"_s).toString(), u"user"_s);
    QVERIFY(m_log.last().value(u"user"_s).toInteger() > 0);
    m_api->send(std::nullopt, "GET", "/health");
    QCOMPARE(m_log.last().value(u"who"_s).toString(), u"nobody"_s);
    const ReceivedAnswer wrong
        = m_api->send(std::nullopt, "GET", "/api/patients", QByteArray(), {{"Authorization", "Bearer of-bad-news"}});
    QCOMPARE(wrong.status, 401);
    QCOMPARE(m_log.last().value(u"who"_s).toString(), u"nobody"_s);
}

void ObservationTest::logsNothingPersonal()
{
    const QJsonObject patient = m_api->newPatient({{u"name"_s, u"Seedwell Etoundi"_s},
        {u"email"_s, u"seedwell@example.org"_s}, {u"phone_number"_s, u"+237677000999"_s}});
    const QByteArray number = patient.value(u"patient_id"_s).toString().toUtf8();
    QVERIFY(!number.isEmpty());
    m_api->get(Role::Viewer, "/api/patients/" + number);
    m_api->get(Role::Viewer, "/api/patients?q=Seedwell");
    m_api->get(Role::Viewer, "/api/patients?q=%2B237677000999");
    m_api->send(std::nullopt, "GET", "/Seedwell/677000999");
    m_api->send(std::nullopt, "GET", "/health", QByteArray(), {{"X-Request-Id", "677000999"}});
    m_api->send(std::nullopt, "GET", "/health", QByteArray(),
        {{"X-Request-Id", "Seedwell"}, {"User-Agent", "Seedwell"}, {"Referer", "https://desk/Seedwell"}});
    m_api->send(std::nullopt, "POST", "/api/auth/login",
        QJsonObject{{u"username"_s, u"seedwell"_s}, {u"password"_s, u"Seedwell-677000999"_s}});
    m_api->newFeedback({{u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"comments"_s, u"Seedwell a dit merci"_s}});
    const QByteArray log = m_log.all().toLower();
    for (const QByteArray &seed : {"seedwell"_ba, "677000999"_ba, "677"_ba + "000", number.toLower(), "127.0.0.1"_ba,
             "bearer"_ba, m_api->token(Role::Viewer).toLower()})
        QVERIFY2(!log.contains(seed), seed.constData());
    QVERIFY(log.contains("/api/patients/{id}")); // it was written at all
}

void ObservationTest::takesWellFormedIdsOnly_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("uuid") << "3f2b8a54-7c1d-4e0a-9f7e-2f1f0c1d9a11"_ba << true;
    QTest::newRow("hex") << "4bf92f3577b34da6a3ce929d0e0e4736"_ba << true;
    QTest::newRow("64 bits") << "00F067AA0BA902B7"_ba << true;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("too short") << "00f067aa0ba902b"_ba << false;
    QTest::newRow("too long") << QByteArray(33, 'a') << false;
    QTest::newRow("hyphens alone") << QByteArray(36, '-') << false;
    QTest::newRow("a patient's number and name") << "P000123-Maria"_ba << false;
    QTest::newRow("a long name") << "abcdefgh-ijklmnop"_ba << false;
    QTest::newRow("a telephone number") << "677000999"_ba << false;
    QTest::newRow("the same with marks") << "677-00-09-99"_ba << false;
    QTest::newRow("a name") << "Ngo-Bassa"_ba << false;
    QTest::newRow("quotes") << "abc\"12345"_ba << false;
    QTest::newRow("spaces") << "abc 12345"_ba << false;
    QTest::newRow("an escape") << "abc\x1b[31m12"_ba << false;
    QTest::newRow("another script") << "identité-12"_ba << false;
    QTest::newRow("two of them") << "abcdef12, abcdef13"_ba << false;
}

void ObservationTest::takesWellFormedIdsOnly()
{
    QFETCH(QByteArray, given);
    QFETCH(bool, isTaken);
    const QByteArray id = requestId(given);
    QCOMPARE(id == given, isTaken);
    QCOMPARE(requestId(id), id); // what we make ourselves is well-formed
}

void ObservationTest::makesAnIdOfItsOwn()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 50; ++i)
        seen.insert(m_api->send(std::nullopt, "GET", i % 2 ? "/health" : "/nothing").headers.value("x-request-id"));
    QCOMPARE(seen.size(), 50);
    const ReceivedAnswer kept = m_api->send(
        std::nullopt, "GET", "/health", QByteArray(), {{"X-Request-Id", "0af76519-16cd-43dd-8448-eb211c80319c"}});
    QCOMPARE(kept.headers.value("x-request-id"), "0af76519-16cd-43dd-8448-eb211c80319c"_ba);
    QCOMPARE(m_log.last().value(u"request"_s).toString(), u"0af76519-16cd-43dd-8448-eb211c80319c"_s);
}

void ObservationTest::writesWhatPrometheusReads()
{
    const ReceivedAnswer answer = m_api->send(std::nullopt, "GET", "/metrics");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-type"), "text/plain; version=0.0.4; charset=utf-8"_ba);
    QCOMPARE(answer.headers.value("cache-control"), "no-store"_ba);
    QString error;
    const QMap<QString, double> values = readMetrics(answer.body, error);
    QCOMPARE(error, QString());
    QCOMPARE(
        values.value(u"accueil_build_info{version=\"0.1.0\",qt=\"%1\"}"_s.arg(QLatin1StringView(qVersion()))), 1.0);
}

void ObservationTest::countsRequestsByRow()
{
    const QString found = u"accueil_http_requests_total{route=\"/api/patients\",method=\"GET\",status=\"2xx\"}"_s;
    const QString refused = u"accueil_http_requests_total{route=\"/api/patients\",method=\"GET\",status=\"4xx\"}"_s;
    const QString unknown = u"accueil_http_requests_total{route=\"none\",method=\"any\",status=\"4xx\"}"_s;
    const QMap<QString, double> before = metrics();
    for (int i = 0; i < 3; ++i)
        m_api->get(Role::Viewer, "/api/patients");
    m_api->send(std::nullopt, "GET", "/api/patients");
    m_api->send(std::nullopt, "GET", "/nowhere");
    m_api->send(std::nullopt, "DELETE", "/api/patients");
    const QMap<QString, double> after = metrics();
    QCOMPARE(after.value(found) - before.value(found), 3.0);
    QCOMPARE(after.value(refused) - before.value(refused), 1.0);
    QCOMPARE(after.value(unknown) - before.value(unknown), 2.0);
    QCOMPARE(after.value(u"accueil_http_requests_in_flight"_s), 1.0);
}

void ObservationTest::countsEveryRequestInOneBucket()
{
    const QString name = u"accueil_http_request_duration_seconds"_s;
    const QString labels = u"route=\"/health\",method=\"GET\""_s;
    m_api->send(std::nullopt, "GET", "/health");
    const QMap<QString, double> values = metrics();
    double last = 0;
    int buckets = 0;
    for (const QString &end : {u"0.001"_s, u"0.0025"_s, u"0.005"_s, u"0.01"_s, u"0.025"_s, u"0.05"_s, u"0.1"_s,
             u"0.25"_s, u"0.5"_s, u"1"_s, u"2.5"_s, u"5"_s, u"+Inf"_s}) {
        const QString series = u"%1_bucket{%2,le=\"%3\"}"_s.arg(name, labels, end);
        QVERIFY2(values.contains(series), qPrintable(series));
        QVERIFY(values.value(series) >= last);
        last = values.value(series);
        ++buckets;
    }
    QCOMPARE(buckets, 13);
    QVERIFY(last > 0);
    QCOMPARE(values.value(u"%1_count{%2}"_s.arg(name, labels)), last);
    const double sum = values.value(u"%1_sum{%2}"_s.arg(name, labels));
    QVERIFY(sum > 0 && sum < 5 * last);
}

void ObservationTest::countsConnectionsAndWhatIsRefused()
{
    const QMap<QString, double> before = metrics();
    QTcpSocket broken;
    broken.connectToHost(QHostAddress(QHostAddress::LocalHost), m_api->port());
    QVERIFY(broken.waitForConnected());
    broken.write("GET / HTTP/1.1\r\nno host and no colon\r\n\r\n");
    QVERIFY(broken.waitForReadyRead(5000));
    const QMap<QString, double> after = metrics();
    const QString refused = u"accueil_http_refused_total{status=\"400\"}"_s;
    QCOMPARE(after.value(refused) - before.value(refused), 1.0);
    const QString accepted = u"accueil_http_connections_accepted_total"_s;
    QCOMPARE(after.value(accepted) - before.value(accepted), 1.0);
    QVERIFY(after.value(u"accueil_http_connections"_s) >= 1);
    broken.abort();
    QTRY_COMPARE(metrics().value(u"accueil_http_connections"_s), before.value(u"accueil_http_connections"_s));
}

void ObservationTest::escapesLabels()
{
    MetricText text;
    text.family("a_total", MetricText::Type::Counter, "Help.");
    text.sample(qint64(1), {{"route", u"quote \" back \\ line \n end"}});
    QCOMPARE(text.bytes(),
        "# HELP a_total Help.\n# TYPE a_total counter\na_total{route=\"quote \\\" back \\\\ line \\n end\"} 1\n"_ba);
    QString error;
    readMetrics(text.bytes(), error);
    QCOMPARE(error, QString());
    // The reader of this test is strict.
    for (const QByteArray &bad : {"a_total 1\n"_ba, text.bytes() + "a_total{route=\"x} 1\n",
             text.bytes() + "b_total 1\n", text.bytes() + "a_total one\n", text.bytes().chopped(1)}) {
        error.clear();
        readMetrics(bad, error);
        QVERIFY2(!error.isEmpty(), bad.constData());
    }
}

void ObservationTest::saysWhatTheStoreCounts()
{
    const QMap<QString, double> values = metrics();
    QCOMPARE(values.value(u"accueil_reminders{status=\"pending\"}"_s), 12.0);
    QCOMPARE(values.value(u"accueil_reminders{status=\"unknown\"}"_s), 2.0);
    QCOMPARE(values.value(u"accueil_devices{status=\"active\"}"_s), 3.0);
    QCOMPARE(values.value(u"accueil_devices_seen_lately"_s), 2.0);
    QCOMPARE(values.value(u"accueil_devices_answers_waiting"_s), 9.0);
    QCOMPARE(values.value(u"accueil_database_up"_s), 1.0);
    QCOMPARE(values.value(u"accueil_database_ping_seconds"_s), 0.00042);
    QCOMPARE(values.value(u"accueil_scheduler_last_round_age_seconds{thread=\"delivery\"}"_s), 0.5);
    QCOMPARE(values.value(u"process_start_time_seconds"_s), 1.79e9);
    QCOMPARE(values.value(u"process_open_fds"_s), 7.0);
    for (const char *outcome : {"created", "known", "kept", "invalid", "retry"})
        QCOMPARE(values.value(u"accueil_sync_items_total{outcome=\"%1\"}"_s.arg(QLatin1StringView(outcome)), -1), 0.0);
}

void ObservationTest::countsWhatTabletsBring()
{
    const QByteArray audio = "\x1a\x45\xdf\xa3webm" + QByteArray(992, 'a');
    const QByteArray hash = QCryptographicHash::hash(audio, QCryptographicHash::Sha256).toHex();
    QJsonObject item{{u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d77"_s},
        {u"submitted_at"_s, u"2026-03-12T09:00:00Z"_s}, {u"language"_s, u"fr"_s}, {u"overall_experience"_s, 4},
        {u"audio"_s,
            QJsonObject{
                {u"sha256"_s, QString::fromLatin1(hash)}, {u"size"_s, 1000}, {u"media_type"_s, u"audio/webm"_s}}}};
    const auto send = [&](const QJsonObject &one) {
        const QJsonObject batch{{u"client_time"_s, u"2026-03-12T09:42:00Z"_s}, {u"items"_s, QJsonArray{one}}};
        return m_api->send(Role::Reception, "POST", "/api/sync", batch);
    };
    const QMap<QString, double> before = metrics();
    QCOMPARE(send(item).status, 200);
    QCOMPARE(send(item).status, 200);
    QCOMPARE(send(item).status, 200);
    const QByteArray path = "/api/sync/6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d77/audio?offset=";
    const WireClient::Headers binary{{"Content-Type", "application/octet-stream"}};
    QCOMPARE(m_api->send(Role::Reception, "PUT", path + "7", audio, binary).status, 409);
    QCOMPARE(m_api->send(Role::Reception, "PUT", path + "0", audio, binary).status, 200);
    item.insert(u"overall_experience"_s, 5);
    QCOMPARE(send(item).status, 200);
    item.insert(u"overall_experience"_s, 9);
    item.insert(u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d78"_s);
    QCOMPARE(send(item).status, 200);
    const QMap<QString, double> after = metrics();
    const auto grown = [&](const QString &outcome) {
        const QString series = u"accueil_sync_items_total{outcome=\"%1\"}"_s.arg(outcome);
        return after.value(series) - before.value(series);
    };
    QCOMPARE(grown(u"created"_s), 1.0);
    QCOMPARE(grown(u"known"_s), 2.0);
    QCOMPARE(grown(u"kept"_s), 1.0);
    QCOMPARE(grown(u"invalid"_s), 1.0);
    QCOMPARE(grown(u"retry"_s), 0.0);
    const QString bytes = u"accueil_sync_audio_bytes_total"_s;
    QCOMPARE(after.value(bytes) - before.value(bytes), 1000.0);
}

void ObservationTest::answersThisMachineWithoutLogin()
{
    QCOMPARE(statusFrom(u"127.0.0.1"_s), 200);
    QCOMPARE(statusFrom(u"127.8.9.10"_s), 200);
    QCOMPARE(statusFrom(u"::1"_s), 200);
    QCOMPARE(statusFrom(u"::ffff:127.0.0.1"_s), 200);
}

void ObservationTest::asksOthersForAToken()
{
    for (const QString &peer : {u"192.168.1.20"_s, u"10.0.0.1"_s, u"fe80::1"_s, u"::ffff:192.168.1.20"_s}) {
        QCOMPARE(statusFrom(peer), 401);
        QCOMPARE(statusFrom(peer, "nonsense"), 401);
        QCOMPARE(statusFrom(peer, m_api->token(Role::Admin)), 200);
        QCOMPARE(statusFrom(peer, m_api->token(Role::Manager)), 200);
        for (const Role role : {Role::Reception, Role::Viewer, Role::Device})
            QCOMPARE(statusFrom(peer, m_api->token(role)), 403);
    }
    // Nothing else opens to this machine.
    for (const Route &route : m_api->api().routes())
        QVERIFY(!route.isOpenToThisMachine || route.operationId == u"getMetrics");
}

void ObservationTest::isNotFooledByAProxy()
{
    for (const char *name : {"x-forwarded-for", "forwarded", "via", "x-real-ip"})
        QCOMPARE(statusFrom(u"127.0.0.1"_s, {}, {{name, "203.0.113.9"}}), 401);
}

QTEST_GUILESS_MAIN(ObservationTest)
#include "tst_observation.moc"
