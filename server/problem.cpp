#include "server/problem.h"

#include "server/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

struct CodeRow
{
    ErrorCode code;
    int status;
    QStringView key;
};

constexpr CodeRow codes[] = {
    {ErrorCode::Invalid, 422, u"invalid"},
    {ErrorCode::NotFound, 404, u"notFound"},
    {ErrorCode::Conflict, 409, u"conflict"},
    {ErrorCode::VersionMismatch, 412, u"versionMismatch"},
    {ErrorCode::Unauthenticated, 401, u"unauthenticated"},
    {ErrorCode::Forbidden, 403, u"forbidden"},
    {ErrorCode::TooManyAttempts, 429, u"tooManyAttempts"},
    {ErrorCode::TooLarge, 413, u"tooLarge"},
    {ErrorCode::UnsupportedMedia, 415, u"unsupportedMedia"},
    {ErrorCode::Unavailable, 503, u"unavailable"},
};

const CodeRow &rowOf(ErrorCode code)
{
    for (const CodeRow &row : codes) {
        if (row.code == code)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

int statusOf(ErrorCode code)
{
    return rowOf(code).status;
}

QString keyOf(ErrorCode code)
{
    return rowOf(code).key.toString();
}

QString titleOf(int status)
{
    static const QMap<int, QString> titles{
        {200, u"OK"_s},
        {201, u"Created"_s},
        {204, u"No Content"_s},
        {206, u"Partial Content"_s},
        {302, u"Found"_s},
        {304, u"Not Modified"_s},
        {400, u"Bad Request"_s},
        {401, u"Unauthorized"_s},
        {403, u"Forbidden"_s},
        {404, u"Not Found"_s},
        {405, u"Method Not Allowed"_s},
        {409, u"Conflict"_s},
        {412, u"Precondition Failed"_s},
        {413, u"Content Too Large"_s},
        {415, u"Unsupported Media Type"_s},
        {416, u"Range Not Satisfiable"_s},
        {422, u"Unprocessable Content"_s},
        {429, u"Too Many Requests"_s},
        {500, u"Internal Server Error"_s},
        {503, u"Service Unavailable"_s},
    };
    return titles.value(status);
}

HttpResponse problem(int status, const QString &code, const QList<FieldError> &fields)
{
    JsonWriter json;
    {
        ObjectWriter object(json);
        object.member("type", u"about:blank"_s);
        object.member("title", titleOf(status));
        object.member("status", status);
        object.member("code", code);
        if (!fields.isEmpty()) {
            object.begin("errors");
            json.beginArray();
            for (const FieldError &field : fields) {
                ObjectWriter entry(json);
                entry.member("field", field.field);
                entry.member("key", field.key);
                if (!field.parameters.isEmpty()) {
                    entry.begin("parameters");
                    json.raw(
                        QJsonDocument(QJsonObject::fromVariantMap(field.parameters)).toJson(QJsonDocument::Compact));
                }
            }
            json.endArray();
        }
    }
    HttpResponse response;
    response.status = status;
    response.setHeader("Content-Type", "application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.body = json.bytes();
    return response;
}

HttpResponse problem(const Error &error)
{
    const int status = statusOf(error.code);
    HttpResponse response = problem(status, keyOf(error.code), error.fields);
    if (error.retryAfterSeconds > 0)
        response.setHeader("Retry-After", QByteArray::number(error.retryAfterSeconds));
    else if (status == 503)
        response.setHeader("Retry-After", "5");
    return response;
}

} // namespace accueil
