// 200 ward tablets that sync at once with a running program: time to the answer as the tablet sees it, errors,
// processor time and memory of the server. Each tablet says that it is there, sends four batches of five answers, one
// answer with a recording, and the recording in three pieces of 32 KB, one request after the other on one connection.
//
//   bench_tablets PORT PID [TABLETS] [SPREAD_SECONDS] [ROUNDS] [--tls] [--plain]
//
// SPREAD_SECONDS: within which they begin; 0 is a stampede. --plain: the server knows no accounts and takes any token,
// for comparison. The administrator is bench / bench-password-long; tablets come from addresses of their own in 127/8.

#include "tests/support/wireclient.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSslSocket>
#include <QTimer>
#include <QUuid>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int pieceBytes = 32 * 1024;
constexpr int pieces = 3;
constexpr int batches = 4;
constexpr int itemsInBatch = 5;

enum Kind { Heartbeat, Batch, Announcement, Piece, kinds };
constexpr const char *kindNames[] = {"heartbeat", "batch of five", "answer with recording", "piece of 32 KB"};

struct Options
{
    quint16 port = 0;
    int pid = 0;
    int tablets = 200;
    int spread = 0;
    int rounds = 3;
    bool isTls = false;
    bool isPlain = false;
};

struct Results
{
    std::vector<double> milliseconds[kinds];
    int errors = 0;
    QByteArray firstError;
};

struct Request
{
    Kind kind;
    QByteArray bytes;
};

QByteArray jsonBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject answerItem(QRandomGenerator &random)
{
    return {{u"client_id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
        {u"submitted_at"_s,
            QDateTime::fromSecsSinceEpoch(1'790'000'000 + random.bounded(100'000), Qt::UTC).toString(Qt::ISODate)},
        {u"language"_s, u"fr"_s}, {u"emoji_rating"_s, 1 + random.bounded(5)},
        {u"treatment_satisfaction"_s, 1 + random.bounded(5)}, {u"overall_experience"_s, 1 + random.bounded(5)},
        {u"recommendation_likelihood"_s, random.bounded(11)},
        {u"comments"_s, u"Les sages-femmes ont pris le temps d'expliquer, numéro %1."_s.arg(random.generate())}};
}

QJsonObject batchOf(const QJsonArray &items)
{
    return {{u"client_time"_s, u"2026-11-22T10:00:00Z"_s}, {u"version"_s, u"bench"_s},
        {u"queue_length"_s, int(items.size())}, {u"items"_s, items}};
}

