#pragma once

#include "server/route.h"

namespace accueil {

// limit and offset.
QList<QueryParameter> pageParameters();
// pageParameters(), and `fields` over the members of `schema`.
QList<QueryParameter> listParameters(const QJsonObject &schema);
QueryParameter orderParameter(SortOrder standard);
QueryParameter languageParameter();
SortOrder orderOf(const Query &query, SortOrder standard);

// X-Total-Count and Link (RFC 8288) of one page of a list.
QList<HttpHeader> listHeaders(const ApiRequest &request, qint64 total, qsizetype count);

// The items as a JSON array; `write(json, item, fields)` writes one.
template <typename T, typename Write>
ApiAnswer listAnswer(const ApiRequest &request, const Page<T> &page, Write write)
{
    JsonWriter json;
    constexpr qsizetype typicalBytes = 600;
    json.reserve(page.items.size() * typicalBytes);
    const FieldSelection fields = request.query.fields();
    json.beginArray();
    for (const T &item : page.items)
        write(json, item, fields);
    json.endArray();
    return {.body = json.bytes(), .headers = listHeaders(request, page.total, page.items.size())};
}

} // namespace accueil
