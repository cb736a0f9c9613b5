#include "app/gateways/curltransfer.h"

#include <mutex>

#ifndef Q_OS_WIN
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace accueil {

namespace {

// A connection that was silent for longer is not used again: servers close them after a few seconds, and a request that
// meets the end of its connection has an unknown fate.
constexpr long longestRest = 2; // seconds

constexpr int bothWays = 2; // SHUT_RDWR, on Windows SD_BOTH

CURL *newHandle()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    CURL *handle = curl_easy_init();
    Q_CHECK_PTR(handle);
    return handle;
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

CurlLine::CurlLine(const GatewayOptions &options, Connections connections, const std::atomic<bool> &aborted)
    : m_options(options)
    , m_connections(connections)
    , m_handle(newHandle())
    , m_watch{.handle = m_handle.get(), .aborted = aborted}
    , m_multi(curl_multi_init())
{
    Q_CHECK_PTR(m_multi.get());
}

int CurlLine::noteSocket(void *watch, curl_socket_t socket, curlsocktype)
{
    static_cast<Watch *>(watch)->sockets << socket;
    return CURL_SOCKOPT_OK;
}

int CurlLine::closeSocket(void *watch, curl_socket_t socket)
{
    static_cast<Watch *>(watch)->sockets.removeAll(socket);
#ifdef Q_OS_WIN
    return ::closesocket(socket);
#else
    return ::close(socket);
#endif
}

// Asked by libcurl at every step and once a second while it waits.
int CurlLine::abortWhenAsked(void *watch, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto &transfer = *static_cast<Watch *>(watch);
    if (!transfer.aborted)
        return 0;
    // Else it would still say goodbye to an SMTP server and wait for the reply.
    for (const curl_socket_t socket : transfer.sockets)
        ::shutdown(socket, bothWays);
    return 1;
}

// Asked by libcurl when it has a connection and is about to send the request, also when it means to send it again.
int CurlLine::sendOnlyOnce(void *watch, char *, char *, int, int)
{
    auto &transfer = *static_cast<Watch *>(watch);
    long sent = 0;
    curl_easy_getinfo(transfer.handle, CURLINFO_REQUEST_SIZE, &sent);
    transfer.lostOnce = sent > 0;
    return transfer.lostOnce ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

CURL *CurlLine::prepare()
{
    CURL *curl = m_handle.get();
    curl_easy_reset(curl);
    m_watch.lostOnce = false;
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(m_options.connectLimit.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(m_options.totalLimit.count()));
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, long(m_options.totalLimit.count() / 1000 + 1));
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    const long fresh = m_connections == Connections::Fresh ? 1 : 0;
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, fresh);
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, fresh);
    curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN, longestRest);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!m_options.certificateFile.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, m_options.certificateFile.toLocal8Bit().constData());
    // Only libcurl itself can end a transfer well: to take the handle away would let SMTP end the text where it is.
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &abortWhenAsked);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &m_watch);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTFUNCTION, &noteSocket);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTDATA, &m_watch);
    curl_easy_setopt(curl, CURLOPT_CLOSESOCKETFUNCTION, &closeSocket);
    curl_easy_setopt(curl, CURLOPT_CLOSESOCKETDATA, &m_watch);
    if (m_connections == Connections::Kept) {
        curl_easy_setopt(curl, CURLOPT_PREREQFUNCTION, &sendOnlyOnce);
        curl_easy_setopt(curl, CURLOPT_PREREQDATA, &m_watch);
    }
    return curl;
}

CURLcode CurlLine::perform()
{
    constexpr int waitMilliseconds = 100;
    CURL *handle = m_handle.get();
    CURLM *multi = m_multi.get();
    if (curl_multi_add_handle(multi, handle) != CURLM_OK)
        return CURLE_FAILED_INIT;
    int running = 1;
    CURLMcode state = CURLM_OK;
    while (running > 0 && state == CURLM_OK) {
        if (m_watch.aborted)
            curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L); // do not wait for a name server on the way out
        state = curl_multi_perform(multi, &running);
        if (state == CURLM_OK && running > 0)
            state = curl_multi_poll(multi, nullptr, 0, waitMilliseconds, nullptr);
    }
    const CURLcode outcome = state == CURLM_OK ? outcomeOf(multi) : CURLE_FAILED_INIT;
    curl_multi_remove_handle(multi, handle);
    return outcome;
}

bool isCertificateProblem(CURLcode code)
{
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR
        || code == CURLE_SSL_CERTPROBLEM;
}

} // namespace accueil
