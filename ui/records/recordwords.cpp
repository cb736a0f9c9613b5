#include "ui/records/recordwords.h"

#include "ui/errortext.h"
#include "ui/records/timewords.h"

#include <QStringList>

namespace accueil {

using namespace Qt::StringLiterals;

QString RecordWords::language(Language language)
{
    switch (language) {
    case Language::English:
        return u"English"_s;
    case Language::French:
        return u"Français"_s;
    case Language::Duala:
        return u"Duálá"_s;
    case Language::Basaa:
        return u"Ɓàsàa"_s;
    case Language::Ewondo:
        return u"Ewondo"_s;
    }
    Q_UNREACHABLE();
}

QString RecordWords::channel(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return tr("SMS");
    case Channel::Ivr:
        return tr("Call");
    case Channel::Email:
        return tr("Email");
    }
    Q_UNREACHABLE();
}

QString RecordWords::purpose(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Appointment:
        return tr("Appointment");
    case Purpose::Medication:
        return tr("Medication");
    case Purpose::FollowUp:
        return tr("Follow-up visit");
    case Purpose::Results:
        return tr("Results");
    case Purpose::Survey:
        return tr("Survey");
    case Purpose::Other:
        return tr("Other purpose");
    }
    Q_UNREACHABLE();
}

QString RecordWords::gender(Gender gender)
{
    switch (gender) {
    case Gender::Female:
        return tr("woman");
    case Gender::Male:
        return tr("man");
    case Gender::Other:
        return tr("other");
    case Gender::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QString RecordWords::method(SubmissionMethod method)
{
    switch (method) {
    case SubmissionMethod::Desk:
        return tr("Desk");
    case SubmissionMethod::Tablet:
        return tr("Tablet");
    case SubmissionMethod::Web:
        return tr("Web");
    case SubmissionMethod::Sms:
        return tr("SMS");
    case SubmissionMethod::Ivr:
        return tr("Call");
    case SubmissionMethod::Ussd:
        return tr("USSD");
    case SubmissionMethod::Voice:
        return tr("Voice");
    case SubmissionMethod::Paper:
        return tr("Paper");
    }
    Q_UNREACHABLE();
}

QString RecordWords::status(ReminderStatus status)
{
    switch (status) {
    case ReminderStatus::Pending:
        return tr("Planned");
    case ReminderStatus::Sending:
        return tr("Being sent");
    case ReminderStatus::Sent:
        return tr("Sent");
    case ReminderStatus::Delivered:
        return tr("Delivered");
    case ReminderStatus::Expired:
        return tr("Expired");
    case ReminderStatus::Late:
        return tr("Late");
    case ReminderStatus::Failed:
        return tr("Refused");
    case ReminderStatus::Cancelled:
        return tr("Cancelled");
    case ReminderStatus::Unknown:
        return tr("Sending unknown");
    }
    Q_UNREACHABLE();
}

QString RecordWords::topic(const QString &key)
{
    const std::optional<Topic> topic = topicTable.value(key);
    if (!topic)
        return key;
    switch (*topic) {
    case Topic::WaitingTime:
        return tr("Waiting time");
    case Topic::StaffAttitude:
        return tr("Welcome and respect");
    case Topic::Staffing:
        return tr("Number of staff");
    case Topic::CompetenceCare:
        return tr("Care and competence");
    case Topic::Communication:
        return tr("Listening, explanations");
    case Topic::Cleanliness:
        return tr("Cleanliness");
    case Topic::Facilities:
        return tr("Rooms and equipment");
    case Topic::Food:
        return tr("Food");
    case Topic::Medication:
        return tr("Medicines");
    case Topic::Cost:
        return tr("Cost");
    case Topic::Organisation:
        return tr("Organisation");
    }
    Q_UNREACHABLE();
}

QString RecordWords::sentiment(Sentiment sentiment)
{
    switch (sentiment) {
    case Sentiment::Positive:
        return tr("Positive");
    case Sentiment::Neutral:
        return tr("Neutral");
    case Sentiment::Negative:
        return tr("Negative");
    }
    Q_UNREACHABLE();
}

QString RecordWords::recurrence(const Recurrence &recurrence)
{
    switch (recurrence.unit) {
    case RecurrenceUnit::Hours:
        return tr("every %n hour(s)", nullptr, recurrence.every);
    case RecurrenceUnit::Days:
        return tr("every %n day(s)", nullptr, recurrence.every);
    case RecurrenceUnit::Weeks:
        return tr("every %n week(s)", nullptr, recurrence.every);
    case RecurrenceUnit::Months:
        return tr("every %n month(s)", nullptr, recurrence.every);
    }
    Q_UNREACHABLE();
}

QString RecordWords::delay(const SendDelay &delay, const TimeWords &time)
{
    if (!delay.until)
        return reasonText(delay.reason);
    const QString until = time.dayAndTime(*delay.until);
    if (delay.reason == "quietHours"_L1)
        return tr("Quiet hours until %1.").arg(until);
    if (delay.reason == "holiday"_L1)
        return tr("A holiday: nothing is sent until %1.").arg(until);
    if (delay.reason == "dailyLimit"_L1)
        return tr("The patient gets as many messages that day as are allowed: not before %1.").arg(until);
    if (delay.reason == "budgetSpent"_L1)
        return tr("The SMS budget of the month is spent: not before %1.").arg(until);
    return tr("%1 The next try is %2.").arg(reasonText(delay.reason), until);
}

QString RecordWords::age(std::optional<int> years)
{
    return years ? tr("%n year(s) old", nullptr, *years) : QString();
}

QString RecordWords::wordsIn(const Feedback &feedback)
{
    return feedback.comments.isEmpty() ? feedback.transcript : feedback.comments;
}

std::optional<int> RecordWords::rating(const Feedback &feedback)
{
    const Ratings &ratings = feedback.ratings;
    if (ratings.overallExperience)
        return ratings.overallExperience;
    if (ratings.emojiRating)
        return ratings.emojiRating;
    int sum = 0;
    int n = 0;
    for (const auto &rating : {ratings.treatmentSatisfaction, ratings.communicationRating, ratings.facilityRating}) {
        if (rating) {
            sum += *rating;
            ++n;
        }
    }
    return n > 0 ? std::optional(qRound(double(sum) / n)) : std::nullopt;
}

} // namespace accueil
