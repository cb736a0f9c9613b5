#include "ui/records/firstlines.h"

#include <QFontMetrics>
#include <QTextLayout>

namespace accueil {

QStringList firstLines(const QString &text, const QFont &font, int width, int most)
{
    QStringList lines;
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const QString rest = text.mid(line.textStart());
        if (lines.size() == most - 1) {
            lines += QFontMetrics(font).elidedText(rest, Qt::ElideRight, width);
            break;
        }
        lines += rest.left(line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

} // namespace accueil
