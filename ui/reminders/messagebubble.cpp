#include "ui/reminders/messagebubble.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace accueil {

MessageBubble::MessageBubble(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setContentsMargins(12, 10, 12, 10);
}

void MessageBubble::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorsOf(this).accentSoft);
    painter.drawRoundedRect(rect(), metrics::dialogRadius, metrics::dialogRadius);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace accueil
