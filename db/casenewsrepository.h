#pragma once

#include "app/domain/casenews.h"
#include "app/domain/role.h"
#include "db/database.h"

namespace accueil {

// Somebody for whom there is news that no letter has told.
struct CaseReader
{
    UserId user;
    bool isUrgent = false; // some of it
    std::optional<QDateTime> lastLetter; // when the last one was begun, whatever became of it
    bool lastFailed = false;
};

enum class CaseLetterState { Sending, Sent, Dropped, Failed };

inline constexpr EnumTable<CaseLetterState, 4> caseLetterStateTable{{{
    {CaseLetterState::Sending, u"sending"}, {CaseLetterState::Sent, u"sent"}, // or perhaps
    {CaseLetterState::Dropped, u"dropped"}, // it can reach nobody
    {CaseLetterState::Failed, u"failed"}, // its news waits for the next one
}}};

// Who is told what about cases, and the letters that tell it. Writing calls belong inside a transaction.
class CaseNewsRepository
{
public:
    explicit CaseNewsRepository(Database &database)
        : m_database(database)
    {
    }

    void insert(UserId reader, const CaseNews &news, const QDateTime &now);
    void forget(CaseId about, UserId reader); // what was not told yet: it is somebody else's now
    void forgetTold(const QDateTime &before); // letters of long ago
    QList<UserId> active(Role role); // accounts

    QList<CaseReader> readers();
    std::optional<CaseReader> reader(UserId user);
    // A letter with all that waits for its reader. 0: nothing waits, or all of it is resolved by now.
    qint64 beginLetter(UserId reader, const QDateTime &now);
    QList<CaseNews> newsOf(qint64 letter); // the latest of each case; what is urgent comes first
    void endLetter(qint64 letter, CaseLetterState state); // Failed: its news waits again
    // Letters that were begun before `before` and never ended, as their program did.
    QList<qint64> interrupted(const QDateTime &before);

private:
    Database &m_database;
};

} // namespace accueil
