#pragma once

#include "app/domain/clock.h"
#include "app/domain/enumtable.h"
#include "app/services/deliverytracker.h"
#include "app/services/messagesender.h"

#include <QList>
#include <QMap>
#include <QRandomGenerator>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace accueil {

// What goes wrong at the provider of a drill.
enum class DrillFault {
    None,
    Busy, // 429 with Retry-After
    Unreachable,
    InvalidNumbers, // refused for good: 21211
    SwitchedOff, // taken, never arrives: 30003
    LostAnswers, // taken, but the answer never comes
    Slow, // taken after a while
};

inline constexpr EnumTable<DrillFault, 7> drillFaultTable{{{
    {DrillFault::None, u"none"},
    {DrillFault::Busy, u"busy"},
    {DrillFault::Unreachable, u"unreachable"},
    {DrillFault::InvalidNumbers, u"invalid_numbers"},
    {DrillFault::SwitchedOff, u"switched_off"},
    {DrillFault::LostAnswers, u"lost_answers"},
    {DrillFault::Slow, u"slow"},
}}};

struct DrillDial
{
    DrillFault fault = DrillFault::None;
    int percent = 100; // of the messages that it hits, 0 to 100

    friend bool operator==(const DrillDial &, const DrillDial &) = default;
};

// A message that would have left.
struct DrillMessage
{
    QString id;
    Channel channel = Channel::Sms;
    QString recipient; // number or email address
    QString text;
    AttemptOutcome outcome = AttemptOutcome::Accepted;
    QDateTime takenAt; // UTC

    friend bool operator==(const DrillMessage &, const DrillMessage &) = default;
};

struct DrillCounts
{
    int taken = 0;
    int delivered = 0;
    int refused = 0;
    int inDoubt = 0; // taken without an answer

    friend bool operator==(const DrillCounts &, const DrillCounts &) = default;
};

struct DrillOptions
{
    quint32 seed = 1; // the same seed and the same order of messages: the same faults
    std::chrono::milliseconds slowness{4000}; // of DrillFault::Slow
};

// The provider of a drill, for all channels: it takes messages, says what became of them as time passes, and sends
// nothing. It lives in memory and never opens a connection. Thread-safe.
class DrillProvider
{
public:
    explicit DrillProvider(const Clock &clock, DrillOptions options = {});
    ~DrillProvider();

    QMap<Channel, MessageSender *> senders();
    QMap<Channel, DeliveryTracker *> trackers(); // nobody can be asked about email, here as in earnest

    DrillDial dial() const;
    void setDial(const DrillDial &dial);
    void stopFor(std::chrono::seconds time); // out of reach for that long, whatever the dial says
    QDateTime stoppedUntil() const; // UTC; in the past or invalid: it is not stopped

    QList<DrillMessage> messages(int limit) const; // newest first
    DrillCounts counts() const;

private:
    class Way;
    class Witness;
    struct Taken
    {
        DrillMessage message;
        bool arrives = true;
    };

    SendReport take(const OutgoingMessage &message);
    TrackedMessage find(const QString &id);
    TrackedMessages sentTo(Channel channel, const QString &number, const QDateTime &since);
    // With the mutex held:
    DrillFault roll(); // what hits the message at hand
    bool isStopped() const;
    QString keep(const OutgoingMessage &message, bool arrives);
    AttemptOutcome outcomeOf(const Taken &taken) const;
    DeliveryNews newsOf(const Taken &taken) const;

    const Clock &m_clock;
    const DrillOptions m_options;
    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_ending;
    bool m_aborted = false;
    QRandomGenerator m_random;
    DrillDial m_dial;
    QDateTime m_stoppedUntil;
    QList<Taken> m_taken; // oldest first
    int m_refused = 0;
    int m_lost = 0;
    QMap<Channel, std::shared_ptr<Way>> m_ways;
    QMap<Channel, std::shared_ptr<Witness>> m_witnesses;
};

} // namespace accueil
