#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <chrono>
#include <functional>

namespace accueil {

// Other: any method of another name (TRACE, QUERY); it reaches the router, which knows what to put into Allow.
enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

QByteArray methodName(Method method); // as sent; empty for Other

struct HttpHeader
{
    QByteArray name; // lower case in requests
    QByteArray value;
};

// One complete, valid request: what the guard let through.
struct HttpRequest
{
    Method method = Method::Get;
    QByteArray path; // as sent, still percent-encoded (no %00, no . or .. segment), without the query; '/...', or '*'
                     // with Options
    QByteArray query; // as sent, without '?'; no %00
    QList<HttpHeader> headers;
    QByteArray body;
    QHostAddress peer;
    bool isEncrypted = false;
    std::chrono::steady_clock::time_point received = std::chrono::steady_clock::now(); // when it was whole

    QByteArray header(QByteArrayView lowerCaseName) const; // empty when absent; a repeated one joined with ", "
};

// An answer to a HEAD carries the body that GET would have: it is counted for Content-Length and not sent.
// Content-Length, Transfer-Encoding, Connection and Date belong to the connection layer and are ignored here.
struct HttpResponse
{
    int status = 200;
    QList<HttpHeader> headers;
    QByteArray body;

    void setHeader(const QByteArray &name, const QByteArray &value); // replaces; names compare without case
    QByteArray header(QByteArrayView name) const;
};

// Answers one request before it returns; called on several server threads at once, and may run no event loop. What it
// throws becomes a 500 without detail.
using HttpHandler = std::function<HttpResponse(const HttpRequest &)>;

} // namespace accueil
