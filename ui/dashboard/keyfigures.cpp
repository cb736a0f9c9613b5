#include "ui/dashboard/keyfigures.h"

#include "ui/dashboard/figurewords.h"
#include "ui/records/money.h"

#include <QLocale>

#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

// Too few answers give no figure, only how many there are of how many it takes.
KeyFigure::Content KeyFigures::hidden(const QString &name, qint64 n, int smallest)
{
    KeyFigure::Content content{.name = name,
        .value = u"—"_s,
        .unit = {},
        .trend = {},
        .basis = n == 0 ? tr("nothing to count") : tr("%1 of %2 answers needed").arg(n).arg(smallest),
        .second = {},
        .spoken = {}};
    finish(content);
    return content;
}

std::optional<Chip> KeyFigures::trend(double change, int decimals, std::optional<Comparison> comparison, Good good)
{
    if (!comparison)
        return std::nullopt;
    const QString words = FigureWords::withSign(change, decimals);
    const Icon icon = change > 0 ? Icon::ChevronUp : change < 0 ? Icon::ChevronDown : Icon::Minus;
    if (*comparison == Comparison::Overlaps)
        return Chip{words, Tone::Neutral, icon};
    const bool isGood = (*comparison == Comparison::Higher) == (good == Good::More);
    return Chip{words, isGood ? Tone::Success : Tone::Danger, icon};
}

void KeyFigures::finish(KeyFigure::Content &content)
{
    content.spoken = u"%1: %2"_s.arg(content.name, content.value);
    if (!content.unit.isEmpty())
        content.spoken += u' ' + content.unit;
    content.spoken += u", "_s + content.basis;
    if (content.trend) {
        content.spoken += u". "_s
            + (content.trend->tone == Tone::Neutral ? tr("Against the period before: %1, no clear change")
                                                    : tr("Against the period before: %1, a clear change"))
                  .arg(content.trend->text);
    }
    if (!content.second.isEmpty())
        content.spoken += u". "_s + content.second;
}

KeyFigure::Content KeyFigures::satisfaction(const DashboardAnswer &answer)
{
    const RatingFigure &now = answer.now.feedback.all.overallExperience;
    const RatingFigure &before = answer.before.feedback.all.overallExperience;
    const int smallest = answer.now.feedback.smallestGroup;
    const QString name = tr("Mean satisfaction");
    if (now.n() < smallest)
        return hidden(name, now.n(), smallest);
    KeyFigure::Content content{.name = name,
        .value = FigureWords::number(*now.mean(), 2),
        .unit = tr("of 5"),
        .trend = {},
        .basis = FigureWords::basis(now.n(), FigureWords::between(now.interval(), 2)),
        .second = tr("best answer: %1 %").arg(FigureWords::number(*now.topBox().share() * 100, 0)),
        .spoken = {},
        .opens = true};
    if (before.n() >= smallest)
        content.trend = trend(*now.mean() - *before.mean(), 2, compared(now.interval(), before.interval()), Good::More);
    finish(content);
    return content;
}

KeyFigure::Content KeyFigures::recommendation(const DashboardAnswer &answer)
{
    const RecommendationFigure &now = answer.now.feedback.all.recommendation;
    const RecommendationFigure &before = answer.before.feedback.all.recommendation;
    const int smallest = answer.now.feedback.smallestGroup;
    const QString name = tr("Recommendation (NPS)");
    if (now.n() < smallest)
        return hidden(name, now.n(), smallest);
    KeyFigure::Content content{.name = name,
        .value = FigureWords::withSign(*now.score(), 0),
        .unit = {},
        .trend = {},
        .basis = FigureWords::basis(now.n(),
            FigureWords::tr("%1 to %2")
                .arg(FigureWords::withSign(now.interval().low, 0), FigureWords::withSign(now.interval().high, 0))),
        .second = tr("9 and 10 minus 0 to 6"),
        .spoken = {},
        .opens = true};
    if (before.n() >= smallest)
        content.trend
            = trend(*now.score() - *before.score(), 0, compared(now.interval(), before.interval()), Good::More);
    finish(content);
    return content;
}

