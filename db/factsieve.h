#pragma once

#include "app/domain/statistics.h"
#include "db/factstore.h"

#include <QTimeZone>

namespace accueil {

inline constexpr quint8 unknownAge = 78; // the mark of an age that nobody gave

// Which rows of a table a filter lets through. Marks whose number is not set are let through whatever they say.
class FactSieve
{
public:
    // What all tables have: times, ward, and age in mark 1.
    FactSieve(const StatisticsFilter &filter, const QTimeZone &zone, const Facts &facts);

    // Only rows whose mark is one that `allows`.
    template <typename Allows>
    void only(size_t mark, Allows allows)
    {
        for (quint8 value = 0; value < m_allowed[mark].size(); ++value)
            m_allowed[mark][value] = m_allowed[mark][value] && allows(value);
    }

    // Calls `visit` with every row that is let through.
    template <typename Visit>
    void each(const Facts &facts, Visit visit) const
    {
        eachRow(facts, [&](qint64, const Fact &fact) { visit(fact); });
    }
    // Likewise, with the row's number before it.
    template <typename Visit>
    void eachRow(const Facts &facts, Visit visit) const
    {
        for (auto block = facts.blocks.cbegin(); block != facts.blocks.cend(); ++block) {
            if ((*block)->facts.empty() || (*block)->last < m_from || (*block)->first >= m_until)
                continue;
            for (const Fact &fact : (*block)->facts) {
                if (lets(fact))
                    visit(block.key() << 8 | fact.slot, fact);
            }
        }
    }

private:
    bool lets(const Fact &fact) const
    {
        return fact.minute >= m_from && fact.minute < m_until && (!m_ward || fact.ward == *m_ward)
            && m_allowed[0][fact.marks[0]] && m_allowed[1][fact.marks[1]] && m_allowed[2][fact.marks[2]]
            && m_allowed[3][fact.marks[3]];
    }

    qint64 m_from; // minutes since factEpoch
    qint64 m_until;
    std::optional<quint32> m_ward;
    std::array<std::array<bool, 80>, 4> m_allowed; // marks hold less than 80
};

} // namespace accueil
