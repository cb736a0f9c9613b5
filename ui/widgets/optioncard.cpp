#include "ui/widgets/optioncard.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/style.h"
#include "ui/theme/type.h"

#include <QPainter>
#include <QStyleOption>

namespace accueil {

OptionCard::OptionCard(Icon icon, QWidget *parent)
    : QRadioButton(parent)
    , m_icon(icon)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_LayoutUsesWidgetRect);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OptionCard::setWords(const QString &title, const QString &text)
{
    setText(title); // its mnemonic works
    m_meaning = text;
    setAccessibleName(QString(title).remove(u'&'));
    setAccessibleDescription(text);
    updateGeometry();
    update();
}

QSize OptionCard::sizeHint() const
{
    return {260,
        12 + QFontMetrics(fontFor(TextRole::BodyBold)).height() + 4
            + 2 * QFontMetrics(fontFor(TextRole::Small)).height() + 12};
}

void OptionCard::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const int border = on || hasFocus() ? 2 : 1;
    painter.setPen(QPen(!isEnabled() ? c.line : on || hasFocus() ? c.accent : c.line2, border));
    painter.setBrush(on ? c.accentSoft : !isEnabled() ? c.surface2 : underMouse() ? c.surface2 : c.surface);
    const qreal inset = border / 2.0;
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(inset, inset, -inset, -inset), metrics::cardRadius, metrics::cardRadius);

    const int line = QFontMetrics(fontFor(TextRole::BodyBold)).height();
    QStyleOptionButton mark;
    mark.initFrom(this);
    mark.state &= ~QStyle::State_HasFocus; // the card shows it
    mark.state |= on ? QStyle::State_On : QStyle::State_Off;
    mark.rect = QRect(10, 12 + (line - 24) / 2, 24, 24);
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &mark, &painter, this);

    const QColor ink = isEnabled() ? c.text : c.muted;
    int x = 42;
    paintIcon(painter, QRectF(x, 12 + (line - 17) / 2.0, 17, 17), m_icon, ink);
    painter.setFont(fontFor(TextRole::BodyBold));
    painter.setPen(ink);
    painter.drawText(QRect(x + 23, 12, width() - x - 30, line), Qt::AlignVCenter | mnemonicFlag(this), text());
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(isEnabled() ? c.text2 : c.muted);
    painter.drawText(QRect(x, 12 + line + 2, width() - x - 12, height() - line - 20), Qt::TextWordWrap, m_meaning);
}

} // namespace accueil
