#include "ui/charts/charttablemodel.h"

#include <algorithm>

namespace accueil {

void ChartTableModel::setTable(const ChartTable &table)
{
    if (table == m_table)
        return;
    beginResetModel();
    m_table = table;
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.headers.size());
}

bool ChartTableModel::isNumber(int column) const
{
    return std::any_of(m_table.rows.begin(), m_table.rows.end(), [&](const ChartTable::Row &row) {
        return column < row.cells.size() && row.cells.at(column).kind == ChartCell::Number;
    });
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    const QList<ChartCell> &cells = m_table.rows.at(index.row()).cells;
    if (index.column() >= cells.size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cells.at(index.column()).text;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return m_table.rows.at(index.row()).spoken;
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_table.headers.value(section);
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace accueil
