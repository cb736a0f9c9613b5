#include "app/gateways/twilioapi.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

struct ErrorRule
{
    int code;
    SendOutcome outcome;
    QStringView reason;
};

// What Twilio's error codes at the creation of a message or a call mean for a reminder (twilio.com/docs/api/errors).
// All of them say that nothing was sent. A wrong login can be put right by the administrator, so it defers.
constexpr std::array errorRules{
    ErrorRule{20003, SendOutcome::Deferred, u"loginRefused"},
    ErrorRule{20404, SendOutcome::Deferred, u"loginRefused"}, // no such account
    ErrorRule{20429, SendOutcome::Deferred, u"providerBusy"},
    ErrorRule{21201, SendOutcome::Refused, u"invalidNumber"}, // calls: no To
    ErrorRule{21205, SendOutcome::Refused, u"messageRefused"}, // calls: nothing to say
    ErrorRule{21210, SendOutcome::Refused, u"senderNotAllowed"}, // calls: From not verified
    ErrorRule{21211, SendOutcome::Refused, u"invalidNumber"},
    ErrorRule{21212, SendOutcome::Refused, u"senderNotAllowed"},
    ErrorRule{21214, SendOutcome::Refused, u"invalidNumber"}, // calls: cannot be reached
    ErrorRule{21215, SendOutcome::Refused, u"notRoutable"}, // calls: country not permitted
    ErrorRule{21216, SendOutcome::Refused, u"notRoutable"}, // calls: blocked
    ErrorRule{21217, SendOutcome::Refused, u"invalidNumber"}, // calls: not valid
    ErrorRule{21408, SendOutcome::Refused, u"notRoutable"},
    ErrorRule{21602, SendOutcome::Refused, u"messageRefused"},
    ErrorRule{21604, SendOutcome::Refused, u"invalidNumber"},
    ErrorRule{21606, SendOutcome::Refused, u"senderNotAllowed"},
    ErrorRule{21610, SendOutcome::Refused, u"optedOut"},
    ErrorRule{21611, SendOutcome::Deferred, u"providerBusy"},
    ErrorRule{21612, SendOutcome::Refused, u"notRoutable"},
    ErrorRule{21614, SendOutcome::Refused, u"invalidNumber"},
    ErrorRule{21617, SendOutcome::Refused, u"messageRefused"},
};

QByteArray encoded(const TwilioFields &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields)
        text += (text.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    return text;
}

void judgeSilence(const HttpAnswer &answer, SendReport &report)
{
    if (answer.delivery == HttpDelivery::NotSent) {
        report.outcome = SendOutcome::Deferred;
        report.reason
            = answer.problem == HttpProblem::CertificateRefused ? u"certificateRefused"_s : u"providerUnreachable"_s;
        return;
    }
    report.outcome = SendOutcome::Unknown;
    report.reason = answer.problem == HttpProblem::TimedOut ? u"timeout"_s
        : answer.problem == HttpProblem::AnswerTooLarge     ? u"unreadableAnswer"_s
        : answer.problem == HttpProblem::Aborted            ? u"interrupted"_s
                                                            : u"connectionLost"_s;
}

void judgeCreated(const QString &sid, const QString &resource, SendReport &report)
{
    if (isTwilioSid(sid, resource)) {
        report.outcome = SendOutcome::Accepted;
        report.providerMessageId = sid;
    } else {
        report.outcome = SendOutcome::Unknown;
        report.reason = u"unreadableAnswer"_s;
    }
}

void judgeError(int status, const QJsonObject &body, SendReport &report)
{
    const int code = body.value("code"_L1).toInt();
    report.providerCode = QString::number(code > 0 ? code : status);
    if (status == 429) {
        report.outcome = SendOutcome::Deferred;
        report.reason = u"providerBusy"_s;
        return;
    }
    if (status < 400 || status > 499 || code <= 0) {
        // A server error may come after the message was taken, and an answer that is not Twilio's says nothing.
        report.outcome = SendOutcome::Unknown;
        report.reason = status >= 500 ? u"providerError"_s : u"unreadableAnswer"_s;
        return;
    }
    for (const ErrorRule &rule : errorRules) {
        if (rule.code == code) {
            report.outcome = rule.outcome;
            report.reason = rule.reason.toString();
            return;
        }
    }
    const bool login = status == 401 || status == 403 || status == 404;
    report.outcome = login ? SendOutcome::Deferred : SendOutcome::Refused;
    report.reason = login ? u"loginRefused"_s : u"providerRefused"_s;
}

} // namespace

OutgoingHttpRequest twilioRequest(const TwilioSettings &twilio, const QString &resource, const TwilioFields &query)
{
    QString base = twilio.baseUrl;
    while (base.endsWith(u'/'))
        base.chop(1);
    const QString account = QString::fromLatin1(QUrl::toPercentEncoding(twilio.accountSid));
    QUrl url(base + u"/2010-04-01/Accounts/"_s + account + u'/' + resource + u".json"_s);
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(encoded(query)));
    return {.url = url, .user = twilio.accountSid, .password = twilio.authToken};
}

SendReport createAtTwilio(
    HttpClient &http, const TwilioSettings &twilio, const QString &resource, const TwilioFields &fields)
{
    SendReport report{.provider = twilioProvider};
    OutgoingHttpRequest request = twilioRequest(twilio, resource);
    request.contentType = "application/x-www-form-urlencoded";
    request.body = encoded(fields);
    const HttpAnswer answer = http.post(request);
    if (answer.delivery != HttpDelivery::Answered) {
        judgeSilence(answer, report);
        return report;
    }
    const QJsonObject body = twilioObject(answer).value_or(QJsonObject());
    report.retryAfterSeconds = answer.retryAfterSeconds;
    if (answer.status == 201)
        judgeCreated(body.value("sid"_L1).toString(), resource, report);
    else
        judgeError(answer.status, body, report);
    return report;
}

bool isTwilioSid(const QString &text, const QString &resource)
{
    static const QRegularExpression message(u"\\A(SM|MM)[0-9a-fA-F]{32}\\z"_s);
    static const QRegularExpression call(u"\\ACA[0-9a-fA-F]{32}\\z"_s);
    return (resource == u"Calls" ? call : message).match(text).hasMatch();
}

std::optional<QJsonObject> twilioObject(const HttpAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    return answer.delivery == HttpDelivery::Answered && document.isObject() ? std::optional(document.object())
                                                                            : std::nullopt;
}

std::optional<QDateTime> twilioTime(const QJsonObject &row, const QString &field)
{
    const QDateTime time = QDateTime::fromString(row.value(field).toString(), Qt::RFC2822Date);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

QUrl twilioNextPage(const QJsonObject &page, const QUrl &present, const QString &baseUrl)
{
    const QString text = page.value("next_page_uri"_L1).toString();
    if (text.isEmpty())
        return {};
    QUrl next = present.resolved(QUrl(text));
    QString folder = QUrl(baseUrl).path();
    while (folder.endsWith(u'/'))
        folder.chop(1);
    if (!folder.isEmpty() && !next.path().startsWith(folder + u'/'))
        next.setPath(folder + next.path());
    const bool isSameServer = next.scheme() == present.scheme() && next.host() == present.host()
        && next.port() == present.port() && next.userInfo().isEmpty();
    return isSameServer ? next : QUrl();
}

} // namespace accueil
