#include "ui/widgets/button.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/style.h"
#include "ui/theme/type.h"
#include "ui/widgets/keyhint.h"

#include <QEvent>
#include <QPainter>
#include <QShortcut>

namespace accueil {

using namespace Qt::StringLiterals;

struct Button::Look
{
    QColor fill, border, ink;
    int borderWidth = 1;
    bool ring = false; // two pixels away, so the button keeps three pixels around itself for it
};

namespace {

constexpr int ringSpace = 3;
constexpr int spacing = 8;
constexpr int wheelStepMs = 80;

} // namespace

Button::Button(Kind kind, QWidget *parent, Size size)
    : PressButton(parent)
    , m_kind(kind)
    , m_size(size)
{
    const bool small = size == Small;
    setFont(fontFor(kind == Main ? (small ? TextRole::SmallBold : TextRole::BodyBold)
            : small              ? TextRole::Small
                                 : TextRole::Body));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
    setProperty(ringSpaceProperty, ringSpace);
    setFlat(true); // painted by us; and QPushButton asks the style again for its place in layouts
    m_wheel.setInterval(wheelStepMs);
    connect(&m_wheel, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + 30) % 360;
        update();
    });
}

void Button::setSymbol(Icon icon)
{
    m_symbol = icon;
    updateGeometry();
    update();
}

void Button::setTrailingSymbol(Icon icon)
{
    m_trailing = icon;
    updateGeometry();
    update();
}

void Button::setKeys(const QKeySequence &keys)
{
    setKeyHint(keys);
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, [this] {
        if (isEnabled() && !m_busy)
            animateClick();
    });
}

void Button::setKeyHint(const QKeySequence &keys)
{
    m_hint = keys;
    updateGeometry();
    update();
}

void Button::setBusy(bool busy, const QString &busyText)
{
    if (busy && !m_busy)
        m_busyWidth = width();
    m_busy = busy;
    m_busyText = busyText;
    busy ? m_wheel.start() : m_wheel.stop();
    updateGeometry();
    update();
}

void Button::nextCheckState()
{
    if (!m_busy)
        QPushButton::nextCheckState();
}

bool Button::event(QEvent *event)
{
    // A busy button keeps its look and its focus, but answers neither mouse nor keys.
    if (m_busy) {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::Shortcut:
            return true;
        case QEvent::KeyPress:
        case QEvent::KeyRelease:
            return QWidget::event(event);
        default:
            break;
        }
    }
    return PressButton::event(event);
}

QString Button::hintText() const
{
    return keyHintText(m_hint);
}

int Button::padding() const
{
    if (m_kind == Quiet)
        return m_size == Small ? 6 : 10;
    return m_size == Small ? 11 : 15;
}

int Button::contentWidth() const
{
    const int icon = m_size == Small ? metrics::smallIcon() : metrics::lineIcon();
    int width = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    if (m_symbol != Icon::None)
        width += icon + spacing;
    if (m_trailing != Icon::None)
        width += icon + spacing - 2;
    if (!m_hint.isEmpty())
        width += keyHintSize(hintText()).width() + spacing + 2;
    return width;
}

QSize Button::sizeHint() const
{
    const int height = m_size == Small ? metrics::smallControlHeight(font()) : metrics::controlHeight(font());
    const int width = std::max(contentWidth() + 2 * padding(), m_busy ? m_busyWidth - 2 * ringSpace : 0);
    return {width + 2 * ringSpace, height + 2 * ringSpace};
}

