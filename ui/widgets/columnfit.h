#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <utility>

class QTableView;

namespace accueil {

// How a table's columns share its width. Widths are pixels at the designed size of text and grow with it.
struct ColumnPlan
{
    QList<std::pair<int, int>> widths; // column, width
    int stretched = 0; // takes what the others leave
    int least = 140; // of the stretched column
    int second = -1; // stretched while the first one is hidden
    QList<int> whole; // never narrower than what they show
    QList<int> givingWay; // hide by themselves where the table is too narrow, the first of them first
    QList<int> optional; // hidden until the person wants them
    // Before any column gives way: draw `whole` columns smaller (true), or as designed again (false).
    std::function<void(bool compact)> compact = nullptr;
};

// Keeps a table free of sideways scrolling: shows the columns that have room and hides the less important ones. What
// the person chose in the column menu wins over both, even if the table must then scroll.
class ColumnFit final : public QObject
{
    Q_OBJECT
public:
    ColumnFit(QTableView *table, const ColumnPlan &plan);

    void choose(int column, bool shown);
    QStringList choices() const; // such as "3+" and "4-", for the preferences
    void setChoices(const QStringList &choices);
    void restart(); // after the header was restored: its widths are the ones to go by
    void fit();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    QList<int> wanted() const;
    int stretched() const;
    void keepWhole(const QList<int> &columns);
    int widthOf(const QList<int> &columns) const; // with the stretched one at its least
    void apply(const QList<int> &columns);

    QTableView *m_table;
    ColumnPlan m_plan;
    QHash<int, int> m_widths; // also of hidden columns
    QHash<int, bool> m_choices;
    QTimer m_soon;
    bool m_fitting = false;
};

} // namespace accueil
