#pragma once

#include "server/http/httpmessage.h"
#include "server/http/requesthead.h"

#include <QDateTime>

namespace accueil {

enum class Persistence { Close, KeepAlive };

// How an answer travels, apart from what it says.
struct ResponseFraming
{
    Method method = Method::Get; // of the request
    Persistence persistence = Persistence::KeepAlive;
    bool isHttp10 = false; // the client's version
    QByteArrayView date; // for Date
};

// The answer as it goes over the wire. A header or status that would break the framing makes it a 500 problem.
QByteArray responseBytes(const HttpResponse &response, const ResponseFraming &framing);

// RFC 9457 problem details with nothing but the status, and for a refusal its code.
HttpResponse problemResponse(int status, QByteArrayView code = {});

QByteArrayView reasonPhrase(int status);

QByteArray httpDate(const QDateTime &time); // IMF-fixdate, RFC 9110, 5.6.7

} // namespace accueil
