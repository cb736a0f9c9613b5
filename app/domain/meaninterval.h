#pragma once

#include "app/domain/proportion.h"

#include <span>

namespace accueil {

// The 95 % bootstrap percentile interval of the mean of answers on a scale (Efron, Tibshirani: An Introduction to the
// Bootstrap, 1993, chapter 13): `counts` holds how many gave each value, the first of them `lowest`, each next one
// `step` more. It is not drawn by lot: up to `exactUpTo` answers the distribution of the mean of as many draws is
// computed whole, above that its quantiles by the Cornish-Fisher expansion (Hall: The Bootstrap and Edgeworth
// Expansion, 1992, section 2.5), so that the same answers always have the same interval. Where all answers are one
// value there is nothing to draw from: what other answers could be hidden is then the upper end of the Wilson interval
// of none in `n`, all of them at the far ends of the scale. Without answers it is the whole scale.
Interval meanInterval(std::span<const qint64> counts, double lowest, double step);

inline constexpr qint64 exactUpTo = 40;

} // namespace accueil
