#include "server/http/responsebytes.h"

#include <QLocale>
#include <QLoggingCategory>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

Q_LOGGING_CATEGORY(httpLog, "accueil.http")

struct Reason
{
    int status;
    const char *phrase;
};

constexpr std::array reasons{Reason{200, "OK"}, Reason{201, "Created"}, Reason{202, "Accepted"},
    Reason{204, "No Content"}, Reason{206, "Partial Content"}, Reason{301, "Moved Permanently"}, Reason{302, "Found"},
    Reason{303, "See Other"}, Reason{304, "Not Modified"}, Reason{307, "Temporary Redirect"},
    Reason{308, "Permanent Redirect"}, Reason{400, "Bad Request"}, Reason{401, "Unauthorized"},
    Reason{403, "Forbidden"}, Reason{404, "Not Found"}, Reason{405, "Method Not Allowed"},
    Reason{406, "Not Acceptable"}, Reason{408, "Request Timeout"}, Reason{409, "Conflict"}, Reason{410, "Gone"},
    Reason{411, "Length Required"}, Reason{412, "Precondition Failed"}, Reason{413, "Content Too Large"},
    Reason{414, "URI Too Long"}, Reason{415, "Unsupported Media Type"}, Reason{416, "Range Not Satisfiable"},
    Reason{417, "Expectation Failed"}, Reason{422, "Unprocessable Content"}, Reason{423, "Locked"},
    Reason{428, "Precondition Required"}, Reason{429, "Too Many Requests"},
    Reason{431, "Request Header Fields Too Large"}, Reason{500, "Internal Server Error"},
    Reason{501, "Not Implemented"}, Reason{502, "Bad Gateway"}, Reason{503, "Service Unavailable"},
    Reason{504, "Gateway Timeout"}, Reason{505, "HTTP Version Not Supported"}};

bool belongsToConnection(QByteArrayView name)
{
    constexpr std::array names{"content-length", "transfer-encoding", "connection", "date", "keep-alive", "upgrade"};
    return std::any_of(
        names.begin(), names.end(), [&](const char *own) { return name.compare(own, Qt::CaseInsensitive) == 0; });
}

bool isSafe(const HttpHeader &header)
{
    const bool hasBreak = std::any_of(
        header.value.begin(), header.value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    return !hasBreak && !header.name.isEmpty() && std::all_of(header.name.begin(), header.name.end(), isTokenCharacter);
}

bool isSendable(const HttpResponse &response)
{
    return response.status >= 200 && response.status <= 599
        && std::all_of(response.headers.begin(), response.headers.end(), isSafe);
}

} // namespace

QByteArray responseBytes(const HttpResponse &response, const ResponseFraming &framing)
{
    if (!isSendable(response)) {
        qCCritical(httpLog, "an answer with an impossible status or header was replaced by 500");
        return responseBytes(problemResponse(500), framing);
    }
    const bool hasNoBody = response.status == 204 || response.status == 304;
    const bool sendsBody = !hasNoBody && framing.method != Method::Head;
    QByteArray bytes;
    bytes.reserve(256 + 64 * response.headers.size() + (sendsBody ? response.body.size() : 0));
    bytes.append("HTTP/1.1 ")
        .append(QByteArray::number(response.status))
        .append(' ')
        .append(reasonPhrase(response.status))
        .append("\r\n");
    for (const HttpHeader &header : response.headers) {
        if (!belongsToConnection(header.name))
            bytes.append(header.name).append(": ").append(header.value).append("\r\n");
    }
    if (!hasNoBody)
        bytes.append("Content-Length: ").append(QByteArray::number(response.body.size())).append("\r\n");
    if (framing.persistence == Persistence::Close)
        bytes.append("Connection: close\r\n");
    else if (framing.isHttp10)
        bytes.append("Connection: keep-alive\r\n");
    bytes.append("Date: ").append(framing.date).append("\r\n\r\n");
    if (sendsBody)
        bytes.append(response.body);
    return bytes;
}

HttpResponse problemResponse(int status, QByteArrayView code)
{
    HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type"_ba, "application/problem+json"_ba}, {"Cache-Control"_ba, "no-store"_ba}};
    response.body = R"({"type":"about:blank","title":")"_ba + reasonPhrase(status).toByteArray() + R"(","status":)"_ba
        + QByteArray::number(status);
    if (!code.isEmpty())
        response.body += R"(,"code":")"_ba + code.toByteArray() + '"';
    response.body += '}';
    return response;
}

QByteArrayView reasonPhrase(int status)
{
    const auto found
        = std::find_if(reasons.begin(), reasons.end(), [&](const Reason &reason) { return reason.status == status; });
    return found == reasons.end() ? QByteArrayView("Status") : QByteArrayView(found->phrase);
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace accueil
