#include "app/services/eventwords.h"

#include <QMutexLocker>
#include <QThread>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Beyond that, who listens had better read everything again.
constexpr qsizetype mostChanges = 20'000;

template <typename Id>
std::function<void(DomainEvents &, qint64)> emitter(void (DomainEvents::*signal)(Id))
{
    return [signal](DomainEvents &events, qint64 id) { (events.*signal)(Id{id}); };
}

std::function<void(DomainEvents &, qint64)> emitter(void (DomainEvents::*signal)())
{
    return [signal](DomainEvents &events, qint64) { (events.*signal)(); };
}

} // namespace

struct EventWords::Kind
{
    QString name;
    bool hasIds = false;
    std::function<void(DomainEvents &, qint64)> tell;
    std::function<void(DomainEvents &, QObject &, const std::function<void(qint64)> &)> listen;

    template <typename Id>
    static Kind of(const QString &name, void (DomainEvents::*signal)(Id))
    {
        return {name, true, emitter(signal),
            [signal](DomainEvents &events, QObject &listener, const std::function<void(qint64)> &heard) {
                QObject::connect(
                    &events, signal, &listener, [heard](Id id) { heard(id.value); }, Qt::DirectConnection);
            }};
    }
    static Kind of(const QString &name, void (DomainEvents::*signal)())
    {
        return {name, false, emitter(signal),
            [signal](DomainEvents &events, QObject &listener, const std::function<void(qint64)> &heard) {
                QObject::connect(
                    &events, signal, &listener, [heard] { heard(0); }, Qt::DirectConnection);
            }};
    }
};

const QList<EventWords::Kind> &EventWords::kinds()
{
    static const QList<Kind> list{
        Kind::of(u"records"_s, &DomainEvents::recordsImported), // the first, see gather()
        Kind::of(u"patient"_s, &DomainEvents::patientChanged),
        Kind::of(u"feedback"_s, &DomainEvents::feedbackChanged),
        Kind::of(u"reminder"_s, &DomainEvents::reminderChanged),
        Kind::of(u"appointment"_s, &DomainEvents::appointmentChanged),
        Kind::of(u"user"_s, &DomainEvents::userChanged),
        Kind::of(u"plans"_s, &DomainEvents::plansChanged),
        Kind::of(u"templates"_s, &DomainEvents::templatesChanged),
        Kind::of(u"devices"_s, &DomainEvents::devicesChanged),
        Kind::of(u"disputes"_s, &DomainEvents::disputesChanged),
        Kind::of(u"tablet_content"_s, &DomainEvents::tabletContentChanged),
        Kind::of(u"cases"_s, &DomainEvents::casesChanged),
    };
    return list;
}

EventWords::EventWords(DomainEvents &events, std::function<void()> gathered)
    : m_events(events)
    , m_gathered(std::move(gathered))
{
    for (int kind = 0; kind < kinds().size(); ++kind)
        kinds().at(kind).listen(events, m_listener, [this, kind](qint64 id) { gather({kind, id}); });
}

void EventWords::gather(const Change &change)
{
    if (m_emitting == QThread::currentThreadId())
        return;
    bool isFirst = false;
    {
        const QMutexLocker locker(&m_mutex);
        isFirst = m_changes.isEmpty();
        if (m_changes.size() >= mostChanges) {
            m_changes.removeIf([](const Change &gathered) { return gathered.id != 0; });
            m_changes.insert({}); // records
        }
        m_changes.insert(change);
    }
    if (isFirst)
        m_gathered();
}

QStringList EventWords::take(qsizetype longest)
{
    QList<Change> changes;
    {
        const QMutexLocker locker(&m_mutex);
        changes = m_changes.values();
        m_changes.clear();
    }
    std::ranges::sort(changes, {}, [](const Change &change) { return std::pair(change.kind, change.id); });
    QStringList words;
    int last = -1;
    for (const Change &change : changes) {
        const QString number = change.id > 0 ? u' ' + QString::number(change.id) : QString();
        if (change.kind != last || words.last().size() + number.size() > longest)
            words += kinds().at(change.kind).name;
        words.last() += number;
        last = change.kind;
    }
    return words;
}

void EventWords::putBack(const QStringList &words)
{
    const QMutexLocker locker(&m_mutex);
    for (const QString &word : words) {
        const QStringList parts = word.split(u' ');
        const auto kind = std::ranges::find(kinds(), parts.first(), &Kind::name);
        const int number = int(kind - kinds().begin());
        for (qsizetype i = 1; i < parts.size(); ++i)
            m_changes.insert({number, parts.at(i).toLongLong()});
        if (parts.size() == 1)
            m_changes.insert({number, 0});
    }
}

void EventWords::emitWord(const QString &word)
{
    const QStringList parts = word.split(u' ');
    const auto kind = std::ranges::find(kinds(), parts.first(), &Kind::name);
    if (kind == kinds().end() || kind->hasIds == (parts.size() == 1))
        return;
    m_emitting = QThread::currentThreadId();
    if (!kind->hasIds)
        kind->tell(m_events, 0);
    for (qsizetype i = 1; kind->hasIds && i < parts.size(); ++i) {
        if (const qint64 id = parts.at(i).toLongLong(); id > 0)
            kind->tell(m_events, id);
    }
    m_emitting = nullptr;
}

void EventWords::emitAll()
{
    for (const Kind &kind : kinds()) {
        if (!kind.hasIds)
            emitWord(kind.name);
    }
}

} // namespace accueil
