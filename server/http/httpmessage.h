#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QUrlQuery>

#include <functional>

namespace accueil {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

QByteArray methodName(Method method);

struct HttpHeader {
    QByteArray name; // lower case in requests
    QByteArray value;
};

// One complete, valid request: what the guard let through.
struct HttpRequest {
    Method method = Method::Get;
    QByteArray path; // as sent, still percent-encoded, without the query; begins with '/'
    QByteArray query; // as sent, without '?'
    QList<HttpHeader> headers;
    QByteArray body;
    QHostAddress peer;
    bool isEncrypted = false;

    QByteArray header(QByteArrayView lowerCaseName) const; // empty when absent; a repeated one joined with ", "
};

struct HttpResponse {
    int status = 200;
    QList<HttpHeader> headers;
    QByteArray body;

    void setHeader(const QByteArray &name, const QByteArray &value);
    QByteArray header(QByteArrayView name) const;
};

// Answers one request before it returns; called on a server thread. What it throws becomes a 500 without detail.
using HttpHandler = std::function<HttpResponse(const HttpRequest &)>;

} // namespace accueil
