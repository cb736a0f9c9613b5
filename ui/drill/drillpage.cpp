#include "ui/drill/drillpage.h"

#include "ui/background.h"
#include "ui/desk.h"
#include "ui/drill/drillmodel.h"
#include "ui/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/field.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/speak.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QSlider>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int remindersAtOnce = 20;
constexpr std::chrono::seconds stopTime = 2min;
constexpr int tickMs = 1000;

} // namespace

DrillPage::DrillPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_times(context.clock, context.timeZone)
    , m_model(new DrillModel(m_times, this))
    , m_table(new TableView)
    , m_state(nullptr)
    , m_problem(new Banner(Tone::Danger))
    , m_stopped(new Banner(Tone::Warning))
    , m_fault(new ListBox)
    , m_percent(new QSlider(Qt::Horizontal))
    , m_faultField(new Field(m_fault))
    , m_percentField(new Field(m_percent))
    , m_due(new Button(Button::Main))
    , m_stop(new Button(Button::Second))
{
    m_stop->setSymbol(Icon::Pause);
    m_stop->setObjectName(u"stopSending"_s);
    m_due->setSymbol(Icon::BellPlus);
    m_due->setKeyHint(Qt::CTRL | Qt::Key_N);
    m_due->setObjectName(u"makeDue"_s);
    addHeaderButton(m_stop);
    addHeaderButton(m_due);
    m_problem->hide();
    m_stopped->hide();
    body()->addWidget(m_problem);
    body()->addWidget(m_stopped);
    buildDial();
    buildList();
    connect(m_due, &QPushButton::clicked, this, &DrillPage::makeDue);
    connect(m_stop, &QPushButton::clicked, this, &DrillPage::stopSending);
    const bool leads = context.session.may(Permission::ManageReminders);
    for (QWidget *control : std::initializer_list<QWidget *>{m_fault, m_percent, m_due, m_stop})
        control->setEnabled(leads);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    m_tick.start();
}

void DrillPage::buildDial()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(16, 14, 16, 14);
    rows->setSpacing(metrics::cardGap);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::fieldGap);
    line->addWidget(m_faultField, 3);
    line->addWidget(m_percentField, 2);
    rows->addLayout(line);
    auto *counts = new FlowLayout(metrics::gap, metrics::gap);
    for (int i = 0; i < 4; ++i) {
        m_counts.append(new ChipLabel);
        counts->addWidget(m_counts.last());
    }
    rows->addLayout(counts);
    body()->addWidget(card);
    m_fault->setObjectName(u"drillFault"_s);
    m_percent->setObjectName(u"drillPercent"_s);
    m_percent->setRange(0, 100);
    m_percent->setSingleStep(5);
    m_percent->setPageStep(25);
    m_percent->setValue(DrillDial().percent);
    for (const DrillFault fault : {DrillFault::None, DrillFault::Busy, DrillFault::Unreachable,
             DrillFault::InvalidNumbers, DrillFault::SwitchedOff, DrillFault::LostAnswers, DrillFault::Slow})
        m_fault->addItem(QString(), static_cast<int>(fault));
    connect(m_fault, &QComboBox::currentIndexChanged, this, &DrillPage::turnDial);
    connect(m_percent, &QSlider::valueChanged, this, &DrillPage::turnDial);
}

void DrillPage::buildList()
{
    m_table->setObjectName(u"drillMessages"_s);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(false);
    using C = DrillModel;
    m_table->planColumns({.widths = {{C::Taken, 90}, {C::Channel, 90}, {C::Recipient, 180}, {C::State, 150}},
        .stretched = C::Text,
        .least = 200,
        .second = C::Recipient,
        .whole = {C::Taken, C::Channel, C::State},
        .givingWay = {C::Taken, C::Channel},
        .optional = {}});
    m_state = new StateView(m_table);
    body()->addWidget(cardAround(m_state), 1);
    body()->addSpacing(metrics::gap);
    connect(m_state, &StateView::retry, this, &DrillPage::refresh);
    connect(m_state->emptyButton(), &QPushButton::clicked, this, &DrillPage::makeDue);
}

void DrillPage::refresh()
{
    inBackground(
        this,
        [drill = context().desk->drill(), who = context().session]() -> Result<DrillState> {
            return drill->state(who);
        },
        [this, turns = m_turns](const Result<DrillState> &state) {
            if (!state)
                showProblem(state.error());
            else if (turns == m_turns)
                show(*state);
        });
}

