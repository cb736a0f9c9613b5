#pragma once

#include "server/http/httplimits.h"
#include "server/http/httpmessage.h"

#include <QHostAddress>
#include <QSslConfiguration>

#include <memory>
#include <optional>

namespace accueil {

class Clock;
class ConnectionCounters;

// Requests that each write a little, and would each wait for the disk.
struct HttpGrouping
{
    std::function<bool(Method, const QByteArray &path)> includes; // empty: none
    // Does `work`, in which several are answered. False: nothing of it was kept, and they are answered 503 instead.
    std::function<bool(const std::function<void()> &work)> together;
};

struct HttpServerOptions
{
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 8000; // 0: any free one
    int threads
        = 2; // they share one listening socket: with SO_REUSEPORT a second program could take the same port unnoticed
    HttpLimits limits;
    std::optional<QSslConfiguration> tls; // certificate and key; the rest is server/http/tlspolicy.h
    std::function<bool(Method, const QByteArray &path)> isUpload; // may take uploadBytes; empty: none
    // Takes long (a password hash) and is therefore answered by threads of its own, so that it delays nobody else;
    // empty: none.
    std::function<bool(Method, const QByteArray &path)> isSlow;
    int slowThreads = 2;
    int slowWaiting = 64; // requests waiting for those; more are answered 503 with Retry-After
    HttpGrouping grouping; // answered by one thread of its own, those that wait together
    ConnectionCounters *counters = nullptr; // outlives the server; null: nothing is counted
    const Clock *clock = nullptr; // for the Date header, outlives the server; null: the machine's
};

// The HTTP server: its threads, the guarded connection layer, and QtHttpServer behind it. Start and stop from one
// thread.
class HttpServer
{
public:
    HttpServer(HttpHandler handler, HttpServerOptions options);
    ~HttpServer(); // stops

    bool start(QString *why); // false: the address cannot be had; `why` for the log
    // Within 2 s: answers what is in hand, closes the rest. Only a handler that runs longer is waited for.
    void stop();
    quint16 port() const; // 0 when not started
    // Another certificate for the connections from now on; those that are open keep theirs. Only where the server was
    // made with TLS. From any thread.
    void setTls(const QSslConfiguration &tls);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace accueil
