#pragma once

#include "app/services/eventwords.h"
#include "db/newschannel.h"

#include <QThread>

namespace accueil {

// Several desks on one PostgreSQL: what one of them changed is told by the DomainEvents of the others, within a second;
// after a connection that was lost, that everything may have changed. Only kinds and row numbers travel. Told after the
// commit and without holding it up, so that a desk that is killed just then tells nothing of it. On a thread of its
// own.
class EventRelay
{
public:
    EventRelay(const DatabaseLocation &location, DomainEvents &events); // PostgreSQL
    // Says what is left to say; takes up to 2 s when the server is silent just then.
    ~EventRelay();
    EventRelay(const EventRelay &) = delete;
    EventRelay &operator=(const EventRelay &) = delete;

private:
    void say();
    void hear(const QString &word);

    const QString m_self; // so that one's own words are known
    NewsChannel *const m_channel; // lives on m_thread
    QTimer *const m_soon; // likewise
    EventWords m_words;
    QThread m_thread;
};

} // namespace accueil
