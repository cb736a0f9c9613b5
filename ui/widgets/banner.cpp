#include "ui/widgets/banner.h"

#include "ui/icons/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/flowlayout.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconLeft = 13;
constexpr int iconGap = 11;

Icon iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return Icon::CircleCheck;
    case Tone::Warning:
        return Icon::TriangleAlert;
    case Tone::Danger:
        return Icon::CircleAlert;
    case Tone::Neutral:
    case Tone::Accent:
    case Tone::Info:
        return Icon::Info;
    }
    Q_UNREACHABLE();
}

} // namespace

Banner::Banner(Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_buttons(new FlowLayout(metrics::gap, metrics::gap))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(iconLeft + metrics::lineIcon() + iconGap, 10, 14, 10);
    column->setSpacing(2);
    m_title->setFont(fontFor(TextRole::BodyBold));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_text->setFont(fontFor(TextRole::Small));
    m_text->setProperty("ink", u"text2"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(m_buttons);
    m_text->hide();
}

void Banner::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Banner::setWords(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(text.isEmpty() ? title : u"%1. %2"_s.arg(title, text));
}

void Banner::addButton(QWidget *button)
{
    m_buttons->addWidget(button);
    m_buttons->setContentsMargins(0, 6, 0, 0);
}

void Banner::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor border = foreground(c, m_tone);
    border.setAlphaF(0.35F);
    painter.setPen(QPen(m_tone == Tone::Warning ? c.warningLine : border, 1));
    painter.setBrush(background(c, m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
    const int icon = metrics::lineIcon();
    paintIcon(painter, QRectF(iconLeft, m_title->y() + (m_title->fontMetrics().height() - icon) / 2.0, icon, icon),
        iconOf(m_tone), foreground(c, m_tone));
}

} // namespace accueil