// Begins like a WebM file, which is all that is looked at.
QByteArray recording(QRandomGenerator &random)
{
    QByteArray bytes(pieces * pieceBytes, Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    const QByteArray head = "\x1a\x45\xdf\xa3....webm";
    return bytes.replace(0, head.size(), head);
}

QList<Request> requestsOf(const QByteArray &token, quint32 seed)
{
    QRandomGenerator random(seed);
    const auto http = [&](const QByteArray &start, const QByteArray &type, const QByteArray &body) {
        return start + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nContent-Type: " + type
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    };
    const auto sync = [&](Kind kind, const QJsonArray &items) {
        return Request{kind, http("POST /api/sync", "application/json", jsonBytes(batchOf(items)))};
    };
    QList<Request> requests{sync(Heartbeat, {})};
    for (int i = 0; i < batches; ++i) {
        QJsonArray items;
        for (int n = 0; n < itemsInBatch; ++n)
            items.append(answerItem(random));
        requests += sync(Batch, items);
    }
    const QByteArray audio = recording(random);
    QJsonObject item = answerItem(random);
    item.insert(u"audio"_s,
        QJsonObject{
            {u"sha256"_s, QString::fromLatin1(QCryptographicHash::hash(audio, QCryptographicHash::Sha256).toHex())},
            {u"size"_s, int(audio.size())}, {u"media_type"_s, u"audio/webm"_s}});
    requests += sync(Announcement, {item});
    const QByteArray path = "PUT /api/sync/" + item.value(u"client_id"_s).toString().toLatin1() + "/audio?offset=";
    for (int i = 0; i < pieces; ++i) {
        requests += {Piece,
            http(path + QByteArray::number(i * pieceBytes), "application/octet-stream",
                audio.mid(i * pieceBytes, pieceBytes))};
    }
    return requests;
}

// Sends its requests one after the other, from an address of its own.
class Tablet : public QObject
{
public:
    Tablet(const Options &options, QList<Request> requests, int number, Results &results, std::function<void()> done)
        : m_options(options)
        , m_requests(std::move(requests))
        , m_number(number)
        , m_results(results)
        , m_done(std::move(done))
    {
    }

    void begin()
    {
        m_socket = m_options.isTls ? new QSslSocket(this) : new QTcpSocket(this);
        m_socket->bind(QHostAddress(0x7f010000u + quint32(m_number / 250 * 256 + m_number % 250 + 1)));
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(m_socket, &QTcpSocket::disconnected, this, [this] { fail("disconnected"); });
        connect(m_socket, &QTcpSocket::errorOccurred, this, [this] { fail(m_socket->errorString().toUtf8()); });
        m_elapsed.start(); // of the first one with the connection
        if (auto *secure = qobject_cast<QSslSocket *>(m_socket)) {
            secure->setPeerVerifyMode(QSslSocket::VerifyNone);
            connect(secure, &QSslSocket::encrypted, this, [this] { send(); });
            secure->connectToHostEncrypted(u"127.0.0.1"_s, m_options.port);
        } else {
            connect(m_socket, &QTcpSocket::connected, this, [this] { send(); });
            m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_options.port);
        }
    }

private:
    void send()
    {
        if (m_next > 0)
            m_elapsed.start();
        m_socket->write(m_requests[m_next].bytes);
    }
    void read()
    {
        m_input += m_socket->readAll();
        const qsizetype head = m_input.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        static const QRegularExpression length(u"content-length: (\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
        const qsizetype size
            = head + 4 + length.match(QString::fromLatin1(m_input.first(head))).captured(1).toLongLong();
        if (m_input.size() < size)
            return;
        m_results.milliseconds[m_requests[m_next].kind].push_back(double(m_elapsed.nsecsElapsed()) / 1e6);
        const bool isRight = m_input.startsWith("HTTP/1.1 200") && !m_input.contains("\"status\":\"invalid\"")
            && !m_input.contains("\"status\":\"retry\"");
        if (!isRight)
            return fail(m_input.left(size).right(300));
        m_input.clear();
        if (++m_next < m_requests.size())
            return send();
        m_isOver = true;
        m_socket->disconnect(this);
        m_socket->disconnectFromHost();
        m_done();
    }
    void fail(const QByteArray &why)
    {
        if (m_isOver)
            return;
        m_isOver = true;
        ++m_results.errors;
        if (m_results.firstError.isEmpty())
            m_results.firstError = why;
        m_done();
    }

    const Options &m_options;
    QList<Request> m_requests;
    int m_number;
    Results &m_results;
    std::function<void()> m_done;
    QTcpSocket *m_socket = nullptr;
    QElapsedTimer m_elapsed;
    QByteArray m_input;
    qsizetype m_next = 0;
    bool m_isOver = false;
};

// A blocking request over either kind of connection.
QJsonObject ask(const Options &options, int from, const QByteArray &method, const QByteArray &path,
    const QByteArray &token, const QJsonObject &body)
{
    QSslSocket socket;
    socket.bind(QHostAddress(0x7f010000u + quint32(from)));
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (options.isTls) {
        socket.connectToHostEncrypted(u"127.0.0.1"_s, options.port);
        socket.waitForEncrypted();
    } else {
        socket.connectToHost(u"127.0.0.1"_s, options.port);
        socket.waitForConnected();
    }
    const QByteArray content = jsonBytes(body);
    socket.write(method + ' ' + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
          "application/json\r\nAuthorization: Bearer "
        + token + "\r\nContent-Length: " + QByteArray::number(content.size()) + "\r\n\r\n" + content);
    QByteArray answer;
    while (socket.waitForReadyRead(30'000))
        answer += socket.readAll();
    if (!answer.startsWith("HTTP/1.1 2"))
        qFatal("%s %s: %s", method.constData(), path.constData(), answer.constData());
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

QByteArrayList pairTablets(const Options &options)
{
    if (options.isPlain)
        return QByteArrayList(options.tablets, "any");
    const QByteArray admin = ask(options, 1, "POST", "/api/auth/login", {},
        {{u"username"_s, u"bench"_s}, {u"password"_s, u"bench-password-long"_s}})
                                 .value(u"access_token"_s)
                                 .toString()
                                 .toLatin1();
    QByteArrayList tokens;
    for (int i = 0; i < options.tablets; ++i) {
        const QJsonObject added = ask(options, 1, "POST", "/api/devices", admin,
            {{u"name"_s, u"Salle %1"_s.arg(i + 1)}, {u"ward"_s, u"Maternité"_s}});
        const QJsonObject paired = ask(options, i + 1, "POST", "/api/tablet/pair", {},
            {{u"code"_s, added.value(u"code"_s)}, {u"version"_s, u"bench"_s}, {u"platform"_s, u"bench"_s}});
        tokens += paired.value(u"token"_s).toString().toLatin1();
    }
    return tokens;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double cpuSeconds(int pid)
{
    const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(pid));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(::sysconf(_SC_CLK_TCK));
}

double memoryMegabytes(int pid, const char *field)
{
    for (const QByteArray &line : contentOf(u"/proc/%1/status"_s.arg(pid)).split('\n')) {
        if (line.startsWith(field))
            return line.mid(int(qstrlen(field))).simplified().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

double percentile(std::vector<double> &values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(part * double(values.size())))];
}

void print(const char *name, std::vector<double> &values)
{
    std::printf("%-22s %7zu %9.1f %9.1f %9.1f\n", name, values.size(), percentile(values, 0.5),
        percentile(values, 0.99), percentile(values, 1));
}

Options readOptions(const QStringList &arguments)
{
    Options options;
    QStringList numbers;
    for (const QString &argument : arguments.sliced(1)) {
        options.isTls |= argument == u"--tls";
        options.isPlain |= argument == u"--plain";
        if (!argument.startsWith(u'-'))
            numbers += argument;
    }
    if (numbers.size() < 2)
        qFatal("usage: bench_tablets PORT PID [TABLETS] [SPREAD_SECONDS] [ROUNDS] [--tls] [--plain]");
    options.port = numbers[0].toUShort();
    options.pid = numbers[1].toInt();
    options.tablets = numbers.value(2, u"200"_s).toInt();
    options.spread = numbers.value(3, u"0"_s).toInt();
    options.rounds = numbers.value(4, u"3"_s).toInt();
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const Options options = readOptions(QCoreApplication::arguments());
    const QByteArrayList tokens = pairTablets(options);
    Results results;
    const double cpu = cpuSeconds(options.pid);
    double seconds = 0;
    for (int round = 0; round < options.rounds; ++round) {
        std::vector<std::unique_ptr<Tablet>> tablets;
        int left = options.tablets;
        for (int i = 0; i < options.tablets; ++i) {
            const auto seed = quint32(round * 100'000 + i + 1);
            tablets.push_back(std::make_unique<Tablet>(options, requestsOf(tokens[i], seed), i, results, [&left] {
                if (--left == 0)
                    QCoreApplication::quit();
            }));
            Tablet *tablet = tablets.back().get();
            QTimer::singleShot(options.spread * 1000 * i / options.tablets, tablet, [tablet] { tablet->begin(); });
        }
        QElapsedTimer elapsed;
        elapsed.start();
        QCoreApplication::exec();
        seconds += double(elapsed.nsecsElapsed()) / 1e9;
    }
    const double used = cpuSeconds(options.pid) - cpu;
    std::vector<double> all;
    std::printf("%d tablets, %d rounds, begun within %d s%s\n%-22s %7s %9s %9s %9s   (ms)\n", options.tablets,
        options.rounds, options.spread, options.isTls ? ", TLS" : "", "", "n", "p50", "p99", "max");
    for (int kind = 0; kind < kinds; ++kind) {
        all.insert(all.end(), results.milliseconds[kind].begin(), results.milliseconds[kind].end());
        print(kindNames[kind], results.milliseconds[kind]);
    }
    print("all", all);
    std::printf("errors %d; %.1f s, %.0f requests/s; CPU %.2f ms a request; memory %.0f MB, peak %.0f MB\n",
        results.errors, seconds, double(all.size()) / seconds,
        used * 1000 / double(std::max<std::size_t>(1, all.size())), memoryMegabytes(options.pid, "VmRSS:"),
        memoryMegabytes(options.pid, "VmHWM:"));
    if (results.errors > 0)
        std::printf("first error: %s\n", results.firstError.constData());
    return results.errors > 0 ? 1 : 0;
}
