#pragma once

#include "app/domain/figures.h"

#include <QList>

namespace accueil {

// Where the mean of one period is usually found, as long as nothing changes.
struct ControlLimits
{
    double low = 0;
    double high = 0;

    bool holds(double mean) const { return mean >= low && mean <= high; }
};

// The centre and limits of an x-bar chart whose samples differ in size (Montgomery: Introduction to Statistical Quality
// Control, 7th edition, 2013, section 6.3.2): the centre is the mean of all answers, the spread the pooled standard
// deviation within the periods, and the limits of each period lie three standard errors from the centre, the further
// the fewer answered. What lies outside happens by chance about three times in a thousand. Limits stay on the scale.
struct ControlBand
{
    double centre = 0;
    QList<std::optional<ControlLimits>> limits; // of each period; none where nobody answered
};

// Nothing when there are fewer than `fewestPeriods` with answers: too few to call anything usual.
std::optional<ControlBand> controlBand(const QList<RatingFigure> &periods);

inline constexpr int fewestPeriods = 6;

} // namespace accueil
