#pragma once

#include "app/domain/caserules.h"
#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "db/auditrepository.h"
#include "db/casenewsrepository.h"
#include "db/caserepository.h"
#include "db/caserulesrepository.h"
#include "db/storecipher.h"

namespace accueil {

// Opens cases, for whoever stores feedback. Every call belongs inside the transaction that stores it.
class CaseIntake
{
public:
    CaseIntake(Database &database, const StoreCipher &cipher, const Clock &clock);

    // Opens a case when `feedback`, as it is stored now, meets a rule, has none yet and is not too old (isTooOld).
    void consider(const Session &who, const Feedback &feedback);
    // False: it has one.
    bool open(const Session &who, const Feedback &feedback, const CaseFinding &finding, const CaseRules &rules,
        const QString &note = {});

    // Whom news of a case are for: its owner while that account is active, else the managers, else the administrators.
    QList<UserId> readersOf(const Case &about);
    QList<UserId> managers();
    void tell(const Case &about, CaseNewsKind kind, const QList<UserId> &readers);

private:
    const Clock &m_clock;
    CaseRepository m_cases;
    CaseRulesRepository m_rules;
    CaseNewsRepository m_news;
    AuditRepository m_audit;
};

} // namespace accueil
