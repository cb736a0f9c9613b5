#pragma once

#include "app/domain/feedback.h"
#include "app/domain/identifier.h"

namespace accueil {

// A topic that a comment is about. The keys are those of the NHS framework that the engine was trained with.
enum class Topic {
    WaitingTime,
    StaffAttitude,
    Staffing,
    CompetenceCare,
    Communication,
    Cleanliness,
    Facilities,
    Food,
    Medication,
    Cost,
    Organisation,
};

inline constexpr EnumTable<Topic, 11> topicTable{{{
    {Topic::WaitingTime, u"waiting_time"},
    {Topic::StaffAttitude, u"staff_attitude"},
    {Topic::Staffing, u"staffing"},
    {Topic::CompetenceCare, u"competence_care"},
    {Topic::Communication, u"communication"},
    {Topic::Cleanliness, u"cleanliness"},
    {Topic::Facilities, u"facilities"},
    {Topic::Food, u"food"},
    {Topic::Medication, u"medication"},
    {Topic::Cost, u"cost"},
    {Topic::Organisation, u"organisation"},
}}};

// Part of a text that spoke for a label. Positions count UTF-16 units of the text as it is stored.
struct Evidence
{
    qsizetype start = 0;
    qsizetype length = 0;
    double weight = 0; // what the score (-1 to 1) would lose without it: below 0 speaks for negative

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

// Part of a text by which it belongs to a topic.
struct TopicEvidence
{
    Topic topic = Topic::WaitingTime;
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TopicEvidence &, const TopicEvidence &) = default;
};

// What an engine makes of a text. No label: undetermined, for want of evidence or because the text may not mean what
// its words say.
struct TextReading
{
    std::optional<Sentiment> sentiment;
    double score = 0; // -1 to 1
    bool isIronic = false; // why there is no label
    QList<Topic> topics;
    QList<Evidence> evidence;
    QList<TopicEvidence> topicEvidence;
};

// What a person says a text means, against what the engine said: training data, kept apart from the feedback. It holds
// for the text of that time only.
struct UnderstandingCorrection
{
    qint64 id = 0;
    FeedbackId feedback;
    std::optional<Sentiment> sentiment; // none: nobody can tell
    QStringList topics; // keys of topicTable
    std::optional<Sentiment> engineSentiment;
    QStringList engineTopics;
    QString engineVersion;
    qint64 textTag = 0; // keyed
    UserId author;
    QString authorName;
    QDateTime createdAt;
};

QStringList topicKeys(const QList<Topic> &topics);

} // namespace accueil
