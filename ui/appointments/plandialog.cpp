#include "ui/appointments/plandialog.h"

#include "ui/appointments/stepeditor.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/textline.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

PlanDialog::PlanDialog(const RecordContext &desk, QWidget *parent)
    : RecordDialog(metrics::narrowDialog + 100, parent)
    , m_desk(desk)
{
    setForm(makeForm());
    setTitle(tr("Reminder plans"));
    setReadOnly(!m_desk.session.may(Permission::ManageTemplates));
    read();
}

QWidget *PlanDialog::makeForm()
{
    m_choice = new ListBox;
    m_choice->setObjectName(u"plans"_s);
    m_name = new TextLine;
    m_name->setObjectName(u"name"_s);
    m_addPlan = new Button(Button::Second, nullptr, Button::Small);
    m_addPlan->setSymbol(Icon::Plus);
    m_addPlan->setText(tr("Another p&lan"));
    m_removePlan = new Button(Button::Destructive, nullptr, Button::Small);
    m_removePlan->setSymbol(Icon::Trash);
    m_removePlan->setText(tr("&Remove this plan"));
    m_addStep = new Button(Button::Second, nullptr, Button::Small);
    m_addStep->setSymbol(Icon::Plus);
    m_addStep->setObjectName(u"addStep"_s);
    m_addStep->setText(tr("Another &message"));
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    auto *plan = new Field(m_choice);
    plan->setLabel(tr("&Plan"));
    plan->setHint(tr("the first is taken where nobody chose"));
    column->addWidget(plan);
    auto *buttons = new FlowLayout(metrics::gap, metrics::gap);
    buttons->addWidget(m_addPlan);
    buttons->addWidget(m_removePlan);
    column->addLayout(buttons);
    auto *name = new Field(m_name);
    name->setLabel(tr("&Name"));
    column->addWidget(name);
    auto *steps = new QWidget;
    m_steps = new QVBoxLayout(steps);
    m_steps->setContentsMargins(0, 0, 0, 0);
    m_steps->setSpacing(metrics::gap);
    m_steps->setAlignment(Qt::AlignTop);
    // Room for two messages from the start, so that the dialog is large enough before the plans are read.
    steps->setMinimumHeight(2 * metrics::withText(108));
    column->addWidget(steps);
    column->addWidget(m_addStep, 0, Qt::AlignLeft);
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        keepPlan();
        showPlan(index);
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (m_current >= 0)
            m_choice->setItemText(m_current, text);
    });
    connect(m_addPlan, &QAbstractButton::clicked, this, &PlanDialog::addPlan);
    connect(m_removePlan, &QAbstractButton::clicked, this, &PlanDialog::removePlan);
    connect(m_addStep, &QAbstractButton::clicked, this, [this] {
        addStep({.hoursBefore = 24, .channel = Channel::Sms, .templateName = u"appointment"_s});
        nameSteps();
    });
    return form;
}

void PlanDialog::read()
{
    setBusy(true);
    inBackground(
        this, [&plans = m_desk.services.plans, who = m_desk.session] { return plans.plans(who); },
        [this](const Result<StoredPlans> &answer) {
            setBusy(false);
            if (!answer)
                return setProblem(errorText(answer.error()));
            m_stored = *answer;
            m_plans = answer->plans;
            m_choice->clear();
            for (const ReminderPlan &plan : std::as_const(m_plans))
                m_choice->addItem(plan.name);
            showPlan(0);
            m_choice->setFocus();
        });
}

void PlanDialog::showPlan(int index)
{
    m_current = index;
    m_choice->setCurrentIndex(index);
    m_name->setText(m_plans.at(index).name);
    qDeleteAll(std::exchange(m_editors, {}));
    for (const PlanStep &step : m_plans.at(index).steps)
        addStep(step);
    nameSteps();
    m_removePlan->setEnabled(m_plans.size() > 1);
}

void PlanDialog::addStep(const PlanStep &step)
{
    auto *editor = new StepEditor(m_desk, step);
    m_steps->addWidget(editor);
    m_editors << editor;
    connect(editor, &StepEditor::removed, this, [this, editor] {
        m_editors.removeOne(editor);
        editor->deleteLater();
        nameSteps();
        m_addStep->setFocus();
    });
}

void PlanDialog::nameSteps()
{
    for (qsizetype i = 0; i < m_editors.size(); ++i)
        m_editors.at(i)->setNumber(int(i) + 1);
    m_addStep->setEnabled(m_editors.size() < mostPlanSteps);
}

void PlanDialog::keepPlan()
{
    if (m_current < 0)
        return;
    ReminderPlan &plan = m_plans[m_current];
    plan.name = m_name->text().trimmed();
    plan.steps.clear();
    for (const StepEditor *editor : std::as_const(m_editors))
        plan.steps << editor->step();
}

void PlanDialog::addPlan()
{
    keepPlan();
    m_plans << ReminderPlan{tr("New plan"), shippedPlan().steps};
    m_choice->addItem(m_plans.constLast().name);
    showPlan(int(m_plans.size()) - 1);
    m_name->setFocus();
    m_name->selectAll();
}

void PlanDialog::removePlan()
{
    m_plans.removeAt(m_current);
    m_choice->removeItem(m_current);
    showPlan(0);
}

bool PlanDialog::hasUnsavedWork() const
{
    QList<ReminderPlan> now = m_plans;
    if (m_current >= 0) {
        now[m_current].name = m_name->text().trimmed();
        now[m_current].steps.clear();
        for (const StepEditor *editor : m_editors)
            now[m_current].steps << editor->step();
    }
    return now != m_stored.plans;
}

void PlanDialog::save()
{
    if (isBusy() || m_current < 0)
        return;
    keepPlan();
    setProblem({});
    setBusy(true);
    inBackground(
        this,
        [&plans = m_desk.services.plans, who = m_desk.session, wanted = m_plans, version = m_stored.version] {
            return plans.replace(who, wanted, version);
        },
        [this](const Result<StoredPlans> &answer) {
            setBusy(false);
            if (answer)
                return closeSaved();
            QStringList words;
            for (const FieldError &error : answer.error().fields) {
                const QString step = error.field.section(u'.', 1, 1); // of "steps.2.hours_before"
                words << (step.isEmpty() ? fieldErrorText(error)
                                         : tr("Message %1: %2").arg(step, fieldErrorText(error)));
            }
            words.removeDuplicates();
            setProblem(words.isEmpty() ? errorText(answer.error()) : words.join(u' '));
        });
}

} // namespace accueil
