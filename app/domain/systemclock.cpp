#include "app/domain/clock.h"

namespace accueil {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace accueil
