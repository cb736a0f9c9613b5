#pragma once

#include "app/domain/result.h"
#include "server/http/httpmessage.h"

namespace accueil {

// Every failure as problem details (RFC 9457): type, title, status, code and the offending fields. Sentences for people
// are the client's; `code` and `key` are stable words.
HttpResponse problem(int status, const QString &code, const QList<FieldError> &fields = {});
HttpResponse problem(const Error &error);

int statusOf(ErrorCode code);
QString keyOf(ErrorCode code);
QString titleOf(int status);

} // namespace accueil
