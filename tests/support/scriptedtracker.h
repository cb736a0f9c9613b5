#pragma once

#include "app/services/deliverytracker.h"

#include <chrono>
#include <functional>
#include <thread>

namespace accueil {

// A provider that answers what the test says and remembers what it was asked.
class ScriptedTracker final : public DeliveryTracker
{
public:
    bool isConfigured() const override { return configured; }
    TrackedMessage find(const QString &providerMessageId) override
    {
        asked << providerMessageId;
        std::this_thread::sleep_for(slowness);
        return messages.value(providerMessageId);
    }
    TrackedMessages sentTo(const QString &phoneNumber, const QDateTime &) override
    {
        lists << phoneNumber;
        std::this_thread::sleep_for(slowness);
        if (onList)
            onList();
        return list;
    }

    bool configured = true;
    QMap<QString, TrackedMessage> messages; // by id; no answer for the others
    TrackedMessages list;
    QStringList asked;
    QStringList lists;
    std::chrono::milliseconds slowness{0}; // of each answer
    std::function<void()> onList; // while the question is under way
};

} // namespace accueil
