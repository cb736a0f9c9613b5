#pragma once

#include <QSsl>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace accueil {

// A certificate for "localhost" that only tests trust, with its key; good for a hundred years.
inline QSslConfiguration testTlsConfiguration()
{
    const QSslCertificate certificate(R"(
-----BEGIN CERTIFICATE-----
MIIBfjCCASWgAwIBAgIUF5fPeEAtIf7Ja1NNnNS2n8MXmjcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjExMDQxNVoYDzIxMjYxMDI5
MTEwNDE1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATpLV4KfR6qBkx5oW4g77PlKiImfdZkPUh0ukLmrPkkQXrD8wrJ3GKg
E6Ym81GHLqdW9iw42nLmqgKSOSebaHpMo1MwUTAdBgNVHQ4EFgQUeZWNRBOSuS4N
b+A1hQmtwdDjW7QwHwYDVR0jBBgwFoAUeZWNRBOSuS4Nb+A1hQmtwdDjW7QwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAgDWOCryoRPK7bc+ap7rPl
7qhtl7b6zmuaiC7dvHohzwIgU1uTU0sa87QNXpA68lJlyOPLQaX8T5nyvMGy68AU
yuA=
-----END CERTIFICATE-----
)");
    const QSslKey key(R"(
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0XDp9U7Z8om85W68
+sTQU7+BUBdeJ+GvZDPMWrXVk0yhRANCAATpLV4KfR6qBkx5oW4g77PlKiImfdZk
PUh0ukLmrPkkQXrD8wrJ3GKgE6Ym81GHLqdW9iw42nLmqgKSOSebaHpM
-----END PRIVATE KEY-----
)",
        QSsl::Ec);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    return configuration;
}

} // namespace accueil
