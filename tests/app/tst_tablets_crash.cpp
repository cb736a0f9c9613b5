#include "tests/app/lossytablet.h"
#include "tests/app/programrun.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int tabletCount = 10;
constexpr int kills = 5;
constexpr int patience = 240'000; // milliseconds

// The seed of a run that failed makes the same submissions and the same bad luck again.
quint32 seedOfRun()
{
    const QByteArray given = qgetenv("ACCUEIL_TABLETS_SEED");
    return given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// A desk that is killed and started again on the same store, and an administrator who looks at it.
class KilledDesk
{
public:
    explicit KilledDesk(const QString &databaseUrl)
    {
        m_desk.set(u"ACCUEIL_RATE_LIMIT"_s, u"off"_s);
        if (!databaseUrl.isEmpty())
            m_desk.set(u"DATABASE_URL"_s, databaseUrl);
        start();
    }

    void start()
    {
        m_serving = std::make_unique<ServingDesk>(m_desk);
        m_port = m_serving->port();
    }
    void kill() { m_serving->end(SIGKILL); }
    const std::atomic<quint16> &port() const { return m_port; }
    QString output() const { return m_serving->output(); }

    ReceivedAnswer ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {})
    {
        WireClient client(m_port);
        return client.send(method, target, body.isEmpty() ? QByteArray() : bytesOf(body),
            {{"Authorization", "Bearer " + m_token}, {"Content-Type", "application/json"}});
    }
    void signIn()
    {
        const QJsonObject account{{u"username"_s, u"a.ngo"_s}, {u"password"_s, u"quatre mots sans lien"_s}};
        ask("POST", "/api/auth/register", account);
        m_token
            = ask("POST", "/api/auth/login", account).json().toObject().value(u"access_token"_s).toString().toLatin1();
    }
    QByteArray pairTablet(int number)
    {
        const QJsonValue code
            = ask("POST", "/api/devices", {{u"name"_s, u"Salle %1"_s.arg(number)}}).json().toObject().value(u"code"_s);
        return ask("POST", "/api/tablet/pair", {{u"code"_s, code}})
            .json()
            .toObject()
            .value(u"token"_s)
            .toString()
            .toLatin1();
    }

    // Of the recording of every row that has one: its SHA-256 by client_id. Also counts the rows.
    QHash<QString, QByteArray> recordings(int *rows)
    {
        QHash<QString, QByteArray> hashes;
        *rows = 0;
        for (bool isMore = true; isMore;) {
            const QJsonArray page
                = ask("GET", "/api/feedback?limit=500&fields=client_id,audio_url&offset=" + QByteArray::number(*rows))
                      .json()
                      .toArray();
            for (const QJsonValue value : page) {
                const QJsonObject feedback = value.toObject();
                QByteArray hash;
                if (const QString url = feedback.value(u"audio_url"_s).toString(); !url.isEmpty())
                    hash
                        = QCryptographicHash::hash(ask("GET", url.toLatin1()).body, QCryptographicHash::Sha256).toHex();
                hashes.insert(feedback.value(u"client_id"_s).toString(), hash);
            }
            *rows += int(page.size());
            isMore = !page.isEmpty();
        }
        return hashes;
    }

private:
    TestDesk m_desk;
    std::unique_ptr<ServingDesk> m_serving;
    std::atomic<quint16> m_port = 0;
    QByteArray m_token;
};

void onThreads(std::vector<std::unique_ptr<LossyTablet>> &tablets, const std::function<void(LossyTablet &)> &work)
{
    std::vector<std::thread> threads;
    for (const auto &tablet : tablets)
        threads.emplace_back([&work, &tablet] { work(*tablet); });
    for (std::thread &thread : threads)
        thread.join();
}

} // namespace

// Ten tablets on a network that loses a third of their requests, to a program that is killed again and again.
class TabletsCrashTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySubmissionArrivesExactlyOnce_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<int>("submissions"); // of each tablet
        QTest::newRow("sqlite") << Dialect::Sqlite << 500;
        QTest::newRow("postgresql") << Dialect::PostgreSql << 500;
    }
    void everySubmissionArrivesExactlyOnce();
};

void TabletsCrashTest::everySubmissionArrivesExactlyOnce()
{
    QFETCH(Dialect, dialect);
    QFETCH(int, submissions);
    const quint32 seed = seedOfRun();
    qInfo("ACCUEIL_TABLETS_SEED=%u", seed);
    std::unique_ptr<TestDatabase> server;
    if (dialect == Dialect::PostgreSql)
        server = std::make_unique<TestDatabase>(dialect, TestDatabase::Schema::None);
    KilledDesk desk(server ? server->url() : QString());
    desk.signIn();
    std::vector<std::unique_ptr<LossyTablet>> tablets;
    for (int i = 0; i < tabletCount; ++i) {
        const QByteArray token = desk.pairTablet(i);
        QVERIFY(!token.isEmpty());
        tablets.push_back(std::make_unique<LossyTablet>(token, desk.port(), seed + quint32(i)));
        tablets.back()->make(submissions, i);
    }

    std::atomic<int> done = 0;
    const QDeadlineTimer deadline(patience);
    std::thread wards([&] { onThreads(tablets, [&](LossyTablet &tablet) { tablet.sendAll(done, deadline); }); });
    QRandomGenerator luck(seed);
    const int all = tabletCount * submissions;
    int killed = 0;
    for (; killed < kills && !deadline.hasExpired(); ++killed) {
        while (done < all * (killed + 1) / (kills + 2) && !deadline.hasExpired())
            QThread::msleep(2);
        QThread::usleep(luck.bounded(50'000));
        desk.kill();
        desk.start();
    }
    wards.join();
    QVERIFY2(!deadline.hasExpired(), qPrintable(u"only %1 arrived in time"_s.arg(done)));
    QCOMPARE(killed, kills);

    std::atomic<int> unknown = 0;
    for (int time = 0; time < 2; ++time)
        onThreads(tablets, [&](LossyTablet &tablet) { unknown += tablet.replay(); });
    QCOMPARE(unknown.load(), 0);

    int rows = 0;
    const QHash<QString, QByteArray> stored = desk.recordings(&rows);
    QCOMPARE(rows, all);
    int requests = 0;
    int lost = 0;
    int voices = 0;
    for (const auto &tablet : tablets) {
        QCOMPARE(tablet->surprises(), QStringList());
        requests += tablet->requests();
        lost += tablet->lost();
        for (const QueuedSubmission &one : tablet->made()) {
            const QString id = one.item.value(u"client_id"_s).toString();
            QVERIFY2(stored.contains(id), qPrintable(id));
            const QString hash = one.item.value(u"audio"_s).toObject().value(u"sha256"_s).toString();
            QCOMPARE(QString::fromLatin1(stored.value(id)), hash);
            voices += hash.isEmpty() ? 0 : 1;
        }
    }
    QCOMPARE(stored.size(), all);
    QCOMPARE(voices, all / 5);
    QVERIFY(lost > requests / 5);
    QCOMPARE(desk.ask("GET", "/api/sync/disputes").headers.value("x-total-count"), "0");
    qInfo("%d requests, %d of them lost, %d kills", requests, lost, killed);
}

QTEST_GUILESS_MAIN(TabletsCrashTest)
#include "tst_tablets_crash.moc"
