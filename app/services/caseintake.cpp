#include "app/services/caseintake.h"

namespace accueil {

using namespace Qt::StringLiterals;

CaseIntake::CaseIntake(Database &database, const StoreCipher &cipher, const Clock &clock)
    : m_clock(clock)
    , m_cases(database, cipher)
    , m_rules(database)
    , m_news(database)
    , m_audit(database)
{
}

void CaseIntake::consider(const Session &who, const Feedback &feedback)
{
    const CaseRules rules = m_rules.load();
    const std::optional<CaseFinding> finding = judged(rules, feedback);
    if (finding && !isTooOld(rules, feedback, m_clock.now()) && !m_cases.hasCase(feedback.id))
        open(who, feedback, *finding, rules);
}

bool CaseIntake::open(const Session &who, const Feedback &feedback, const CaseFinding &finding, const CaseRules &rules,
    const QString &note)
{
    const QDateTime now = m_clock.now();
    Case opened{.feedback = feedback.id,
        .ward = feedback.ward,
        .severity = finding.severity,
        .reasons = finding.reasons,
        .openedAt = now,
        .acknowledgeBy = now.addSecs(qint64(rules.acknowledgeHours) * 3600),
        .resolveBy = now.addSecs(qint64(rules.resolveHours) * 3600),
        .updatedAt = now};
    const UserId owner = rules.ownerOf(feedback.ward);
    if (owner && m_rules.isPerson(owner))
        opened.owner = owner;
    if (!m_cases.insert(opened))
        return false;
    const bool isPerson = finding.reasons == QList{CaseReason::Person};
    CaseEvent event{.about = opened.id, .at = now, .kind = CaseEventKind::Opened, .note = note};
    if (isPerson) { // a rule opens it for the hospital, not for whoever typed the feedback
        if (who.user)
            event.actor = who.user;
        event.actorName = who.username;
    }
    m_cases.append(event);
    m_audit.append(auditEntry(isPerson ? who : Session::system(), now, u"opened"_s, u"case"_s, opened.id.value));
    tell(opened, CaseNewsKind::Opened, readersOf(opened));
    return true;
}

QList<UserId> CaseIntake::readersOf(const Case &about)
{
    if (about.owner && m_rules.isPerson(*about.owner))
        return {*about.owner};
    return managers();
}

QList<UserId> CaseIntake::managers()
{
    const QList<UserId> managers = m_news.active(Role::Manager);
    return managers.isEmpty() ? m_news.active(Role::Admin) : managers;
}

void CaseIntake::tell(const Case &about, CaseNewsKind kind, const QList<UserId> &readers)
{
    const CaseNews news{about.id, about.ward, kind, about.severity == CaseSeverity::Critical};
    for (const UserId reader : readers)
        m_news.insert(reader, news, m_clock.now());
}

} // namespace accueil
