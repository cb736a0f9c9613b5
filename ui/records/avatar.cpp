#include "ui/records/avatar.h"

#include "ui/records/recordwords.h"
#include "ui/theme/colors.h"
#include "ui/theme/type.h"

#include <QPainter>

namespace accueil {

Avatar::Avatar(int diameter, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(diameter, diameter);
}

void Avatar::setName(const QString &name)
{
    m_initials = RecordWords::initials(name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsOf(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accentSoft);
    painter.drawEllipse(rect());
    painter.setFont(fontFor(TextRole::Section));
    painter.setPen(colors.accent);
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

} // namespace accueil
