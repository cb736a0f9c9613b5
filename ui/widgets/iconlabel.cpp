#include "ui/widgets/iconlabel.h"

#include <QPainter>

namespace accueil {

IconLabel::IconLabel(Icon icon, int size, Tone tone, Ground ground, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_size(size)
    , m_tone(tone)
    , m_ground(ground)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setSymbol(Icon icon)
{
    m_icon = icon;
    update();
}

void IconLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize IconLabel::sizeHint() const
{
    const int side = m_ground == Bare ? m_size : m_size * 5 / 3;
    return {side, side};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QRectF where(0, 0, m_size, m_size);
    where.moveCenter(QRectF(rect()).center());
    if (m_ground == Tile) { // the program's own sign
        painter.setBrush(c.accent);
        painter.drawRoundedRect(rect(), width() / 4.5, width() / 4.5);
        paintIcon(painter, where, m_icon, c.onAccent);
        return;
    }
    if (m_ground == Round) {
        painter.setBrush(background(c, m_tone));
        painter.drawEllipse(rect());
    }
    paintIcon(painter, where, m_icon, foreground(c, m_tone));
}

} // namespace accueil
