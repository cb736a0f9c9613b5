#pragma once

#include "app/domain/role.h"
#include "app/services/hospitalsettings.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"
#include "tests/support/wireclient.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace accueil {

class Api;
class DeviceService;
struct ApiOptions;

// The REST API behind the real HTTP server on a free port, over a fresh store, with one account for each role. Requests
// go over TCP; every answer is checked against the OpenAPI document, and breaches() tells what was not as declared.
// Tests of one entity get theirs from ApiTest.
class ApiClient
{
public:
    enum class Occasion { Earnest, Drill };
    using Adjustment = std::function<void(ApiOptions &options)>; // of what the program would set
    explicit ApiClient(Dialect dialect, const QStringList &allowedOrigins = {}, Occasion occasion = Occasion::Earnest,
        const Adjustment &adjust = {});
    ~ApiClient();

    // As an account of this role; nobody: without a token.
    ReceivedAnswer send(std::optional<Role> who, const QByteArray &method, const QByteArray &target,
        const QByteArray &body, const WireClient::Headers &headers = {});
    ReceivedAnswer get(Role who, const QByteArray &target, const WireClient::Headers &headers = {});
    ReceivedAnswer send(std::optional<Role> who, const QByteArray &method, const QByteArray &target,
        const QJsonObject &body = {}, const WireClient::Headers &headers = {});

    QByteArray token(Role role) const;
    QByteArray tokenSecret() const;
    QString username(Role role) const;

    // A patient, feedback or reminder to test with; its JSON as the API answered.
    QJsonObject newPatient(const QJsonObject &members = {});
    QJsonObject newFeedback(const QJsonObject &members = {});
    QJsonObject newReminder(const QJsonObject &members = {});

    QStringList breaches() const; // what answers were not as declared
    const Api &api() const;
    DeviceService &devices();
    QJsonObject document() const;
    FakeClock &clock();
    TestDatabase &store();
    void configure(const std::function<void(HospitalSettings &)> &change); // as the settings screen would
    quint16 port() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

QByteArray jsonBytes(const QJsonObject &object);

} // namespace accueil
