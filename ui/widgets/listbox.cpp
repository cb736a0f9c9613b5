#include "ui/widgets/listbox.h"

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QAbstractItemView>
#include <QListView>
#include <QPainter>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QWheelEvent>

namespace accueil {

namespace {

constexpr int designedChevron = 18;
constexpr int rounding = 2; // of the width of words, in the base class and in ours

} // namespace

ListBox::ListBox(QWidget *parent)
    : QComboBox(parent)
{
    setView(new QListView(this)); // the style sheet dresses its rows only in a view of ours
    setFocusPolicy(Qt::StrongFocus);
    setMaxVisibleItems(12);
    setFont(fontFor(TextRole::Body));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ListBox::setValue(const QVariant &value)
{
    setCurrentIndex(findData(value));
}

QSize ListBox::sizeHint() const
{
    // The style sheet leaves room for the chevron of the designed size.
    const int width = QComboBox::sizeHint().width() + metrics::lineIcon() - designedChevron + rounding;
    return {width, metrics::controlHeight(font())};
}

QSize ListBox::minimumSizeHint() const
{
    return {96, metrics::controlHeight(font())};
}

void ListBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

void ListBox::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.subControls = QStyle::SC_ComboBoxFrame;
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.setFont(font());
    const bool hint = currentIndex() < 0;
    painter.setPen(isEnabled() && !hint ? c.text : c.muted);
    const QRect words = rect().adjusted(13, 0, -13 - metrics::lineIcon(), 0);
    if (!isEditable()) // else the line inside paints its own text
        painter.drawText(words, Qt::AlignVCenter,
            fontMetrics().elidedText(hint ? placeholderText() : currentText(), Qt::ElideRight, words.width()));
    const QRectF where(width() - 12 - metrics::lineIcon(), (height() - metrics::lineIcon()) / 2.0, metrics::lineIcon(),
        metrics::lineIcon());
    paintIcon(painter, where.adjusted(1, 1, -1, -1), isEnabled() ? Icon::ChevronDown : Icon::Lock,
        isEnabled() ? c.text : c.muted);
}

} // namespace accueil
