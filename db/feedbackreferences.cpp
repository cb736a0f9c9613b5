// The part of FeedbackRepository that keeps the numbers under which feedback was given.
#include "db/feedbackrepository.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

qint64 FeedbackRepository::referenceTag(const QString &normalisedNumber) const
{
    return m_cipher.index.tagOf("reference", normalisedNumber);
}

void FeedbackRepository::lockReference(const QString &normalisedNumber)
{
    if (m_database.dialect() == Dialect::PostgreSql)
        m_database.execute(u"SELECT pg_advisory_xact_lock(?)"_s, {referenceTag(normalisedNumber)});
}

QList<FeedbackId> FeedbackRepository::link(const QString &normalisedNumber, PatientId patient, const QDateTime &now)
{
    QSqlQuery &query = m_database.execute(
        u"UPDATE feedback SET patient_id = ?, patient_reference_enc = NULL, patient_reference_tag = NULL,"
        " updated_at = ?, version = version + 1 WHERE patient_reference_tag = ? AND patient_id IS NULL RETURNING id"_s,
        {patient.value, now.toMSecsSinceEpoch(), referenceTag(normalisedNumber)});
    QList<FeedbackId> linked;
    while (query.next())
        linked += FeedbackId{query.value(0).toLongLong()};
    return linked;
}

// A person may link feedback to a patient who has another number, and may have been wrong: as it was given the number
// stays, without its tag, as nothing is looked for by it any more.
QVariant FeedbackRepository::keptReference(const Feedback &before, const Feedback &after)
{
    const QString reference = after.notMatched() ? after.patientReference
        : before.notMatched() && after.patient   ? before.patientReference
        : after.patient                          ? givenReference(after.id)
                                                 : QString();
    return RowCipher(m_cipher.fields, "feedback", after.id.value).sealed("patient_reference_enc", reference);
}

QString FeedbackRepository::givenReference(FeedbackId id)
{
    QSqlQuery &query = m_database.execute(u"SELECT patient_reference_enc FROM feedback WHERE id = ?"_s, {id.value});
    return query.next()
        ? RowCipher(m_cipher.fields, "feedback", id.value).opened("patient_reference_enc", query.value(0))
        : QString();
}

} // namespace accueil
