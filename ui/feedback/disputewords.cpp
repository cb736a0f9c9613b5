#include "ui/feedback/disputewords.h"

#include "app/domain/phonenumber.h"
#include "ui/feedback/feedbackmodel.h"
#include "ui/records/recordwords.h"
#include "ui/records/timewords.h"
#include "ui/widgets/ratings.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Wire names in the order in which a person reads a feedback.
const QStringList &shownFields()
{
    static const QStringList fields{u"patient_id"_s, u"phone_number"_s, u"callback_requested"_s, u"ward"_s,
        u"emoji_rating"_s, u"treatment_satisfaction"_s, u"communication_rating"_s, u"facility_rating"_s,
        u"overall_experience"_s, u"recommendation_likelihood"_s, u"comments"_s, u"audio_url"_s, u"language"_s,
        u"feedback_date"_s};
    return fields;
}

QString outOf(const std::optional<int> &value, int most)
{
    return value ? u"%1/%2"_s.arg(*value).arg(most) : QString();
}

} // namespace

QString DisputeWords::name(QStringView field)
{
    if (field == u"patient_id")
        return tr("Patient");
    if (field == u"phone_number")
        return tr("Telephone");
    if (field == u"callback_requested")
        return tr("Wants to be called");
    if (field == u"ward")
        return tr("Ward");
    if (field == u"emoji_rating")
        return tr("Face");
    if (field == u"treatment_satisfaction")
        return tr("Care received");
    if (field == u"communication_rating")
        return tr("Listening and explanations");
    if (field == u"facility_rating")
        return tr("Rooms and cleanliness");
    if (field == u"overall_experience")
        return tr("The stay as a whole");
    if (field == u"recommendation_likelihood")
        return tr("Would recommend");
    if (field == u"comments")
        return tr("Words");
    if (field == u"audio_url")
        return tr("Recording");
    if (field == u"language")
        return tr("Language");
    if (field == u"feedback_date" || field == u"submitted_at")
        return tr("Given on");
    return {};
}

QString DisputeWords::value(QStringView field, const Feedback &feedback, const TimeWords &time)
{
    const Ratings &ratings = feedback.ratings;
    if (field == u"patient_id")
        return feedback.patientReference.isEmpty() && feedback.patientName.isEmpty() ? QString()
                                                                                     : FeedbackModel::who(feedback);
    if (field == u"phone_number")
        return feedback.phoneNumber.startsWith(u'+') ? PhoneNumber::fromStored(feedback.phoneNumber).international()
                                                     : feedback.phoneNumber;
    if (field == u"callback_requested")
        return feedback.callbackRequested ? tr("yes") : QString();
    if (field == u"ward")
        return feedback.ward;
    if (field == u"emoji_rating")
        return ratings.emojiRating ? faceWords(*ratings.emojiRating) : QString();
    if (field == u"treatment_satisfaction")
        return outOf(ratings.treatmentSatisfaction, 5);
    if (field == u"communication_rating")
        return outOf(ratings.communicationRating, 5);
    if (field == u"facility_rating")
        return outOf(ratings.facilityRating, 5);
    if (field == u"overall_experience")
        return outOf(ratings.overallExperience, 5);
    if (field == u"recommendation_likelihood")
        return outOf(ratings.recommendationLikelihood, 10);
    if (field == u"comments")
        return feedback.comments;
    if (field == u"audio_url")
        return feedback.audio ? tr("with a recording") : QString();
    if (field == u"language")
        return RecordWords::language(feedback.language);
    return time.toTheSecond(feedback.feedbackDate);
}

QList<DisputeLine> DisputeWords::lines(const DisputeComparison &comparison, const TimeWords &time)
{
    QList<DisputeLine> lines;
    for (const QString &field : shownFields()) {
        DisputeLine line{name(field), value(field, comparison.stored, time), value(field, *comparison.received, time),
            comparison.differing.contains(field)};
        if (field == u"audio_url" && line.differs)
            line.received = line.stored.isEmpty() ? tr("with a recording") : tr("another recording");
        if (line.differs || !line.stored.isEmpty() || !line.received.isEmpty())
            lines.append(line);
    }
    return lines;
}

QString DisputeWords::title(const Dispute &dispute, const TimeWords &time)
{
    const QString when = time.dayAndTime(dispute.receivedAt);
    return dispute.deviceName.isEmpty() ? when : u"%1 · %2"_s.arg(dispute.deviceName, when);
}

} // namespace accueil
