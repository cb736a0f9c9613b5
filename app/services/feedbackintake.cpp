#include "app/services/feedbackintake.h"

#include "app/domain/fieldrules.h"
#include "app/services/feedbackunderstanding.h"

namespace accueil {

using namespace Qt::StringLiterals;

FeedbackIntake::FeedbackIntake(
    Database &database, const StoreCipher &cipher, const Clock &clock, const UnderstandingEngine &engine)
    : m_cipher(cipher)
    , m_clock(clock)
    , m_engine(engine)
    , m_feedback(database, cipher)
    , m_patients(database, cipher)
    , m_audit(database)
    , m_understanding(database)
    , m_cases(database, cipher, clock)
{
}

Feedback FeedbackIntake::insert(const Session &who, const FeedbackDraft &draft, std::optional<qint64> requestTag)
{
    const QDateTime now = m_clock.now();
    Feedback feedback = applied(draft, {}, now);
    match(feedback, draft, {});
    feedback.id = m_feedback.nextId();
    feedback.createdAt = now;
    feedback.updatedAt = now;
    if (who.user)
        feedback.createdBy = who.user;
    if (who.device)
        feedback.device = who.device;
    understand(feedback, m_engine);
    m_feedback.insert(feedback, requestTag);
    touchPatient(feedback);
    m_audit.append(auditEntry(who, now, u"created"_s, u"feedback"_s, feedback.id.value));
    m_cases.consider(who, feedback);
    // What find() would answer, without the cost of reading a wide row: of a matched patient the registry has the name.
    if (feedback.patient && feedback.patientName.isEmpty())
        feedback.patientName = m_feedback.registryName(*feedback.patient);
    return feedback;
}

void FeedbackIntake::match(Feedback &feedback, const FeedbackDraft &draft, const Feedback &before)
{
    const QString reference = cleanLine(draft.patientReference);
    const bool newReference = normalisedPatientNumber(reference) != normalisedPatientNumber(before.patientReference);
    // Of the two ways to name a patient, the one that says something new counts.
    const bool byReference = draft.patient == before.patient && newReference;
    if (!draft.patient || byReference) {
        matchReference(feedback, reference);
        return;
    }
    if (draft.patient == before.patient)
        return;
    if (const std::optional<Patient> patient = m_patients.find(*draft.patient)) {
        feedback.patient = patient->id;
        feedback.patientReference = patient->patientNumber;
    } else {
        matchReference(feedback, reference.isEmpty() ? QString::number(draft.patient->value) : reference);
    }
}

void FeedbackIntake::matchReference(Feedback &feedback, const QString &reference)
{
    const QString number = normalisedPatientNumber(reference);
    feedback.patient.reset();
    feedback.patientReference = reference;
    if (number.isEmpty())
        return;
    feedback.patient = m_patients.idOf(number);
    if (!feedback.patient) {
        // Somebody may be registering this patient right now.
        m_feedback.lockReference(number);
        feedback.patient = m_patients.idOf(number);
    }
    if (feedback.patient)
        feedback.patientReference = number;
}

void FeedbackIntake::understandAgain(Feedback &feedback)
{
    understand(feedback, m_engine, m_understanding.lastCorrection(feedback.id, textTag(m_cipher.index, feedback)));
}

void FeedbackIntake::touchPatient(const Feedback &feedback)
{
    if (feedback.patient)
        m_patients.touch(*feedback.patient, std::min(feedback.feedbackDate, m_clock.now()));
}

} // namespace accueil
