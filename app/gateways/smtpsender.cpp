#include "app/gateways/smtpsender.h"

#include "app/gateways/curltransfer.h"
#include "app/gateways/emailmessage.h"

#include <QRegularExpression>
#include <QSysInfo>

#include <algorithm>
#include <cstring>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// What the last word of the server is about.
enum class Stage { Greeting, Encryption, Sender, Recipient, Text };

// What libcurl reads the letter from and writes the server's replies to.
struct Conversation
{
    QByteArray letter;
    qsizetype offset = 0;
    QByteArray lastReply;
    Stage stage = Stage::Greeting;

    bool letterHandedOver() const { return offset == letter.size(); }
};

size_t readLetter(char *buffer, size_t size, size_t count, void *source)
{
    auto &conversation = *static_cast<Conversation *>(source);
    const qsizetype length = std::min(qsizetype(size * count), conversation.letter.size() - conversation.offset);
    std::memcpy(buffer, conversation.letter.constData() + conversation.offset, size_t(length));
    conversation.offset += length;
    return size_t(length);
}

size_t keepReply(const char *bytes, size_t size, size_t count, void *target)
{
    const auto reply = QByteArray::fromRawData(bytes, qsizetype(size * count));
    if (!reply.startsWith("221")) // the goodbye says nothing about the message
        static_cast<Conversation *>(target)->lastReply = QByteArray(bytes, qsizetype(size * count)).trimmed();
    return size * count;
}

// libcurl shows each command that it sends.
int followStage(CURL *, curl_infotype type, char *bytes, size_t size, void *target)
{
    const auto line = QByteArrayView(bytes, qsizetype(size));
    Stage &stage = static_cast<Conversation *>(target)->stage;
    if (type != CURLINFO_HEADER_OUT)
        return 0;
    if (line.startsWith("STARTTLS"))
        stage = Stage::Encryption;
    else if (line.startsWith("EHLO") || line.startsWith("HELO"))
        stage = Stage::Greeting;
    else if (line.startsWith("MAIL "))
        stage = Stage::Sender;
    else if (line.startsWith("RCPT "))
        stage = Stage::Recipient;
    else if (line.startsWith("DATA"))
        stage = Stage::Text;
    return 0;
}

QByteArray serverUrl(const SmtpSettings &smtp)
{
    QUrl url;
    url.setScheme(smtp.security == SmtpSecurity::Tls ? u"smtps"_s : u"smtp"_s);
    url.setHost(smtp.host);
    url.setPort(smtp.port);
    // The name in EHLO. The desk's own means nothing outside; the sender's domain is one that servers can look up.
    url.setPath(u'/' + smtp.effectiveSender().section(u'@', -1));
    return url.toEncoded();
}

void setUp(CURL *curl, const SmtpSettings &smtp, const CurlList &recipients, Conversation &conversation)
{
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_URL, serverUrl(smtp).constData());
    curl_easy_setopt(
        curl, CURLOPT_USE_SSL, long(smtp.security == SmtpSecurity::StartTls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (!smtp.user.isEmpty() && !smtp.password.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, smtp.user.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, smtp.password.toUtf8().constData());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ('<' + asciiAddress(smtp.effectiveSender()) + '>').constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &readLetter);
    curl_easy_setopt(curl, CURLOPT_READDATA, &conversation);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &keepReply);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &conversation);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &followStage);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &conversation);
}

// "550 5.1.1" when the server gives an enhanced code (RFC 3463), else "550".
QString replyCode(const QByteArray &reply)
{
    static const QRegularExpression pattern(u"^(\\d{3})(?:[ -](\\d\\.\\d{1,3}\\.\\d{1,3}))?"_s);
    const auto match = pattern.match(QString::fromLatin1(reply));
    return match.captured(2).isEmpty() ? match.captured(1) : match.captured(1) + u' ' + match.captured(2);
}

bool isAboutLogin(CURLcode code, int reply)
{
    return code == CURLE_LOGIN_DENIED || reply == 530 || reply == 534 || reply == 535 || reply == 538;
}

