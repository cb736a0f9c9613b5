#pragma once

#include "ui/dashboard/dashboardanswer.h"
#include "ui/page.h"
#include "ui/records/recordcontext.h"

class QStackedLayout;
class QTabBar;

namespace accueil {

class Button;
class DashboardFilters;
class DashboardReader;
class DashboardView;
class StateView;
class WardList;

// What patients say and what becomes of reminders, in charts: for admins and managers. Read in the background, and
// again when something came.
class DashboardPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit DashboardPage(const PageContext &context, QWidget *parent = nullptr);

    void focusFilter() override;
    void focusList() override;
    void refresh() override;
    QList<PageCommand> commands() override;

protected:
    void retranslate() override;

private:
    void ask();
    void present(const DashboardAnswer &answer);
    void showProblem(const Error &error);
    void saveFigures();
    void saveReport();
    void openRows(const StatisticsFilter &behind, const QString &words);
    QByteArray figures() const;
    void makeViews();
    void turnTo(int view);
    DashboardView *view() const { return m_views.at(m_current); }

    RecordContext m_desk;
    WardList *m_wards;
    DashboardFilters *m_filters;
    DashboardReader *m_reader;
    QTabBar *m_tabs;
    QStackedLayout *m_stack;
    QList<DashboardView *> m_views; // in the order of the tabs
    int m_current = 0;
    StateView *m_states;
    Button *m_report;
    Button *m_save;
    std::optional<DashboardAnswer> m_answer; // what is shown
};

} // namespace accueil
