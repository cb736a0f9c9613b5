#pragma once

#include "app/gateways/gatewayoptions.h"
#include "app/gateways/httpclient.h"

#include <QMutex>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace accueil {

class CurlLine;

// HttpClient over libcurl. Every thread that asks has a line to itself; lines and their connections are kept for the
// next. An answer of more than 4 MB is given up.
class CurlHttpClient final : public HttpClient
{
public:
    explicit CurlHttpClient(GatewayOptions options = {});
    ~CurlHttpClient() override;

    HttpAnswer get(const OutgoingHttpRequest &request) override;
    HttpAnswer post(const OutgoingHttpRequest &request) override;
    void abort() override { m_aborted = true; }

    static constexpr qsizetype largestAnswer = 4 * 1024 * 1024;

private:
    HttpAnswer transfer(const OutgoingHttpRequest &request, const std::function<void(void *)> &prepare);
    std::unique_ptr<CurlLine> takeLine();
    void giveBack(std::unique_ptr<CurlLine> line);

    GatewayOptions m_options;
    std::atomic<bool> m_aborted = false;
    QMutex m_mutex;
    std::vector<std::unique_ptr<CurlLine>> m_idle; // guarded by m_mutex
};

} // namespace accueil
