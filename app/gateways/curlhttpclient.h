#pragma once

#include "app/gateways/gatewayoptions.h"
#include "app/gateways/httpclient.h"

#include <atomic>

namespace accueil {

// HttpClient over libcurl. An answer of more than 1 MB is given up.
class CurlHttpClient final : public HttpClient
{
public:
    explicit CurlHttpClient(GatewayOptions options = {});

    HttpAnswer post(const OutgoingHttpRequest &request) override;
    void abort() override { m_aborted = true; }

    static constexpr qsizetype largestAnswer = 1024 * 1024;

private:
    GatewayOptions m_options;
    std::atomic<bool> m_aborted = false;
};

} // namespace accueil
