#pragma once

#include "app/services/drillservice.h"
#include "ui/page.h"
#include "ui/records/timewords.h"

#include <QTimer>

class QSlider;

namespace accueil {

class Banner;
class Button;
class ChipLabel;
class DrillModel;
class Field;
class ListBox;
class StateView;
class TableView;

// Where a drill is led: what goes wrong at the provider and how often, what it took, and something to send.
class DrillPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit DrillPage(const PageContext &context, QWidget *parent = nullptr);
    void refresh() override;
    void createNew() override { makeDue(); }
    void focusFilter() override;
    QList<PageCommand> commands() override;

private:
    void retranslate() override;
    void buildDial();
    void buildList();
    void turnDial();
    void makeDue();
    void stopSending();
    void show(const DrillState &state);
    void showCounts();
    void showStop();
    void nameFaults();
    void showProblem(const Error &error);
    // One call of the drill's service, away from the window; afterwards the page is read again.
    void lead(const std::function<Result<void>(DrillService &, const Session &)> &what);

    TimeWords m_times;
    DrillModel *m_model;
    TableView *m_table;
    StateView *m_state;
    Banner *m_problem;
    Banner *m_stopped;
    ListBox *m_fault;
    QSlider *m_percent;
    Field *m_faultField;
    Field *m_percentField;
    QList<ChipLabel *> m_counts;
    Button *m_due;
    Button *m_stop;
    QTimer m_tick;
    DrillState m_shown;
    int m_turns = 0; // answers to questions that were asked before the dial was turned do not turn it back
};

} // namespace accueil
