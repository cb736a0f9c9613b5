#include "ui/background.h"

namespace accueil {

QThreadPool &backgroundPool()
{
    static QThreadPool *pool = [] {
        auto *created = new QThreadPool(qApp);
        created->setMaxThreadCount(3);
        created->setExpiryTimeout(-1);
        return created;
    }();
    return *pool;
}

} // namespace accueil
