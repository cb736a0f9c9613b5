#include "server/http/httpmessage.h"

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

bool sameName(QByteArrayView left, QByteArrayView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET"_ba;
    case Method::Head:
        return "HEAD"_ba;
    case Method::Post:
        return "POST"_ba;
    case Method::Put:
        return "PUT"_ba;
    case Method::Patch:
        return "PATCH"_ba;
    case Method::Delete:
        return "DELETE"_ba;
    case Method::Options:
        return "OPTIONS"_ba;
    case Method::Other:
        break;
    }
    return {};
}

QByteArray HttpRequest::header(QByteArrayView lowerCaseName) const
{
    QByteArray value;
    bool isFirst = true;
    for (const HttpHeader &header : headers) {
        if (header.name != lowerCaseName)
            continue;
        if (!isFirst)
            value += ", ";
        value += header.value;
        isFirst = false;
    }
    return value;
}

void HttpResponse::setHeader(const QByteArray &name, const QByteArray &value)
{
    headers.removeIf([&](const HttpHeader &header) { return sameName(header.name, name); });
    headers.append({name, value});
}

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const HttpHeader &header : headers) {
        if (sameName(header.name, name))
            return header.value;
    }
    return {};
}

} // namespace accueil
