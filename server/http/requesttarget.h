#pragma once

#include <QByteArrayView>

namespace accueil {

struct RequestHead;

// Fills path, query and authority from a request target: "/path?query", "http://host/path?query", or "*" for OPTIONS.
// false: a character no browser sends unencoded, a broken or zero escape, a dot segment, or another form.
bool readTarget(QByteArrayView target, RequestHead &head);

// host or host:port without user information, as in Host (RFC 9110, 7.2).
bool isAuthority(QByteArrayView text);

} // namespace accueil
