#include "ui/widgets/togglechip.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QLocale>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int sidePadding = 12;

}

ToggleChip::ToggleChip(QWidget *parent)
    : QPushButton(parent)
{
    setCheckable(true);
    setFont(fontFor(TextRole::Small));
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_LayoutUsesWidgetRect);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleChip::setWords(const QString &words, int count)
{
    setText(u"%1 %2"_s.arg(words, QLocale().toString(count)));
    setAccessibleName(text());
    updateGeometry();
}

QSize ToggleChip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * sidePadding + 2, metrics::smallControlHeight(font())};
}

void ToggleChip::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int border = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() || isChecked() ? c.accent : c.line2, border));
    painter.setBrush(isChecked() ? c.accentSoft : underMouse() ? c.surface2 : c.surface);
    const qreal inset = border / 2.0;
    const QRectF box = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setFont(font());
    painter.setPen(isChecked() ? c.accent : c.text2);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace accueil
