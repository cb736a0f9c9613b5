#include "app/domain/tabletfile.h"

#include <algorithm>

namespace accueil {

qsizetype TabletFileReport::count(SyncStatus status) const
{
    return std::ranges::count_if(lines, [status](const TabletFileLine &line) { return line.outcome.status == status; });
}

qsizetype TabletFileReport::count(LeftVoice voice) const
{
    return std::ranges::count(lines, voice, &TabletFileLine::voice);
}

} // namespace accueil
