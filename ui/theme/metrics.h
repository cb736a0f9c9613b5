#pragma once

#include "ui/theme/type.h"

#include <QFontInfo>
#include <QFontMetrics>

#include <algorithm>

namespace accueil {

// Sizes in pixels on the 8 px grid (design: mockups/tokens.md section 1, "Space, shape, size"). Heights that hold text
// grow with the font: use the functions, not the numbers.
namespace metrics {

inline constexpr int pageMargin = 20;
inline constexpr int gap = 8;
inline constexpr int cardGap = 12;
inline constexpr int fieldGap = 16;
inline constexpr int labelGap = 4;
inline constexpr int fieldRadius = 6;
inline constexpr int cardRadius = 8;
inline constexpr int dialogRadius = 10;
inline constexpr int chipRadius = 11;
inline constexpr int sidebarWidth = 220;
inline constexpr int paneWidth = 440;
inline constexpr int narrowDialog = 548;
inline constexpr int wideDialog = 1088;

inline int textHeight(const QFont &font, int designed, int padding)
{
    return std::max(designed, QFontMetrics(font).height() + padding);
}
// A width that was designed for body text of 14 px, for the text of this screen.
inline int withText(int designed)
{
    return qRound(designed * QFontInfo(fontFor(TextRole::Body)).pixelSize() / 14.0);
}
inline int lineIcon()
{
    return withText(18);
}
inline int smallIcon()
{
    return withText(15);
}
inline int chipIcon()
{
    return withText(13);
}
inline int rowHeight(const QFont &font)
{
    return textHeight(font, 36, 16);
}
inline int controlHeight(const QFont &font)
{
    return textHeight(font, 36, 14);
}
inline int smallControlHeight(const QFont &font)
{
    return textHeight(font, 30, 10);
}
inline int chipHeight(const QFont &font)
{
    return textHeight(font, 22, 4);
}

} // namespace metrics

} // namespace accueil