// A number has no interval of its own; whether it changed is the question whether the later period's share of both
// periods' responses is one half (Przyborowski, Wilenski: Biometrika 31 (1940) 313-323).
KeyFigure::Content KeyFigures::responses(const DashboardAnswer &answer)
{
    const FeedbackStatistics &feedback = answer.now.feedback;
    const qint64 now = feedback.all.responses;
    const qint64 before = answer.before.feedback.all.responses;
    KeyFigure::Content content{.name = tr("Feedback received"),
        .value = QLocale().toString(now),
        .unit = {},
        .trend = {},
        .basis = tr("the period before: %1").arg(QLocale().toString(before)),
        .second = {},
        .spoken = {},
        .opens = now > 0};
    if (const std::optional<double> perVisit = feedback.responsesPerVisit())
        content.second = tr("%1 for each of %2 visits")
                             .arg(FigureWords::number(*perVisit, 2), QLocale().toString(feedback.visits));
    if (before >= enoughAnswers) {
        const Interval half = wilsonInterval(now, now + before);
        content.trend = trend((double(now) / double(before) - 1) * 100, 0,
            half.low > 0.5        ? Comparison::Higher
                : half.high < 0.5 ? Comparison::Lower
                                  : Comparison::Overlaps,
            Good::More);
        content.trend->text = tr("%1 %").arg(content.trend->text);
    }
    finish(content);
    return content;
}

KeyFigure::Content KeyFigures::share(
    const QString &name, const ShareFigure &now, const ShareFigure &before, int smallest, Good good)
{
    if (now.whole < smallest)
        return hidden(name, now.whole, smallest);
    KeyFigure::Content content{.name = name,
        .value = FigureWords::number(*now.share() * 100, 1),
        .unit = u"%"_s,
        .trend = {},
        .basis = FigureWords::basis(now.whole, FigureWords::betweenPercents(now.interval())),
        .second = {},
        .spoken = {}};
    if (before.whole >= smallest)
        content.trend
            = trend((*now.share() - *before.share()) * 100, 1, compared(now.interval(), before.interval()), good);
    finish(content);
    return content;
}

KeyFigure::Content KeyFigures::delivered(const DashboardAnswer &answer)
{
    const ReminderFigures &now = answer.now.reminders.all;
    KeyFigure::Content content = share(tr("Reminders that arrived"), now.delivered(),
        answer.before.reminders.all.delivered(), answer.now.feedback.smallestGroup, Good::More);
    content.second = tr("known of %1 planned").arg(QLocale().toString(now.reminders));
    finish(content);
    return content;
}

KeyFigure::Content KeyFigures::missed(const DashboardAnswer &answer)
{
    return share(tr("Appointments missed"), answer.now.reminders.noShows, answer.before.reminders.noShows,
        answer.now.feedback.smallestGroup, Good::Less);
}

KeyFigure::Content KeyFigures::confirmed(const DashboardAnswer &answer)
{
    return share(tr("Appointments confirmed"), answer.now.reminders.all.confirmed(),
        answer.before.reminders.all.confirmed(), answer.now.feedback.smallestGroup, Good::More);
}

KeyFigure::Content KeyFigures::cost(const DashboardAnswer &answer)
{
    const ReminderFigures &now = answer.now.reminders.all;
    KeyFigure::Content content{.name = tr("Cost of reminders"),
        .value = u"—"_s,
        .unit = {},
        .trend = {},
        .basis = tr("no price is known"),
        .second = {},
        .spoken = {}};
    QStringList amounts;
    for (auto cost = now.costs.cbegin(); cost != now.costs.cend(); ++cost)
        amounts += moneyText(double(*cost) / 1e6, cost.key());
    if (!amounts.isEmpty()) {
        content.value = amounts.join(u" + "_s);
        content.basis
            = tr("price known of %1 of %2").arg(QLocale().toString(now.priced), QLocale().toString(now.reminders));
    }
    finish(content);
    return content;
}

KeyFigure::Content KeyFigures::topicShare(const DashboardAnswer &answer)
{
    const FeedbackStatistics whole = answer.whole.value_or(answer.now.feedback);
    KeyFigure::Content content = share(tr("Speak of it"), {answer.now.feedback.all.responses, whole.all.responses}, {},
        answer.now.feedback.smallestGroup, Good::More);
    content.second = tr("%1 responses").arg(QLocale().toString(answer.now.feedback.all.responses));
    content.opens = answer.now.feedback.all.responses > 0;
    finish(content);
    return content;
}

KeyFigure::Content KeyFigures::complaints(const DashboardAnswer &answer)
{
    KeyFigure::Content content
        = share(tr("Complaints among them"), answer.now.feedback.all.sentiment(Sentiment::Negative),
            answer.before.feedback.all.sentiment(Sentiment::Negative), answer.now.feedback.smallestGroup, Good::Less);
    content.opens = answer.now.feedback.all.sentiments[size_t(Sentiment::Negative)] > 0;
    finish(content);
    return content;
}

} // namespace accueil
