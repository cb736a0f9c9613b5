#pragma once

#include "app/services/caseintake.h"
#include "app/services/domainevents.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"
#include "db/userrepository.h"

#include <QMutex>

#include <functional>

namespace accueil {

// What happens to cases by itself, looked after every few seconds by the scheduler: overdue ones go to the managers,
// once for each deadline, and whoever is concerned is told by email. A letter tells all that waits for its reader, at
// most every 15 minutes, but for critical cases at once; where several desks share a store, one of them writes it.
// Throws DatabaseError and CipherError.
class CaseWatch
{
public:
    // `sender`: of emails; null: none are sent.
    CaseWatch(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        MessageSender *sender, std::function<HospitalSettings()> settings);

    // Both, every 10 s however often it is called. `stop` is asked before each letter.
    void look(const std::function<bool()> &stop);
    void escalateOverdue();
    void sendLetters(const std::function<bool()> &stop);

    static constexpr std::chrono::minutes betweenLetters{15};
    static constexpr std::chrono::minutes afterFailure{1}; // where it is urgent

private:
    bool escalate(CaseId id);
    bool isDue(const CaseReader &reader) const;
    void writeLetter(UserId reader);
    void endLetter(qint64 letter, CaseLetterState state);
    SendReport send(qint64 letter, const User &reader, const QList<CaseNews> &news);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    MessageSender *m_sender;
    std::function<HospitalSettings()> m_settings;
    CaseRepository m_cases;
    CaseNewsRepository m_news;
    UserRepository m_users;
    AuditRepository m_audit;
    CaseIntake m_intake;
    QMutex m_mutex; // guards what follows
    QDateTime m_nextLook;
};

} // namespace accueil
