#include "ui/reminders/reminderrowdelegate.h"

#include "ui/records/firstlines.h"
#include "ui/reminders/remindermodel.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/chip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int innerMargin = 10;
constexpr int iconGap = 6;

int buttonWidth(const QString &words, bool compact)
{
    if (compact)
        return metrics::smallControlHeight(fontFor(TextRole::Small));
    const QFontMetrics font(fontFor(TextRole::Small));
    return 2 * innerMargin + metrics::smallIcon() + iconGap + font.horizontalAdvance(words);
}

const Reminder *reminderAt(const QModelIndex &index)
{
    const auto *model = qobject_cast<const ReminderModel *>(index.model());
    return model ? model->at(index.row()) : nullptr;
}

} // namespace

QList<std::pair<ReminderAction, QRect>> ReminderRowDelegate::buttons(const QRect &cell, const QModelIndex &index) const
{
    const Reminder *reminder = reminderAt(index);
    if (!reminder)
        return {};
    QList<std::pair<ReminderAction, QRect>> places;
    const QList<ReminderAction> actions = ReminderActions::inRow(*reminder);
    const int height = metrics::smallControlHeight(fontFor(TextRole::Small));
    int right = cell.right() - metrics::gap;
    for (auto action = actions.crbegin(); action != actions.crend(); ++action) {
        const int width = buttonWidth(ReminderActions::text(*action, reminder->channel), m_compact);
        places.prepend({*action, QRect(right - width, cell.center().y() - height / 2, width, height)});
        right -= width + metrics::gap;
    }
    return places;
}

ReminderRowDelegate::ReminderRowDelegate(bool mayAct, QObject *parent)
    : RowDelegate(parent)
    , m_mayAct(mayAct)
{
}

int ReminderRowDelegate::rowHeight()
{
    return metrics::textHeight(fontFor(TextRole::Body), 52, 32);
}

void ReminderRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect inside = paintGround(*painter, option, index);
    const QVariant chip = index.data(cell::ChipRole);
    if (chip.canConvert<Chip>()) {
        const Chip shown = chip.value<Chip>();
        const int top = inside.center().y() - chipSize(shown).height() / 2;
        paintChip(*painter, {inside.left(), top}, shown, colorsOf(option.palette), inside.width());
    } else if (index.column() == ReminderModel::Actions) {
        if (m_mayAct)
            paintButtons(*painter, option, index);
    } else {
        paintLines(*painter, inside, option, index);
    }
    painter->restore();
}

void ReminderRowDelegate::paintLines(
    QPainter &painter, const QRect &inside, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    const bool strong = index.column() == ReminderModel::Who && option.state.testFlag(QStyle::State_Selected);
    const QFont first = fontFor(strong ? TextRole::BodyBold : TextRole::Body);
    const QFont second = fontFor(TextRole::Small);
    const QString below = index.data(ReminderModel::SecondLineRole).toString();
    if (below.isEmpty()) {
        painter.setFont(second);
        painter.setPen(colors.text2);
        const QStringList lines = firstLines(index.data().toString(), second, inside.width(), 2);
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, lines.join(u'\n'));
        return;
    }
    const int upper = QFontMetrics(first).lineSpacing();
    const int lower = QFontMetrics(second).lineSpacing();
    const int top = inside.center().y() - (upper + lower) / 2;
    const auto line = [&](const QFont &font, const QColor &ink, int y, int height, const QString &text) {
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRect(inside.left(), y, inside.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, inside.width()));
    };
    line(first, index.column() == ReminderModel::Who ? colors.text : colors.text2, top, upper, index.data().toString());
    line(second, colors.muted, top + upper, lower, below);
}

void ReminderRowDelegate::paintButtons(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    painter.setFont(fontFor(TextRole::Small));
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QPoint pointer = view ? view->viewport()->mapFromGlobal(QCursor::pos()) : QPoint(-1, -1);
    for (const auto &[action, place] : buttons(option.rect, index)) {
        painter.setPen(colors.line2);
        painter.setBrush(place.contains(pointer) ? colors.surface2 : colors.surface);
        painter.drawRoundedRect(QRectF(place).adjusted(.5, .5, -.5, -.5), metrics::fieldRadius, metrics::fieldRadius);
        const int iconLeft
            = m_compact ? place.left() + (place.width() - metrics::smallIcon()) / 2 : place.left() + innerMargin;
        const QRectF icon(iconLeft, place.top() + (place.height() - metrics::smallIcon()) / 2.0, metrics::smallIcon(),
            metrics::smallIcon());
        paintIcon(painter, icon, ReminderActions::icon(action), colors.text2);
        if (m_compact)
            continue;
        painter.setPen(colors.text);
        painter.drawText(place.adjusted(innerMargin + metrics::smallIcon() + iconGap, 0, 0, 0),
            Qt::AlignVCenter | Qt::AlignLeft, ReminderActions::text(action, reminderAt(index)->channel));
    }
}

QSize ReminderRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != ReminderModel::Actions)
        return {RowDelegate::sizeHint(option, index).width(), rowHeight()};
    int width = metrics::gap;
    if (!m_mayAct)
        return {width, rowHeight()};
    for (const auto &[action, place] : buttons(option.rect, index))
        width += place.width() + metrics::gap;
    return {width, rowHeight()};
}

bool ReminderRowDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!m_mayAct || index.column() != ReminderModel::Actions || event->type() != QEvent::MouseButtonRelease)
        return RowDelegate::editorEvent(event, model, option, index);
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

bool ReminderRowDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !m_mayAct || index.column() != ReminderModel::Actions)
        return RowDelegate::helpEvent(event, view, option, index);
    for (const auto &[action, place] : buttons(option.rect, index)) {
        if (!place.contains(event->pos()))
            continue;
        const QString key = ReminderActions::key(action).toString(QKeySequence::NativeText);
        QToolTip::showText(event->globalPos(),
            u"%1 (%2)"_s.arg(ReminderActions::text(action, reminderAt(index)->channel), key), view, place);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace accueil
