#pragma once

#include "app/domain/enumtable.h"
#include "app/domain/feedback.h"
#include "app/domain/listing.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace accueil {

enum class CaseStatus { Open, Acknowledged, Resolved };

inline constexpr EnumTable<CaseStatus, 3> caseStatusTable{{{
    {CaseStatus::Open, u"open"},
    {CaseStatus::Acknowledged, u"acknowledged"},
    {CaseStatus::Resolved, u"resolved"},
}}};

enum class CaseSeverity { Critical, High, Normal };

inline constexpr EnumTable<CaseSeverity, 3> caseSeverityTable{{{
    {CaseSeverity::Critical, u"critical"},
    {CaseSeverity::High, u"high"},
    {CaseSeverity::Normal, u"normal"},
}}};

// What opened a case: one of the rules, or a person.
enum class CaseReason { Overall, Recommendation, Sentiment, Keyword, Person };

inline constexpr EnumTable<CaseReason, 5> caseReasonTable{{{
    {CaseReason::Overall, u"overall"},
    {CaseReason::Recommendation, u"recommendation"},
    {CaseReason::Sentiment, u"sentiment"},
    {CaseReason::Keyword, u"keyword"},
    {CaseReason::Person, u"person"},
}}};

// How a case ended.
enum class CaseOutcome { Solved, Improved, Explained, Referred, NotConfirmed, Unreachable };

inline constexpr EnumTable<CaseOutcome, 6> caseOutcomeTable{{{
    {CaseOutcome::Solved, u"solved"}, // for this patient
    {CaseOutcome::Improved, u"improved"}, // for those who come after
    {CaseOutcome::Explained, u"explained"}, // or apologised for
    {CaseOutcome::Referred, u"referred"}, // to another authority
    {CaseOutcome::NotConfirmed, u"not_confirmed"},
    {CaseOutcome::Unreachable, u"unreachable"},
}}};

enum class CaseEventKind {
    Opened,
    Acknowledged,
    Note,
    Call,
    HandedOver,
    Edited,
    Resolved,
    Reopened,
    Merged, // another one into this one, or this one into another
    Separated,
    Escalated,
};

inline constexpr EnumTable<CaseEventKind, 11> caseEventKindTable{{{
    {CaseEventKind::Opened, u"opened"},
    {CaseEventKind::Acknowledged, u"acknowledged"},
    {CaseEventKind::Note, u"note"},
    {CaseEventKind::Call, u"call"},
    {CaseEventKind::HandedOver, u"handed_over"},
    {CaseEventKind::Edited, u"edited"},
    {CaseEventKind::Resolved, u"resolved"},
    {CaseEventKind::Reopened, u"reopened"},
    {CaseEventKind::Merged, u"merged"},
    {CaseEventKind::Separated, u"separated"},
    {CaseEventKind::Escalated, u"escalated"},
}}};

// What became of calling the patient back.
enum class CallResult { Reached, NoAnswer, WrongNumber };

inline constexpr EnumTable<CallResult, 3> callResultTable{{{
    {CallResult::Reached, u"reached"},
    {CallResult::NoAnswer, u"no_answer"},
    {CallResult::WrongNumber, u"wrong_number"},
}}};

// How far an overdue case was escalated.
enum class CaseEscalation { None, Acknowledge, Resolve };

// The follow-up of a bad experience: exactly one per feedback, and gone when the feedback is.
struct Case
{
    CaseId id;
    FeedbackId feedback;
    QString ward; // of the feedback
    CaseStatus status = CaseStatus::Open;
    CaseSeverity severity = CaseSeverity::Normal;
    QList<CaseReason> reasons;
    std::optional<UserId> owner;
    QString ownerName;
    QDateTime openedAt; // UTC, as all times
    QDateTime acknowledgeBy;
    QDateTime resolveBy;
    std::optional<QDateTime> acknowledgedAt;
    std::optional<QDateTime> resolvedAt;
    std::optional<CaseOutcome> outcome; // of a resolved one
    QString heard; // for the poster, in the hospital's own words
    QString done; // likewise
    bool isPublished = false; // on the poster
    CaseEscalation escalation = CaseEscalation::None;
    std::optional<CaseId> mergedInto; // it is worked on there
    int merged = 0; // how many were merged into this one
    int reopened = 0; // how often
    QDateTime updatedAt;
    qint64 version = 1;

    // When the next step is owed; none of a resolved one.
    std::optional<QDateTime> dueAt() const;
    bool isOverdue(const QDateTime &now) const;
    friend bool operator==(const Case &, const Case &) = default;
};

// How people name it: "S-0221".
QString caseNumber(CaseId id);
std::optional<CaseId> caseOfNumber(const QString &number); // as typed: "s-221", "221"

// Resolving an open one acknowledges it as well; a resolved one is re-opened, and goes on as acknowledged.
bool isAllowed(CaseStatus from, CaseStatus to);

// One line of what was done about a case. `detail` holds keys and numbers, `note` words of people.
struct CaseEvent
{
    qint64 id = 0;
    CaseId about;
    QDateTime at;
    CaseEventKind kind = CaseEventKind::Note;
    std::optional<UserId> actor;
    QString actorName; // of a program's own step: empty
    QString detail;
    QString note;

    friend bool operator==(const CaseEvent &, const CaseEvent &) = default;
};

struct CaseFilter
{
    std::optional<CaseStatus> status;
    bool isUnresolved = false; // open or acknowledged
    std::optional<QDateTime> resolvedSince; // leaves those that are not resolved alone
    std::optional<CaseSeverity> severity;
    std::optional<QString> ward;
    std::optional<UserId> owner; // 0: nobody's
    std::optional<QDateTime> overdueAt; // only those overdue at this time
    bool withVoice = false;
    QString topic;
    std::optional<FeedbackId> feedback;
    std::optional<CaseId> mergedInto; // those merged into this one; otherwise merged ones are not listed
    std::optional<bool> published;
};

inline constexpr int longestCaseNote = 2000; // characters
inline constexpr int longestPosterText = 300;

} // namespace accueil
