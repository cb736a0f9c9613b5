#pragma once

#include "server/http/httpmessage.h"

#include <QHostAddress>

#include <functional>
#include <optional>

namespace accueil {

class TrustPages;

// Whether a connection comes from this computer: from a loopback address, also one mapped into IPv6. What this computer
// sends to its own address on the network counts as the network.
bool isThisMachine(const QHostAddress &peer);

enum class PlainAccess {
    ThisMachine, // others get nothing but the pages that lead to HTTPS
    Everyone, // the operator chose an address to listen on, and answers for what is between it and the clients
};

// The API behind the door. `ready`: what the door answered itself, which only goes into the records.
using DoorApi = std::function<HttpResponse(const HttpRequest &request, std::optional<HttpResponse> ready)>;

// What stands before the API at both doors, plain and encrypted. Nobody's name, password or answer crosses the network
// in the clear: over plain HTTP another machine gets the pages that explain and hand out the certificate, everything
// else leads there (GET) or is refused. Thread-safe; both references outlive it.
class PlainDoor
{
public:
    PlainDoor(DoorApi api, const TrustPages &pages, PlainAccess access);

    HttpResponse answer(const HttpRequest &request) const;

private:
    std::optional<HttpResponse> own(const HttpRequest &request) const; // nothing: the API's to answer

    DoorApi m_api;
    const TrustPages &m_pages;
    PlainAccess m_access;
};

} // namespace accueil
