#pragma once

#include "app/gateways/gatewayoptions.h"

#include <curl/curl.h>

#include <atomic>
#include <memory>

namespace accueil {

struct CurlEasyCleanup
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
struct CurlListCleanup
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using CurlEasy = std::unique_ptr<CURL, CurlEasyCleanup>;
using CurlList = std::unique_ptr<curl_slist, CurlListCleanup>;

// A handle with what every transfer of ours shares: verified TLS 1.2 or later, time limits, no signals, no redirects,
// and a connection of its own. libcurl sends a request again by itself when a connection that it kept turns out to be
// dead, also when the other side had already acted on it (Curl_retry_request); on a fresh connection it never does.
CurlEasy newTransfer(const GatewayOptions &options);

// Performs the transfer on the calling thread; when `aborted` becomes true it ends with
// CURLE_ABORTED_BY_CALLBACK within about 100 ms, or 1 s where libcurl waits for an SMTP server's last word.
CURLcode performTransfer(CURL *handle, const std::atomic<bool> &aborted);

// Whether the failure is about the certificate or the trust in it.
bool isCertificateProblem(CURLcode code);

} // namespace accueil
