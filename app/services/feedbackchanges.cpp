#include "app/services/feedbackchanges.h"

namespace accueil {

ChangedFields changedFields(const Feedback &before, const Feedback &after)
{
    ChangedFields fields;
    fields.compare("patient_id", std::pair(before.patient, before.patientReference),
        std::pair(after.patient, after.patientReference));
    fields.compare("patient_name", before.patientName, after.patientName);
    fields.compare("age", before.age, after.age);
    fields.compare("gender", before.gender, after.gender);
    fields.compare("phone_number", before.phoneNumber, after.phoneNumber);
    fields.compare("condition", before.condition, after.condition);
    fields.compare("ward", before.ward, after.ward);
    fields.compare("treatment_satisfaction", before.ratings.treatmentSatisfaction, after.ratings.treatmentSatisfaction);
    fields.compare("communication_rating", before.ratings.communicationRating, after.ratings.communicationRating);
    fields.compare("facility_rating", before.ratings.facilityRating, after.ratings.facilityRating);
    fields.compare("overall_experience", before.ratings.overallExperience, after.ratings.overallExperience);
    fields.compare(
        "recommendation_likelihood", before.ratings.recommendationLikelihood, after.ratings.recommendationLikelihood);
    fields.compare("emoji_rating", before.ratings.emojiRating, after.ratings.emojiRating);
    fields.compare("feedback_date", before.feedbackDate, after.feedbackDate);
    fields.compare("comments", before.comments, after.comments);
    fields.compare("language", before.language, after.language);
    fields.compare("submission_method", before.method, after.method);
    fields.compare("transcript", before.transcript, after.transcript);
    fields.compare("translation", before.translation, after.translation);
    fields.compare("processed", before.processed, after.processed);
    fields.compare("callback_requested", before.callbackRequested, after.callbackRequested);
    return fields;
}

} // namespace accueil
