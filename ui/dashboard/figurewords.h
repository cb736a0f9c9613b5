#pragma once

#include "app/domain/figures.h"

#include <QCoreApplication>

namespace accueil {

// How figures are said: never without what they rest on.
class FigureWords
{
    Q_DECLARE_TR_FUNCTIONS(accueil::FigureWords)
public:
    static QString number(double value, int decimals);
    static QString withSign(double value, int decimals); // "+0.2", "−3"
    static QString n(qint64 count); // "n = 612"
    static QString between(const Interval &interval, int decimals); // "4.06 to 4.20"
    static QString betweenPercents(const Interval &interval); // "61 to 64 %"; of shares
    static QString basis(qint64 n, const QString &interval); // both, and whether they are but indicative
    static QString fewerThan(int smallest); // why a figure is not shown
    static QString ward(const QString &ward); // or that none was given
};

} // namespace accueil
