#pragma once

#include <QtGlobal>

#include <chrono>

namespace accueil {

// What clients may cost. Every value is a setting. Numbers of connections are shared out evenly among the server
// threads; where they are reached, a newcomer replaces the connection that has shown no whole request for the longest
// time.
struct HttpLimits
{
    int headerBytes = 16 * 1024; // request line and header fields together
    int headerCount = 100;
    int targetBytes = 4096;
    qint64 bodyBytes = 1024 * 1024; // JSON; see uploadBytes
    qint64 uploadBytes = 12 * 1024 * 1024; // for paths that `isUpload` names
    int connections = 800; // leaves room under the usual 1,024 open files
    int connectionsPerAddress = 200; // of one IPv4 address or one IPv6 /64
    int requestsPerConnection = 10'000;
    std::chrono::milliseconds headerTime{10'000};
    std::chrono::milliseconds idleTime{30'000};
    std::chrono::milliseconds tlsTime{5'000};
    std::chrono::milliseconds writeStallTime{20'000};
    std::chrono::milliseconds lingerTime{5'000}; // for a client that still sends when it has been refused
    std::chrono::milliseconds bodyGraceTime{10'000}; // before minimumBodyRate counts
    qint64 minimumBodyRate = 4096; // bytes/s, in both directions
    qint64 bufferedBodyBytes = 32 * 1024 * 1024; // request bodies of all connections together
    qint64 bufferedResponseBytes = 128 * 1024 * 1024; // answers not yet taken by their clients, together
};

} // namespace accueil
