#pragma once

#include "app/gateways/httpclient.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"

#include <QJsonObject>
#include <QList>

#include <optional>
#include <utility>

namespace accueil {

// Twilio's REST API (OpenAPI 2010-04-01): addresses, login, forms and what its errors mean. Messages and calls are made
// and asked for in the same way.

inline const QString twilioProvider = QStringLiteral("twilio"); // SendReport::provider

using TwilioFields = QList<std::pair<QByteArray, QString>>; // a name may stand there twice

// A resource of the hospital's account: "Messages", "Messages/SM0…".
OutgoingHttpRequest twilioRequest(
    const TwilioSettings &twilio, const QString &resource, const TwilioFields &query = {});

// Rows asked for at once: a page with the longest texts stays below what an answer may be long.
inline constexpr int twilioPageSize = 100;

// Makes one ("Messages", "Calls"), never twice, and judges the answer.
SendReport createAtTwilio(
    HttpClient &http, const TwilioSettings &twilio, const QString &resource, const TwilioFields &fields);

// Whether a text is the SID of such a resource.
bool isTwilioSid(const QString &text, const QString &resource);

// The object in the body of a whole answer; nothing when it is none.
std::optional<QJsonObject> twilioObject(const HttpAnswer &answer);

// A time of a row (RFC 5322, as in "Fri, 24 May 2019 17:44:46 +0000"); nothing where it is null or none.
std::optional<QDateTime> twilioTime(const QJsonObject &row, const QString &field);

// The address of the next page, on the same server only; invalid when there is none. It comes as a path from the root
// of the API, which test servers may have in a folder.
QUrl twilioNextPage(const QJsonObject &page, const QUrl &present, const QString &baseUrl);

} // namespace accueil
