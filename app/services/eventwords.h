#pragma once

#include "app/services/domainevents.h"

#include <QList>
#include <QMutex>
#include <QSet>
#include <QStringList>

#include <atomic>
#include <functional>

namespace accueil {

// What changed, gathered from DomainEvents and put into words for other programs on the same store: a kind and row
// numbers, such as "feedback 12 13", and nothing else. What is told of the settings is left out: every program looks at
// them itself. Thread-safe.
class EventWords
{
public:
    // `gathered`: there is something to take where there was nothing; called by whoever changed it.
    EventWords(DomainEvents &events, std::function<void()> gathered);

    // None longer than `longest` bytes. What changed several times is said once.
    QStringList take(qsizetype longest);
    void putBack(const QStringList &words); // what could not be said
    // Emits what a word tells; one that is no such word tells nothing. What is emitted meanwhile from this thread is
    // not gathered, so that nothing goes back to where it came from.
    void emitWord(const QString &word);
    void emitAll(); // that everything may have changed

private:
    struct Change
    {
        int kind = 0;
        qint64 id = 0; // 0: of a kind without row numbers
        friend bool operator==(const Change &, const Change &) = default;
        friend size_t qHash(const Change &change, size_t seed) { return qHashMulti(seed, change.kind, change.id); }
    };
    struct Kind;
    static const QList<Kind> &kinds();
    void gather(const Change &change);

    DomainEvents &m_events;
    const std::function<void()> m_gathered;
    std::atomic<Qt::HANDLE> m_emitting = nullptr; // the thread that emits what others said
    QMutex m_mutex; // guards what follows
    QSet<Change> m_changes;
    QObject m_listener; // its end is the end of listening
};

} // namespace accueil
