#include "ui/widgets/avatar.h"

#include "ui/theme/colors.h"
#include "ui/theme/type.h"

#include <QPainter>
#include <QRegularExpression>

namespace accueil {

using namespace Qt::StringLiterals;

QString initialsOf(const QString &name)
{
    static const QRegularExpression separators(u"[\\s,._-]+"_s);
    const QStringList words = name.split(separators, Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    if (words.size() == 1)
        return words.first().left(2).toUpper();
    return (words.first().left(1) + words.last().left(1)).toUpper();
}

Avatar::Avatar(QWidget *parent, int size)
    : QWidget(parent)
    , m_size(size)
{
    setFixedSize(size, size);
}

void Avatar::setName(const QString &name)
{
    m_initials = initialsOf(name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accentSoft);
    painter.drawEllipse(rect());
    QFont font = fontFor(TextRole::SmallBold);
    font.setPixelSize(m_size * 2 / 5);
    painter.setFont(font);
    painter.setPen(c.accent);
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

} // namespace accueil
