#include "ui/widgets/veil.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QPainter>

namespace accueil {

Veil::Veil(QWidget *window, QWidget *dialog)
    : QWidget(window)
    , m_dialog(dialog)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    dialog->installEventFilter(this);
    setGeometry(window->rect());
    raise();
    show();
}

bool Veil::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        if (watched == parentWidget())
            setGeometry(parentWidget()->rect());
        update();
    }
    return QWidget::eventFilter(watched, event);
}

void Veil::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(this).veil);
    if (!m_dialog)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF card(mapFromGlobal(m_dialog->pos()), m_dialog->size());
    for (int spread = 24; spread > 0; spread -= 2) { // soft: each ring adds a little
        painter.setBrush(QColor(0, 0, 0, 2));
        painter.drawRoundedRect(card.adjusted(-spread, -spread + 8, spread, spread + 8), metrics::dialogRadius + spread,
            metrics::dialogRadius + spread);
    }
}

} // namespace accueil
