#include "ui/widgets/tableview.h"

#include "ui/icons/icon.h"
#include "ui/preferences.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/ratings.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int cellPadding = 8;
constexpr int markWidth = 3;
constexpr int starSize = 15;
constexpr int iconGap = 6;

QFont cellFont(const QModelIndex &index, bool chosen)
{
    if (index.data(cell::SmallRole).toBool())
        return fontFor(TextRole::Small);
    const bool isStrong = index.data(cell::HeadingRole).toBool() || index.data(cell::BoldRole).toBool()
        || (chosen && index.data(cell::StrongRole).toBool());
    return fontFor(isStrong ? TextRole::BodyBold : TextRole::Body);
}

void paintText(QPainter &painter, QRect where, const QModelIndex &index, const Colors &c, bool chosen)
{
    const QVariant icon = index.data(cell::IconRole);
    if (icon.isValid()) {
        paintIcon(painter, QRectF(where.left(), where.top(), metrics::lineIcon(), where.height()),
            static_cast<Icon>(icon.toInt()), c.text2);
        where.setLeft(where.left() + metrics::lineIcon() + iconGap);
    }
    painter.setFont(cellFont(index, chosen));
    painter.setPen(index.data(cell::MutedRole).toBool() ? c.text2 : c.text);
    const QVariant wanted = index.data(Qt::TextAlignmentRole);
    const int alignment = wanted.isValid() ? wanted.toInt() : static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(where, alignment | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, where.width()));
}

} // namespace

QRect RowDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Colors &c = colorsOf(option.palette);
    const auto *table = qobject_cast<const TableView *>(option.widget);
    const bool chosen = option.state & QStyle::State_Selected;
    const bool hovered = table && table->hoveredRow() == index.row();
    const bool isHeading = index.data(cell::HeadingRole).toBool();
    painter.fillRect(option.rect, chosen ? c.selection : hovered || isHeading ? c.surface2 : c.surface);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    const bool first = table && table->horizontalHeader()->visualIndex(index.column()) == 0;
    if (chosen && first)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(markWidth, option.rect.height())), c.accent);
    return option.rect.adjusted(first ? cellPadding + 4 : cellPadding, 0, -cellPadding, -1);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = colorsOf(option.palette);
    const bool chosen = option.state & QStyle::State_Selected;
    painter->save();
    const QRect inside = paintGround(*painter, option, index);
    const QVariant chip = index.data(cell::ChipRole);
    const QVariant stars = index.data(cell::StarsRole);
    if (chip.canConvert<Chip>()) {
        const Chip shown = chip.value<Chip>();
        paintChip(*painter, {inside.left(), inside.center().y() - chipSize(shown).height() / 2 + 1}, shown, c,
            inside.width());
    } else if (stars.isValid()) {
        paintStars(*painter, {inside.left(), inside.center().y() - starSize / 2}, starSize, stars.toInt(), c);
    } else {
        paintText(*painter, inside, index, c, chosen);
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFont font = cellFont(index, false);
    const QVariant chip = index.data(cell::ChipRole);
    int width = 0;
    if (chip.canConvert<Chip>())
        width = chipSize(chip.value<Chip>()).width();
    else if (index.data(cell::StarsRole).isValid())
        width = starsWidth(starSize);
    else
        width = QFontMetrics(font).horizontalAdvance(index.data().toString());
    if (index.data(cell::IconRole).isValid())
        width += metrics::lineIcon() + iconGap;
    return {width + 2 * cellPadding + 4, metrics::rowHeight(fontFor(TextRole::Body))};
}

TableView::TableView(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight(fontFor(TextRole::Body)));
    verticalHeader()->setMinimumSectionSize(metrics::rowHeight(fontFor(TextRole::Body)));
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setFixedHeight(metrics::rowHeight(fontFor(TextRole::Body)));
    header->setFont(fontFor(TextRole::Small));
    header->setMinimumSectionSize(40);
    header->setSectionsMovable(true);
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
}

void TableView::planColumns(const ColumnPlan &plan)
{
    m_fit = new ColumnFit(this, plan);
}

void TableView::rememberColumns(Preferences &preferences, const QString &name)
{
    m_preferences = &preferences;
    m_name = name;
    const QByteArray kept = preferences.value(m_name + u"/columns"_s).toByteArray();
    if (!kept.isEmpty())
        horizontalHeader()->restoreState(kept);
    if (m_fit) {
        m_fit->restart();
        m_fit->setChoices(preferences.value(m_name + u"/columnChoice"_s).toStringList());
    }
    const auto keep = [this] { m_preferences->setValue(m_name + u"/columns"_s, horizontalHeader()->saveState()); };
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, keep);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, keep);
}

void TableView::openColumnMenu(QWidget *beside)
{
    QMenu menu(this);
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != 0); // one column stays
        connect(action, &QAction::toggled, this, [this, column](bool shown) { showColumn(column, shown); });
    }
    menu.exec(beside->mapToGlobal(QPoint(0, beside->height() + 2)));
}

void TableView::showColumn(int column, bool shown)
{
    if (m_fit)
        m_fit->choose(column, shown);
    else
        setColumnHidden(column, !shown);
    if (!m_preferences)
        return;
    m_preferences->setValue(m_name + u"/columns"_s, horizontalHeader()->saveState());
    if (m_fit)
        m_preferences->setValue(m_name + u"/columnChoice"_s, m_fit->choices());
}

void TableView::setHover(int row)
{
    if (row == m_hover)
        return;
    m_hover = row;
    viewport()->update();
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    setHover(indexAt(event->position().toPoint()).row());
    QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent *event)
{
    setHover(-1);
    QTableView::leaveEvent(event);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT opened(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

void TableView::focusInEvent(QFocusEvent *event)
{
    if (currentIndex().isValid())
        return QTableView::focusInEvent(event);
    // Qt would make the first row current without choosing it, so that the arrow down chose the second.
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TableView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        verticalHeader()->setDefaultSectionSize(metrics::rowHeight(fontFor(TextRole::Body)));
    QTableView::changeEvent(event);
}

} // namespace accueil
