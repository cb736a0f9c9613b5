#pragma once

#include "app/security/keystore.h"
#include "app/servercertificate.h"
#include "app/services/settingsservice.h"
#include "db/database.h"
#include "server/http/httplimits.h"
#include "server/ratelimits.h"

#include <QHostAddress>
#include <QProcessEnvironment>

#include <chrono>
#include <optional>

namespace accueil {

// What the command line says; it wins over the environment.
struct StartOptions
{
    QString dataDirectory;
    QString host;
    QString port;
};

// Off, for measuring: no request is limited, and failed logins lock accounts but no address.
enum class RateLimiting { On, Off };

// Everything that the place this program runs at says about it: command line, environment and `.env`, checked. What the
// hospital says about itself is in HospitalSettings; `overrides` are the parts of it that this place fixes.
struct ProgramSettings
{
    bool isDrill = false; // nothing is sent: the provider is the one that is built in (app/drill.h)
    QString dataDirectory; // absolute
    DatabaseLocation database;
    QString keyFile; // absolute
    KeyringUse keyringUse = KeyringUse::WhenThere; // Never: the operator named a key file
    std::optional<QHostAddress> host; // nothing: this machine, or the network once the hospital allows tablets
    quint16 port = 8000; // 0: any that is free
    quint16 tlsPort = 8443; // where tablets reach this desk over HTTPS; 0: any that is free
    std::optional<CertificateFiles> certificate; // the hospital's own: `port` is then HTTPS, and there is no `tlsPort`
    QStringList corsOrigins;
    HttpLimits limits;
    RateLimiting rateLimiting = RateLimiting::On;
    RateLimits rates; // what holds: off() when nobody is limited
    QString accessLog; // absolute; empty: none is kept
    std::chrono::minutes accessTokenLifetime{30};
    std::chrono::minutes refreshTokenLifetime{7 * 24 * 60};
    QString certificateFile; // SSL_CERT_FILE: authorities that providers' certificates are checked against; empty: the
                             // system's
    SettingsOverride overrides;
};

// A setting with a value that it cannot have. Never holds the value: it may be a secret.
struct SettingProblem
{
    QString name; // as the operator wrote it: ACCUEIL_PORT, --port, .env line 3
    QString expected; // "a whole number from 0 to 65535"

    friend bool operator==(const SettingProblem &, const SettingProblem &) = default;
};

// Reads every setting once: command line over environment over `.env` in `workingDirectory` over `.env` in the data
// directory. An empty value is none. Every problem is reported, not only the first.
tl::expected<ProgramSettings, QList<SettingProblem>> readSettings(
    const StartOptions &options, const QProcessEnvironment &environment, const QString &workingDirectory);

} // namespace accueil
