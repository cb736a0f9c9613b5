#pragma once

#include "app/domain/clock.h"
#include "server/http/httpmessage.h"

#include <functional>
#include <optional>

namespace accueil {

// What a tablet must be told to trust this desk.
struct TrustFacts
{
    QByteArray certificate; // the authority's, DER
    QString authorityName; // "Accueil 7F3A-91C2", as a telephone lists it
    QString fingerprint; // SHA-256 of `certificate`, eight groups of four bytes
    quint16 port = 0; // of HTTPS
    QString hospital;
};

// The pages that explain why a tablet needs the certificate of this desk and hand it out, in French and English: `/ca`,
// `/ca.crt` (Android), `/ca.mobileconfig` (iOS) and what belongs to the page. They know nothing of anybody.
// Thread-safe.
class TrustPages
{
public:
    static constexpr auto path = "/ca";
    enum class Root { Api, Page }; // what `/` is

    // `facts`: nothing while no tablet could be served; the pages say so then. From any thread.
    TrustPages(std::function<std::optional<TrustFacts>()> facts, const Clock &clock);

    std::optional<HttpResponse> answer(const HttpRequest &request, Root root) const; // nothing: not one of the pages

private:
    HttpResponse page(const HttpRequest &request, const TrustFacts &facts) const;
    HttpResponse profile(const HttpRequest &request, const TrustFacts &facts) const;

    std::function<std::optional<TrustFacts>()> m_facts;
    const Clock &m_clock;
};

} // namespace accueil
