#include "ui/firstrun/keypanel.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int perLine = 4;
constexpr int padding = 18;

QFont keyFont()
{
    QFont font = fontFor(TextRole::Code);
    font.setPointSizeF(15);
    font.setBold(true);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.2);
    return font;
}

int groupWidth()
{
    return QFontMetrics(keyFont()).horizontalAdvance(u"MMMM"_s) + 40;
}

int lineHeight()
{
    return QFontMetrics(keyFont()).height() + 8;
}

} // namespace

KeyPanel::KeyPanel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyPanel::setGroups(const QStringList &groups)
{
    m_groups = groups;
    setAccessibleName(tr("Recovery key"));
    setAccessibleDescription(groups.join(u' '));
    updateGeometry();
    update();
}

QSize KeyPanel::sizeHint() const
{
    const int lines = (static_cast<int>(m_groups.size()) + perLine - 1) / perLine;
    return {perLine * groupWidth() - 24 + 2 * padding, lines * lineHeight() + 24};
}

void KeyPanel::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.line2, 1));
    painter.setBrush(c.surface2);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
    painter.setFont(keyFont());
    painter.setPen(c.text);
    for (int i = 0; i < m_groups.size(); ++i) {
        const QRect place(
            padding + i % perLine * groupWidth(), 12 + i / perLine * lineHeight(), groupWidth(), lineHeight());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, m_groups.at(i));
    }
}

} // namespace accueil
