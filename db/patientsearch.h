#pragma once

#include "app/domain/listing.h"
#include "app/domain/patient.h"
#include "app/domain/patientfilter.h"
#include "db/database.h"
#include "db/storecipher.h"

#include <functional>

namespace accueil {

// Finds patients by what is encrypted: the blind index gives candidates, their decrypted values decide.
class PatientSearch
{
public:
    // A search considers this many matches; who has more types another letter.
    static constexpr size_t maximumMatches = 2000;

    PatientSearch(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    // The page of the matches of filter.search among what the rest of the filter lets through, in its order.
    Page<PatientId> find(const PatientFilter &filter, const PageRequest &page);

    QList<PatientId> withPhone(const QString &e164);
    QList<PatientId> withWords(const QString &name); // the same folded words in any order

private:
    Page<PatientId> findByIndex(const PatientFilter &filter, const PageRequest &page);
    Page<PatientId> findByShortNumber(const PatientFilter &filter, const PageRequest &page);
    // Calls `visit` with every patient who has all of `tags`, until it answers false. `columns` are read beside the id.
    void visitCandidates(const QList<qint64> &tags, const QString &columns, const PatientFilter &filter,
        const std::function<bool(PatientId, const QSqlQuery &)> &visit);
    QList<PatientId> select(
        const QString &query, const char *column, const std::function<bool(const QString &)> &matches);
    QString opened(PatientId id, const char *column, const QVariant &value) const;

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
