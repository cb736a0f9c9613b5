#include "app/domain/statistics.h"

namespace accueil {

std::optional<double> Statistics::netPromoterScore() const
{
    if (recommendationAnswers == 0)
        return std::nullopt;
    return 100.0 * static_cast<double>(promoters - detractors) / static_cast<double>(recommendationAnswers);
}

} // namespace accueil
