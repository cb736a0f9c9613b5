#include "app/eventrelay.h"

#include <QUuid>

#include <chrono>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds gatheringTime = 200ms; // what comes in a burst is said once

} // namespace

EventRelay::EventRelay(const DatabaseLocation &location, DomainEvents &events)
    : m_self(QUuid::createUuid().toString(QUuid::Id128))
    , m_channel(new NewsChannel(location))
    , m_soon(new QTimer(m_channel))
    , m_words(events, [this] { QMetaObject::invokeMethod(m_soon, qOverload<>(&QTimer::start), Qt::QueuedConnection); })
{
    m_thread.setObjectName(u"news"_s);
    m_soon->setSingleShot(true);
    m_soon->setInterval(gatheringTime);
    m_channel->moveToThread(&m_thread);
    QObject::connect(m_soon, &QTimer::timeout, m_channel, [this] { say(); });
    QObject::connect(m_channel, &NewsChannel::heard, m_channel, [this](const QString &word) { hear(word); });
    QObject::connect(m_channel, &NewsChannel::opened, m_channel, [this](bool hasMissed) {
        if (hasMissed)
            m_words.emitAll();
        say();
    });
    QObject::connect(&m_thread, &QThread::started, m_channel, &NewsChannel::open);
    QObject::connect(&m_thread, &QThread::finished, m_channel, [this] {
        say();
        delete m_channel;
    });
    m_thread.start();
}

EventRelay::~EventRelay()
{
    m_thread.quit();
    m_thread.wait();
}

void EventRelay::say()
{
    if (!m_channel->isOpen())
        return; // opened() comes again
    QStringList words = m_words.take(NewsChannel::longestWord);
    while (!words.isEmpty() && m_channel->say(m_self + u' ' + words.first()))
        words.removeFirst();
    m_words.putBack(words);
}

void EventRelay::hear(const QString &word)
{
    const QString sender = word.section(u' ', 0, 0);
    if (sender != m_self)
        m_words.emitWord(word.sliced(std::min(sender.size() + 1, word.size())));
}

} // namespace accueil
