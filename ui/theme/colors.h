#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QWidget;

namespace accueil {

enum class Scheme { Light, Dark };

// The colours of one scheme: the one table that the style sheet, QPalette and every painter read
// (design: mockups/tokens.md section 1). In a paintEvent: `const Colors &c = colorsOf(this);`, then `c.accent`.
struct Colors
{
    QColor window, side, surface, surface2, line, line2, field;
    QColor text, text2, muted;
    QColor accent, accentHover, accentSoft, onAccent, selection;
    QColor success, successSoft, warning, warningSoft, warningLine, danger, dangerSoft, info, infoSoft, neutralSoft;
    QColor star, starOff, lightOk, lightWarn, lightBad, veil;
    QColor drill, onDrill; // a drill's frame and banner, and the words on it; nothing else is of this colour
};

const Colors &colorsFor(Scheme scheme);

// The scheme is read from the palette, so that a widget needs to know nobody to paint itself.
Scheme schemeOf(const QPalette &palette);
const Colors &colorsOf(const QPalette &palette);
const Colors &colorsOf(const QWidget *widget);

QPalette paletteFor(Scheme scheme);

// Replaces every `@name` of `sheet` by the colour of that name; an unknown name is a mistake of ours and asserts.
QString fillStyleSheet(const QString &sheet, const Colors &colors);

enum class Tone { Neutral, Accent, Success, Warning, Danger, Info };

// The colour of text and icon in a tone, and of the soft background that goes with it.
QColor foreground(const Colors &colors, Tone tone);
QColor background(const Colors &colors, Tone tone);

} // namespace accueil
