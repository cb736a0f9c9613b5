#include "ui/reminders/reminderspage.h"

#include "app/services/domainevents.h"
#include "ui/records/recordtable.h"
#include "ui/records/recordwords.h"
#include "ui/reminders/budgetbanner.h"
#include "ui/reminders/latebanner.h"
#include "ui/reminders/remindercalendar.h"
#include "ui/reminders/reminderdecisions.h"
#include "ui/reminders/remindermodel.h"
#include "ui/reminders/reminderpane.h"
#include "ui/reminders/reminderrowdelegate.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QShortcut>
#include <QTabBar>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString rememberedView = u"reminders/view"_s; // "week", "day" or "list"

}

RemindersPage::RemindersPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_desk(context)
    , m_model(new ReminderModel(m_desk, this))
    , m_pane(new ReminderPane(m_desk))
    , m_tabs(new QTabBar)
    , m_new(new Button(Button::Main))
    , m_view(new Segmented(nullptr, Segmented::Compact))
    , m_calendar(new ReminderCalendar(m_desk))
    , m_hour(new Button(Button::Second, nullptr, Button::Small))
    , m_decisions(new ReminderDecisions(m_desk, this))
    , m_late(new LateBanner)
    , m_budget(new BudgetBanner(m_desk))
{
    m_new->setSymbol(Icon::Plus);
    m_new->setKeyHint(QKeySequence(u"Ctrl+N"_s));
    m_new->setVisible(context.session.may(Permission::ManageReminders));
    addHeaderButton(m_view);
    addHeaderButton(m_new);
    connect(m_new, &QAbstractButton::clicked, this, &RemindersPage::createNew);
    makeCalendar();
    body()->addLayout(makeFilters());
    makeTable();
    body()->addWidget(m_budget);
    body()->addWidget(m_late);
    body()->addWidget(m_list, 2);
    setRightPane(m_pane);
    connectKeys();
    connectTray();
    connect(m_pane, &ReminderPane::editRequested, this, &RemindersPage::editCurrent);
    connect(m_pane, &ReminderPane::actionRequested, this, &RemindersPage::act);
    connect(m_pane, &ReminderPane::patientRequested, this, [this](PatientId id) {
        Q_EMIT goTo({PageId::Patients, id, Destination::Show});
    });
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(150ms);
    connect(&m_countSoon, &QTimer::timeout, this, &RemindersPage::readCounts);
    const DomainEvents &events = context.services.events;
    connect(&events, &DomainEvents::reminderChanged, this, &RemindersPage::refresh);
    connect(&events, &DomainEvents::patientChanged, this, &RemindersPage::refresh);
    connect(&events, &DomainEvents::recordsImported, this, &RemindersPage::refresh);
    m_tabs->setCurrentIndex(Upcoming);
    showView(viewTable.value(m_desk.preferences.value(rememberedView).toString()).value_or(List));
    applyFilter();
    readCounts();
}

QLayout *RemindersPage::makeFilters()
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (int tab = ToDecide; tab <= All; ++tab)
        m_tabs->addTab(QString());
    m_status = new FilterChip;
    m_channel = new FilterChip;
    m_period = new FilterChip;
    m_period->setSymbol(Icon::Calendar);
    auto *chips = new FlowLayout(metrics::gap, metrics::gap); // a second line of them on a narrow screen
    for (FilterChip *chip : {m_channel, m_period, m_status}) {
        chips->addWidget(chip);
        connect(chip, &FilterChip::chosen, this, &RemindersPage::applyFilter);
    }
    chips->addWidget(m_hour);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::gap);
    column->addLayout(chips);
    column->addWidget(m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, &RemindersPage::applyFilter);
    return column;
}

