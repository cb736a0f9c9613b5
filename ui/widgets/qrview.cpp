#include "ui/widgets/qrview.h"

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/speak.h"

#include <QPainter>

namespace accueil {

namespace {

constexpr int frame = 5;

}

QrView::QrView(int side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrView::setAddress(const QString &address)
{
    if (address == m_address)
        return;
    m_address = address;
    m_matrix = QrMatrix(address);
    speak(this, address);
    update();
}

void QrView::setName(const QString &name)
{
    setAccessibleName(name);
}

QSize QrView::sizeHint() const
{
    const int side = metrics::withText(m_side);
    return {side, side};
}

void QrView::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.line2, 1));
    painter.setBrush(m_matrix.side() > 0 ? QColor(Qt::white) : c.surface2);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
    const QRectF inside = QRectF(rect()).adjusted(frame, frame, -frame, -frame);
    if (m_matrix.side() > 0) {
        paintQr(painter, inside, m_matrix);
    } else {
        QRectF sign(0, 0, inside.width() / 3, inside.height() / 3);
        sign.moveCenter(inside.center());
        paintIcon(painter, sign, Icon::QrCode, c.muted);
    }
}

} // namespace accueil
