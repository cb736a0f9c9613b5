#include "server/http/tlspolicy.h"

#include <QSslCipher>
#include <QSslEllipticCurve>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

// In the order in which they are preferred.
const QStringList &suites()
{
    static const QStringList names{u"TLS_AES_128_GCM_SHA256"_s, u"TLS_AES_256_GCM_SHA384"_s,
        u"TLS_CHACHA20_POLY1305_SHA256"_s, u"ECDHE-ECDSA-AES128-GCM-SHA256"_s, u"ECDHE-ECDSA-AES256-GCM-SHA384"_s,
        u"ECDHE-ECDSA-CHACHA20-POLY1305"_s, u"ECDHE-RSA-AES128-GCM-SHA256"_s, u"ECDHE-RSA-AES256-GCM-SHA384"_s,
        u"ECDHE-RSA-CHACHA20-POLY1305"_s};
    return names;
}

QList<QSslCipher> ciphers()
{
    const QList<QSslCipher> supported = QSslConfiguration::supportedCiphers();
    QList<QSslCipher> wanted;
    for (const QString &name : suites()) {
        for (const QSslCipher &cipher : supported) {
            if (cipher.name() == name)
                wanted.append(cipher);
        }
    }
    return wanted;
}

QList<QSslEllipticCurve> curves()
{
    QList<QSslEllipticCurve> wanted;
    for (const QString &name : {u"X25519"_s, u"prime256v1"_s, u"secp384r1"_s}) {
        if (const QSslEllipticCurve curve = QSslEllipticCurve::fromShortName(name); curve.isValid())
            wanted.append(curve);
    }
    return wanted;
}

} // namespace

QSslConfiguration withTlsPolicy(QSslConfiguration configuration)
{
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(ciphers());
    configuration.setEllipticCurves(curves());
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    for (const QSsl::SslOption option : {QSsl::SslOptionDisableCompression, QSsl::SslOptionDisableLegacyRenegotiation,
             QSsl::SslOptionDisableSessionTickets, QSsl::SslOptionDisableSessionSharing,
             QSsl::SslOptionDisableSessionPersistence})
        configuration.setSslOption(option, true);
    configuration.setSslOption(QSsl::SslOptionDisableServerCipherPreference, false);
    return configuration;
}

} // namespace accueil
