#pragma once

#include "server/metrictext.h"
#include "server/requestrecord.h"

#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace accueil {

// Counts answered requests by row, method and class of status, how long they took, and how many ran into a limit.
// Counting takes no lock. Thread-safe.
class RequestMetrics
{
public:
    explicit RequestMetrics(const Routes &routes); // which outlive it

    void begin() { ++m_inFlight; }
    void end(const RequestRecord &record);
    void write(MetricText &text) const;

    // Upper ends of the buckets in seconds: from what a 304 takes to what makes people leave.
    static constexpr std::array bucketEnds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0};

private:
    static constexpr std::size_t statusClasses = 4; // 2xx to 5xx
    static constexpr std::size_t limitKinds = 5;

    // Of one row; one more for what fits none. `buckets` are not cumulative here, and the last one is for the rest.
    struct Counters
    {
        std::array<std::atomic<qint64>, statusClasses> statuses{};
        std::array<std::atomic<qint64>, bucketEnds.size() + 1> buckets{};
        std::atomic<qint64> microseconds = 0;

        qint64 total() const;
    };

    const Route *rowOf(std::size_t index) const;
    void writeStatuses(MetricText &text) const;
    void writeDurations(MetricText &text) const;
    void writeLimits(MetricText &text) const;

    const Routes &m_routes;
    std::vector<Counters> m_counters; // one for each row, then the rest
    std::array<std::atomic<qint64>, limitKinds> m_limited{};
    std::atomic<qint64> m_inFlight = 0;
};

} // namespace accueil
