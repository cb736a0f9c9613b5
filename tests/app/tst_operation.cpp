#include "app/application.h"
#include "app/services/deviceservice.h"
#include "tests/app/programrun.h"
#include "tests/support/databaseproxy.h"
#include "tests/support/testdatabase.h"
#include "tests/support/wireclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// A desk within this process, on a PostgreSQL that can fall silent.
struct Desk
{
    Desk()
        : location(*DatabaseLocation::parse(store.url()))
        , proxy(location.host, quint16(location.port))
    {
        location.host = u"127.0.0.1"_s;
        location.port = proxy.port();
        application = std::make_unique<Application>(ProgramSettings{.dataDirectory = folder.path(),
            .database = location,
            .keyFile = folder.filePath(u"accueil.key"_s),
            .keyringUse = KeyringUse::Never,
            .host = QHostAddress(QHostAddress::LocalHost),
            .port = 0});
        const auto state = application->store().inspect();
        Q_ASSERT(state && *state == StoreService::State::New);
        application->store().initialise().value();
        application->open();
        QString why;
        if (!application->startServer(&why))
            qFatal("%s", qPrintable(why));
        port = quint16(QUrl(application->serverAddress()).port());
    }

    QByteArray scrape() const { return WireClient(port).send("GET", "/metrics").body; }
    double value(const QString &series) const
    {
        for (const QByteArray &line : scrape().split('\n')) {
            if (line.startsWith(series.toUtf8() + ' '))
                return line.mid(series.toUtf8().size() + 1).toDouble();
        }
        return -1;
    }

    TestDatabase store{Dialect::PostgreSql};
    QTemporaryDir folder;
    DatabaseLocation location;
    DatabaseProxy proxy;
    std::unique_ptr<Application> application;
    quint16 port = 0;
};

ReceivedAnswer get(const ServingDesk &desk, const QByteArray &target)
{
    return WireClient(desk.port()).send("GET", target);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Names of families with their label names, of a text of metrics.
QMap<QString, QSet<QString>> familiesOf(const QByteArray &text)
{
    static const QRegularExpression name(u"^([a-z_]+)"_s);
    static const QRegularExpression label(u"([a-z_]+)=\""_s);
    QMap<QString, QSet<QString>> families;
    for (const QString &line : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u"# TYPE ")) {
            families[line.section(u' ', 2, 2)];
        } else if (!line.startsWith(u'#')) {
            auto &labels = families[name.match(line).captured(1)];
            for (auto match = label.globalMatch(line); match.hasNext();)
                labels += match.next().captured(1);
        }
    }
    return families;
}

} // namespace

// What whoever runs the program sees of it: metrics, the access log, limits, the dashboard.
class OperationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsPrometheusAboutTheProgram();
    void countsInTheStoreAtMostEveryFiveSeconds();
    void answersAScrapeWhileTheDatabaseIsSilent();
    void keepsAnAccessLogOfItsOwn();
    void keepsNoAccessLogWhenOff();
    void limitsByItsSettings();
    void hasADashboardOfItsOwnMetrics();
};

void OperationTest::tellsPrometheusAboutTheProgram()
{
    const Desk desk;
    desk.application->startDelivery();
    QTRY_VERIFY_WITH_TIMEOUT(desk.value(u"accueil_scheduler_last_round_age_seconds{thread=\"delivery\"}"_s) >= 0, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.value(u"accueil_scheduler_last_round_age_seconds{thread=\"tracking\"}"_s) >= 0, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.value(u"accueil_database_ping_seconds"_s) > 0, 5000);
    QVERIFY(desk.value(u"accueil_scheduler_last_round_age_seconds{thread=\"delivery\"}"_s) < 5);
    QCOMPARE(desk.value(u"accueil_database_up"_s), 1.0);
    QVERIFY(desk.value(u"process_resident_memory_bytes"_s) > 10e6);
    QVERIFY(desk.value(u"process_open_fds"_s) > 5);
    const double start = desk.value(u"process_start_time_seconds"_s);
    const double now = double(desk.application->clock().now().toSecsSinceEpoch());
    QVERIFY2(start > now - 3600 && start <= now + 1, qPrintable(QString::number(start)));
    QVERIFY(desk.value(u"process_cpu_seconds_total"_s) > 0);
    QVERIFY(desk.value(u"accueil_http_connections"_s) >= 1);
}

void OperationTest::countsInTheStoreAtMostEveryFiveSeconds()
{
    const Desk desk;
    const QString waiting = u"accueil_devices{status=\"waiting\"}"_s;
    const auto addTablet = [&] {
        return desk.application->services().devices.add(Session::system(), {.name = u"Salle"_s, .ward = u"A"_s});
    };
    QVERIFY(addTablet());
    QCOMPARE(desk.value(waiting), 1.0); // the first scrape has it already
    QCOMPARE(desk.value(u"accueil_reminders{status=\"pending\"}"_s), 0.0);
    QVERIFY(addTablet());
    QCOMPARE(desk.value(waiting), 1.0);
    QTest::qWait(5200);
    QCOMPARE(desk.value(waiting), 2.0); // counted again before it was answered
    QVERIFY(desk.value(u"accueil_counted_age_seconds"_s) < 5);
}

