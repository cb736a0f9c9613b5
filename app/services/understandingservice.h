#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/services/caseintake.h"
#include "app/services/domainevents.h"
#include "app/services/feedbackunderstanding.h"
#include "db/auditrepository.h"
#include "db/feedbackrepository.h"
#include "db/understandingrepository.h"

#include <functional>

namespace accueil {

// Why a feedback has the label and the topics that it has.
struct Explanation
{
    Feedback feedback;
    TextToRead text;
    TextReading reading; // by the engine of now, whatever decided
    QString engineVersion; // of now
    QList<UnderstandingCorrection> corrections; // oldest first
};

struct CorrectionDraft
{
    std::optional<Sentiment> sentiment; // none: nobody can tell
    QStringList topics; // keys of topicTable
};

// How far the store is read by the engine of now.
struct AnalysisProgress
{
    qint64 analysed = 0; // by this run
    qint64 changed = 0; // of them, those whose label, score or topics are others now
    qint64 remaining = 0;
    bool interrupted = false;
};

// How often people agreed with the engine, of what they corrected or confirmed.
struct Agreement
{
    Language language = Language::French;
    qint64 corrections = 0; // feedback with a correction; the last one counts
    qint64 labels = 0; // of them, those with the engine's label
    qint64 topics = 0; // of them, those with exactly the engine's topics

    friend bool operator==(const Agreement &, const Agreement &) = default;
};

struct UnderstandingState
{
    QString engineVersion;
    qint64 feedback = 0;
    qint64 remaining = 0; // not yet read by this engine
    QList<Agreement> agreement; // of the languages that have corrections
};

// Explains what the engine made of feedback, takes corrections, and reads again what another version of it read.
// FeedbackService reads what is saved. Thread-safe; throws DatabaseError and CipherError.
class UnderstandingService
{
public:
    UnderstandingService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        const UnderstandingEngine &engine);

    Result<Explanation> explain(const Session &who, FeedbackId id);
    // Kept as training data, also where it agrees with the engine. Where the person rated the whole, that rating stays
    // the label. Invalid (`topics`: unknownValue); Invalid (`comments`: required) when there is no text.
    Result<Explanation> correct(const Session &who, FeedbackId id, const CorrectionDraft &draft);
    Result<UnderstandingState> state(const Session &who);

    // Reads again what this engine has not read: `most` of it, or all when that is 0, in short transactions. What is
    // done is stored, so that an interrupted run goes on where it stopped, and two at once do no harm. `goOn`: called
    // between two transactions, false stops.
    using GoOn = std::function<bool(const AnalysisProgress &)>;
    Result<AnalysisProgress> analyse(const Session &who, int most, const GoOn &goOn = {});

private:
    std::optional<UnderstandingCorrection> correctionOf(const Feedback &feedback);
    bool readAgain(FeedbackId id); // whether something but the version changed

    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    const UnderstandingEngine &m_engine;
    FeedbackRepository m_feedback;
    UnderstandingRepository m_understanding;
    AuditRepository m_audit;
    CaseIntake m_cases;
};

} // namespace accueil
