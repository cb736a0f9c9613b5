#pragma once

#include "app/domain/clock.h"
#include "app/domain/feedback.h"
#include "app/domain/session.h"
#include "app/services/caseintake.h"
#include "db/auditrepository.h"
#include "db/feedbackrepository.h"
#include "db/patientrepository.h"
#include "db/storecipher.h"
#include "db/understandingrepository.h"

namespace accueil {

class UnderstandingEngine;

// What both ways of submitting, one by one and in batches from tablets, do to the store. Every call belongs inside a
// transaction of the caller.
class FeedbackIntake
{
public:
    FeedbackIntake(
        Database &database, const StoreCipher &cipher, const Clock &clock, const UnderstandingEngine &engine);

    // A draft that was validated, under a client_id that was looked for. Throws DatabaseError (ConstraintViolated) when
    // another desk has just stored one with it.
    Feedback insert(const Session &who, const FeedbackDraft &draft, std::optional<qint64> requestTag);
    // The patient that the draft means goes into `feedback`, or the number as given.
    void match(Feedback &feedback, const FeedbackDraft &draft, const Feedback &before);
    void touchPatient(const Feedback &feedback);
    // Sentiment and topics of what `feedback` says now, with what a person corrected of this very text.
    void understandAgain(Feedback &feedback);
    // A case for what `feedback` says now, where a rule asks for one; insert() did that.
    void considerCase(const Session &who, const Feedback &feedback) { m_cases.consider(who, feedback); }

private:
    void matchReference(Feedback &feedback, const QString &reference);

    const StoreCipher &m_cipher;
    const Clock &m_clock;
    const UnderstandingEngine &m_engine;
    FeedbackRepository m_feedback;
    PatientRepository m_patients;
    AuditRepository m_audit;
    UnderstandingRepository m_understanding;
    CaseIntake m_cases;
};

} // namespace accueil