void RemindersPage::makeCalendar()
{
    body()->addWidget(m_calendar, 3);
    body()->addSpacing(metrics::gap);
    m_hour->setTrailingSymbol(Icon::X);
    m_hour->hide();
    connect(m_hour, &QAbstractButton::clicked, this, &RemindersPage::leaveHour);
    connect(m_view, &Segmented::chosen, this, [this](const QVariant &view) {
        m_desk.preferences.setValue(rememberedView, viewTable.key(View(view.toInt())));
        showView(View(view.toInt()));
    });
    connect(m_calendar, &ReminderCalendar::hourChosen, this, &RemindersPage::showHour);
}

void RemindersPage::showView(View view)
{
    m_shown = view;
    m_view->setValue(int(view));
    m_calendar->setVisible(view != List);
    if (view == List)
        return leaveHour();
    m_calendar->showDays(view == Week ? 7 : 1);
    m_calendar->retranslate();
}

void RemindersPage::showHour(const QDateTime &from, const QDateTime &until)
{
    m_span = {from, until};
    m_hour->setText(tr("%1 to %2").arg(m_desk.time.dayAndTime(from), m_desk.time.clockTime(until)));
    m_hour->show();
    if (m_tabs->currentIndex() == All)
        applyFilter();
    else
        m_tabs->setCurrentIndex(All);
}

void RemindersPage::leaveHour()
{
    m_hour->hide();
    if (!std::exchange(m_span, std::nullopt))
        return;
    applyFilter();
}

void RemindersPage::makeTable()
{
    m_table = new TableView;
    m_table->setObjectName(u"reminders"_s);
    m_table->setModel(m_model);
    auto *delegate = new ReminderRowDelegate(m_desk.session.may(Permission::ManageReminders), m_table);
    m_table->setItemDelegate(delegate);
    connect(delegate, &ReminderRowDelegate::triggered, this, &RemindersPage::act);
    m_table->verticalHeader()->setDefaultSectionSize(ReminderRowDelegate::rowHeight());
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsMovable(false);
    using C = ReminderModel;
    m_table->planColumns({.widths = {{C::Who, 170}},
        .stretched = C::Reason,
        .least = 160,
        .second = C::Who,
        .whole = {C::Status, C::Actions},
        .givingWay = {C::Reason},
        .optional = {},
        .compact = [delegate](bool compact) { delegate->setCompact(compact); }});
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &place) {
        // The menu key has no place: the menu opens at the chosen row.
        const QRect row = m_table->visualRect(m_table->currentIndex());
        const QPoint where = m_table->indexAt(place).isValid() ? place : row.bottomLeft();
        openMenu(m_table->viewport()->mapToGlobal(where));
    });
    m_list = new RecordTable(m_table, m_model);
    connect(m_list, &RecordTable::selectionChanged, this, &RemindersPage::showCurrent);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &cell) {
        if (cell.column() != ReminderModel::Actions) // its buttons have an answer of their own
            turnToPane();
    });
    connect(m_table, &TableView::opened, this, [this] {
        if (!turnToPane())
            editCurrent();
    });
    connect(m_model, &PagedModel::stateChanged, this, &RemindersPage::showCounts);
    connect(m_list->states()->emptyButton(), &QAbstractButton::clicked, this, &RemindersPage::createNew);
}

void RemindersPage::connectKeys()
{
    QSet<QKeySequence> keys;
    for (const ReminderAction action : allReminderActions)
        keys += ReminderActions::key(action);
    for (const QKeySequence &key : std::as_const(keys)) {
        auto *shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, key] {
            const QList<ReminderAction> actions = current() ? ReminderActions::of(*current()) : QList<ReminderAction>();
            const auto meant = std::ranges::find(actions, key, &ReminderActions::key);
            if (meant != actions.end())
                act(current()->id, *meant);
        });
    }
}

void RemindersPage::connectTray()
{
    connect(m_decisions, &ReminderDecisions::changed, this, &RemindersPage::refresh);
    m_late->allowDeciding(m_desk.session.may(Permission::ManageReminders));
    connect(m_late, &LateBanner::decided, m_decisions, &ReminderDecisions::decideLate);
}

