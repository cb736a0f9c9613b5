#pragma once

#include <QtGlobal>

#include <chrono>

namespace accueil {

// What one connection may cost. Every value is a setting.
struct HttpLimits {
    int headerBytes = 16 * 1024;
    int headerCount = 100;
    int targetBytes = 4096;
    qint64 bodyBytes = 1024 * 1024; // JSON; see uploadBytes
    qint64 uploadBytes = 12 * 1024 * 1024; // for paths that `isUpload` names
    int connections = 1000;
    int connectionsPerAddress = 200;
    int requestsPerConnection = 10'000;
    std::chrono::milliseconds headerTime{10'000};
    std::chrono::milliseconds idleTime{30'000};
    std::chrono::milliseconds tlsTime{5'000};
    std::chrono::milliseconds writeStallTime{20'000};
    qint64 minimumBodyRate = 4096; // bytes/s, after the first 10 s
    qint64 bufferedBodyBytes = 128 * 1024 * 1024; // request bodies of all connections together
};

} // namespace accueil
