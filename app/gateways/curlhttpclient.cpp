#include "app/gateways/curlhttpclient.h"

#include "app/gateways/curltransfer.h"

#include <algorithm>

namespace accueil {

namespace {

// libcurl's write callback: anything but the number of bytes offered ends the transfer with CURLE_WRITE_ERROR.
size_t collect(const char *bytes, size_t size, size_t count, void *target)
{
    auto &body = *static_cast<QByteArray *>(target);
    const auto length = qsizetype(size * count);
    if (body.size() + length > CurlHttpClient::largestAnswer)
        return 0;
    body.append(bytes, length);
    return size_t(length);
}

HttpProblem problemOf(CURLcode code)
{
    if (isCertificateProblem(code))
        return HttpProblem::CertificateRefused;
    switch (code) {
    case CURLE_OK:
        return HttpProblem::None;
    case CURLE_OPERATION_TIMEDOUT:
        return HttpProblem::TimedOut;
    case CURLE_WRITE_ERROR:
        return HttpProblem::AnswerTooLarge;
    case CURLE_ABORTED_BY_CALLBACK:
        return HttpProblem::Aborted;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
        return HttpProblem::ConnectionLost;
    default:
        return HttpProblem::Unreachable;
    }
}

HttpDelivery deliveryOf(CURL *curl, CURLcode code)
{
    if (code == CURLE_OK)
        return HttpDelivery::Answered;
    // Bytes of the request, head included, that were handed to the connection.
    long sent = 0;
    curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent);
    return sent == 0 ? HttpDelivery::NotSent : HttpDelivery::MaybeSent;
}

std::optional<QByteArray> headerOf(CURL *curl, const char *name)
{
    curl_header *header = nullptr;
    if (curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) != CURLHE_OK)
        return std::nullopt;
    return QByteArray(header->value);
}

// RFC 9110, 5.6.7.
std::optional<QDateTime> httpDate(const QByteArray &text)
{
    const time_t seconds = curl_getdate(text.constData(), nullptr);
    if (seconds < 0)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

// RFC 9110, 10.2.3: seconds, or a time. That is by the other side's clock, if it shows it; the desk's may be wrong.
int retryAfter(CURL *curl, const std::optional<QDateTime> &now)
{
    constexpr qint64 day = 24 * 3600;
    const QByteArray text = headerOf(curl, "Retry-After").value_or(QByteArray());
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber) {
        const std::optional<QDateTime> time = httpDate(text);
        seconds = time && now ? now->secsTo(*time) : 0;
    }
    return int(std::clamp<qint64>(seconds, 0, day));
}

} // namespace

CurlHttpClient::CurlHttpClient(GatewayOptions options)
    : m_options(std::move(options))
{
}

CurlHttpClient::~CurlHttpClient() = default;

std::unique_ptr<CurlLine> CurlHttpClient::takeLine()
{
    const QMutexLocker locker(&m_mutex);
    if (m_idle.empty())
        return std::make_unique<CurlLine>(m_options, Connections::Kept, m_aborted);
    std::unique_ptr<CurlLine> line = std::move(m_idle.back());
    m_idle.pop_back();
    return line;
}

void CurlHttpClient::giveBack(std::unique_ptr<CurlLine> line)
{
    const QMutexLocker locker(&m_mutex);
    m_idle.push_back(std::move(line));
}

HttpAnswer CurlHttpClient::get(const OutgoingHttpRequest &request)
{
    return transfer(request, [](CURL *curl) { curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L); });
}

HttpAnswer CurlHttpClient::post(const OutgoingHttpRequest &request)
{
    return transfer(request, [&](CURL *curl) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, long(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.constData());
    });
}

HttpAnswer CurlHttpClient::transfer(const OutgoingHttpRequest &request, const std::function<void(void *)> &prepare)
{
    std::unique_ptr<CurlLine> line = takeLine();
    CURL *curl = line->prepare();
    HttpAnswer answer;

    CurlList headers(curl_slist_append(nullptr, "Accept: application/json"));
    headers.reset(curl_slist_append(headers.release(), "Expect:"));
    if (!request.contentType.isEmpty())
        headers.reset(curl_slist_append(headers.release(), ("Content-Type: " + request.contentType).constData()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Accueil");
    curl_easy_setopt(curl, CURLOPT_URL, request.url.toEncoded().constData());
    if (!request.user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
        curl_easy_setopt(curl, CURLOPT_USERNAME, request.user.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, request.password.toUtf8().constData());
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &collect);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
    prepare(curl);

    const CURLcode code = line->perform();
    answer.problem = line->wasLostOnce() ? HttpProblem::ConnectionLost : problemOf(code);
    answer.delivery = deliveryOf(curl, code);
    if (answer.delivery == HttpDelivery::Answered) {
        long status = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        answer.status = int(status);
        answer.date = httpDate(headerOf(curl, "Date").value_or(QByteArray()));
        const bool isOwnTime = !answer.date && m_options.clock;
        answer.retryAfterSeconds = retryAfter(curl, isOwnTime ? m_options.clock->now() : answer.date);
    }
    giveBack(std::move(line));
    return answer;
}

} // namespace accueil
