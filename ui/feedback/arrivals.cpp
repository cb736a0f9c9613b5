#include "ui/feedback/arrivals.h"

#include "app/services/domainevents.h"
#include "app/services/feedbackservice.h"
#include "ui/background.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonMs = 400; // a tablet that comes back into the network sends many at once
constexpr int mostWards = 2; // that are named

} // namespace

Arrivals::Arrivals(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_since(context.clock.now())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &Arrivals::look);
    if (context.session.may(Permission::ReadFeedback))
        connect(&context.services.events, &DomainEvents::feedbackChanged, this, &Arrivals::heardOf);
}

void Arrivals::heardOf(FeedbackId id)
{
    if (m_known.contains(id))
        return;
    m_waiting.insert(id);
    if (!m_soon.isActive())
        m_soon.start(); // not again with each, else a long burst would be said only when it is over
}

void Arrivals::look()
{
    if (m_looking || m_waiting.isEmpty())
        return;
    m_looking = true;
    const QList<FeedbackId> ids(m_waiting.cbegin(), m_waiting.cend());
    m_waiting.clear();
    inBackground(
        this,
        [service = &m_context.services.feedback, who = m_context.session, since = m_since,
            ids]() -> Result<QList<Seen>> {
            QList<Seen> some;
            for (const FeedbackId id : ids) {
                const Result<Feedback> feedback = service->find(who, id);
                if (!feedback) // deleted again
                    continue;
                const bool isMine = feedback->createdBy && *feedback->createdBy == who.user;
                some.append({id, feedback->ward, feedback->createdAt >= since && !isMine});
            }
            return some;
        },
        [this](const Result<QList<Seen>> &some) {
            m_looking = false;
            if (some)
                take(*some);
            if (!m_waiting.isEmpty())
                m_soon.start();
        });
}

void Arrivals::take(const QList<Seen> &some)
{
    const int before = m_count;
    for (const Seen &one : some) {
        if (m_known.contains(one.id))
            continue;
        m_known.insert(one.id);
        if (!one.isNew)
            continue;
        ++m_count;
        m_newest = std::max(m_newest, one.id);
        if (!one.ward.isEmpty() && !m_wards.contains(one.ward))
            m_wards.append(one.ward);
    }
    if (m_count > before)
        Q_EMIT arrived();
}

QString Arrivals::words() const
{
    if (m_count == 0)
        return {};
    QStringList parts{tr("%n new feedback", nullptr, m_count)};
    parts += m_wards.mid(0, mostWards);
    const int others = int(m_wards.size()) - mostWards;
    const QString words = parts.join(u", "_s);
    return others > 0 ? tr("%1 and %n other ward(s)", nullptr, others).arg(words) : words;
}

void Arrivals::seen()
{
    m_count = 0;
    m_wards.clear();
}

} // namespace accueil
