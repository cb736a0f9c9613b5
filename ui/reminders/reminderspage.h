#pragma once

#include "app/domain/enumtable.h"
#include "app/services/reminderservice.h"
#include "ui/page.h"
#include "ui/records/recordcontext.h"
#include "ui/reminders/reminderaction.h"

#include <QTimer>

class QTabBar;

namespace accueil {

class BudgetBanner;
class Button;
class FilterChip;
class LateBanner;
class RecordTable;
class ReminderCalendar;
class ReminderDecisions;
class ReminderDialog;
class ReminderModel;
class ReminderPane;
class Segmented;
class TableView;

// What the hospital owes its patients and what became of it: to decide, upcoming, sent, refused.
class RemindersPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit RemindersPage(const PageContext &context, QWidget *parent = nullptr);

    void createNew() override;
    void editCurrent() override;
    void focusFilter() override;
    void focusList() override;
    void refresh() override;
    void arrive(const Destination &destination) override;
    QList<PageCommand> commands() override;

protected:
    void retranslate() override;

private:
    enum Tab { ToDecide, Upcoming, Sent, Refused, All };

    enum View { Week, Day, List };
    static constexpr EnumTable<View, 3> viewTable{{{{Week, u"week"}, {Day, u"day"}, {List, u"list"}}}};

    QLayout *makeFilters();
    void makeCalendar();
    void showView(View view);
    void showHour(const QDateTime &from, const QDateTime &until);
    void leaveHour();
    void makeTable();
    void connectKeys();
    void connectTray();
    void applyFilter();
    void readCounts();
    void showTabs();
    void showCounts();
    void showCurrent();
    void openMenu(const QPoint &place);
    void act(ReminderId id, ReminderAction action);
    void openDialog(const std::optional<Reminder> &reminder);
    void startFor(PatientId patient);
    const Reminder *current() const;

    RecordContext m_desk;
    ReminderModel *m_model;
    TableView *m_table = nullptr;
    RecordTable *m_list = nullptr;
    ReminderPane *m_pane;
    QTabBar *m_tabs;
    FilterChip *m_status;
    FilterChip *m_channel;
    FilterChip *m_period;
    Button *m_new;
    Segmented *m_view;
    View m_shown = List;
    ReminderCalendar *m_calendar;
    Button *m_hour; // of the calendar that the list is bound to; pressed, it is let go
    std::optional<std::pair<QDateTime, QDateTime>> m_span; // of that hour, UTC
    QTimer m_countSoon;
    ReminderCounts m_counts;
    ReminderDecisions *m_decisions;
    LateBanner *m_late;
    BudgetBanner *m_budget;
};

} // namespace accueil
