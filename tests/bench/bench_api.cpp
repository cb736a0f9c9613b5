// What the REST API costs: processor time of the server process for one request, HTTP included, beside a bare
// QHttpServer that answers the same bytes, in one run on the same machine. The store is SQLite with 1,000 patients and
// 10,000 feedback rows; the client is another process.
//
//   bench_api [REQUESTS]                       the table
//   bench_api --serve api | raw FOLDER         a server: prints its port (and a token), then its CPU microseconds for
//   every
//                                              line it reads

#include "tests/support/apiclient.h"

#include <QCoreApplication>
#include <QFile>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QProcess>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <cstdio>
#include <iostream>
#include <string>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int patients = 1000;
constexpr int feedbackRows = 10'000;

struct Operation
{
    const char *name;
    QByteArray method;
    QByteArray target;
    double targetMicroseconds; // what issue 2 asks for
};

const QList<Operation> &operations()
{
    static const QList<Operation> list{{"list of 50 patients", "GET", "/api/patients", 1000},
        {"one patient", "GET", "/api/patients/500", 250}, {"POST feedback", "POST", "/api/feedback", 600},
        {"statistics", "GET", "/api/dashboard/stats", 500}};
    return list;
}

QByteArray newFeedback()
{
    return R"({"ward":"Maternité","treatment_satisfaction":4,"overall_experience":5,"recommendation_likelihood":9,)"
           R"("comments":"Les sages-femmes ont pris le temps d'expliquer.","language":"fr","submission_method":"tablet"})";
}

qint64 cpuMicroseconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1'000'000LL + usage.ru_utime.tv_usec
        + usage.ru_stime.tv_usec;
}

int answerQuestionsUntilEnd()
{
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, qApp, [] {
        std::string line;
        if (std::getline(std::cin, line))
            std::cout << cpuMicroseconds() << std::endl;
        else
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

int serveApi()
{
    ApiClient api(Dialect::Sqlite);
    for (int i = 0; i < patients; ++i)
        api.newPatient();
    const QStringList wards{u"Maternité"_s, u"Pédiatrie"_s, u"Chirurgie"_s, u"Urgences"_s};
    for (int i = 0; i < feedbackRows; ++i)
        api.newFeedback({{u"ward"_s, wards[i % 4]}, {u"overall_experience"_s, 1 + i % 5}});
    if (!api.breaches().isEmpty())
        return 1;
    std::cout << api.port() << ' ' << api.token(Role::Admin).constData() << std::endl;
    return answerQuestionsUntilEnd();
}

int serveRaw(const QString &folder)
{
    QHttpServer server;
    for (int i = 0; i < operations().size(); ++i) {
        QFile file(folder + u'/' + QString::number(i));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray body = file.readAll();
        server.route(QString::fromLatin1(operations()[i].target),
            [body](const QHttpServerRequest &) { return QHttpServerResponse("application/json", body); });
    }
    auto *listener = new QTcpServer;
    if (!listener->listen(QHostAddress::LocalHost))
        return 1;
    server.bind(listener);
    std::cout << listener->serverPort() << " -" << std::endl;
    return answerQuestionsUntilEnd();
}

// A server in a process of its own.
class Server
{
public:
    explicit Server(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), QStringList{u"--serve"_s} + arguments);
        const QByteArrayList words = line().split(' ');
        m_client = std::make_unique<WireClient>(words.first().toUShort());
        m_headers = {{"Authorization", "Bearer " + words.value(1)}, {"Content-Type", "application/json"}};
    }
    ~Server()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

    ReceivedAnswer ask(const Operation &operation)
    {
        return m_client->send(
            operation.method, operation.target, operation.method == "POST" ? newFeedback() : QByteArray(), m_headers);
    }
    double cpuPerRequest(const Operation &operation, int requests)
    {
        const qint64 before = cpu();
        for (int i = 0; i < requests; ++i) {
            if (ask(operation).status >= 300)
                qFatal("%s failed", operation.name);
        }
        return double(cpu() - before) / requests;
    }

private:
    QByteArray line()
    {
        constexpr int patience = 600'000; // filling the store takes its time
        while (!m_process.canReadLine() && m_process.waitForReadyRead(patience)) { }
        return m_process.readLine().trimmed();
    }
    qint64 cpu()
    {
        m_process.write("\n");
        return line().toLongLong();
    }

    QProcess m_process;
    std::unique_ptr<WireClient> m_client;
    WireClient::Headers m_headers;
};

int measure(int requests)
{
    QTemporaryDir folder;
    Server api({u"api"_s});
    for (int i = 0; i < operations().size(); ++i) {
        QFile file(folder.filePath(QString::number(i)));
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        file.write(api.ask(operations()[i]).body);
    }
    Server raw({u"raw"_s, folder.path()});
    std::printf("%-22s %10s %10s %10s   (CPU us per request, %d requests)\n", "", "accueil", "raw", "target", requests);
    for (const Operation &operation : operations()) {
        api.cpuPerRequest(operation, requests / 10 + 1); // warm
        raw.cpuPerRequest(operation, requests / 10 + 1);
        const double ours = api.cpuPerRequest(operation, requests);
        const double bare = raw.cpuPerRequest(operation, requests);
        std::printf("%-22s %10.0f %10.0f %10.0f\n", operation.name, ours, bare, operation.targetMicroseconds);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == u"--serve"_s)
        return arguments.value(2) == u"raw"_s ? serveRaw(arguments.value(3)) : serveApi();
    return measure(arguments.size() > 1 ? arguments[1].toInt() : 2000);
}
