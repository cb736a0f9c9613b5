#pragma once

#include "ui/theme/colors.h"

namespace accueil {

// The colours of charts (design: mockups/tokens.md, "Chart palette"): those of Okabe and Ito (Color Universal Design,
// 2008), which people with any common kind of colour blindness tell apart. The same in light and dark. None ever speaks
// alone: each has a word beside it, and what lies outside its limits has another shape.
enum class Hue { Blue, Vermilion, Green, Sky, Orange, Purple, Grey };

QColor hueColor(Hue hue);
QColor inkOn(Hue hue); // of words upon it, at 4.5:1 or more
QColor heat(const Colors &colors, double share); // 0..1, from the ground to blue
QColor inkOnHeat(const Colors &colors, double share);

} // namespace accueil
