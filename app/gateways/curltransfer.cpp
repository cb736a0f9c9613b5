#include "app/gateways/curltransfer.h"

#include <mutex>

#include <QList>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

namespace accueil {

namespace {

struct CurlMultiCleanup
{
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};

void initialiseOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

constexpr int bothWays = 2; // SHUT_RDWR, on Windows SD_BOTH

// One transfer as libcurl's callbacks see it.
struct Watch
{
    const std::atomic<bool> &aborted;
    QList<curl_socket_t> sockets;
};

int noteSocket(void *watch, curl_socket_t socket, curlsocktype)
{
    static_cast<Watch *>(watch)->sockets << socket;
    return CURL_SOCKOPT_OK;
}

int closeSocket(void *watch, curl_socket_t socket)
{
    static_cast<Watch *>(watch)->sockets.removeAll(socket);
#ifdef Q_OS_WIN
    return ::closesocket(socket);
#else
    return ::close(socket);
#endif
}

// Asked by libcurl at every step and once a second while it waits.
int abortWhenAsked(void *watch, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto &transfer = *static_cast<Watch *>(watch);
    if (!transfer.aborted)
        return 0;
    // Else it would still say goodbye to an SMTP server and wait for the reply.
    for (const curl_socket_t socket : transfer.sockets)
        ::shutdown(socket, bothWays);
    return 1;
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
    Watch watch{aborted, {}};
    // Only libcurl itself can end a transfer well: to take the handle away would let SMTP end the text where it is.
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &abortWhenAsked);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &watch);
    curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, &noteSocket);
    curl_easy_setopt(handle, CURLOPT_SOCKOPTDATA, &watch);
    curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, &closeSocket);
    curl_easy_setopt(handle, CURLOPT_CLOSESOCKETDATA, &watch);
    const std::unique_ptr<CURLM, CurlMultiCleanup> multi(curl_multi_init());
    if (!multi || curl_multi_add_handle(multi.get(), handle) != CURLM_OK)
        return CURLE_FAILED_INIT;
    int running = 1;
    CURLMcode state = CURLM_OK;
    while (running > 0 && state == CURLM_OK) {
        if (aborted)
            curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L); // do not wait for a name server on the way out
        state = curl_multi_perform(multi.get(), &running);
        if (state == CURLM_OK && running > 0)
            state = curl_multi_poll(multi.get(), nullptr, 0, waitMilliseconds, nullptr);
    }
    const CURLcode outcome = state == CURLM_OK ? outcomeOf(multi.get()) : CURLE_FAILED_INIT;
    curl_multi_remove_handle(multi.get(), handle);
    return outcome;
}

bool isCertificateProblem(CURLcode code)
{
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR
        || code == CURLE_SSL_CERTPROBLEM;
}

} // namespace accueil
