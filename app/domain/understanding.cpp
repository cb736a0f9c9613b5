#include "app/domain/understanding.h"

namespace accueil {

QStringList topicKeys(const QList<Topic> &topics)
{
    QStringList keys;
    for (Topic topic : topics)
        keys += topicTable.key(topic);
    return keys;
}

} // namespace accueil
