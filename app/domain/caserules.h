#pragma once

#include "app/domain/case.h"
#include "app/domain/result.h"

#include <QMap>
#include <QStringList>

namespace accueil {

// What opens a case, whose it is, and until when the steps are owed. A rule without a value is off.
struct CaseRules
{
    std::optional<int> overallAtMost = 2; // 1-5, of the overall rating, else of the faces
    std::optional<int> recommendationAtMost = 6; // 0-10, where there are words or a recording
    std::optional<double> sentimentAtMost = -0.6; // -1..0: what the words are read as, with this much confidence
    QStringList keywordsFrench; // words or phrases; a "*" at the end of a word stands for any end
    QStringList keywordsEnglish;
    int acknowledgeHours = 24; // from the opening of the case
    int resolveHours = 72;
    QMap<QString, UserId> owners; // by ward; "" for every other ward
    qint64 version = 0; // 0: as the program comes

    static CaseRules standard(); // with the keywords that the program comes with
    UserId ownerOf(const QString &ward) const; // none: nobody's
    friend bool operator==(const CaseRules &, const CaseRules &) = default;
};

inline constexpr int longestCaseDelay = 30 * 24; // hours
inline constexpr int mostCaseKeywords = 200; // of one language
inline constexpr int longestCaseKeyword = 60; // characters

// Keywords without white space around, empty and repeated ones.
CaseRules cleaned(CaseRules rules);
// Of rules that were cleaned. A keyword has to have three letters before its "*": a shorter one would find everything.
QList<FieldError> validate(const CaseRules &rules);

struct CaseFinding
{
    QList<CaseReason> reasons;
    CaseSeverity severity = CaseSeverity::Normal;
};

// Which rules a feedback meets; none when it meets none. Keywords are critical, the worst overall rating and words that
// are read as negative are high.
std::optional<CaseFinding> judged(const CaseRules &rules, const Feedback &feedback);

// Whole words, whatever their capitals and accents; an apostrophe parts words ("l'argent" holds "argent").
bool holdsKeyword(const QString &text, const QStringList &keywords);

// Rules open no case for what was given longer ago than a case may take: nobody can keep a deadline that has passed,
// and an import of last year must not bury the desk. Tablets are exempt: what they bring waited for the network, and
// its deadlines begin when it arrives. People may open a case for anything.
bool isTooOld(const CaseRules &rules, const Feedback &feedback, const QDateTime &now);

} // namespace accueil
