#include "app/gateways/twiliosmssender.h"

#include <QJsonDocument>
#include <QJsonObject>
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

// What Twilio's error codes at the creation of a message mean for a reminder (twilio.com/docs/api/errors). All of them
// say that nothing was sent. A wrong login can be put right by the administrator, so it defers.
constexpr std::array errorRules{
    ErrorRule{20003, SendOutcome::Deferred, u"loginRefused"},
    ErrorRule{20404, SendOutcome::Deferred, u"loginRefused"}, // no such account
    ErrorRule{20429, SendOutcome::Deferred, u"providerBusy"},
    ErrorRule{21211, SendOutcome::Refused, u"invalidNumber"},
    ErrorRule{21212, SendOutcome::Refused, u"senderNotAllowed"},
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

QByteArray formField(const char *name, const QString &value)
{
    return QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

OutgoingHttpRequest createMessage(const TwilioSettings &twilio, const OutgoingMessage &message)
{
    QString base = twilio.baseUrl;
    while (base.endsWith(u'/'))
        base.chop(1);
    const QString account = QString::fromLatin1(QUrl::toPercentEncoding(twilio.accountSid));
    return {.url = QUrl(base + u"/2010-04-01/Accounts/"_s + account + u"/Messages.json"_s),
        .user = twilio.accountSid,
        .password = twilio.authToken,
        .contentType = "application/x-www-form-urlencoded",
        .body = formField("To", message.phoneNumber) + '&' + formField("From", twilio.phoneNumber) + '&'
            + formField("Body", message.text)};
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

void judgeCreated(const QJsonObject &body, SendReport &report)
{
    static const QRegularExpression sid(u"^(SM|MM)[0-9a-fA-F]{32}$"_s);
    const QString id = body.value("sid"_L1).toString();
    if (sid.match(id).hasMatch()) {
        report.outcome = SendOutcome::Accepted;
        report.providerMessageId = id;
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

TwilioSmsSender::TwilioSmsSender(HttpClient &http, std::function<HospitalSettings()> settings)
    : m_http(http)
    , m_settings(std::move(settings))
{
}

bool TwilioSmsSender::isConfigured() const
{
    return m_settings().twilio.isConfigured();
}

SendReport TwilioSmsSender::send(const OutgoingMessage &message)
{
    SendReport report{.provider = u"twilio"_s};
    const TwilioSettings twilio = m_settings().twilio;
    if (!twilio.isConfigured()) {
        report.reason = u"notConfigured"_s;
        return report;
    }
    const HttpAnswer answer = m_http.post(createMessage(twilio, message));
    if (answer.delivery != HttpDelivery::Answered) {
        judgeSilence(answer, report);
        return report;
    }
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    report.retryAfterSeconds = answer.retryAfterSeconds;
    if (answer.status == 201)
        judgeCreated(body, report);
    else
        judgeError(answer.status, body, report);
    return report;
}

} // namespace accueil
