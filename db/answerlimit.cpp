#include "db/answerlimit.h"

#include <QLibrary>
#include <QLoggingCategory>
#include <QVariant>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(log, "accueil.database")

constexpr std::chrono::milliseconds interval = 500ms; // how exactly a limit is kept

qint64 monotonicMilliseconds()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

#ifdef Q_OS_UNIX
// Qt's driver has loaded libpq already; this is its PQsocket, so that the build needs no libpq of its own.
int socketOf(const QSqlDriver &driver)
{
    using PqSocket = int (*)(const void *);
    static const auto pqSocket = reinterpret_cast<PqSocket>(QLibrary::resolve(u"pq"_s, 5, "PQsocket"));
    const QVariant handle = driver.handle();
    // Documented as PGconn*, which is another name of pg_conn*.
    const QByteArray type = handle.typeName();
    if (!pqSocket || (type != "PGconn*" && type != "pg_conn*"))
        return -1;
    const void *connection = *static_cast<void *const *>(handle.constData());
    const int socket = connection ? pqSocket(connection) : -1;
    return socket < 0 ? -1 : ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
}

void shutDown(int socket)
{
    ::shutdown(socket, SHUT_RDWR);
}

void close(int socket)
{
    ::close(socket);
}
#else
int socketOf(const QSqlDriver &)
{
    return -1;
}

void shutDown(int) { }

void close(int) { }
#endif

} // namespace

AnswerLimit::~AnswerLimit()
{
    Q_ASSERT(m_lines.empty());
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void AnswerLimit::add(Line &line)
{
    const std::lock_guard lock(m_mutex);
    line.m_place = m_lines.insert(m_lines.end(), &line);
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
}

void AnswerLimit::remove(Line &line)
{
    const std::lock_guard lock(m_mutex);
    m_lines.erase(line.m_place);
}

void AnswerLimit::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        const qint64 now = monotonicMilliseconds();
        for (Line *line : m_lines) {
            const qint64 asked = line->m_asked;
            if (asked != 0 && now - asked > line->m_patience)
                giveUp(*line, asked);
        }
        m_wake.wait_for(lock, interval);
    }
}

void AnswerLimit::giveUpWaiting()
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = monotonicMilliseconds();
    for (Line *line : m_lines) {
        const qint64 asked = line->m_asked;
        const bool mayTakeLong = line->m_patience > std::chrono::milliseconds(statement).count();
        if (asked != 0 && !mayTakeLong && now - asked > std::chrono::milliseconds(probe).count())
            giveUp(*line, asked);
    }
}

void AnswerLimit::giveUp(Line &line, qint64 asked)
{
    if (!line.m_asked.compare_exchange_strong(asked, 0))
        return; // answered in this moment
    qCWarning(log, "the database server leaves a statement unanswered; its connection is given up");
    shutDown(line.m_socket);
}

AnswerLimit::Line::Line(AnswerLimit &limit, const QSqlDriver &driver)
    : m_limit(limit)
    , m_socket(socketOf(driver))
{
    if (m_socket >= 0)
        m_limit.add(*this);
}

AnswerLimit::Line::~Line()
{
    if (m_socket < 0)
        return;
    m_limit.remove(*this);
    close(m_socket);
}

void AnswerLimit::Line::asked(std::chrono::milliseconds patience)
{
    m_patience = patience.count();
    m_asked = monotonicMilliseconds();
}

bool AnswerLimit::Line::answered()
{
    return m_asked.exchange(0) != 0;
}

} // namespace accueil
