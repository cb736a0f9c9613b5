#include "app/domain/feedback.h"

#include "app/domain/fieldrules.h"
#include "app/domain/phonenumber.h"

#include <QUuid>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestReference = 100;
constexpr int longestName = 200;
constexpr int longestPhone = 64;
constexpr int longestCondition = 500;
constexpr int longestWard = 80;
constexpr int longestComments = 2000;
constexpr int longestTranscript = 20'000; // a minute of speech is about 1,000 characters; calls may be longer

bool isUuid(const QString &text)
{
    return text.size() == 36 && !QUuid::fromString(text).isNull();
}

void checkRatings(FieldRules &rules, const Ratings &ratings)
{
    rules.range(u"treatment_satisfaction"_s, ratings.treatmentSatisfaction, 1, 5);
    rules.range(u"communication_rating"_s, ratings.communicationRating, 1, 5);
    rules.range(u"facility_rating"_s, ratings.facilityRating, 1, 5);
    rules.range(u"overall_experience"_s, ratings.overallExperience, 1, 5);
    rules.range(u"recommendation_likelihood"_s, ratings.recommendationLikelihood, 0, 10);
    rules.range(u"emoji_rating"_s, ratings.emojiRating, 1, 5);
}

// As written when it is no number that can be dialled: a person may still read it.
QString storedPhone(const QString &text)
{
    const QString phone = cleanLine(text);
    if (phone.isEmpty())
        return phone;
    const auto number = PhoneNumber::parse(phone, u"phone_number"_s);
    return number ? number->e164() : phone;
}

} // namespace

FeedbackDraft draftOf(const Feedback &feedback)
{
    return {
        .clientId = feedback.clientId,
        .patientReference = feedback.patientReference,
        .patient = feedback.patient,
        .patientName = feedback.patientName,
        .age = feedback.age,
        .gender = feedback.gender,
        .phoneNumber = feedback.phoneNumber,
        .condition = feedback.condition,
        .ward = feedback.ward,
        .ratings = feedback.ratings,
        .feedbackDate = feedback.feedbackDate,
        .comments = feedback.comments,
        .language = feedback.language,
        .method = feedback.method,
        .transcript = feedback.transcript,
        .translation = feedback.translation,
        .processed = feedback.processed,
        .callbackRequested = feedback.callbackRequested,
        .clientTime = feedback.clientTime,
    };
}

QList<FieldError> validate(const FeedbackDraft &draft, const QDateTime &now)
{
    FieldRules rules;
    if (!draft.clientId.isEmpty() && !isUuid(draft.clientId))
        rules.add(u"client_id"_s, u"badUuid"_s);
    rules.text(u"patient_id"_s, cleanLine(draft.patientReference), longestReference);
    rules.text(u"patient_name"_s, cleanLine(draft.patientName), longestName);
    rules.range(u"age"_s, draft.age, 0, oldestAge);
    rules.text(u"phone_number"_s, cleanLine(draft.phoneNumber), longestPhone);
    rules.text(u"condition"_s, cleanText(draft.condition), longestCondition);
    rules.text(u"ward"_s, cleanLine(draft.ward), longestWard);
    checkRatings(rules, draft.ratings);
    static const QDateTime firstFeedback({1990, 1, 1}, {0, 0}, Qt::UTC);
    rules.time(u"feedback_date"_s, draft.feedbackDate, firstFeedback, now);
    rules.text(u"comments"_s, cleanText(draft.comments), longestComments);
    rules.text(u"transcript"_s, cleanText(draft.transcript), longestTranscript);
    rules.text(u"translation"_s, cleanText(draft.translation), longestTranscript);
    return rules.errors();
}

bool saysSomething(const FeedbackDraft &draft)
{
    return draft.ratings != Ratings{} || !cleanText(draft.comments).isEmpty() || !cleanText(draft.transcript).isEmpty();
}

Feedback applied(const FeedbackDraft &draft, const Feedback &before, const QDateTime &now)
{
    Feedback feedback = before;
    if (before.clientId.isEmpty()) {
        feedback.clientId
            = draft.clientId.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : draft.clientId.toLower();
        if (draft.clientTime)
            feedback.clientTime = draft.clientTime->toUTC();
    }
    feedback.patientName = cleanLine(draft.patientName);
    feedback.age = draft.age;
    feedback.gender = draft.gender;
    feedback.phoneNumber = storedPhone(draft.phoneNumber);
    feedback.condition = cleanText(draft.condition);
    feedback.ward = cleanLine(draft.ward);
    feedback.ratings = draft.ratings;
    if (draft.feedbackDate)
        feedback.feedbackDate = draft.feedbackDate->toUTC();
    else if (!before.feedbackDate.isValid())
        feedback.feedbackDate = now;
    feedback.comments = cleanText(draft.comments);
    feedback.language = draft.language;
    feedback.method = draft.method;
    feedback.transcript = cleanText(draft.transcript);
    feedback.translation = cleanText(draft.translation);
    feedback.processed = draft.processed;
    feedback.callbackRequested = draft.callbackRequested;
    return feedback;
}

} // namespace accueil