void RemindersPage::focusList()
{
    turnToList();
    m_list->states()->takeFocus();
}

void RemindersPage::focusFilter()
{
    turnToList();
    m_channel->setFocus();
}

QList<PageCommand> RemindersPage::commands()
{
    if (!m_desk.session.may(Permission::ManageReminders))
        return {};
    return {{tr("New reminder"), Icon::BellPlus, [this] { createNew(); }},
        {tr("Reminders to decide"), Icon::CircleQuestion, [this] { m_tabs->setCurrentIndex(ToDecide); }}};
}

void RemindersPage::showTabs()
{
    const auto tab = [this](Tab which, const QString &words, qint64 count) {
        m_tabs->setTabText(which, count > 0 ? u"%1  %2"_s.arg(words, QLocale().toString(count)) : words);
    };
    tab(ToDecide, tr("To decide"), m_counts.toDecide());
    tab(Upcoming, tr("Upcoming"), m_counts.value(ReminderStatus::Pending));
    tab(Sent, tr("Sent"), m_counts.value(ReminderStatus::Sent) + m_counts.value(ReminderStatus::Delivered));
    tab(Refused, tr("Expired or refused"), m_counts.unsettled);
    tab(All, tr("All"), 0);
}

void RemindersPage::showCounts()
{
    if (m_model->state() != PagedModel::State::Ready && m_model->state() != PagedModel::State::Empty)
        return;
    const qint64 all = m_counts.all();
    setCount(all > 0 ? tr("%n reminder(s)", nullptr, int(all)) : QString());
    m_list->setFooter(tr("%n reminder(s) in this list", nullptr, int(m_model->total())),
        tr("Enter: open · menu key: what can be done"));
    StateView *states = m_list->states();
    const bool mayCreate = m_desk.session.may(Permission::ManageReminders);
    if (m_tabs->currentIndex() == ToDecide) {
        states->setEmpty(Icon::Check, tr("Nothing to decide"), tr("Every message that was tried has a known end."));
        states->setEmptyAction({});
    } else if (m_tabs->currentIndex() == Refused) {
        states->setEmpty(
            Icon::Check, tr("Nothing expired or refused"), tr("Every patient could be reached, or knows."));
        states->setEmptyAction({});
    } else {
        states->setEmpty(Icon::Bell, tr("No reminder here"), tr("An appointment to come is a good reason for one."));
        states->setEmptyAction(mayCreate ? tr("New reminder") : QString());
    }
}

void RemindersPage::retranslate()
{
    setTitle(tr("Reminders"));
    m_tabs->setAccessibleName(tr("Which reminders"));
    m_new->setText(tr("&New reminder"));
    m_view->setAccessibleName(tr("How reminders are shown"));
    m_view->setOptions({{tr("Week"), int(Week)}, {tr("Day"), int(Day)}, {tr("List"), int(List)}});
    m_view->setValue(int(m_shown));
    m_calendar->retranslate();
    m_hour->setToolTip(tr("All hours again"));
    m_status->setName(tr("State"));
    QList<FilterChip::Choice> states;
    for (const auto &status : reminderStatusTable.rows)
        states += {RecordWords::status(status.value), int(status.value)};
    m_status->setChoices(states);
    m_channel->setName(tr("Channel"));
    QList<FilterChip::Choice> channels;
    for (const auto &channel : channelTable.rows)
        channels += {RecordWords::channel(channel.value), int(channel.value)};
    m_channel->setChoices(channels);
    m_period->setName(tr("Period"));
    m_period->setChoices({{tr("Today"), 1}, {tr("A week around today"), 7}, {tr("A month around today"), 30}});
    m_table->setAccessibleName(tr("Reminders"));
    m_list->states()->setLoadingWords(tr("Reading the reminders…"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, ReminderModel::ColumnCount - 1);
    m_pane->retranslate();
    m_late->retranslate();
    m_budget->retranslate();
    showTabs();
    showCounts();
}

} // namespace accueil
