#include "app/domain/casestatistics.h"

#include <algorithm>
#include <cmath>

namespace accueil {

namespace {

double minutesBetween(const QDateTime &from, const QDateTime &to)
{
    return double(std::max<qint64>(0, from.msecsTo(to))) / 60'000;
}

// Counts a step that was due at `due` and done at `done`.
void count(ShareFigure &share, const QDateTime &due, const std::optional<QDateTime> &done, const QDateTime &now)
{
    const bool inTime = done && *done <= due;
    if (!inTime && !done && due >= now)
        return;
    share.part += inTime;
    ++share.whole;
}

} // namespace

DurationFigure DurationFigure::of(QList<double> minutes)
{
    std::ranges::sort(minutes);
    DurationFigure figure{.n = minutes.size(), .median = {}, .interval = {}};
    if (minutes.isEmpty())
        return figure;
    const qsizetype middle = minutes.size() / 2;
    figure.median = minutes.size() % 2 == 1 ? minutes.at(middle) : (minutes.at(middle - 1) + minutes.at(middle)) / 2;
    constexpr qsizetype fewest = 6;
    if (minutes.size() >= fewest) {
        const double half = double(minutes.size()) / 2;
        const double spread = 0.98 * std::sqrt(double(minutes.size())); // 1.96 standard deviations of Bin(n, 1/2)
        const auto low = std::max<qsizetype>(1, qsizetype(std::floor(half - spread)));
        const auto high = std::min<qsizetype>(minutes.size(), qsizetype(std::ceil(half + spread)) + 1);
        figure.interval = Interval{minutes.at(low - 1), minutes.at(high - 1)};
    }
    return figure;
}

CaseFigures figuresOf(const QList<Case> &cases, const QDateTime &now)
{
    CaseFigures figures;
    QList<double> toAcknowledge;
    QList<double> toResolve;
    for (const Case &one : cases) {
        ++figures.opened;
        figures.open += one.status == CaseStatus::Open;
        figures.acknowledged += one.status == CaseStatus::Acknowledged;
        figures.resolved += one.status == CaseStatus::Resolved;
        figures.overdue += one.isOverdue(now);
        figures.reopened += one.reopened > 0;
        if (one.acknowledgedAt)
            toAcknowledge += minutesBetween(one.openedAt, *one.acknowledgedAt);
        if (one.resolvedAt)
            toResolve += minutesBetween(one.openedAt, *one.resolvedAt);
        count(figures.acknowledgedInTime, one.acknowledgeBy, one.acknowledgedAt, now);
        count(figures.resolvedInTime, one.resolveBy, one.resolvedAt, now);
        if (one.outcome)
            ++figures.outcomes[caseOutcomeTable.key(*one.outcome)];
    }
    figures.toAcknowledge = DurationFigure::of(std::move(toAcknowledge));
    figures.toResolve = DurationFigure::of(std::move(toResolve));
    return figures;
}

} // namespace accueil
