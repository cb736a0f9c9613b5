#pragma once

#include "app/domain/appointment.h"
#include "ui/records/recordcontext.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace accueil {

class NoteLine;
class StateView;

// The appointments of one day in their order, each with what can be said about its end.
class DayList final : public QWidget
{
    Q_OBJECT
public:
    explicit DayList(const RecordContext &desk, QWidget *parent = nullptr);

    void showDay(const QDate &day);
    void refreshSoon() { m_soon.start(); }
    void retranslate();
    void focusRow(int row);

Q_SIGNALS:
    void patientRequested(accueil::PatientId id);
    void counted(qint64 total);

private:
    void read();
    void setAppointments(const Page<Appointment> &page);
    int focusedRow() const;
    QWidget *makeRow(const Appointment &appointment);

    const RecordContext &m_desk;
    QDate m_day;
    QTimer m_soon;
    int m_question = 0; // answers to earlier ones are dropped
    QWidget *m_rows;
    QVBoxLayout *m_column;
    StateView *m_states;
    NoteLine *m_more; // when the day holds more than are shown
};

} // namespace accueil
