#include "server/http/bufferbudget.h"

namespace accueil {

bool BufferBudget::take(std::atomic<qint64> &sum, qint64 bytes, qint64 limit)
{
    if (sum.fetch_add(bytes) + bytes <= limit)
        return true;
    sum -= bytes;
    return false;
}

} // namespace accueil
