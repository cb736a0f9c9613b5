#pragma once

#include "server/http/httplimits.h"
#include "server/http/httpmessage.h"

#include <optional>

namespace accueil {

// Why a request was not let through. `code` is a stable key for the one who reads the answer or the log.
struct Refusal
{
    int status = 400;
    const char *code = "";

    friend bool operator==(const Refusal &left, const Refusal &right)
    {
        return left.status == right.status && QByteArrayView(left.code) == QByteArrayView(right.code);
    }
};

// What the lines before the body say, with the fields that frame the message taken out.
struct RequestHead
{
    Method method = Method::Get;
    QByteArray path;
    QByteArray query;
    QByteArray authority; // of an absolute target; it replaces Host (RFC 9112, 3.2.2)
    QList<HttpHeader> headers;
    std::optional<qint64> contentLength;
    bool isHttp10 = false;
    bool isChunked = false;
    bool hasHost = false;
    bool expectsContinue = false;
    bool asksClose = false;
    bool asksKeepAlive = false;

    bool keepsConnection() const { return !asksClose && (!isHttp10 || asksKeepAlive); }
};

// Strict readers of RFC 9112: what two parsers could understand differently is refused. Lines come without their CRLF.
std::optional<Refusal> readRequestLine(QByteArrayView line, RequestHead &head, const HttpLimits &limits);
std::optional<Refusal> readField(QByteArrayView line, RequestHead &head);
std::optional<Refusal> checkFraming(const RequestHead &head); // when the empty line has come

// A field of a trailer section; it is checked and dropped.
bool isField(QByteArrayView line);

bool isTokenCharacter(char c); // tchar of RFC 9110, 5.6.2

} // namespace accueil
