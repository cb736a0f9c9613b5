#pragma once

#include "tests/support/twiliorecords.h"

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
        WrongAnswerAfter, // the message is taken, the answer is JSON of something else
    };
    Kind kind = Kind::None;
    int code = 0; // of the contract's errors
    int retryAfterSeconds = 0; // with 20429; 0: no such header
    bool retryAfterAsDate = false;
    std::chrono::milliseconds delay{0}; // before the answer; the message is taken before the delay
};

enum class TwilioRequests { Creating, Asking }; // POST, GET

// Twilio's Messages and Calls resources as a real HTTP server on 127.0.0.1, on a thread of its own. Every request is
// held against the official contract (contracts/twilio_v2010.json): what deviates is answered 400, is not taken and is
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

    // Faults of every request from now on, or of the next ones, one each, before the standing one.
    void setFault(const TwilioFault &fault, TwilioRequests requests = TwilioRequests::Creating);
    void queueFaults(const QList<TwilioFault> &faults, TwilioRequests requests = TwilioRequests::Creating);

    // What becomes of messages and calls that are taken from now on: the statuses one after the other, each time one is
    // asked for by its sid. `errorCode` comes with `failed` or `undelivered`.
    void setProgress(const QStringList &statuses, int errorCode = 0);
    void setStatus(const QString &sid, const QString &status, int errorCode = 0);
    void setPrice(const QString &sid, const QString &price); // "-0.00750"
    QString add(const TwilioRecord &record); // that others made; answers its sid, which is made where it is empty
    void setLargestPage(int rows); // of lists, whatever PageSize asks for
    void setNextPageBase(const QString &address); // of next_page_uri; a path without host by default
    void allowSender(const QString &sender); // beside from(); for messages also a messaging service
    void setClock(const Clock &clock); // of date_created and the Date header; the machine's by default

    // Messages that were taken, by recipient, a line break and the text.
    QMap<QString, int> taken() const;
    int takenInAll() const; // messages and calls
    QList<TwilioRecord> records() const; // messages and calls, oldest first
    int requests() const; // all that arrived whole
    int questions() const; // those that were GET
    int connections() const;
    QStringList violations() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace accueil
