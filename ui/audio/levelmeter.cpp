#include "ui/audio/levelmeter.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace accueil {

LevelMeter::LevelMeter(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LevelMeter::setLevel(double loudness)
{
    m_level = loudness;
    update();
}

QSize LevelMeter::sizeHint() const
{
    return {metrics::withText(160), metrics::withText(10)};
}

QSize LevelMeter::minimumSizeHint() const
{
    return {metrics::withText(40), metrics::withText(10)};
}

void LevelMeter::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double round = height() / 2.0;
    painter.setBrush(colors.neutralSoft);
    painter.drawRoundedRect(rect(), round, round);
    const QRectF filled(0, 0, width() * m_level, height());
    if (filled.width() < height())
        return;
    constexpr double tooLoud = 0.95;
    painter.setBrush(m_level > tooLoud ? colors.warning : colors.accent);
    painter.drawRoundedRect(filled, round, round);
}

} // namespace accueil
