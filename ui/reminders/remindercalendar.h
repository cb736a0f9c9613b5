#pragma once

#include "ui/records/recordcontext.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace accueil {

class Button;
class CalendarModel;
class IconButton;
class NoteLine;

// The calendar of reminders, a week or a day: forward and back, today, and the hours, of which one can be chosen by
// click or Enter. T goes to today, Alt+Left and Alt+Right one span back and on.
class ReminderCalendar final : public QWidget
{
    Q_OBJECT
public:
    explicit ReminderCalendar(const RecordContext &desk, QWidget *parent = nullptr);

    void showDays(int days); // 7: the week, from Monday; 1: the day
    void refresh();
    void retranslate();
    QTableView *table() const { return m_table; }

Q_SIGNALS:
    void hourChosen(const QDateTime &from, const QDateTime &until); // UTC, until exclusive

private:
    void go(const QDate &day);
    void goBy(int spans);
    void choose(const QModelIndex &cell);
    void showSpan();

    const RecordContext &m_desk;
    CalendarModel *m_model;
    QTableView *m_table;
    IconButton *m_back;
    IconButton *m_on;
    Button *m_today;
    QLabel *m_span;
    NoteLine *m_note;
    QDate m_day; // the week or day that is shown holds it
    int m_days = 7;
};

} // namespace accueil
