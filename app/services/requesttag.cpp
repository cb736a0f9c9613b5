#include "app/services/requesttag.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// The fields that say something, each with its name and length, so that no two requests read alike.
class RequestText
{
public:
    void add(const char *name, const QString &value)
    {
        if (!value.isEmpty())
            m_text += QLatin1StringView(name) + u'=' + QString::number(value.size()) + u':' + value + u'\n';
    }
    void add(const char *name, const std::optional<int> &number)
    {
        if (number)
            add(name, QString::number(*number));
    }
    void add(const char *name, const std::optional<QDateTime> &time)
    {
        if (time)
            add(name, QString::number(time->toMSecsSinceEpoch()));
    }
    void add(const char *name, const std::optional<PatientId> &patient)
    {
        if (patient)
            add(name, QString::number(patient->value));
    }
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

} // namespace

qint64 requestTag(const BlindIndex &index, const FeedbackDraft &draft, const QByteArray &audioHash)
{
    RequestText request;
    request.add("patient_id", draft.patientReference);
    request.add("patient", draft.patient);
    request.add("patient_name", draft.patientName);
    request.add("age", draft.age);
    request.add("gender", draft.gender == Gender::Unknown ? QString() : genderTable.key(draft.gender));
    request.add("phone_number", draft.phoneNumber);
    request.add("condition", draft.condition);
    request.add("ward", draft.ward);
    request.add("treatment_satisfaction", draft.ratings.treatmentSatisfaction);
    request.add("communication_rating", draft.ratings.communicationRating);
    request.add("facility_rating", draft.ratings.facilityRating);
    request.add("overall_experience", draft.ratings.overallExperience);
    request.add("recommendation_likelihood", draft.ratings.recommendationLikelihood);
    request.add("emoji_rating", draft.ratings.emojiRating);
    request.add("feedback_date", draft.feedbackDate);
    request.add("comments", draft.comments);
    request.add("language", languageTable.key(draft.language));
    request.add("submission_method", submissionMethodTable.key(draft.method));
    request.add("transcript", draft.transcript);
    request.add("translation", draft.translation);
    request.add("processed", draft.processed ? u"true"_s : QString());
    request.add("callback_requested", draft.callbackRequested ? u"true"_s : QString());
    request.add("client_time", draft.clientTime);
    request.add("audio", QString::fromLatin1(audioHash.toBase64()));
    return index.tagOf("feedback request", request.text());
}

qint64 requestTag(const BlindIndex &index, const ReminderDraft &draft)
{
    RequestText request;
    request.add("patient_id", draft.patientReference);
    request.add("patient", draft.patient);
    request.add("phone_number", draft.phoneNumber);
    request.add("email", draft.email);
    request.add("message", draft.message);
    request.add("language", draft.language ? languageTable.key(*draft.language) : QString());
    request.add("scheduled_time", draft.scheduledTime);
    request.add("channel", channelTable.key(draft.channel));
    request.add("template", draft.templateName);
    if (draft.recurrence) {
        request.add("every", draft.recurrence->every);
        request.add("unit", recurrenceUnitTable.key(draft.recurrence->unit));
        request.add(
            "weekdays", draft.recurrence->weekdays == 0 ? QString() : QString::number(draft.recurrence->weekdays));
        request.add("until", draft.recurrence->until);
        request.add("count", draft.recurrence->count);
    }
    request.add("purpose", purposeTable.key(draft.purpose));
    request.add("appointment_time", draft.appointmentTime);
    for (const Channel channel : draft.fallback)
        request.add("fallback", channelTable.key(channel));
    return index.tagOf("reminder request", request.text());
}

qint64 requestTag(const BlindIndex &index, const AppointmentDraft &draft)
{
    RequestText request;
    request.add("patient_id", draft.patientReference);
    request.add("patient", draft.patient);
    request.add("starts_at", draft.startsAt);
    request.add("ward", draft.ward);
    request.add("with_whom", draft.withWhom);
    request.add("plan", draft.plan);
    for (const PlanStep &step : draft.steps.value_or(QList<PlanStep>())) {
        request.add("hours_before", QString::number(step.hoursBefore));
        request.add("channel", channelTable.key(step.channel));
        request.add("template", step.templateName);
        request.add("only_unconfirmed", step.onlyUnconfirmed ? u"true"_s : QString());
        for (const Channel channel : step.fallback)
            request.add("fallback", channelTable.key(channel));
    }
    return index.tagOf("appointment request", request.text());
}

tl::unexpected<Error> repeatDiffers()
{
    return fail(ErrorCode::Conflict, {{u"client_id"_s, u"repeatDiffers"_s}});
}

} // namespace accueil
