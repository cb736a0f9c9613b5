#pragma once

#include "ui/dashboard/dashboardanswer.h"
#include "ui/dashboard/keyfigure.h"

#include <QCoreApplication>

namespace accueil {

// The figures of a period with what they rest on and how they changed since the period before. A change is called good
// or bad only where the intervals of both periods do not overlap.
class KeyFigures
{
    Q_DECLARE_TR_FUNCTIONS(accueil::KeyFigures)
public:
    static KeyFigure::Content satisfaction(const DashboardAnswer &answer);
    static KeyFigure::Content recommendation(const DashboardAnswer &answer);
    static KeyFigure::Content responses(const DashboardAnswer &answer);
    static KeyFigure::Content delivered(const DashboardAnswer &answer);
    static KeyFigure::Content missed(const DashboardAnswer &answer);
    static KeyFigure::Content confirmed(const DashboardAnswer &answer);
    static KeyFigure::Content cost(const DashboardAnswer &answer); // of what the provider has told
    static KeyFigure::Content topicShare(const DashboardAnswer &answer); // of all responses
    static KeyFigure::Content complaints(const DashboardAnswer &answer); // of those that were judged

private:
    enum class Good { More, Less };
    static KeyFigure::Content hidden(const QString &name, qint64 n, int smallest);
    static std::optional<Chip> trend(double change, int decimals, std::optional<Comparison> comparison, Good good);
    static KeyFigure::Content share(
        const QString &name, const ShareFigure &now, const ShareFigure &before, int smallest, Good good);
    static void finish(KeyFigure::Content &content);
};

} // namespace accueil
