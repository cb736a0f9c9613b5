// What our connection layer costs beside a bare QHttpServer with the same trivial answer, on the same machine in the
// same run. The CPU time of the server process is the figure to trust; requests per second suffer from whatever else
// runs.
//
//   bench_http [REQUESTS]                 the table
//   bench_http --serve raw|accueil        a server: prints its port, then its CPU microseconds for every line it reads

#include "server/http/httpserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QProcess>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/resource.h>

#include <cstdio>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr char answerText[] = R"({"hello":"world","n":1})";

qint64 cpuMicroseconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1'000'000LL + usage.ru_utime.tv_usec
        + usage.ru_stime.tv_usec;
}

int answerQuestionsUntilEnd(QCoreApplication &application, quint16 port)
{
    std::cout << port << std::endl;
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        std::string line;
        if (std::getline(std::cin, line))
            std::cout << cpuMicroseconds() << std::endl;
        else
            application.quit();
    });
    return application.exec();
}

int serveRaw(QCoreApplication &application)
{
    QHttpServer server;
    server.route(u"/hello"_s, [] { return QHttpServerResponse("application/json", QByteArray(answerText)); });
    auto *listener = new QTcpServer;
    if (!listener->listen(QHostAddress::LocalHost))
        return 1;
    server.bind(listener);
    return answerQuestionsUntilEnd(application, listener->serverPort());
}

int serveAccueil(QCoreApplication &application)
{
    HttpServerOptions options;
    options.port = 0;
    options.limits.requestsPerConnection = 10'000'000;
    HttpServer server(
        [](const HttpRequest &request) {
            if (request.path != "/hello")
                return HttpResponse{404, {}, {}};
            return HttpResponse{200, {{"Content-Type"_ba, "application/json"_ba}}, QByteArray(answerText)};
        },
        options);
    QString why;
    if (!server.start(&why))
        return 1;
    return answerQuestionsUntilEnd(application, server.port());
}

// `count` requests one after the other on one connection; the number of right answers.
int askRepeatedly(quint16 port, int count)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(10'000))
        return 0;
    int right = 0;
    QByteArray input;
    for (int i = 0; i < count; ++i) {
        socket.write("GET /hello HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\nAccept: application/json\r\n\r\n");
        input.clear();
        while (!input.endsWith(answerText)) {
            if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(10'000))
                return right;
            input += socket.readAll();
        }
        ++right;
    }
    return right;
}

struct Measurement
{
    double cpuPerRequest = 0; // microseconds of the server process
    double requestsPerSecond = 0;
};

Measurement measure(const QString &kind, int connections, int requests)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--serve"_s, kind});
    const auto readNumber = [&] {
        while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
        return process.readLine().trimmed().toLongLong();
    };
    const auto cpu = [&] {
        process.write("\n");
        return readNumber();
    };
    const auto port = static_cast<quint16>(readNumber());
    if (port == 0)
        qFatal("the server did not start");
    askRepeatedly(port, 500);
    const qint64 before = cpu();
    QElapsedTimer elapsed;
    elapsed.start();
    std::vector<std::thread> clients;
    for (int i = 0; i < connections; ++i) {
        clients.emplace_back([&] {
            if (askRepeatedly(port, requests / connections) != requests / connections)
                qFatal("an answer was wrong or missing");
        });
    }
    for (std::thread &client : clients)
        client.join();
    const double seconds = double(elapsed.nsecsElapsed()) / 1e9;
    const qint64 used = cpu() - before;
    process.closeWriteChannel();
    process.waitForFinished();
    const int asked = requests / connections * connections;
    return {double(used) / asked, asked / seconds};
}

} // namespace

int main(int count, char **values)
{
    QCoreApplication application(count, values);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "--serve"_L1)
        return arguments.value(2) == "raw"_L1 ? serveRaw(application) : serveAccueil(application);
    const int requests = arguments.size() > 1 ? arguments.at(1).toInt() : 20'000;
    std::printf(
        "%d requests each, keep-alive\n%-28s %4s %16s %12s\n", requests, "server", "c", "CPU us/request", "requests/s");
    for (const int connections : {1, 16}) {
        for (const auto &[kind, name] :
            {std::pair{"raw", "QHttpServer, bare"}, std::pair{"accueil", "Accueil, 2 threads"}}) {
            const Measurement result = measure(QString::fromLatin1(kind), connections, requests);
            std::printf("%-28s %4d %16.1f %12.0f\n", name, connections, result.cpuPerRequest, result.requestsPerSecond);
            std::fflush(stdout);
        }
    }
    return 0;
}
