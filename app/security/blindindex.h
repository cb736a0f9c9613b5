#pragma once

#include "app/security/hmac.h"
#include "app/security/keyring.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace accueil {

// What a query asks of a patient, taken apart once for many candidates: every word begins a word of the name or number,
// or is a telephone's beginning (4 digits or more, with or without Cameroon's country code) or its last 4 digits; a
// number is also found without letters and zeros.
class SearchTerms
{
public:
    explicit SearchTerms(const QString &query);
    bool asksForPhone() const; // without digits in the query the telephone need not be decrypted
    // `foldedName` by foldText(); `phone` is E.164 or empty.
    bool match(const QString &foldedName, const QString &patientNumber, const QString &phone) const;

private:
    QStringList m_tokens;
};

// Makes encrypted values searchable by 64-bit tags (the first 8 bytes of an HMAC-SHA256): of the beginnings of the
// folded words of a name and of the patient number, of telephone beginnings and last digits, and of every pair of words
// by their first two letters, so that two short words are found as fast as one long one. Whoever reads the tags learns
// how often a tag occurs, not what it stands for. Figures: tests/bench. Thread-safe.
class BlindIndex
{
public:
    explicit BlindIndex(const Keyring &keyring);

    // Every tag under which a patient can be found; sorted, without doubles. `phone` is E.164 or empty.
    QList<qint64> tagsOfPatient(const QString &name, const QString &patientNumber, const QString &phone) const;

    // Tags that every patient found by `query` has, the rarest kind first. They can be shared by patients who are not
    // meant
    // ("mbargas" is looked up as "mbarga"): check the decrypted values with SearchTerms. Empty: the query is too short
    // to search.
    QList<qint64> tagsOfQuery(const QString &query) const;

    // SearchTerms for one patient.
    static bool matches(const QString &query, const QString &name, const QString &patientNumber, const QString &phone);

    // For exact look-ups of one kind, such as an email or a reference as given.
    qint64 tagOf(const char *kind, const QString &foldedValue) const;

private:
    HmacKey m_key;
};

} // namespace accueil
