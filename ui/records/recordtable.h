#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace accueil {

class Button;
class NoteLine;
class PagedModel;
class StateView;
class TableView;

// The card around a list of records: the table, what to say when there is nothing (yet), and a line below that counts.
// Keeps the chosen row and the place in the list when rows come and go.
class RecordTable final : public QWidget
{
    Q_OBJECT
public:
    RecordTable(TableView *table, PagedModel *model, QWidget *parent = nullptr);

    StateView *states() const { return m_states; }
    void setFooter(const QString &left, const QString &right);
    void select(qint64 key); // now, or as soon as a row with it arrives

Q_SIGNALS:
    void selectionChanged(); // another record is chosen, or the chosen one was read again

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFailed();
    void fitFooter();
    void showState();
    void rememberPlace();
    void restorePlace();
    void selectWanted();

    TableView *m_table;
    PagedModel *m_model;
    StateView *m_states;
    QLabel *m_left;
    QLabel *m_right;
    QWidget *m_failed; // over rows that are still shown
    NoteLine *m_failure;
    Button *m_retry;
    qint64 m_wanted = 0;
    qint64 m_topKey = 0;
};

} // namespace accueil
