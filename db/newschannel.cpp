#include "db/newschannel.h"

#include "db/connection.h"

#include <QSqlDriver>

#include <atomic>
#include <chrono>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString channel = u"accueil_news"_s;
constexpr std::chrono::seconds interval = 2s;

QString uniqueName()
{
    static std::atomic<int> last = 0;
    return u"accueil-news-%1"_s.arg(++last);
}

} // namespace

NewsChannel::NewsChannel(DatabaseLocation location)
    : m_location(std::move(location))
    , m_name(uniqueName())
    , m_timer(this)
{
    Q_ASSERT(m_location.dialect == Dialect::PostgreSql);
    connect(&m_timer, &QTimer::timeout, this, &NewsChannel::look);
}

NewsChannel::~NewsChannel()
{
    close();
}

void NewsChannel::open()
{
    m_timer.start(interval);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    setPlace(database, m_location);
    if (!database.open()) {
        database = {};
        close();
        return;
    }
    QSqlDriver *driver = database.driver();
    m_line.emplace(m_limit, *driver);
    connect(driver, &QSqlDriver::notification, this,
        [this](
            const QString &, QSqlDriver::NotificationSource, const QVariant &word) { Q_EMIT heard(word.toString()); });
    m_line->asked(AnswerLimit::probe);
    const bool isListening = driver->subscribeToNotification(channel);
    if (!m_line->answered() || !isListening) {
        database = {};
        close();
        return;
    }
    Q_EMIT opened(std::exchange(m_hasMissed, false));
}

bool NewsChannel::say(const QString &word)
{
    return isOpen() && execute(u"SELECT pg_notify(?, ?)"_s, {channel, word});
}

bool NewsChannel::execute(const QString &sql, const QVariantList &values)
{
    bool succeeded = false;
    {
        const QSqlDatabase database = QSqlDatabase::database(m_name, false);
        QSqlQuery query(database);
        m_line->asked(AnswerLimit::probe);
        succeeded = database.isOpen() && query.prepare(sql);
        for (qsizetype i = 0; i < values.size(); ++i)
            query.bindValue(int(i), values.at(i));
        succeeded = succeeded && query.exec();
        succeeded = m_line->answered() && succeeded;
    }
    if (!succeeded)
        close();
    return succeeded;
}

void NewsChannel::look()
{
    if (isOpen())
        execute(u"SELECT 1"_s);
    if (!isOpen())
        open();
}

void NewsChannel::close()
{
    m_line.reset();
    m_hasMissed = true;
    if (!QSqlDatabase::contains(m_name))
        return;
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace accueil
