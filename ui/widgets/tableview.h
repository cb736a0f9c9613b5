#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace accueil {

class ColumnFit;
class Preferences;
struct ColumnPlan;

// What a model tells the row delegate beside DisplayRole, ToolTipRole (the exact time) and TextAlignmentRole.
namespace cell {
enum Role {
    ChipRole = Qt::UserRole + 100, // Chip: painted in place of the text
    StarsRole, // int 1-5: painted as stars in place of the text; invalid: a dash
    IconRole, // Icon as int: before the text
    MutedRole, // bool: second information, in the second colour
    StrongRole, // bool: bold in a chosen row (the name)
    BoldRole, // bool: bold in every row, as a number that wants attention
    SmallRole, // bool: numbers, times
    HeadingRole, // bool: names the rows below it
};
} // namespace cell

// Paints rows of 36 px: chosen with a 3 px mark at the left, hovered, chips and stars.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    // What is behind every cell: row, line below, the mark of a chosen row. Returns where the content goes.
    static QRect paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
};

// A list of records: one row chosen at a time, arrows move, Enter opens, sorting by the header, columns that the person
// may hide or widen (remembered under `name` in the preferences).
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    // Call after setModel. Columns then share the width as planned, without sideways scrolling.
    void planColumns(const ColumnPlan &plan);
    // Call after both. Restores what the person chose and remembers further changes.
    void rememberColumns(Preferences &preferences, const QString &name);
    void openColumnMenu(QWidget *beside); // for the column button
    int hoveredRow() const { return m_hover; }

Q_SIGNALS:
    void opened(const QModelIndex &index); // Enter or double click
    void currentRowChanged(int row);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showColumn(int column, bool shown);
    void setHover(int row);

    int m_hover = -1;
    ColumnFit *m_fit = nullptr;
    Preferences *m_preferences = nullptr;
    QString m_name;
};

} // namespace accueil
