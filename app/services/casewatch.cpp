#include "app/services/casewatch.h"

#include "app/services/casewording.h"

#include <QMutexLocker>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int secondsBetweenLooks = 10;
constexpr int mostAtOnce = 200;
constexpr auto longestLetter = 10min; // far beyond longestSend: its program has ended
constexpr int daysOfTold = 90;

Language letterLanguage(const HospitalSettings &settings)
{
    for (const QString &key : settings.languages) {
        if (const auto language = languageTable.value(key); language == Language::English)
            return Language::English;
        else if (language == Language::French)
            break;
    }
    return Language::French;
}

} // namespace

CaseWatch::CaseWatch(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
    MessageSender *sender, std::function<HospitalSettings()> settings)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_sender(sender)
    , m_settings(std::move(settings))
    , m_cases(database, cipher)
    , m_news(database)
    , m_users(database, cipher)
    , m_audit(database)
    , m_intake(database, cipher, clock)
{
}

void CaseWatch::look(const std::function<bool()> &stop)
{
    const QDateTime now = m_clock.now();
    {
        const QMutexLocker locker(&m_mutex);
        // A clock that was set back must not silence it.
        const bool isSoon = m_nextLook.isValid() && now < m_nextLook;
        if (isSoon && now.secsTo(m_nextLook) <= secondsBetweenLooks)
            return;
        m_nextLook = now.addSecs(secondsBetweenLooks);
    }
    escalateOverdue();
    sendLetters(stop);
}

void CaseWatch::escalateOverdue()
{
    bool isNews = false;
    for (const CaseId id : m_cases.toEscalate(m_clock.now(), mostAtOnce))
        isNews |= escalate(id);
    if (isNews)
        Q_EMIT m_events.casesChanged();
}

bool CaseWatch::escalate(CaseId id)
{
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    const std::optional<Case> before = m_cases.findForUpdate(id);
    if (!before || before->mergedInto || !before->isOverdue(now))
        return false;
    const CaseEscalation step = before->resolveBy < now ? CaseEscalation::Resolve : CaseEscalation::Acknowledge;
    if (before->escalation >= step) // by another desk
        return false;
    Case after = *before;
    after.escalation = step;
    after.updatedAt = now;
    ++after.version;
    m_cases.update(*before, after);
    CaseEvent event{.about = id,
        .at = now,
        .kind = CaseEventKind::Escalated,
        .detail = step == CaseEscalation::Resolve ? u"resolve"_s : u"acknowledge"_s};
    m_cases.append(event);
    m_audit.append(auditEntry(Session::system(), now, u"escalated"_s, u"case"_s, id.value, event.detail));
    QList<UserId> readers = m_intake.managers();
    if (after.owner && !readers.contains(*after.owner))
        readers += *after.owner;
    m_intake.tell(after, CaseNewsKind::Escalated, readers);
    transaction.commit();
    return true;
}

void CaseWatch::sendLetters(const std::function<bool()> &stop)
{
    if (!m_sender || !m_sender->isConfigured())
        return;
    const auto longest = std::chrono::milliseconds(longestLetter).count();
    for (const qint64 letter : m_news.interrupted(m_clock.now().addMSecs(-longest)))
        endLetter(letter, CaseLetterState::Failed);
    for (const CaseReader &reader : m_news.readers()) {
        if (stop())
            return;
        if (isDue(reader))
            writeLetter(reader.user);
    }
}

bool CaseWatch::isDue(const CaseReader &reader) const
{
    if (!reader.lastLetter)
        return true;
    const auto passed = std::chrono::milliseconds(reader.lastLetter->msecsTo(m_clock.now()));
    if (passed < 0ms) // the clock was set back
        return true;
    if (reader.isUrgent)
        return !reader.lastFailed || passed >= afterFailure;
    return passed >= betweenLetters;
}

void CaseWatch::writeLetter(UserId id)
{
    qint64 letter = 0;
    std::optional<User> user;
    QList<CaseNews> news;
    {
        Transaction transaction{m_database};
        m_users.lockRow(id); // another desk may be about to write the same
        const std::optional<CaseReader> reader = m_news.reader(id);
        if (!reader || !isDue(*reader))
            return;
        m_news.forgetTold(m_clock.now().addDays(-daysOfTold));
        letter = m_news.beginLetter(id, m_clock.now());
        user = m_users.find(id);
        news = m_news.newsOf(letter);
        transaction.commit();
    }
    if (letter == 0)
        return;
    CaseLetterState state = CaseLetterState::Dropped;
    if (user && user->isActive && !user->email.isEmpty() && !news.isEmpty()) {
        switch (send(letter, *user, news).outcome) {
        case SendOutcome::Accepted:
        case SendOutcome::Unknown: // the board tells the same; a second letter would only annoy
            state = CaseLetterState::Sent;
            break;
        case SendOutcome::Refused:
            break;
        case SendOutcome::Deferred:
        case SendOutcome::NotConfigured:
            state = CaseLetterState::Failed;
            break;
        }
    }
    endLetter(letter, state);
}

void CaseWatch::endLetter(qint64 letter, CaseLetterState state)
{
    Transaction transaction{m_database};
    m_news.endLetter(letter, state);
    transaction.commit();
}

SendReport CaseWatch::send(qint64 letter, const User &reader, const QList<CaseNews> &news)
{
    const HospitalSettings settings = m_settings();
    const Language language = letterLanguage(settings);
    return m_sender->send({.channel = Channel::Email,
        .email = reader.email,
        .subject = caseLetterSubject(news, language, settings.name),
        .text = caseLetterText(news, language),
        .messageId = u"cases-%1-%2@reminders.accueil"_s.arg(letter).arg(m_clock.now().toMSecsSinceEpoch()),
        .language = language,
        .isInternal = true});
}

} // namespace accueil
