#include "ui/frame/statusbar.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/flowlayout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int dot = 9;

QSize lightSize(const QFontMetrics &metrics, const QString &words)
{
    return {dot + 8 + metrics.horizontalAdvance(words) + 2, metrics.height()};
}

void paintLight(QWidget *widget, Light light, const QString &words, const QColor &ink)
{
    const Colors &c = colorsOf(widget);
    QPainter painter(widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(light == Light::Ok ? c.lightOk : light == Light::Warning ? c.lightWarn : c.lightBad);
    painter.drawEllipse(QRectF(0, (widget->height() - dot) / 2.0, dot, dot));
    painter.setPen(ink);
    painter.setFont(widget->font());
    const QRect room = widget->rect().adjusted(dot + 6, 0, 0, 0);
    painter.drawText(room, Qt::AlignVCenter, painter.fontMetrics().elidedText(words, Qt::ElideRight, room.width()));
}

} // namespace

StatusLight::StatusLight(QWidget *parent)
    : QWidget(parent)
{
    setFont(fontFor(TextRole::Small));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StatusLight::setStatus(Light light, const QString &words, const QString &detail)
{
    m_light = light;
    m_words = words;
    setAccessibleName(words);
    setToolTip(detail.isEmpty() ? words : detail);
    updateGeometry();
    update();
}

QSize StatusLight::sizeHint() const
{
    return lightSize(fontMetrics(), m_words);
}

void StatusLight::paintEvent(QPaintEvent *)
{
    paintLight(this, m_light, m_words, colorsOf(this).text2);
}

LightButton::LightButton(QWidget *parent)
    : PressButton(parent)
{
    setFont(fontFor(TextRole::Small));
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_LayoutUsesWidgetRect);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void LightButton::setStatus(Light light, const QString &words, const QString &detail)
{
    m_light = light;
    setText(words);
    setAccessibleName(words);
    setToolTip(detail.isEmpty() ? words : detail);
    updateGeometry();
    update();
}

QSize LightButton::sizeHint() const
{
    return lightSize(fontMetrics(), text()) + QSize(4, 0); // for the ring of the focus
}

void LightButton::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    paintLight(this, m_light, text(), underMouse() || hasFocus() ? c.accent : c.text2);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(QPen(c.accent, 2));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

StatusBar::StatusBar(QWidget *parent)
    : QWidget(parent)
    , m_lights(new FlowLayout(22, 2))
    , m_server(new LightButton)
    , m_database(new StatusLight)
    , m_queue(new StatusLight)
    , m_clock(new QLabel)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(16, 0, 16, 0);
    line->setSpacing(22);
    for (QWidget *part : std::initializer_list<QWidget *>{m_server, m_database, m_queue})
        m_lights->addWidget(part);
    line->addLayout(m_lights, 1);
    m_clock->setFont(fontFor(TextRole::Small));
    m_clock->setProperty("ink", u"text2"_s);
    line->addWidget(m_clock);
}

void StatusBar::setClock(const QString &words)
{
    m_clock->setText(words);
    fit();
}

void StatusBar::fit()
{
    constexpr int padding = 10;
    const int oneLine = metrics::textHeight(fontFor(TextRole::Small), 30, padding);
    const int room = width() - 2 * 16 - 22 - m_clock->sizeHint().width();
    const int lights = m_lights->heightForWidth(room) - m_lights->contentsMargins().top();
    setFixedHeight(std::max(oneLine, lights + padding));
    m_lights->setContentsMargins(0, (height() - lights) / 2, 0, 0); // in the middle
}

void StatusBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool StatusBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // another status, with other words
        fit();
    return QWidget::event(event);
}

void StatusBar::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), c.side);
    painter.fillRect(QRect(0, 0, width(), 1), c.line);
}

} // namespace accueil
