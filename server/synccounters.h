#pragma once

#include <QStringView>

#include <array>
#include <atomic>

namespace accueil {

// What tablets brought, for /metrics: items by what became of them, and bytes of recordings. Thread-safe.
class SyncCounters
{
public:
    static constexpr std::array outcomes{QStringView(u"created"), QStringView(u"known"), QStringView(u"kept"),
        QStringView(u"invalid"), QStringView(u"retry")};

    void item(QStringView outcome) // the key of the answer
    {
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            if (outcomes.at(i) == outcome)
                ++m_items.at(i);
        }
    }
    void audioBytes(qint64 bytes) { m_audioBytes += bytes; }

    qint64 items(std::size_t index) const { return m_items.at(index); } // of `outcomes`
    qint64 audioBytes() const { return m_audioBytes; }

private:
    std::array<std::atomic<qint64>, outcomes.size()> m_items{};
    std::atomic<qint64> m_audioBytes = 0;
};

} // namespace accueil
