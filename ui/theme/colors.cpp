#include "ui/theme/colors.h"

#include <QRegularExpression>
#include <QWidget>

#include <algorithm>
#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

struct ColorRow
{
    QStringView name;
    QColor Colors::*member;
    QRgb light;
    QRgb dark;
};

constexpr QRgb opaque(uint rgb)
{
    return 0xFF000000u | rgb;
}

const std::array<ColorRow, 33> &colorTable()
{
    static const std::array<ColorRow, 33> table{{
        {u"window", &Colors::window, opaque(0xF5F3EF), opaque(0x161413)},
        {u"side", &Colors::side, opaque(0xEDEAE4), opaque(0x1B1917)},
        {u"surface", &Colors::surface, opaque(0xFFFFFF), opaque(0x211F1D)},
        {u"surface2", &Colors::surface2, opaque(0xFAF8F5), opaque(0x282522)},
        {u"line", &Colors::line, opaque(0xE4DFD8), opaque(0x393531)},
        {u"line2", &Colors::line2, opaque(0xCFC8BE), opaque(0x4A453F)},
        {u"field", &Colors::field, opaque(0x8F887E), opaque(0x857D74)},
        {u"text", &Colors::text, opaque(0x1F1D1A), opaque(0xF3F0EC)},
        {u"text2", &Colors::text2, opaque(0x57534E), opaque(0xCBC4BC)},
        {u"muted", &Colors::muted, opaque(0x6B645D), opaque(0xA8A097)},
        {u"accent", &Colors::accent, opaque(0x0F766E), opaque(0x2DD4BF)},
        {u"accentHover", &Colors::accentHover, opaque(0x0B5F58), opaque(0x5EE3D2)},
        {u"accentSoft", &Colors::accentSoft, opaque(0xDDF1EE), opaque(0x123F3A)},
        {u"onAccent", &Colors::onAccent, opaque(0xFFFFFF), opaque(0x06302B)},
        {u"selection", &Colors::selection, opaque(0xE1F1EF), opaque(0x173734)},
        {u"success", &Colors::success, opaque(0x166534), opaque(0x7BE0A3)},
        {u"successSoft", &Colors::successSoft, opaque(0xE3F3E8), opaque(0x16321F)},
        {u"warning", &Colors::warning, opaque(0x854D0E), opaque(0xF8C86B)},
        {u"warningSoft", &Colors::warningSoft, opaque(0xFCF0D5), opaque(0x3A2A0E)},
        {u"warningLine", &Colors::warningLine, opaque(0xE3BC6B), opaque(0x7A5A1E)},
        {u"danger", &Colors::danger, opaque(0xB42318), opaque(0xFFA198)},
        {u"dangerSoft", &Colors::dangerSoft, opaque(0xFCE6E3), opaque(0x47211D)},
        {u"info", &Colors::info, opaque(0x1E5A96), opaque(0x9CCBFB)},
        {u"infoSoft", &Colors::infoSoft, opaque(0xE3EEF9), opaque(0x1B3149)},
        {u"neutralSoft", &Colors::neutralSoft, opaque(0xEEEAE4), opaque(0x34302C)},
        {u"star", &Colors::star, opaque(0xB86E00), opaque(0xF2B33D)},
        {u"starOff", &Colors::starOff, opaque(0x988F85), opaque(0x7A736B)},
        {u"lightOk", &Colors::lightOk, opaque(0x15803D), opaque(0x3FBF74)},
        {u"lightWarn", &Colors::lightWarn, opaque(0xD08700), opaque(0xF2B33D)},
        {u"lightBad", &Colors::lightBad, opaque(0xC8321F), opaque(0xFF7A6B)},
        {u"veil", &Colors::veil, qRgba(40, 36, 32, 117), qRgba(0, 0, 0, 153)},
        {u"drill", &Colors::drill, opaque(0x6D28D9), opaque(0xC4B5FD)},
        {u"onDrill", &Colors::onDrill, opaque(0xFFFFFF), opaque(0x2E1065)},
    }};
    return table;
}

Colors build(Scheme scheme)
{
    Colors colors;
    for (const ColorRow &row : colorTable())
        colors.*row.member = QColor::fromRgba(scheme == Scheme::Light ? row.light : row.dark);
    return colors;
}

} // namespace

const Colors &colorsFor(Scheme scheme)
{
    static const Colors light = build(Scheme::Light);
    static const Colors dark = build(Scheme::Dark);
    return scheme == Scheme::Light ? light : dark;
}

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::WindowText).lightness() > 128 ? Scheme::Dark : Scheme::Light;
}

const Colors &colorsOf(const QPalette &palette)
{
    return colorsFor(schemeOf(palette));
}

const Colors &colorsOf(const QWidget *widget)
{
    return colorsOf(widget->palette());
}

QPalette paletteFor(Scheme scheme)
{
    const Colors &c = colorsFor(scheme);
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.surface2);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.danger);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.surface2);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.line2);
    palette.setColor(QPalette::Shadow, c.line2);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.surface2);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line2);
    return palette;
}

QString fillStyleSheet(const QString &sheet, const Colors &colors)
{
    static const QRegularExpression placeholder(u"@([A-Za-z0-9]+)"_s);
    QString filled;
    qsizetype end = 0;
    for (auto it = placeholder.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const auto row = std::find_if(colorTable().begin(), colorTable().end(),
            [&](const ColorRow &r) { return r.name == match.capturedView(1); });
        Q_ASSERT_X(row != colorTable().end(), "fillStyleSheet", qPrintable(match.captured()));
        filled += QStringView(sheet).mid(end, match.capturedStart() - end);
        filled += (colors.*row->member).name(QColor::HexArgb);
        end = match.capturedEnd();
    }
    filled += QStringView(sheet).mid(end);
    return filled;
}

QColor foreground(const Colors &colors, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return colors.text2;
    case Tone::Accent:
        return colors.accent;
    case Tone::Success:
        return colors.success;
    case Tone::Warning:
        return colors.warning;
    case Tone::Danger:
        return colors.danger;
    case Tone::Info:
        return colors.info;
    }
    Q_UNREACHABLE();
}

QColor background(const Colors &colors, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return colors.neutralSoft;
    case Tone::Accent:
        return colors.accentSoft;
    case Tone::Success:
        return colors.successSoft;
    case Tone::Warning:
        return colors.warningSoft;
    case Tone::Danger:
        return colors.dangerSoft;
    case Tone::Info:
        return colors.infoSoft;
    }
    Q_UNREACHABLE();
}

} // namespace accueil