void OperationTest::answersAScrapeWhileTheDatabaseIsSilent()
{
    Desk desk;
    QCOMPARE(desk.value(u"accueil_devices{status=\"active\"}"_s), 0.0);
    desk.proxy.freeze();
    QElapsedTimer outage;
    outage.start();
    qint64 slowest = 0;
    while (outage.elapsed() < 9000) {
        QElapsedTimer time;
        time.start();
        const QByteArray text = desk.scrape();
        slowest = std::max(slowest, time.elapsed());
        QVERIFY(text.contains("accueil_devices{status=\"active\"} 0\n")); // what was known last
        QTest::qWait(100);
    }
    QVERIFY2(slowest < 1000, qPrintable(QString::number(slowest)));
    QCOMPARE(desk.value(u"accueil_database_up"_s), 0.0);
    QVERIFY(desk.value(u"accueil_counted_age_seconds"_s) > 8);
    desk.proxy.setSilent(false);
    QTRY_COMPARE_WITH_TIMEOUT(desk.value(u"accueil_database_up"_s), 1.0, 15'000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.value(u"accueil_counted_age_seconds"_s) < 5, 15'000);
}

void OperationTest::keepsAnAccessLogOfItsOwn()
{
    const TestDesk desk;
    ServingDesk serving(desk);
    const ReceivedAnswer answer = get(serving, "/api/patients/P000123?q=Seedwell");
    QCOMPARE(answer.status, 401);
    const QString path = desk.dataDirectory() + u"/logs/access.log"_s;
    const QByteArray log = contentOf(path);
    QVERIFY(log.contains("\"route\":\"/api/patients/{id}\",\"status\":401"));
    QVERIFY(log.contains(answer.headers.value("x-request-id")));
    QVERIFY(!log.contains("P000123") && !log.contains("Seedwell"));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void OperationTest::keepsNoAccessLogWhenOff()
{
    TestDesk desk;
    desk.set(u"ACCUEIL_ACCESS_LOG"_s, u"off"_s);
    ServingDesk serving(desk);
    QCOMPARE(get(serving, "/health").status, 200);
    QVERIFY(!QFile::exists(desk.dataDirectory() + u"/logs/access.log"_s));
}

void OperationTest::limitsByItsSettings()
{
    const auto answersOf = [](const QString &limiting) {
        TestDesk desk;
        desk.set(u"ACCUEIL_RATE_ADDRESS"_s, u"1/5"_s);
        desk.set(u"ACCUEIL_RATE_LIMIT"_s, limiting);
        ServingDesk serving(desk);
        QList<int> statuses;
        for (int i = 0; i < 8; ++i)
            statuses += get(serving, "/api/patients").status;
        return statuses;
    };
    QCOMPARE(answersOf(u"on"_s), (QList<int>{401, 401, 401, 401, 401, 429, 429, 429}));
    QCOMPARE(answersOf(u"off"_s), QList<int>(8, 401));
}

void OperationTest::hasADashboardOfItsOwnMetrics()
{
    const QJsonDocument dashboard = QJsonDocument::fromJson(contentOf(QStringLiteral(ACCUEIL_DASHBOARD)));
    QVERIFY(dashboard.isObject());
    const Desk desk;
    desk.application->startDelivery();
    QTRY_VERIFY_WITH_TIMEOUT(desk.value(u"accueil_scheduler_last_round_age_seconds{thread=\"delivery\"}"_s) >= 0, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.value(u"accueil_database_ping_seconds"_s) > 0, 5000);
    const QMap<QString, QSet<QString>> families = familiesOf(desk.scrape());
    static const QRegularExpression selector(u"\\b((?:accueil|process)_[a-z_]+)\\{([^}]*)\\}"_s);
    static const QRegularExpression label(u"([a-z_]+)=~?\""_s);
    int queries = 0;
    for (const QJsonValue panel : dashboard.object().value(u"panels"_s).toArray()) {
        for (const QJsonValue target : panel.toObject().value(u"targets"_s).toArray()) {
            const QString query = target.toObject().value(u"expr"_s).toString();
            auto found = selector.globalMatch(query);
            QVERIFY2(found.hasNext(), qPrintable(query));
            for (; found.hasNext(); ++queries) {
                const QRegularExpressionMatch match = found.next();
                QVERIFY2(families.contains(match.captured(1)), qPrintable(match.captured(1)));
                for (auto names = label.globalMatch(match.captured(2)); names.hasNext();) {
                    const QString name = names.next().captured(1);
                    const bool isOfPrometheus = name == u"job" || name == u"instance";
                    QVERIFY2(isOfPrometheus || families.value(match.captured(1)).contains(name), qPrintable(query));
                }
            }
        }
    }
    QVERIFY(queries >= 15);
}

QTEST_GUILESS_MAIN(OperationTest)
#include "tst_operation.moc"
