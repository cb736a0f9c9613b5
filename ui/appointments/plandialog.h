#pragma once

#include "app/services/planservice.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recorddialog.h"

class QVBoxLayout;

namespace accueil {

class Button;
class ListBox;
class StepEditor;
class TextLine;

// The hospital's reminder plans: what is sent how long before an appointment. The first is that of appointments for
// which nobody chose one.
class PlanDialog final : public RecordDialog
{
    Q_OBJECT
public:
    PlanDialog(const RecordContext &desk, QWidget *parent);

protected:
    void save() override;
    bool hasUnsavedWork() const override;

private:
    QWidget *makeForm();
    void read();
    void showPlan(int index);
    void keepPlan(); // what is typed, in its place of m_plans
    void addPlan();
    void removePlan();
    void addStep(const PlanStep &step);
    void nameSteps();

    const RecordContext &m_desk;
    StoredPlans m_stored;
    QList<ReminderPlan> m_plans;
    int m_current = -1;
    ListBox *m_choice = nullptr;
    TextLine *m_name = nullptr;
    QVBoxLayout *m_steps = nullptr;
    QList<StepEditor *> m_editors;
    Button *m_addStep = nullptr;
    Button *m_addPlan = nullptr;
    Button *m_removePlan = nullptr;
};

} // namespace accueil
