#include "ui/theme/style.h"

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int indicatorBox = 18; // for text of the designed size
constexpr int indicatorRing = 3; // around it, for the focus

void drawIndicatorRing(const QStyleOption &option, QPainter &painter, qreal radius)
{
    if (!(option.state & QStyle::State_HasFocus))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colorsOf(option.palette).accent, 2));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius, radius);
}

void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const Colors &c = colorsOf(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    painter.setPen(QPen(!enabled                     ? c.line2
            : marked                                 ? c.accent
            : option.state & QStyle::State_MouseOver ? c.text2
                                                     : c.field,
        1));
    painter.setBrush(!enabled ? c.surface2 : marked ? c.accent : c.surface);
    const QRectF box
        = QRectF(option.rect)
              .adjusted(indicatorRing + 0.5, indicatorRing + 0.5, -indicatorRing - 0.5, -indicatorRing - 0.5);
    painter.drawRoundedRect(box, 4, 4);
    drawIndicatorRing(option, painter, 6.5);
    const QColor mark = enabled ? c.onAccent : c.muted;
    if (option.state & QStyle::State_On)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), Icon::Check, mark);
    else if (option.state & QStyle::State_NoChange)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), Icon::Minus, mark);
}

void drawRadio(const QStyleOption &option, QPainter &painter)
{
    const Colors &c = colorsOf(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const QRectF ring
        = QRectF(option.rect)
              .adjusted(indicatorRing + 0.5, indicatorRing + 0.5, -indicatorRing - 0.5, -indicatorRing - 0.5);
    painter.setPen(QPen(!enabled ? c.line2 : on ? c.accent : c.field, 1));
    painter.setBrush(on && enabled ? c.accent : c.surface);
    painter.drawEllipse(ring);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(enabled ? c.onAccent : c.muted);
        const qreal inset = ring.width() * 0.3;
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset));
    }
    drawIndicatorRing(option, painter, option.rect.width() / 2.0);
}

Icon arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorSpinDown:
        return Icon::ChevronDown;
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return Icon::ChevronUp;
    case QStyle::PE_IndicatorArrowLeft:
        return Icon::ChevronLeft;
    case QStyle::PE_IndicatorArrowRight:
        return Icon::ChevronRight;
    default:
        return Icon::None;
    }
}

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
    qApp->installEventFilter(this);
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    const bool alt = isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt;
    const bool down = alt ? event->type() == QEvent::KeyPress : m_altDown && event->type() != QEvent::WindowDeactivate;
    if (down != m_altDown) {
        m_altDown = down;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            for (QWidget *widget : window->findChildren<QWidget *>())
                widget->update();
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

int mnemonicFlag(const QWidget *widget)
{
    return widget->style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, widget) ? Qt::TextShowMnemonic
                                                                                     : Qt::TextHideMnemonic;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_PushButtonLayoutItem && widget) {
        const int ring = widget->property(ringSpaceProperty).toInt();
        return option->rect.adjusted(ring, ring, -ring, -ring);
    }
    if (element == SE_CheckBoxLayoutItem || element == SE_RadioButtonLayoutItem)
        return option->rect.adjusted(indicatorRing, 0, 0, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Icon arrow = arrowOf(element);
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        drawCheckBox(*option, *painter);
    } else if (element == PE_IndicatorRadioButton) {
        drawRadio(*option, *painter);
    } else if (arrow != Icon::None) {
        const Colors &c = colorsOf(option->palette);
        const qreal side = std::min({option->rect.width(), option->rect.height(), 16});
        QRectF where(0, 0, side, side);
        where.moveCenter(QRectF(option->rect).center());
        paintIcon(*painter, where, arrow, option->state & State_Enabled ? c.text2 : c.muted);
    } else if (element != PE_FrameFocusRect) { // every control of ours shows its focus by its own border
        painter->setRenderHint(QPainter::Antialiasing, false);
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    painter->restore();
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return metrics::withText(indicatorBox) + 2 * indicatorRing;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 6;
    case PM_SmallIconSize:
        return 18;
    case PM_ToolTipLabelFrameWidth:
        return 1;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 400;
    case SH_ComboBox_Popup:
        return 0;
    case SH_UnderlineShortcut:
        return m_altDown;
    case SH_EtchDisabledText:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace accueil
