#pragma once

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
    static constexpr int maximumMatches = 2000;

    PatientSearch(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    // All matches of filter.search among what the rest of the filter lets through, in its order.
    QList<PatientId> find(const PatientFilter &filter);

    QList<PatientId> withPhone(const QString &e164);
    QList<PatientId> withWords(const QString &name); // the same folded words in any order

private:
    struct Candidate;
    // Calls `visit` with every patient who has all of `tags`, until it answers false.
    void visitCandidates(
        const QList<qint64> &tags, const PatientFilter &filter, const std::function<bool(const Candidate &)> &visit);
    QList<PatientId> select(const QString &query, const std::function<bool(const Candidate &)> &matches);

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
