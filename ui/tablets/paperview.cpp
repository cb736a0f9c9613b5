#include "ui/tablets/paperview.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace accueil {

namespace {

constexpr int designedWidth = 300;

}

PaperView::PaperView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PaperView::setPaper(const Paper &paper)
{
    m_paper = paper;
    update();
}

QSize PaperView::sizeHint() const
{
    const int width = metrics::withText(designedWidth);
    return {width, qRound(width * Paper::height / Paper::width)};
}

void PaperView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_paper)
        paintPaper(painter, QRectF(rect()).adjusted(1, 1, -1, -1), *m_paper);
    painter.setPen(colorsOf(this).line2);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace accueil
