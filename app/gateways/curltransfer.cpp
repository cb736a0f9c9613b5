#include "app/gateways/curltransfer.h"

#include <QtGlobal>

#include <mutex>

namespace accueil {

namespace {

struct CurlMultiCleanup {
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};

void initialiseOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

CURLcode outcomeOf(CURLM *multi)
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
        if (message->msg == CURLMSG_DONE)
            return message->data.result;
    }
    return CURLE_FAILED_INIT;
}

} // namespace

CurlEasy newTransfer(const GatewayOptions &options)
{
    initialiseOnce();
    CurlEasy handle(curl_easy_init());
    Q_CHECK_PTR(handle.get());
    CURL *curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(options.connectLimit.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(options.totalLimit.count()));
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, long(options.totalLimit.count() / 1000 + 1));
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!options.certificateFile.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, options.certificateFile.toLocal8Bit().constData());
    return handle;
}

CURLcode performTransfer(CURL *handle, const std::atomic<bool> &aborted)
{
    constexpr int waitMilliseconds = 100;
    const std::unique_ptr<CURLM, CurlMultiCleanup> multi(curl_multi_init());
    if (!multi || curl_multi_add_handle(multi.get(), handle) != CURLM_OK)
        return CURLE_FAILED_INIT;
    int running = 1;
    CURLMcode state = CURLM_OK;
    while (running > 0 && state == CURLM_OK && !aborted) {
        state = curl_multi_perform(multi.get(), &running);
        if (state == CURLM_OK && running > 0)
            state = curl_multi_poll(multi.get(), nullptr, 0, waitMilliseconds, nullptr);
    }
    CURLcode outcome = CURLE_ABORTED_BY_CALLBACK;
    if (state != CURLM_OK)
        outcome = CURLE_FAILED_INIT;
    else if (running == 0)
        outcome = outcomeOf(multi.get());
    else
        curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L); // do not wait for a name server on the way out
    curl_multi_remove_handle(multi.get(), handle);
    return outcome;
}

bool isCertificateProblem(CURLcode code)
{
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR
        || code == CURLE_SSL_CERTPROBLEM;
}

} // namespace accueil
