#include "server/plaindoor.h"

#include "server/problem.h"
#include "server/trustpages.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

bool isBelow(const QByteArray &path, QByteArrayView folder)
{
    return path == folder || path.startsWith(folder.toByteArray() + '/');
}

// Who calls the API, or sends anything, is a program that could not use a page.
HttpResponse refusal(const HttpRequest &request)
{
    const bool isReading = request.method == Method::Get || request.method == Method::Head;
    if (!isReading || isBelow(request.path, "/api"))
        return problem(403, u"httpsNeeded"_s);
    HttpResponse response{.status = 302, .headers = {}, .body = {}};
    response.setHeader("Location", TrustPages::path);
    response.setHeader("Cache-Control", "no-store");
    return response;
}

} // namespace

bool isThisMachine(const QHostAddress &peer)
{
    bool isIpv4 = false;
    const quint32 ipv4 = peer.toIPv4Address(&isIpv4); // also when mapped into IPv6
    return isIpv4 ? QHostAddress(ipv4).isLoopback() : peer.isLoopback();
}

PlainDoor::PlainDoor(DoorApi api, const TrustPages &pages, PlainAccess access)
    : m_api(std::move(api))
    , m_pages(pages)
    , m_access(access)
{
}

HttpResponse PlainDoor::answer(const HttpRequest &request) const
{
    return m_api(request, own(request));
}

std::optional<HttpResponse> PlainDoor::own(const HttpRequest &request) const
{
    const bool isTrusted = request.isEncrypted || m_access == PlainAccess::Everyone || isThisMachine(request.peer);
    if (std::optional<HttpResponse> page
        = m_pages.answer(request, isTrusted ? TrustPages::Root::Api : TrustPages::Root::Page))
        return page;
    return isTrusted ? std::nullopt : std::optional(refusal(request));
}

} // namespace accueil
