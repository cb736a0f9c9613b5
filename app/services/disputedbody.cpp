#include "app/services/disputedbody.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

struct RatingField
{
    QStringView name;
    std::optional<int> Ratings::*member;
};

constexpr std::array ratingFields{
    RatingField{u"treatment_satisfaction", &Ratings::treatmentSatisfaction},
    RatingField{u"communication_rating", &Ratings::communicationRating},
    RatingField{u"facility_rating", &Ratings::facilityRating},
    RatingField{u"overall_experience", &Ratings::overallExperience},
    RatingField{u"recommendation_likelihood", &Ratings::recommendationLikelihood},
    RatingField{u"emoji_rating", &Ratings::emojiRating},
};

} // namespace

QByteArray disputedBody(const FeedbackDraft &draft, const std::optional<AudioClaim> &audio)
{
    QJsonObject body{{u"patient_id"_s, draft.patientReference}, {u"ward"_s, draft.ward},
        {u"language"_s, languageTable.key(draft.language)}, {u"comments"_s, draft.comments},
        {u"phone_number"_s, draft.phoneNumber}, {u"callback_requested"_s, draft.callbackRequested}};
    for (const RatingField &field : ratingFields) {
        if (const std::optional<int> rating = draft.ratings.*field.member)
            body.insert(field.name, *rating);
    }
    if (draft.feedbackDate)
        body.insert(u"feedback_date"_s, draft.feedbackDate->toMSecsSinceEpoch());
    if (audio) {
        body.insert(u"audio_sha256"_s, QString::fromLatin1(audio->sha256));
        body.insert(u"audio_size"_s, audio->size);
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

DisputedBody readDisputedBody(const QByteArray &body, const FeedbackDraft &before)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    DisputedBody read{before, {}};
    FeedbackDraft &draft = read.draft;
    draft.patientReference = object.value(u"patient_id"_s).toString();
    draft.ward = object.value(u"ward"_s).toString();
    draft.language = languageTable.value(object.value(u"language"_s).toString()).value_or(before.language);
    draft.comments = object.value(u"comments"_s).toString();
    draft.phoneNumber = object.value(u"phone_number"_s).toString();
    draft.callbackRequested = object.value(u"callback_requested"_s).toBool();
    for (const RatingField &field : ratingFields) {
        const QJsonValue rating = object.value(field.name);
        draft.ratings.*field.member = rating.isUndefined() ? std::nullopt : std::optional(rating.toInt());
    }
    if (const QJsonValue time = object.value(u"feedback_date"_s); !time.isUndefined())
        draft.feedbackDate = QDateTime::fromMSecsSinceEpoch(time.toInteger(), Qt::UTC);
    if (const QJsonValue hash = object.value(u"audio_sha256"_s); !hash.isUndefined())
        read.audio = AudioClaim{hash.toString().toLatin1(), object.value(u"audio_size"_s).toInteger()};
    return read;
}

} // namespace accueil
