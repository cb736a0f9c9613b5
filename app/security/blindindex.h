#pragma once

#include "app/security/keyring.h"

#include <QList>
#include <QString>

namespace accueil {

// Makes encrypted values searchable: 64-bit HMAC-SHA256 tags of folded name-token prefixes, the patient number and
// telephone prefixes and last digits (figures in docs: see tests/bench). Whoever reads the tags learns how often a tag
// occurs, not what it stands for. Thread-safe.
class BlindIndex
{
public:
    explicit BlindIndex(const Keyring &keyring);

    // Every tag under which a patient can be found; sorted, without doubles.
    QList<qint64> tagsOfPatient(const QString &name, const QString &patientNumber, const QString &phone) const;

    // The tags that a patient found by `query` has all of, the rarest kind first. Empty: the query is too short to search.
    QList<qint64> tagsOfQuery(const QString &query) const;

    // For exact look-ups of one kind, such as an email or a reference as given.
    qint64 tagOf(const char *kind, const QString &foldedValue) const;

private:
    QByteArray m_key;
};

} // namespace accueil
