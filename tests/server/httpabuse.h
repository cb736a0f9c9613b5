#pragma once

#include <QByteArray>
#include <QList>

namespace accueil {

// Bytes sent on one connection, and the statuses that come back on it, in order ("200,400"), before it ends.
struct HttpCase
{
    QByteArray name;
    QByteArray bytes;
    QByteArray statuses;
};

// Both lists were collected from RFC 9110 and 9112, from published request smuggling variants, and from what
// QHttpServer 6.4 was found to accept.
QList<HttpCase> wellFormedCases();
QList<HttpCase> malformedCases();

} // namespace accueil
