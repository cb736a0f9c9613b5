#pragma once

#include "app/domain/deliveryrules.h"
#include "app/services/messagesender.h"

#include <QMap>
#include <QMutex>

#include <optional>

namespace accueil {

// What a report means: as its reason says, but for what was refused for good or may come later.
Cause causeOf(const SendReport &report);

// Channels on which nothing leaves for anybody: a provider out of reach, a login that is refused, a provider that asks
// for a pause. They rest as long as the rules say for a try that failed, then one message goes first.
// Thread-safe.
class ChannelPauses
{
public:
    bool rests(Channel channel, const QDateTime &now) const;
    bool isOnTrial(Channel channel) const; // not yet seen to work again
    ReasonKey reason(Channel channel) const;
    std::optional<SendDelay> rest(Channel channel, const QDateTime &now) const; // nothing: it does not rest
    // True: the channel rests from now on.
    bool note(Channel channel, const SendReport &report, const DeliveryRules &rules, const QDateTime &at);

private:
    struct Pause
    {
        QDateTime since; // UTC; invalid: none
        QDateTime until;
        int length = 0; // index of the delay
        ReasonKey reason;

        // A clock that was set back ends it: nobody waits until yesterday.
        bool holds(const QDateTime &at) const { return since.isValid() && since <= at && at < until; }
    };
    mutable QMutex m_mutex; // guards what follows
    QMap<Channel, Pause> m_pauses;
};

} // namespace accueil
