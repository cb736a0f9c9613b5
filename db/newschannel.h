#pragma once

#include "db/answerlimit.h"
#include "db/database.h"

#include <QObject>
#include <QTimer>

namespace accueil {

// Short words between the programs that share one PostgreSQL database (LISTEN and NOTIFY), over a connection of its own
// that is made again, within a few seconds, when it was lost. Lives on one thread with an event loop, which waits up to
// 2 s for a server that does not answer. Never throws.
class NewsChannel final : public QObject
{
    Q_OBJECT
public:
    explicit NewsChannel(DatabaseLocation location);
    ~NewsChannel() override;

    void open(); // on its thread; from then on by itself
    bool isOpen() const { return m_line.has_value(); }
    // To every program that listens, this one included. False: it was not said; try again when opened() comes.
    bool say(const QString &word);

    static constexpr qsizetype longestWord = 7000; // bytes; PostgreSQL takes less than 8000

Q_SIGNALS:
    void heard(const QString &word);
    void opened(bool hasMissed); // words may have been missed before: the connection was lost, or did not come at once

private:
    bool execute(const QString &sql, const QVariantList &values = {});
    void look(); // that the connection is alive, or for a new one
    void close();

    const DatabaseLocation m_location;
    const QString m_name;
    AnswerLimit m_limit;
    std::optional<AnswerLimit::Line> m_line; // while it is open
    QTimer m_timer;
    bool m_hasMissed = false;
};

} // namespace accueil
