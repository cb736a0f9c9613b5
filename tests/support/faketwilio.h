#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace accueil {

// How a provider can go wrong at one request.
struct TwilioFault
{
    enum class Kind {
        None,
        Error, // an error answer with `code`; nothing is sent
        DropBefore, // the connection ends before the message is taken
        DropAfter, // the message is taken, then the connection ends without an answer
        GarbageAfter, // the message is taken, the answer is not JSON
        CutAnswerAfter, // the message is taken, the answer ends in its middle
    };
    Kind kind = Kind::None;
    int code = 0; // of the contract's errors
    int retryAfterSeconds = 0; // with 20429; 0: no such header
    std::chrono::milliseconds delay{0}; // before the answer; the message is taken before the delay
};

// Twilio's Messages resource as a real HTTP server on 127.0.0.1, on a thread of its own. Every request is held against
// the official contract (contracts/twilio_create_message.json): what deviates is answered 400, is not taken and is
// listed in violations(). Thread-safe.
class FakeTwilio
{
public:
    FakeTwilio();
    ~FakeTwilio();

    QString baseUrl() const;
    static QString accountSid();
    static QString authToken();
    static QString from();

    void setFault(const TwilioFault &fault); // of every request from now on
    void queueFaults(const QList<TwilioFault> &faults); // of the next requests, one each, before the standing one

    // Messages that were taken, by recipient, a line break and the text.
    QMap<QString, int> taken() const;
    int takenInAll() const;
    int requests() const; // all that arrived whole
    QStringList violations() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace accueil
