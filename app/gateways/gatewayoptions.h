#pragma once

#include "app/domain/clock.h"
#include "app/services/messagesender.h"

#include <QString>

#include <chrono>

namespace accueil {

inline constexpr std::chrono::milliseconds longestTransfer{30'000};
static_assert(longestTransfer < longestSend);

// What the place a program runs at says about its connections to providers.
struct GatewayOptions
{
    QString certificateFile; // PEM bundle of trusted authorities; empty: the system's
    std::chrono::milliseconds connectLimit{15'000};
    std::chrono::milliseconds totalLimit = longestTransfer;
    const Clock *clock = nullptr; // for answers that name a time without saying what time it is there; null: none is
};

} // namespace accueil
