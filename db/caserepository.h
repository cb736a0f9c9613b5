#pragma once

#include "app/domain/case.h"
#include "db/database.h"
#include "db/storecipher.h"

namespace accueil {

// The tables of cases and of what was done about them. Writing calls belong inside a transaction.
class CaseRepository
{
public:
    CaseRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    std::optional<Case> find(CaseId id);
    std::optional<Case> findForUpdate(CaseId id); // nobody else changes it until the transaction ends
    bool hasCase(FeedbackId feedback);
    // By deadline, the next one first; resolved ones come last, the latest first.
    Page<Case> list(const CaseFilter &filter, const PageRequest &page);
    qint64 count(const CaseFilter &filter);
    // Those whose deadline passed before `now` and that were not escalated for it, the oldest first.
    QList<CaseId> toEscalate(const QDateTime &now, int most);

    bool insert(Case &opened); // sets its id; false, and nothing is stored: the feedback has one
    void update(const Case &before, const Case &after);
    void moveMerged(CaseId from, CaseId to); // those that were merged into `from`

    void append(CaseEvent &event); // sets its id
    QList<CaseEvent> events(CaseId id); // oldest first

private:
    std::optional<Case> findOne(const QString &rest, const QVariantList &values);
    Case read(const QSqlQuery &row) const;
    QVariantList values(const Case &row) const;

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
