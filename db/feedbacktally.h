#pragma once

#include "app/domain/statistics.h"
#include "db/factstore.h"

namespace accueil {

// How often each mark was seen among rows of feedback: cheap to add to, a million times for each group that a dashboard
// shows.
class FeedbackTally
{
public:
    void add(const Fact &fact)
    {
        ++m_matching[fact.marks[2] % 3];
        ++m_care[fact.marks[3]];
        ++m_house[fact.marks[4]];
        ++m_recommendation[fact.marks[5]];
        ++m_mood[fact.marks[6]];
    }
    FeedbackFigures figures() const;

private:
    std::array<quint32, 3> m_matching{};
    std::array<quint32, 36> m_care{}; // treatment and communication
    std::array<quint32, 36> m_house{}; // facility and overall experience
    std::array<quint32, 12> m_recommendation{};
    std::array<quint32, 24> m_mood{}; // sentiment and emoji
};

} // namespace accueil
