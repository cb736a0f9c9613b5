#include "ui/reminders/reminderactionsdelegate.h"

#include "ui/reminders/remindermodel.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QMouseEvent>
#include <QPainter>

namespace accueil {

namespace {

constexpr int innerMargin = 10;
constexpr int iconGap = 6;

int buttonWidth(ReminderAction action)
{
    const QFontMetrics font(fontFor(TextRole::Small));
    return 2 * innerMargin + metrics::smallIcon + iconGap + font.horizontalAdvance(ReminderActions::text(action));
}

const Reminder *reminderAt(const QModelIndex &index)
{
    const auto *model = qobject_cast<const ReminderModel *>(index.model());
    return model ? model->at(index.row()) : nullptr;
}

} // namespace

QList<std::pair<ReminderAction, QRect>> ReminderActionsDelegate::buttons(const QRect &cell, const QModelIndex &index)
{
    const Reminder *reminder = reminderAt(index);
    if (!reminder)
        return {};
    QList<std::pair<ReminderAction, QRect>> places;
    const QList<ReminderAction> actions = ReminderActions::of(*reminder);
    const int height = metrics::smallControlHeight(fontFor(TextRole::Small));
    int right = cell.right() - metrics::gap;
    for (auto action = actions.crbegin(); action != actions.crend(); ++action) {
        const int width = buttonWidth(*action);
        places.prepend({*action, QRect(right - width, cell.center().y() - height / 2, width, height)});
        right -= width + metrics::gap;
    }
    return places;
}

void ReminderActionsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(fontFor(TextRole::Small));
    const QPoint pointer = option.widget ? option.widget->mapFromGlobal(QCursor::pos()) : QPoint(-1, -1);
    for (const auto &[action, place] : buttons(option.rect, index)) {
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver) && place.contains(pointer);
        painter->setPen(colors.line2);
        painter->setBrush(hovered ? colors.surface2 : colors.surface);
        painter->drawRoundedRect(QRectF(place).adjusted(.5, .5, -.5, -.5), metrics::fieldRadius, metrics::fieldRadius);
        const QRectF icon(place.left() + innerMargin, place.center().y() - metrics::smallIcon / 2.0 + .5,
                          metrics::smallIcon, metrics::smallIcon);
        paintIcon(*painter, icon, ReminderActions::icon(action), colors.text2);
        painter->setPen(colors.text);
        painter->drawText(place.adjusted(innerMargin + metrics::smallIcon + iconGap, 0, 0, 0),
                          Qt::AlignVCenter | Qt::AlignLeft, ReminderActions::text(action));
    }
    painter->restore();
}

QSize ReminderActionsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = metrics::gap;
    for (const auto &[action, place] : buttons(option.rect, index))
        width += place.width() + metrics::gap;
    return {width, metrics::textHeight(option.font, 52, 32)};
}

bool ReminderActionsDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                          const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    for (const auto &[action, place] : buttons(option.rect, index)) {
        if (!place.contains(mouse->position().toPoint()))
            continue;
        Q_EMIT triggered(reminderAt(index)->id, action);
        return true;
    }
    return false;
}

} // namespace accueil
