#pragma once

#include "app/gateways/gatewayoptions.h"

#include <curl/curl.h>

#include <QList>

#include <atomic>
#include <memory>

namespace accueil {

struct CurlEasyCleanup
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
struct CurlMultiCleanup
{
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};
struct CurlListCleanup
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using CurlEasy = std::unique_ptr<CURL, CurlEasyCleanup>;
using CurlMulti = std::unique_ptr<CURLM, CurlMultiCleanup>;
using CurlList = std::unique_ptr<curl_slist, CurlListCleanup>;

enum class Connections {
    Fresh, // one for each transfer
    Kept, // the next transfer to the same server goes over the one before, when that was used a moment ago
};

// A way to a provider for one transfer after the other, with what all of ours share: verified TLS 1.2 or later, time
// limits, no signals, no redirects, and nothing sent a second time. libcurl by itself sends a request again when a
// connection that it kept turns out to be dead, also when the other side had already acted on it (Curl_retry_request).
// Used by one thread at a time.
class CurlLine
{
public:
    // `aborted` outlives the line.
    CurlLine(const GatewayOptions &options, Connections connections, const std::atomic<bool> &aborted);

    CURL *prepare(); // for a new transfer: what was set for the one before is gone
    // The transfer that was prepared, on the calling thread; when `aborted` becomes true it ends with
    // CURLE_ABORTED_BY_CALLBACK within about 100 ms, or 1 s where libcurl waits for an SMTP server's last word.
    CURLcode perform();
    // Whether the transfer ended because libcurl wanted to send it again.
    bool wasLostOnce() const { return m_watch.lostOnce; }

private:
    // What libcurl's callbacks see; connections that are kept call them, too.
    struct Watch
    {
        CURL *handle;
        const std::atomic<bool> &aborted;
        QList<curl_socket_t> sockets;
        bool lostOnce = false;
    };
    static int noteSocket(void *watch, curl_socket_t socket, curlsocktype purpose);
    static int closeSocket(void *watch, curl_socket_t socket);
    static int abortWhenAsked(void *watch, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static int sendOnlyOnce(void *watch, char *, char *, int, int);

    const GatewayOptions m_options;
    const Connections m_connections;
    CurlEasy m_handle;
    Watch m_watch;
    CurlMulti m_multi; // owns the connections; gone before what they call
};

// Whether the failure is about the certificate or the trust in it.
bool isCertificateProblem(CURLcode code);

} // namespace accueil
