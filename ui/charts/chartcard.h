#pragma once

#include "ui/charts/charttable.h"

#include <QFrame>

class QLabel;
class QStackedLayout;

namespace accueil {

class Chart;
class IconButton;
class TableView;
class ChartTableModel;

// A chart in its card: what it says in a sentence, of what, the picture or its table, and a menu with what can be made
// of it. T on the chart turns to the table and back, Ctrl+C copies the picture.
class ChartCard final : public QFrame
{
    Q_OBJECT
public:
    explicit ChartCard(Chart *chart, QWidget *parent = nullptr);

    // After the chart got its content. `missing`: why there is nothing to see; empty: there is.
    void setWords(const QString &finding, const QString &subject, const QString &missing = {});
    void setNote(const QString &note); // under the chart: what it does not say; empty: nothing
    Chart *chart() const { return m_chart; }
    QString finding() const;
    QString subject() const;
    bool isEmpty() const { return m_isEmpty; }
    bool showsTable() const { return m_showsTable; }
    void showTable(bool table);
    QPixmap picture() const; // card and words, twice as fine as the screen
    void saveTable(); // asks where

Q_SIGNALS:
    void opened(int row);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openMenu();
    void copy();
    void present();
    void retranslate();

    Chart *m_chart;
    QLabel *m_finding;
    QLabel *m_subject;
    QLabel *m_note;
    QLabel *m_missing;
    IconButton *m_menu;
    ChartTableModel *m_model;
    TableView *m_table;
    QStackedLayout *m_stack;
    bool m_showsTable = false;
    bool m_isEmpty = false;
};

} // namespace accueil
