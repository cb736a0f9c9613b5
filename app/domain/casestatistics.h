#pragma once

#include "app/domain/case.h"
#include "app/domain/figures.h"

namespace accueil {

// How long something took, in minutes.
struct DurationFigure
{
    qint64 n = 0;
    std::optional<double> median;
    // 95 % of the median by its order statistics (Conover: Practical Nonparametric Statistics, 3rd ed., section 3.2):
    // the values at the ranks n/2 -+ 0.98 sqrt(n), rounded outwards. None of fewer than 6, whose whole range is less
    // than 95 %.
    std::optional<Interval> interval;

    bool isIndicative() const { return n < enoughAnswers; }
    static DurationFigure of(QList<double> minutes);
};

// What became of the cases of some feedback. Those that were merged into another one count as that one. `openedAt`
// begins every duration; of a re-opened case it is its last resolution that counts.
struct CaseFigures
{
    qint64 opened = 0;
    qint64 open = 0; // not acknowledged yet
    qint64 acknowledged = 0; // and not resolved
    qint64 resolved = 0;
    qint64 overdue = 0; // now
    qint64 reopened = 0; // at least once
    DurationFigure toAcknowledge;
    DurationFigure toResolve;
    // Of those whose deadline passed or who were in time: what is still owed within its time is in no denominator.
    ShareFigure acknowledgedInTime;
    ShareFigure resolvedInTime;
    QMap<QString, qint64> outcomes; // of resolved ones, by wire key
};

struct CaseStatistics
{
    CaseFigures all;
    QMap<QString, CaseFigures> byWard;
};

CaseFigures figuresOf(const QList<Case> &cases, const QDateTime &now);

} // namespace accueil
