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

} // namespace

CurlHttpClient::CurlHttpClient(GatewayOptions options)
    : m_options(std::move(options))
{
}

HttpAnswer CurlHttpClient::post(const OutgoingHttpRequest &request)
{
    const CurlEasy handle = newTransfer(m_options);
    CURL *curl = handle.get();
    HttpAnswer answer;

    CurlList headers(curl_slist_append(nullptr, ("Content-Type: " + request.contentType).constData()));
    headers.reset(curl_slist_append(headers.release(), "Expect:"));
    headers.reset(curl_slist_append(headers.release(), "Accept: application/json"));
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
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, long(request.body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.constData());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &collect);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);

    const CURLcode code = performTransfer(curl, m_aborted);
    answer.problem = problemOf(code);
    answer.delivery = deliveryOf(curl, code);
    if (answer.delivery == HttpDelivery::Answered) {
        long status = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        answer.status = int(status);
        curl_off_t wait = 0;
        curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
        answer.retryAfterSeconds = int(std::clamp<curl_off_t>(wait, 0, 24 * 3600));
    }
    return answer;
}

} // namespace accueil