Button::Look Button::look() const
{
    const Colors &c = colorsOf(this);
    const bool focus = hasFocus();
    const bool hot = underMouse() || isDown();
    if (!isEnabled())
        return {m_kind == Quiet ? QColor(Qt::transparent) : c.surface2,
            m_kind == Quiet ? QColor(Qt::transparent) : c.line, c.muted};
    switch (m_kind) {
    case Main: {
        const QColor fill = hot && !m_busy ? c.accentHover : c.accent;
        return {fill, fill, c.onAccent, 1, focus};
    }
    case Second:
        return {hot ? c.surface2 : c.surface, focus ? c.accent : c.line2, c.text, focus ? 2 : 1};
    case Destructive:
        return {hot ? c.dangerSoft : c.surface, c.danger, c.danger, focus ? 2 : 1};
    case Quiet:
        return {hot ? c.accentSoft : QColor(Qt::transparent), focus ? c.accent : QColor(Qt::transparent), c.accent,
            focus ? 2 : 1};
    }
    Q_UNREACHABLE();
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look shown = look();
    const QRect box = rect().adjusted(ringSpace, ringSpace, -ringSpace, -ringSpace);
    if (shown.ring) {
        painter.setPen(QPen(shown.fill, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::fieldRadius + 2, metrics::fieldRadius + 2);
        painter.setPen(QPen(shown.fill, 1));
    }
    const qreal inset = shown.borderWidth / 2.0;
    painter.setPen(shown.border.alpha() ? QPen(shown.border, shown.borderWidth) : QPen(Qt::NoPen));
    painter.setBrush(shown.fill);
    painter.drawRoundedRect(
        QRectF(box).adjusted(inset, inset, -inset, -inset), metrics::fieldRadius, metrics::fieldRadius);
    paintContent(painter, shown.ink, box);
}

void Button::paintContent(QPainter &painter, const QColor &ink, const QRect &box) const
{
    const QString words = m_busy && !m_busyText.isEmpty() ? m_busyText : text();
    const Icon symbol = m_busy ? Icon::Refresh : m_symbol;
    const int icon = m_size == Small ? metrics::smallIcon() : metrics::lineIcon();
    const QSize hint = m_hint.isEmpty() || m_busy ? QSize() : keyHintSize(hintText());
    const int wordsWidth = fontMetrics().size(Qt::TextShowMnemonic, words).width();
    int width = wordsWidth + (symbol != Icon::None ? icon + spacing : 0)
        + (m_trailing != Icon::None ? icon + spacing - 2 : 0) + (hint.isValid() ? hint.width() + spacing + 2 : 0);
    int x = box.left() + std::max(0, (box.width() - width) / 2);
    painter.setFont(font());
    if (symbol != Icon::None) {
        const QRectF where(x, box.center().y() - icon / 2 + 1, icon, icon);
        painter.save();
        if (m_busy) {
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.translate(where.center());
            painter.rotate(m_angle);
            painter.translate(-where.center());
        }
        paintIcon(painter, where, symbol, ink);
        painter.restore();
        x += icon + spacing;
    }
    painter.setPen(ink);
    painter.drawText(QRect(x, box.top(), wordsWidth + 1, box.height()),
        Qt::AlignVCenter | Qt::AlignLeft | mnemonicFlag(this), words);
    x += wordsWidth;
    if (m_trailing != Icon::None) {
        paintIcon(painter, QRectF(x + spacing - 2, box.center().y() - icon / 2 + 1, icon, icon), m_trailing, ink);
        x += icon + spacing - 2;
    }
    if (hint.isValid()) {
        const QRect where(QPoint(x + spacing + 2, box.center().y() - hint.height() / 2 + 1), hint);
        paintKeyHint(painter, where, hintText(), ink, m_kind == Main && isEnabled() ? ink : colorsOf(this).line2);
    }
}

IconButton::IconButton(Icon icon, QWidget *parent, Frame frame)
    : PressButton(parent)
    , m_icon(icon)
    , m_frame(frame)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
}

void IconButton::setSymbol(Icon icon)
{
    m_icon = icon;
    update();
}

void IconButton::setWords(const QString &words)
{
    setAccessibleName(words);
    updateToolTip();
}

void IconButton::setKeys(const QKeySequence &keys)
{
    m_keys = keys;
    setShortcut(keys);
    updateToolTip();
}

void IconButton::updateToolTip()
{
    const QString key = keyHintText(m_keys);
    setToolTip(key.isEmpty() ? accessibleName() : u"%1 (%2)"_s.arg(accessibleName(), key));
}

QSize IconButton::sizeHint() const
{
    const int side = metrics::smallControlHeight(font()) + 2;
    return {side, side};
}

void IconButton::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hot = isEnabled() && (underMouse() || isDown());
    const int border = hasFocus() ? 2 : 1;
    const QColor edge = hasFocus() ? c.accent : m_frame == Framed ? c.line2 : QColor(Qt::transparent);
    painter.setPen(edge.alpha() ? QPen(edge, border) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() ? c.accentSoft
            : hot                ? c.surface2
            : m_frame == Framed  ? c.surface
                                 : QColor(Qt::transparent));
    const qreal inset = border / 2.0;
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(inset, inset, -inset, -inset), metrics::fieldRadius, metrics::fieldRadius);
    QRectF where(0, 0, metrics::lineIcon(), metrics::lineIcon());
    where.moveCenter(QRectF(rect()).center());
    paintIcon(painter, where, m_icon, !isEnabled() ? c.muted : m_frame == Framed ? c.text : c.accent);
}

} // namespace accueil
