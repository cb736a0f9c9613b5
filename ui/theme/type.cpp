#include "ui/theme/type.h"

#include <QFontDatabase>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QFont sized(qreal points, QFont::Weight weight = QFont::Normal)
{
    QFont font = applicationFont();
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

} // namespace

QFont applicationFont()
{
    QFont font;
    // DejaVu would draw faces as monochrome signs, so the colour font stands before it.
    font.setFamilies({u"Noto Sans"_s, u"Noto Color Emoji"_s, u"DejaVu Sans"_s});
    font.setPointSizeF(10.5);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont fontFor(TextRole role)
{
    switch (role) {
    case TextRole::Title:
        return sized(18, QFont::Bold);
    case TextRole::Section:
        return sized(13, QFont::Bold);
    case TextRole::Body:
        return sized(10.5);
    case TextRole::BodyBold:
        return sized(10.5, QFont::Bold);
    case TextRole::Label:
        return sized(10, QFont::Bold);
    case TextRole::Small:
        return sized(9.5);
    case TextRole::SmallBold:
        return sized(9.5, QFont::Bold);
    case TextRole::Mini:
        return sized(9);
    case TextRole::Key:
        return sized(8.25);
    case TextRole::Code:
        break;
    }
    QFont code;
    code.setFamilies({u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s});
    code.setStyleHint(QFont::Monospace);
    code.setPointSizeF(10.5);
    return code;
}

} // namespace accueil
