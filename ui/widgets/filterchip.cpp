#include "ui/widgets/filterchip.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int sidePadding = 12;
constexpr int gap = 6;

} // namespace

FilterChip::FilterChip(QWidget *parent)
    : QPushButton(parent)
{
    setFont(fontFor(TextRole::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &FilterChip::openMenu);
}

void FilterChip::setName(const QString &name)
{
    m_name = name;
    setValue(m_value);
}

void FilterChip::setSymbol(Icon icon)
{
    m_symbol = icon;
    updateGeometry();
}

void FilterChip::setChoices(const QList<Choice> &choices)
{
    m_choices = choices;
    const bool known
        = std::any_of(choices.begin(), choices.end(), [this](const Choice &c) { return c.value == m_value; });
    setValue(known ? m_value : QVariant());
}

void FilterChip::setValue(const QVariant &value)
{
    const bool changed = value != m_value;
    m_value = value;
    setAccessibleName(isSet() ? u"%1: %2"_s.arg(m_name, shownText()) : m_name);
    updateGeometry();
    update();
    if (changed)
        Q_EMIT chosen(m_value);
}

QString FilterChip::shownText() const
{
    for (const Choice &choice : m_choices) {
        if (isSet() && choice.value == m_value)
            return choice.text;
    }
    return m_name;
}

void FilterChip::openMenu()
{
    QMenu menu(this);
    menu.setAccessibleName(m_name);
    for (const Choice &choice : m_choices) {
        QAction *action = menu.addAction(QString(choice.text).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(choice.value == m_value);
        connect(action, &QAction::triggered, this, [this, value = choice.value] { setValue(value); });
    }
    if (isSet()) {
        menu.addSeparator();
        connect(menu.addAction(tr("Show &all")), &QAction::triggered, this, [this] { clear(); });
    }
    menu.exec(mapToGlobal(QPoint(0, height() + 2)));
}

QSize FilterChip::sizeHint() const
{
    const int icon = m_symbol == Icon::None ? 0 : metrics::smallIcon() + gap;
    return {fontMetrics().horizontalAdvance(shownText()) + icon + metrics::smallIcon() + gap + 2 * sidePadding,
        metrics::smallControlHeight(font())};
}

void FilterChip::mouseReleaseEvent(QMouseEvent *event)
{
    const bool onCross = isSet() && event->position().x() > width() - sidePadding - metrics::smallIcon() - gap / 2;
    if (onCross && isDown() && rect().contains(event->position().toPoint())) {
        setDown(false);
        clear();
        return;
    }
    QPushButton::mouseReleaseEvent(event);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    if (isSet() && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        clear();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openMenu();
    else
        QPushButton::keyPressEvent(event);
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int border = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() || isSet() ? c.accent : c.line2, border));
    painter.setBrush(isSet() ? c.accentSoft : underMouse() ? c.surface2 : c.surface);
    const qreal inset = border / 2.0;
    const QRectF box = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    const QColor ink = isSet() ? c.accent : c.text2;
    int x = sidePadding;
    const qreal iconTop = (height() - metrics::smallIcon()) / 2.0;
    if (m_symbol != Icon::None) {
        paintIcon(painter, QRectF(x, iconTop, metrics::smallIcon(), metrics::smallIcon()), m_symbol, ink);
        x += metrics::smallIcon() + gap;
    }
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, shownText());
    paintIcon(painter,
        QRectF(width() - sidePadding - metrics::smallIcon(), iconTop, metrics::smallIcon(), metrics::smallIcon()),
        isSet() ? Icon::X : Icon::ChevronDown, ink);
}

} // namespace accueil
