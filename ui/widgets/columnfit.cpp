#include "ui/widgets/columnfit.h"

#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsToMeasure = 100; // enough to know how wide times, numbers and chips are

} // namespace

ColumnFit::ColumnFit(QTableView *table, const ColumnPlan &plan)
    : QObject(table)
    , m_table(table)
    , m_plan(plan)
{
    QHeaderView *header = table->horizontalHeader();
    header->setResizeContentsPrecision(rowsToMeasure);
    for (const auto &[column, width] : plan.widths) {
        m_widths[column] = metrics::withText(width);
        header->resizeSection(column, m_widths[column]);
    }
    m_plan.least = metrics::withText(plan.least);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ColumnFit::fit);
    const auto soon = qOverload<>(&QTimer::start);
    const QAbstractItemModel *model = table->model();
    connect(model, &QAbstractItemModel::modelReset, &m_soon, soon);
    connect(model, &QAbstractItemModel::rowsInserted, &m_soon, soon);
    connect(model, &QAbstractItemModel::dataChanged, &m_soon, soon);
    connect(model, &QAbstractItemModel::headerDataChanged, &m_soon, soon);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting)
            m_soon.start();
    });
    table->viewport()->installEventFilter(this);
    restart();
}

void ColumnFit::restart()
{
    const QScopedValueRollback guard(m_fitting, true);
    const int stretching = stretched(); // its width says how wide the table was, not how wide the column shall be
    for (int column = 0; column < m_table->model()->columnCount(); ++column) {
        m_table->setColumnHidden(column, false); // a hidden column does not tell its width
        if (column == stretching)
            m_table->setColumnWidth(column, m_widths.value(column, m_plan.least));
        else
            m_widths[column] = m_table->columnWidth(column);
    }
    fit();
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_fitting)
        m_soon.start(); // a scroll bar came or went meanwhile
    else if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void ColumnFit::choose(int column, bool shown)
{
    m_choices[column] = shown;
    fit();
}

QStringList ColumnFit::choices() const
{
    QStringList all;
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice)
        all += QString::number(choice.key()) + (choice.value() ? u'+' : u'-');
    all.sort();
    return all;
}

void ColumnFit::setChoices(const QStringList &choices)
{
    m_choices.clear();
    for (const QString &choice : choices) {
        bool number = false;
        const int column = choice.chopped(1).toInt(&number);
        if (number && column < m_table->model()->columnCount())
            m_choices[column] = choice.endsWith(u'+');
    }
    fit();
}

QList<int> ColumnFit::wanted() const
{
    QList<int> columns;
    for (int column = 0; column < m_table->model()->columnCount(); ++column) {
        if (m_choices.value(column, !m_plan.optional.contains(column)))
            columns += column;
    }
    return columns;
}

int ColumnFit::stretched() const
{
    return m_plan.second >= 0 && m_table->isColumnHidden(m_plan.stretched) ? m_plan.second : m_plan.stretched;
}

void ColumnFit::keepWhole(const QList<int> &columns)
{
    const QAbstractItemView *view = m_table; // where the hint is public
    for (int column : m_plan.whole) {
        if (columns.contains(column)) {
            const int needed
                = std::max(view->sizeHintForColumn(column), m_table->horizontalHeader()->sectionSizeHint(column));
            m_widths[column] = m_plan.compact ? needed : std::max(m_widths[column], needed);
        }
    }
}

int ColumnFit::widthOf(const QList<int> &columns) const
{
    int width = 0;
    for (int column : columns)
        width += column == m_plan.stretched ? m_plan.least : m_widths.value(column);
    return width;
}

void ColumnFit::fit()
{
    const QScopedValueRollback guard(m_fitting, true);
    for (int column = 0; column < m_table->model()->columnCount(); ++column) {
        if (column != m_plan.stretched && column != stretched() && !m_table->isColumnHidden(column))
            m_widths[column] = m_table->columnWidth(column); // the person may have drawn it wider
    }
    const int room = m_table->viewport()->width();
    QList<int> columns = wanted();
    if (m_plan.compact)
        m_plan.compact(false);
    keepWhole(columns);
    if (m_plan.compact && widthOf(columns) > room) {
        m_plan.compact(true);
        keepWhole(columns);
    }
    for (int column : m_plan.givingWay) {
        if (widthOf(columns) <= room)
            break;
        if (!m_choices.contains(column))
            columns.removeOne(column);
    }
    apply(columns);
}

void ColumnFit::apply(const QList<int> &columns)
{
    for (int column = 0; column < m_table->model()->columnCount(); ++column) {
        const bool hidden = !columns.contains(column);
        if (m_table->isColumnHidden(column) != hidden)
            m_table->setColumnHidden(column, hidden);
        if (!hidden && column != m_plan.stretched)
            m_table->setColumnWidth(column, m_widths.value(column));
    }
    const int stretching = stretched();
    const int least = stretching == m_plan.stretched ? m_plan.least : m_widths.value(stretching);
    const int left = m_table->viewport()->width() - widthOf(columns) + least;
    m_table->setColumnWidth(stretching, std::max(least, left));
}

} // namespace accueil
