#pragma once

#include "server/http/httpserver.h"

#include <utility>

namespace accueil {

// A started server on a free port.
class RunningServer
{
public:
    explicit RunningServer(HttpHandler handler, HttpServerOptions options = {})
        : m_server(std::move(handler), onAnyPort(std::move(options)))
    {
        QString why;
        if (!m_server.start(&why))
            qFatal("%s", qPrintable(why));
    }

    quint16 port() const { return m_server.port(); }
    void stop() { m_server.stop(); }

private:
    static HttpServerOptions onAnyPort(HttpServerOptions options)
    {
        options.port = 0;
        return options;
    }

    HttpServer m_server;
};

} // namespace accueil
