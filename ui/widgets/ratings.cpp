#include "ui/widgets/ratings.h"

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/speak.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int starSize = 20;
constexpr int starStep = 23;

struct Face
{
    QStringView emoji;
    const char *words;
};

constexpr std::array<Face, 5> faces{{
    {u"\U0001F622", QT_TRANSLATE_NOOP("accueil::FaceRow", "Very bad")},
    {u"\U0001F641", QT_TRANSLATE_NOOP("accueil::FaceRow", "Bad")},
    {u"\U0001F610", QT_TRANSLATE_NOOP("accueil::FaceRow", "Fair")},
    {u"\U0001F642", QT_TRANSLATE_NOOP("accueil::FaceRow", "Good")},
    {u"\U0001F604", QT_TRANSLATE_NOOP("accueil::FaceRow", "Very good")},
}};

} // namespace

QString faceEmoji(int number)
{
    return faces.at(static_cast<size_t>(number - 1)).emoji.toString();
}

QString faceWords(int number)
{
    return QCoreApplication::translate("accueil::FaceRow", faces.at(static_cast<size_t>(number - 1)).words);
}

int starsWidth(int size)
{
    return 5 * (size + std::max(1, size / 7));
}

int paintStars(QPainter &painter, const QPoint &topLeft, int size, std::optional<int> value, const Colors &colors)
{
    const int step = size + std::max(1, size / 7);
    for (int i = 0; i < 5; ++i) {
        const bool full = value && i < *value;
        paintIcon(painter, QRectF(topLeft.x() + i * step, topLeft.y(), size, size), Icon::Star,
            full ? colors.star : colors.starOff, full ? IconFill::Filled : IconFill::Outline);
    }
    return 5 * step;
}

Rating::Rating(int lowest, int highest, QWidget *parent)
    : QWidget(parent)
    , m_lowest(lowest)
    , m_highest(highest)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFont(fontFor(TextRole::Body));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Rating::setValue(std::optional<int> value)
{
    m_value = value;
    setAccessibleDescription(value ? spoken(*value) : QString());
    update();
}

void Rating::choose(std::optional<int> value)
{
    if (value == m_value)
        return;
    setValue(value);
    speak(this, accessibleDescription());
    Q_EMIT changed(value);
}

void Rating::mousePressEvent(QMouseEvent *event)
{
    if (const std::optional<int> pressed = valueAt(event->position().toPoint()))
        choose(pressed == m_value ? std::nullopt : pressed); // once more takes it back
}

void Rating::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = valueAt(event->position().toPoint());
    setCursor(m_hover ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void Rating::leaveEvent(QEvent *)
{
    m_hover.reset();
    update();
}

void Rating::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    if (digit >= m_lowest && digit <= std::min(9, m_highest))
        choose(digit);
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace || (digit == 0 && m_lowest > 0))
        choose(std::nullopt);
    else if (event->key() == Qt::Key_Left)
        choose(std::max(m_lowest, value().value_or(m_lowest + 1) - 1));
    else if (event->key() == Qt::Key_Right)
        choose(std::min(m_highest, value().value_or(m_lowest - 1) + 1));
    else
        QWidget::keyPressEvent(event);
}

StarRow::StarRow(QWidget *parent)
    : Rating(1, 5, parent)
{
}

void StarRow::setQuestion(const QString &question)
{
    m_question = question;
    setAccessibleName(question);
    updateGeometry();
    update();
}

QString StarRow::spoken(int value) const
{
    return tr("%n star(s) of 5", nullptr, value);
}

QSize StarRow::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_question) + 5 * starStep + 160, metrics::rowHeight(font())};
}

QSize StarRow::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_question) + 5 * starStep + 76, metrics::rowHeight(font())};
}

QRect StarRow::star(int number) const
{
    const int right = width() - 10 - fontMetrics().horizontalAdvance(u"5/5 "_s) - 16;
    return {right - (6 - number) * starStep, (height() - starSize) / 2, starSize, starSize};
}

std::optional<int> StarRow::valueAt(const QPoint &point) const
{
    for (int i = 1; i <= 5; ++i) {
        if (star(i).adjusted(-1, -8, 2, 8).contains(point))
            return i;
    }
    return std::nullopt;
}

void StarRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else if (event->key() == Qt::Key_Down)
        focusNextChild();
    else
        Rating::keyPressEvent(event);
}

void StarRow::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 2));
        painter.setBrush(c.selection);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::fieldRadius, metrics::fieldRadius);
    }
    painter.setFont(font());
    painter.setPen(isEnabled() ? c.text : c.muted);
    painter.drawText(QRect(10, 0, star(1).left() - 14, height()), Qt::AlignVCenter, m_question);
    if (hasFocus()) {
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(c.muted);
        const QString keys = tr("keys 1 to 5");
        const int room = star(1).left() - 20 - fontMetrics().horizontalAdvance(m_question);
        if (painter.fontMetrics().horizontalAdvance(keys) < room)
            painter.drawText(QRect(0, 0, star(1).left() - 10, height()), Qt::AlignVCenter | Qt::AlignRight, keys);
    }
    const std::optional<int> shown = hovered() ? hovered() : value();
    for (int i = 1; i <= 5; ++i) {
        const bool full = shown && i <= *shown;
        paintIcon(painter, star(i), Icon::Star,
            !isEnabled() ? c.line2
                : full   ? c.star
                         : c.starOff,
            full ? IconFill::Filled : IconFill::Outline);
    }
    painter.setFont(value() ? fontFor(TextRole::BodyBold) : font());
    painter.setPen(value() ? c.text : c.muted);
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight,
        value() ? u"%1/5"_s.arg(*value()) : u"\u2014"_s);
}

