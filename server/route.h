#pragma once

#include "app/domain/listing.h"
#include "app/domain/session.h"
#include "server/formreader.h"
#include "server/http/httpmessage.h"
#include "server/jsonwriter.h"

#include <QJsonObject>
#include <QMap>

#include <functional>
#include <optional>

namespace accueil {

// One query parameter: how it is documented and what the router lets through, so that handlers read only valid values.
struct QueryParameter
{
    enum class Kind { Text, Integer, Boolean, Time, Key, Keys };
    QString name;
    Kind kind = Kind::Text;
    QString description;
    qint64 minimum = 0; // Integer
    qint64 maximum = 0; // Integer; Text: the longest
    QStringList keys = {}; // Key: one of them; Keys: some of them, separated by commas
    QString defaultValue = {};
    QMap<QString, QString> needs = {}; // Key: a key that says nothing without another parameter, and that parameter
};

// The checked query of one request.
class Query
{
public:
    bool has(const QString &name) const { return m_values.contains(name); }
    QString text(const QString &name) const { return m_values.value(name); }
    std::optional<qint64> integer(const QString &name) const;
    std::optional<bool> boolean(const QString &name) const;
    std::optional<QDateTime> from(const QString &name) const; // a day means its beginning
    std::optional<QDateTime> until(const QString &name) const; // exclusive: a day means the beginning of the next
    PageRequest page() const;
    FieldSelection fields() const;

    void insert(const QString &name, const QString &value) { m_values.insert(name, value); }

private:
    QMap<QString, QString> m_values;
};

// What the client requires the resource to be still (If-Match): any version, or one of some.
struct Precondition
{
    bool any = false;
    QList<qint64> versions;
};

struct ApiRequest
{
    const HttpRequest &http;
    Session session; // of nobody where the row asks for no account and none was given
    bool isSignedIn = false;
    QString id; // the path's {id}, or what it is called there, decoded
    Query query;
    QByteArray content; // the body as it was before it was packed
    QJsonObject body; // the same, read
    Form form;
    std::optional<Precondition> precondition;

    // The version an edit must find: nothing without If-Match. VersionMismatch when `current` is not what the client
    // read.
    Result<std::optional<qint64>> expectedVersion(qint64 current) const;
    // {id} as a row's number; NotFound for anything else.
    template <typename Id>
    Result<Id> rowId() const
    {
        const qint64 number = rowNumber();
        if (number <= 0)
            return fail(ErrorCode::NotFound);
        return Id{number};
    }

private:
    qint64 rowNumber() const;
};

// What a handler answers; the router adds what is true of every answer.
struct ApiAnswer
{
    int status = 200;
    QByteArray body = {};
    std::optional<qint64> version = {}; // of the one resource in the body: goes into the ETag
    QList<HttpHeader> headers = {}; // Content-Type unless JSON
};

enum class BodyKind { None, Json, Audio, Form, Binary };
// A GET answers with a strong ETag and takes If-None-Match (304), unless it is never cached.
enum class Caching {
    Private, // personal data: kept by no shared cache, checked before every use
    Never, // tokens and what must be fresh
    Public, // pages and the documentation
    Immutable, // named by its own hash: kept by the client for good and never asked for again
};
// What a request counts as when many come (server/ratelimiter.h).
enum class RateClass {
    Ordinary, // on the account or the tablet that asks, else on the address
    Strict, // tries out passwords or codes: on the address
    Sync, // what a tablet brings after days offline
    Free, // pages, health, and what counts its refusals itself
};

// One row of the API. The router, the OpenAPI document and the tests all come from the rows.
struct Route
{
    Method method = Method::Get;
    QString path; // with {id}, or another name for what it takes
    QString operationId;
    QString summary;
    QString tag; // empty: part of a page, not documented
    Permission permission = Permission::Anyone;
    std::function<Result<ApiAnswer>(const ApiRequest &)> handler;

    BodyKind body = BodyKind::None;
    QString requestSchema = {};
    QString responseSchema = {}; // empty: no body
    bool isList = false; // answers an array, X-Total-Count and Link
    QStringList mediaTypes = {}; // of the answer when it is not JSON
    QList<int> statuses = {200}; // of success
    QList<int> failures = {}; // beside those that follow from the row
    QList<QueryParameter> parameters = {};
    bool takesAnyQuery = false; // what it is called with is the caller's business, and covered by a signature
    bool isOpenToThisMachine = false; // needs no login from the machine it runs on
    QString audience = {}; // who may, where no login is needed but something else is; a sentence of the documentation
    bool isConditional = false; // takes If-Match
    bool isIdempotent = false; // takes Idempotency-Key: its body has a client_id
    bool isRanged = false; // answers Range with a part
    Caching caching = Caching::Private;
    RateClass rate = RateClass::Ordinary;
    qint64 largestBody = 0; // bytes, unpacked; 0: what the HTTP limits allow
};

using Routes = QList<Route>;

} // namespace accueil
