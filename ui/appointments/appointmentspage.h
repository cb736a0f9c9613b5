#pragma once

#include "ui/page.h"
#include "ui/records/recordcontext.h"

class QLabel;
class QStackedWidget;

namespace accueil {

class Button;
class DayList;
class IconButton;
class NoShowTable;
class Segmented;

// Who is expected on a day and who came; and, for those who may see figures, how many did not come.
class AppointmentsPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit AppointmentsPage(const PageContext &context, QWidget *parent = nullptr);

    void createNew() override;
    void focusList() override;
    void refresh() override;
    void arrive(const Destination &destination) override;
    QList<PageCommand> commands() override;

protected:
    void retranslate() override;

private:
    enum View { Day, NoShows };

    QWidget *makeDay();
    void connectKeys();
    void go(const QDate &day);
    void openPlans();
    void showView(View view);

    RecordContext m_desk;
    QDate m_day;
    QStackedWidget *m_views;
    DayList *m_list;
    NoShowTable *m_noShows;
    Segmented *m_view;
    Button *m_plans;
    Button *m_new;
    IconButton *m_before;
    IconButton *m_after;
    Button *m_today;
    QLabel *m_dayName;
};

} // namespace accueil
