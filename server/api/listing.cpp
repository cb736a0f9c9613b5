#include "server/api/listing.h"

namespace accueil {

using namespace Qt::StringLiterals;
using Kind = QueryParameter::Kind;

QList<QueryParameter> pageParameters()
{
    return {
        {.name = u"limit"_s,
            .kind = Kind::Integer,
            .description = u"How many at most."_s,
            .minimum = 1,
            .maximum = 500,
            .defaultValue = u"50"_s},
        {.name = u"offset"_s,
            .kind = Kind::Integer,
            .description = u"How many to leave out before the first."_s,
            .minimum = 0,
            .maximum = 1'000'000'000,
            .defaultValue = u"0"_s},
    };
}

QList<QueryParameter> listParameters(const QJsonObject &schema)
{
    return pageParameters()
        + QList<QueryParameter>{{.name = u"fields"_s,
            .kind = Kind::Keys,
            .description = u"Only these members of each item, separated by commas."_s,
            .keys = schema.value(u"properties").toObject().keys()}};
}

QueryParameter orderParameter(SortOrder standard)
{
    return {.name = u"order"_s,
        .kind = Kind::Key,
        .description = u"Direction of sorting."_s,
        .keys = {u"asc"_s, u"desc"_s},
        .defaultValue = standard == SortOrder::Ascending ? u"asc"_s : u"desc"_s};
}

QueryParameter languageParameter()
{
    return {.name = u"language"_s,
        .kind = Kind::Key,
        .description = u"Only this language, by code or by name."_s,
        .keys = {u"en"_s, u"fr"_s, u"dua"_s, u"bas"_s, u"ewo"_s, u"english"_s, u"french"_s, u"douala"_s, u"bassa"_s,
            u"ewondo"_s}};
}

SortOrder orderOf(const Query &query, SortOrder standard)
{
    if (!query.has(u"order"_s))
        return standard;
    return query.text(u"order"_s) == u"asc" ? SortOrder::Ascending : SortOrder::Descending;
}

QList<HttpHeader> listHeaders(const ApiRequest &request, qint64 total, qsizetype count)
{
    const PageRequest page = request.query.page();
    QByteArray filters;
    for (const QByteArray &pair : request.http.query.split('&')) {
        if (!pair.isEmpty() && !pair.startsWith("offset=") && !pair.startsWith("limit="))
            filters += pair + '&';
    }
    const auto link = [&](qint64 offset, const char *relation) {
        return '<' + request.http.path + '?' + filters + "limit=" + QByteArray::number(page.limit)
            + "&offset=" + QByteArray::number(offset) + ">; rel=\"" + relation + '"';
    };
    QByteArrayList links;
    if (page.offset + count < total && count > 0)
        links += link(page.offset + count, "next");
    if (page.offset > 0)
        links += link(std::max<qint64>(0, page.offset - page.limit), "prev");
    QList<HttpHeader> headers{{"X-Total-Count", QByteArray::number(total)}};
    if (!links.isEmpty())
        headers.append({"Link", links.join(", ")});
    return headers;
}

} // namespace accueil
