#pragma once

#include <QSslConfiguration>

namespace accueil {

// How this server speaks TLS, whatever the caller's configuration says beside certificate and key: 1.2 and 1.3 with
// forward secrecy and authenticated encryption only, the server's order, no renegotiation, no compression. No session
// tickets: each connection has a context of its own, so that none could ever be resumed.
QSslConfiguration withTlsPolicy(QSslConfiguration configuration);

} // namespace accueil
