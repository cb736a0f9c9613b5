#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <optional>

namespace accueil {

struct OutgoingHttpRequest
{
    QUrl url; // http or https, with its query
    QString user; // Basic authentication when not empty
    QString password;
    QByteArray contentType; // of a POST
    QByteArray body; // likewise
};

enum class HttpDelivery {
    Answered, // status and body are whole
    NotSent, // not a byte of the request left: the other side certainly did nothing
    MaybeSent, // the request, or a part of it, left, and no whole answer came
};

enum class HttpProblem { None, Unreachable, CertificateRefused, TimedOut, ConnectionLost, AnswerTooLarge, Aborted };

struct HttpAnswer
{
    HttpDelivery delivery = HttpDelivery::NotSent;
    HttpProblem problem = HttpProblem::None;
    int status = 0;
    QByteArray body;
    std::optional<QDateTime> date; // UTC, the other side's clock (Date)
    int retryAfterSeconds = 0; // Retry-After, which may be a time by that clock, at most a day; 0: not said
};

// Asks a provider over HTTP. Redirects are not followed and nothing is ever sent a second time by itself: only the
// caller knows whether a request may be repeated. Blocks; thread-safe.
class HttpClient
{
public:
    virtual ~HttpClient() = default;
    virtual HttpAnswer get(const OutgoingHttpRequest &request) = 0;
    virtual HttpAnswer post(const OutgoingHttpRequest &request) = 0;
    virtual void abort() = 0; // ends what is under way, now and for good
};

} // namespace accueil
