#include "ui/patients/timelinedelegate.h"

#include "ui/patients/timelinemodel.h"
#include "ui/records/firstlines.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/ratings.h"

#include <QAbstractItemView>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int markSize = 28;
constexpr int textLeft = 38;
constexpr int padding = 6;
constexpr int lineGap = 3;
constexpr int starSize = 16;
constexpr int faceSize = 19;
constexpr int wordLines = 2;

const TimelineEntry *entryAt(const QModelIndex &index)
{
    const auto *model = qobject_cast<const TimelineModel *>(index.model());
    return model && index.row() < model->rowCount() ? &model->entry(index.row()) : nullptr;
}

int lineHeight(TextRole role)
{
    return QFontMetrics(fontFor(role)).lineSpacing();
}
int stateHeight()
{
    return std::max(metrics::chipHeight(fontFor(TextRole::Small)), 22);
}
bool hasState(const TimelineEntry &entry)
{
    return entry.face || entry.stars || !entry.chip.text.isEmpty() || !entry.beside.isEmpty();
}

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineEntry *entry = entryAt(index);
    const int width = widthOf(option);
    if (!entry)
        return {width, 0};
    if (entry->kind == TimelineEntry::Kind::Heading)
        return {width, lineHeight(TextRole::SmallBold) + (index.row() == 0 ? 12 : 18)};
    int height = 2 * padding + lineHeight(TextRole::BodyBold);
    if (hasState(*entry))
        height += stateHeight() + lineGap;
    if (!entry->words.isEmpty()) {
        const QFont font = fontFor(TextRole::Body);
        height += int(firstLines(entry->words, font, width - textLeft - metrics::gap, wordLines).size())
            * lineHeight(TextRole::Body);
    }
    return {width, std::max(height, markSize + 2 * padding)};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineEntry *entry = entryAt(index);
    if (!entry)
        return;
    const Colors &colors = colorsOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (entry->kind == TimelineEntry::Kind::Heading) {
        painter->setFont(fontFor(TextRole::SmallBold));
        painter->setPen(colors.text2);
        painter->drawText(option.rect.adjusted(0, 0, 0, -6), Qt::AlignLeft | Qt::AlignBottom, entry->title);
    } else {
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        if (focused || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(focused ? QPen(colors.accent, 2) : QPen(Qt::NoPen));
            painter->setBrush(colors.surface2);
            painter->drawRoundedRect(
                QRectF(option.rect).adjusted(1, 1, -1, -1), metrics::fieldRadius, metrics::fieldRadius);
        }
        paintMark(*painter, option, *entry);
        paintText(*painter, option, *entry);
    }
    painter->restore();
}

void TimelineDelegate::paintMark(
    QPainter &painter, const QStyleOptionViewItem &option, const TimelineEntry &entry) const
{
    const Colors &colors = colorsOf(option.palette);
    const QRectF mark(option.rect.left() + 2, option.rect.top() + padding, markSize, markSize);
    if (!entry.last) {
        painter.setPen(QPen(colors.line2, 2));
        painter.drawLine(QPointF(mark.center().x(), mark.bottom() + 3),
            QPointF(mark.center().x(), option.rect.bottom() + padding - 3));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(background(colors, entry.tone));
    painter.drawEllipse(mark);
    const double inset = (markSize - std::min(markSize - 8, metrics::smallIcon())) / 2.0;
    paintIcon(painter, mark.adjusted(inset, inset, -inset, -inset), entry.icon, foreground(colors, entry.tone));
}

void TimelineDelegate::paintText(
    QPainter &painter, const QStyleOptionViewItem &option, const TimelineEntry &entry) const
{
    const Colors &colors = colorsOf(option.palette);
    const QRect box = option.rect.adjusted(textLeft, padding, -metrics::gap, -padding);
    const QFont timeFont = fontFor(TextRole::Mini);
    const int timeWidth = QFontMetrics(timeFont).horizontalAdvance(entry.time);
    const int titleHeight = lineHeight(TextRole::BodyBold);

    painter.setFont(timeFont);
    painter.setPen(colors.muted);
    painter.drawText(
        QRect(box.right() - timeWidth, box.top(), timeWidth + 1, titleHeight), Qt::AlignVCenter, entry.time);

    const bool quiet = entry.kind == TimelineEntry::Kind::Edit || entry.kind == TimelineEntry::Kind::Attempt;
    const QFont titleFont = fontFor(quiet ? TextRole::Body : TextRole::BodyBold);
    painter.setFont(titleFont);
    painter.setPen(quiet ? colors.text2 : colors.text);
    const int titleWidth = box.width() - timeWidth - metrics::gap;
    painter.drawText(QRect(box.left(), box.top(), titleWidth, titleHeight), Qt::AlignVCenter,
        QFontMetrics(titleFont).elidedText(entry.title, Qt::ElideRight, titleWidth));

    int top = box.top() + titleHeight;
    if (hasState(entry))
        top = paintState(painter, option, entry, top + lineGap);
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(colors.text2);
    for (const QString &line : firstLines(entry.words, painter.font(), box.width(), wordLines)) {
        painter.drawText(QRect(box.left(), top, box.width(), lineHeight(TextRole::Body)), Qt::AlignVCenter, line);
        top += lineHeight(TextRole::Body);
    }
}

int TimelineDelegate::paintState(
    QPainter &painter, const QStyleOptionViewItem &option, const TimelineEntry &entry, int top) const
{
    const Colors &colors = colorsOf(option.palette);
    const int bottom = top + stateHeight();
    int left = option.rect.left() + textLeft;
    if (entry.face) {
        QFont font = fontFor(TextRole::Body);
        font.setPixelSize(faceSize);
        painter.setFont(font);
        painter.drawText(QRect(left, top, stateHeight(), stateHeight()), Qt::AlignCenter, faceEmoji(*entry.face));
        left += stateHeight() + metrics::gap;
    }
    if (entry.stars) {
        left += paintStars(painter, QPoint(left, top + (stateHeight() - starSize) / 2), starSize, entry.stars, colors);
        left += metrics::gap;
        painter.setFont(fontFor(TextRole::BodyBold));
        painter.setPen(colors.text);
        const QString figure = u"%1/5"_s.arg(*entry.stars);
        painter.drawText(QRect(left, top, 60, stateHeight()), Qt::AlignVCenter, figure);
        left += QFontMetrics(painter.font()).horizontalAdvance(figure) + metrics::gap;
    }
    if (!entry.chip.text.isEmpty()) {
        const QSize size = chipSize(entry.chip);
        paintChip(painter, QPoint(left, top + (stateHeight() - size.height()) / 2), entry.chip, colors);
        left += size.width() + metrics::gap;
    }
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(colors.text2);
    const int room = option.rect.right() - metrics::gap - left;
    painter.drawText(QRect(left, top, room, stateHeight()), Qt::AlignVCenter,
        QFontMetrics(painter.font()).elidedText(entry.beside, Qt::ElideRight, room));
    return bottom;
}

} // namespace accueil
