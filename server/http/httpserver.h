#pragma once

#include "server/http/httplimits.h"
#include "server/http/httpmessage.h"

#include <QHostAddress>
#include <QSslConfiguration>

#include <memory>
#include <optional>

namespace accueil {

struct HttpServerOptions {
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 8000; // 0: any free one
    int threads = 1; // more than one where SO_REUSEPORT is there
    HttpLimits limits;
    std::optional<QSslConfiguration> tls;
    std::function<bool(Method, const QByteArray &path)> isUpload; // may take uploadBytes; empty: none
};

// The HTTP server: its threads, the guarded connection layer, and QtHttpServer behind it. Start and stop from one thread.
class HttpServer
{
public:
    HttpServer(HttpHandler handler, HttpServerOptions options);
    ~HttpServer(); // stops

    bool start(QString *why); // false: the address cannot be had; `why` for the log
    void stop(); // within 2 s: answers what is in hand, closes the rest
    quint16 port() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace accueil