FaceRow::FaceRow(QWidget *parent)
    : Rating(1, 5, parent)
{
}

QString FaceRow::spoken(int value) const
{
    return faceWords(value);
}

QSize FaceRow::sizeHint() const
{
    return {480, 46 + QFontMetrics(fontFor(TextRole::Small)).height() + 14};
}

QSize FaceRow::minimumSizeHint() const
{
    return {5 * 68, sizeHint().height()};
}

QRect FaceRow::tile(int number) const
{
    const int gap = 9;
    const int left = (number - 1) * (width() + gap) / 5;
    return {left, 0, number * (width() + gap) / 5 - gap - left, height()};
}

std::optional<int> FaceRow::valueAt(const QPoint &point) const
{
    for (int i = 1; i <= 5; ++i) {
        if (tile(i).contains(point))
            return i;
    }
    return std::nullopt;
}

void FaceRow::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QFont emoji = font();
    emoji.setPixelSize(36);
    for (int i = 1; i <= 5; ++i) {
        const bool on = value() == i;
        const bool marked = on || (hasFocus() && !value() && i == 3);
        const qreal border = marked ? 2 : 1;
        painter.setPen(QPen(marked ? c.accent : c.line2, border));
        painter.setBrush(on ? c.accentSoft : hovered() == i ? c.surface2 : c.surface);
        const QRectF box = QRectF(tile(i)).adjusted(border / 2, border / 2, -border / 2, -border / 2);
        painter.drawRoundedRect(box, metrics::cardRadius, metrics::cardRadius);
        painter.setFont(emoji);
        painter.drawText(QRect(tile(i).left(), 5, tile(i).width(), 46), Qt::AlignCenter, faceEmoji(i));
        painter.setFont(fontFor(on ? TextRole::SmallBold : TextRole::Small));
        painter.setPen(on ? c.accent : c.text2);
        painter.drawText(QRect(tile(i).left(), 50, tile(i).width(), height() - 56), Qt::AlignCenter, faceWords(i));
    }
    if (hasFocus() && value()) { // chosen and reached by keyboard: a second line inside
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.accent, 1, Qt::DotLine));
        painter.drawRoundedRect(QRectF(tile(*value())).adjusted(4.5, 4.5, -4.5, -4.5), 5, 5);
    }
}

NumberRow::NumberRow(QWidget *parent)
    : Rating(0, 10, parent)
{
}

QString NumberRow::spoken(int value) const
{
    return tr("%1 of 10").arg(value);
}

QSize NumberRow::sizeHint() const
{
    return {480, metrics::controlHeight(font())};
}

QSize NumberRow::minimumSizeHint() const
{
    return {11 * (fontMetrics().horizontalAdvance(u"10"_s) + 10), sizeHint().height()};
}

QRect NumberRow::box(int number) const
{
    const int gap = 5;
    const int left = number * (width() + gap) / 11;
    return {left, 0, (number + 1) * (width() + gap) / 11 - gap - left, height()};
}

std::optional<int> NumberRow::valueAt(const QPoint &point) const
{
    for (int i = 0; i <= 10; ++i) {
        if (box(i).contains(point))
            return i;
    }
    return std::nullopt;
}

void NumberRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_0 && value() == 1)
        choose(10);
    else
        Rating::keyPressEvent(event);
}

void NumberRow::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i <= 10; ++i) {
        const bool on = value() == i;
        const bool marked = hasFocus() && (on || (!value() && i == 0));
        painter.setPen(QPen(on || marked ? c.accent : c.line2, marked ? 2 : 1));
        painter.setBrush(on ? c.accent : hovered() == i ? c.surface2 : c.surface);
        const qreal inset = marked ? 1 : 0.5;
        painter.drawRoundedRect(
            QRectF(box(i)).adjusted(inset, inset, -inset, -inset), metrics::fieldRadius, metrics::fieldRadius);
        if (marked && on) { // the border alone would not show on the accent
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(c.onAccent, 1));
            painter.drawRoundedRect(QRectF(box(i)).adjusted(3.5, 3.5, -3.5, -3.5), 3, 3);
        }
        painter.setFont(fontFor(on ? TextRole::BodyBold : TextRole::Body));
        painter.setPen(on ? c.onAccent : isEnabled() ? c.text : c.muted);
        painter.drawText(box(i), Qt::AlignCenter, QString::number(i));
    }
}

} // namespace accueil