void DrillPage::show(const DrillState &state)
{
    m_shown = state;
    const QSignalBlocker fault(m_fault);
    const QSignalBlocker percent(m_percent);
    m_fault->setValue(static_cast<int>(state.dial.fault));
    m_percent->setValue(state.dial.percent);
    m_model->setMessages(state.messages);
    if (state.messages.isEmpty())
        m_state->showEmpty();
    else
        m_state->showContent();
    showCounts();
    showStop();
}

void DrillPage::showCounts()
{
    const DrillCounts &counts = m_shown.counts;
    m_counts.at(0)->setChip({tr("Taken: %1").arg(counts.taken), Tone::Info, Icon::Send});
    m_counts.at(1)->setChip({tr("Delivered: %1").arg(counts.delivered), Tone::Success, Icon::CheckCheck});
    m_counts.at(2)->setChip({tr("Refused: %1").arg(counts.refused), Tone::Danger, Icon::Ban});
    m_counts.at(3)->setChip({tr("In doubt: %1").arg(counts.inDoubt), Tone::Warning, Icon::CircleQuestion});
    m_percentField->setLabel(tr("Messages that it &hits: %1 %").arg(m_percent->value()));
    speak(m_percent, tr("%1 %").arg(m_percent->value()));
}

void DrillPage::showStop()
{
    const QDateTime &until = m_shown.stoppedUntil;
    const bool isStopped = until.isValid() && until > context().clock.now();
    m_stop->setEnabled(!isStopped && context().session.may(Permission::ManageReminders));
    m_stopped->setVisible(isStopped);
    if (isStopped) {
        m_stopped->setWords(
            tr("The provider is out of reach until %1").arg(m_times.local(until).toString(u"HH:mm:ss"_s)),
            tr("What became due long before that is late then and waits for a decision among the reminders."));
    }
}

void DrillPage::lead(const std::function<Result<void>(DrillService &, const Session &)> &what)
{
    m_problem->hide();
    inBackground(
        this, [drill = context().desk->drill(), who = context().session, what] { return what(*drill, who); },
        [this](const Result<void> &done) {
            if (!done)
                showProblem(done.error());
            refresh();
        });
}

void DrillPage::turnDial()
{
    ++m_turns;
    const DrillDial dial{static_cast<DrillFault>(m_fault->currentData().toInt()), m_percent->value()};
    showCounts();
    lead([dial](DrillService &drill, const Session &who) { return drill.setDial(who, dial); });
}

void DrillPage::makeDue()
{
    if (!context().session.may(Permission::ManageReminders) || m_due->isBusy())
        return;
    m_problem->hide();
    m_due->setBusy(true);
    inBackground(
        this,
        [drill = context().desk->drill(), who = context().session] { return drill->makeDue(who, remindersAtOnce); },
        [this](const Result<int> &made) {
            m_due->setBusy(false);
            if (!made)
                showProblem(made.error());
            refresh();
        });
}

void DrillPage::stopSending()
{
    lead([](DrillService &drill, const Session &who) { return drill.stopFor(who, stopTime); });
}

void DrillPage::showProblem(const Error &error)
{
    m_problem->setWords(errorText(error));
    m_problem->show();
}

void DrillPage::focusFilter()
{
    m_fault->setFocus(Qt::ShortcutFocusReason);
}

QList<PageCommand> DrillPage::commands()
{
    return {{tr("Make 20 reminders due"), Icon::BellPlus, [this] { makeDue(); }},
        {tr("Stop sending for two minutes"), Icon::Pause, [this] { stopSending(); }}};
}

void DrillPage::nameFaults()
{
    const QStringList words{tr("nothing: every message is taken"), tr("it is busy and asks for patience"),
        tr("it is out of reach"), tr("it refuses the numbers for good"), tr("telephones are switched off"),
        tr("it takes messages, but its answer is lost"), tr("it is slow to answer")};
    for (int i = 0; i < m_fault->count(); ++i)
        m_fault->setItemText(i, words.at(i));
}

void DrillPage::retranslate()
{
    setTitle(tr("Drill"));
    m_due->setText(tr("&Make 20 reminders due"));
    m_stop->setText(tr("&Stop sending for two minutes"));
    m_faultField->setLabel(tr("What goes wrong at the &provider"));
    nameFaults();
    m_table->setAccessibleName(tr("Messages that would have left"));
    m_state->setEmpty(Icon::Send, tr("Nothing would have left yet"),
        tr("Make some reminders due: within seconds they appear here, as a provider would see them."));
    m_model->retranslate();
    showCounts();
    showStop();
}

} // namespace accueil
