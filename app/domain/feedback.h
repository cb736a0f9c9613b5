#pragma once

#include "app/domain/gender.h"
#include "app/domain/identifier.h"
#include "app/domain/language.h"
#include "app/domain/result.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace accueil {

enum class SubmissionMethod { Desk, Tablet, Web, Sms, Ivr, Ussd, Voice, Paper };

inline constexpr EnumTable<SubmissionMethod, 8> submissionMethodTable{{{
    {SubmissionMethod::Desk, u"desk"},
    {SubmissionMethod::Tablet, u"tablet"},
    {SubmissionMethod::Web, u"web"},
    {SubmissionMethod::Sms, u"sms"},
    {SubmissionMethod::Ivr, u"ivr"},
    {SubmissionMethod::Ussd, u"ussd"},
    {SubmissionMethod::Voice, u"voice"},
    {SubmissionMethod::Paper, u"paper"},
}}};

enum class Sentiment { Positive, Neutral, Negative };

inline constexpr EnumTable<Sentiment, 3> sentimentTable{{{
    {Sentiment::Positive, u"positive"},
    {Sentiment::Neutral, u"neutral"},
    {Sentiment::Negative, u"negative"},
}}};

// Who decided the label of a feedback.
enum class LabelSource { None, Text, Rating, Correction };

inline constexpr EnumTable<LabelSource, 4> labelSourceTable{{{
    {LabelSource::None, u"none"},
    {LabelSource::Text, u"text"},
    {LabelSource::Rating, u"rating"},
    {LabelSource::Correction, u"correction"},
}}};

// 1-5 each; nothing when the question was not answered.
struct Ratings
{
    std::optional<int> treatmentSatisfaction;
    std::optional<int> communicationRating;
    std::optional<int> facilityRating;
    std::optional<int> overallExperience;
    std::optional<int> recommendationLikelihood; // 0-10
    std::optional<int> emojiRating; // 1 (very bad) - 5 (very good), the five faces

    friend bool operator==(const Ratings &, const Ratings &) = default;
};

struct FeedbackDraft
{
    QString clientId; // UUID made by whoever submits; empty: one is made
    QString patientReference; // the hospital's number as given, or empty when anonymous
    std::optional<PatientId> patient; // set by a door that knows the row (the desk's picker, a numeric patient_id)
    QString patientName;
    std::optional<int> age;
    Gender gender = Gender::Unknown;
    QString phoneNumber;
    QString condition;
    QString ward;
    Ratings ratings;
    std::optional<QDateTime> feedbackDate; // default: now
    QString comments; // at most 2,000 characters
    Language language = Language::French;
    SubmissionMethod method = SubmissionMethod::Desk;
    QString transcript;
    QString translation; // French
    bool processed = false;
    bool callbackRequested = false; // asks to be called about this
    std::optional<QDateTime> clientTime; // when it was given by the submitter's own clock; not changed by an edit
};

struct Feedback
{
    FeedbackId id;
    QString clientId;
    std::optional<PatientId> patient; // the matched patient
    QString patientReference; // the matched patient's number, else the number as given ("not matched"), else empty
    QString patientName;
    std::optional<int> age;
    Gender gender = Gender::Unknown;
    QString phoneNumber; // E.164 when it is one, else as given
    QString condition;
    QString ward;
    Ratings ratings;
    QDateTime feedbackDate; // UTC
    QString comments;
    Language language = Language::French;
    SubmissionMethod method = SubmissionMethod::Desk;
    std::optional<Sentiment> sentiment;
    std::optional<double> sentimentScore; // -1..1
    QStringList topics;
    LabelSource labelSource = LabelSource::None;
    QString understandingVersion; // of the engine that read it; empty when none has
    std::optional<AttachmentId> audio;
    QString transcript;
    QString translation;
    bool processed = false;
    bool callbackRequested = false;
    std::optional<QDateTime> clientTime; // UTC; what the clock of the tablet said, where feedbackDate is corrected
    std::optional<DeviceId> device; // the tablet that submitted it
    std::optional<UserId> createdBy;
    QDateTime createdAt; // UTC, when it reached the database
    QDateTime updatedAt;
    qint64 version = 1;

    bool notMatched() const { return !patient && !patientReference.isEmpty(); }
    friend bool operator==(const Feedback &, const Feedback &) = default;
};

FeedbackDraft draftOf(const Feedback &feedback);

// All rules a draft can break. A patient number that is unknown and a telephone number that cannot be read break none:
// what a patient says about the care is never lost for them.
QList<FieldError> validate(const FeedbackDraft &draft, const QDateTime &now);

// Whether the draft says anything about the care; without a recording it has to.
bool saysSomething(const FeedbackDraft &draft);

// `before` with everything that a valid draft says, but for the patient, whom only the registry knows. A new feedback
// starts from Feedback{}. Leaves id, version, sentiment and the times of storage alone.
Feedback applied(const FeedbackDraft &draft, const Feedback &before, const QDateTime &now);

} // namespace accueil