// Whether a refusal says that the address leads to nobody (RFC 3463, 3.2 and 3.3), and is no matter of policy or size.
bool isAboutAddress(const QString &fullCode, Stage stage)
{
    static const QRegularExpression addressFault(u" 5\\.(1\\.([1-46]|10)|2\\.1)$"_s);
    if (fullCode.contains(u' '))
        return stage != Stage::Sender && addressFault.match(fullCode).hasMatch();
    static const QStringList codes{u"550"_s, u"551"_s, u"553"_s}; // RFC 5321, 4.2.3
    return stage == Stage::Recipient && codes.contains(fullCode);
}

// Of a refusal that is about this message: before MAIL it is about the desk, whatever is sent.
void judgeReply(const QString &fullCode, Stage stage, SendReport &report)
{
    if (!fullCode.startsWith(u'5')) {
        report.outcome = SendOutcome::Deferred;
        report.reason = u"providerDeferred"_s;
        return;
    }
    report.outcome = SendOutcome::Refused;
    report.reason = isAboutAddress(fullCode, stage) ? u"invalidAddress"_s
        : stage == Stage::Sender                    ? u"senderNotAllowed"_s
                                                    : u"providerRefused"_s;
}

void judge(CURLcode code, const Conversation &conversation, SendReport &report)
{
    if (code == CURLE_OK) {
        report.outcome = SendOutcome::Accepted;
        return;
    }
    const QString fullCode = replyCode(conversation.lastReply);
    const int reply = QStringView(fullCode).left(3).toInt();
    const bool refusal = reply >= 400;
    if (refusal)
        report.providerCode = fullCode;
    if (conversation.letterHandedOver() && !refusal) {
        report.outcome = SendOutcome::Unknown;
        report.reason = code == CURLE_OPERATION_TIMEDOUT ? u"timeout"_s
            : code == CURLE_ABORTED_BY_CALLBACK          ? u"interrupted"_s
                                                         : u"connectionLost"_s;
        return;
    }
    if (refusal && conversation.stage >= Stage::Sender && !isAboutLogin(code, reply)) {
        judgeReply(fullCode, conversation.stage, report);
        return;
    }
    const bool isUnencrypted = code == CURLE_USE_SSL_FAILED || (refusal && conversation.stage == Stage::Encryption);
    report.outcome = SendOutcome::Deferred;
    report.reason = isAboutLogin(code, reply) ? u"loginRefused"_s
        : isCertificateProblem(code)          ? u"certificateRefused"_s
        : isUnencrypted                       ? u"encryptionUnavailable"_s
                                              : u"providerUnreachable"_s;
}

} // namespace

SmtpSender::SmtpSender(const Clock &clock, std::function<HospitalSettings()> settings, GatewayOptions options)
    : m_clock(clock)
    , m_settings(std::move(settings))
    , m_options(std::move(options))
{
}

bool SmtpSender::isConfigured() const
{
    return m_settings().smtp.isConfigured();
}

SendReport SmtpSender::send(const OutgoingMessage &message)
{
    SendReport report{.provider = u"smtp"_s};
    const HospitalSettings settings = m_settings();
    if (!settings.smtp.isConfigured()) {
        report.reason = u"notConfigured"_s;
        return report;
    }
    Conversation conversation{
        .letter = composeEmail(message, settings.name, settings.smtp.effectiveSender(), m_clock.now())};
    CurlLine line(m_options, Connections::Fresh, m_aborted);
    const CurlList recipients(curl_slist_append(nullptr, ('<' + asciiAddress(message.email) + '>').constData()));
    setUp(line.prepare(), settings.smtp, recipients, conversation);
    const CURLcode code = line.perform();
    judge(code, conversation, report);
    if (report.outcome == SendOutcome::Accepted || report.outcome == SendOutcome::Unknown)
        report.providerMessageId = message.messageId;
    return report;
}

} // namespace accueil
