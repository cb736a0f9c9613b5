#include "ui/reminders/remindercalendar.h"

#include "app/services/domainevents.h"
#include "ui/errortext.h"
#include "ui/reminders/calendardelegate.h"
#include "ui/reminders/calendarmodel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noteline.h"

#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

ReminderCalendar::ReminderCalendar(const RecordContext &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new CalendarModel(desk, this))
    , m_table(new QTableView)
    , m_back(new IconButton(Icon::ChevronLeft, nullptr, IconButton::Framed))
    , m_on(new IconButton(Icon::ChevronRight, nullptr, IconButton::Framed))
    , m_today(new Button(Button::Second))
    , m_span(new QLabel)
    , m_note(new NoteLine)
    , m_day(desk.time.today())
{
    m_table->setObjectName(u"calendar"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CalendarDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setSectionsClickable(false);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignTop);
    m_table->verticalHeader()->setDefaultSectionSize(metrics::textHeight(fontFor(TextRole::Small), 28, 10));
    m_span->setProperty("ink", u"text2"_s);
    m_note->hide();
    auto *bar = new FlowLayout(metrics::gap, metrics::gap);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_back, m_today, m_on, m_span})
        bar->addWidget(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addLayout(bar);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);

    connect(m_back, &QAbstractButton::clicked, this, [this] { goBy(-1); });
    connect(m_on, &QAbstractButton::clicked, this, [this] { goBy(1); });
    connect(m_today, &QAbstractButton::clicked, this, [this] { go(m_desk.time.today()); });
    connect(m_table, &QTableView::clicked, this, &ReminderCalendar::choose);
    const auto key = [this](const QKeySequence &keys, QWidget *where, const std::function<void()> &run) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(Qt::ALT | Qt::Key_Left, this, [this] { goBy(-1); });
    key(Qt::ALT | Qt::Key_Right, this, [this] { goBy(1); });
    key(Qt::Key_T, m_table, [this] { go(m_desk.time.today()); });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        key(enter, m_table, [this] { choose(m_table->currentIndex()); });
    connect(&desk.services.events, &DomainEvents::reminderChanged, m_model, &CalendarModel::refreshSoon);
    connect(&desk.services.events, &DomainEvents::recordsImported, m_model, &CalendarModel::refreshSoon);
    connect(m_model, &CalendarModel::failed, this, [this](const Error &error) {
        m_note->show(errorText(error), NoteLine::Wrong);
        m_note->setVisible(true);
    });
    connect(m_model, &CalendarModel::loaded, this, [this] {
        m_note->hide();
        if (m_table->currentIndex().isValid())
            return;
        // Where the work is: today at this hour, or the morning of the first day.
        const QDateTime now = m_desk.time.now();
        const int column = int(m_model->first().daysTo(now.date()));
        const bool holdsToday = column >= 0 && column < m_model->days();
        const int row = std::clamp(m_model->rowOf(holdsToday ? now.time().hour() : 8), 0, m_model->rowCount() - 1);
        const QModelIndex cell = m_model->index(row, holdsToday ? column : 0);
        m_table->setCurrentIndex(cell);
        m_table->scrollTo(cell, QAbstractItemView::PositionAtCenter);
    });
    go(m_day);
}

void ReminderCalendar::showDays(int days)
{
    if (m_days == days)
        return;
    // The day that was looked at in the week is the one that is shown.
    if (days == 1 && m_table->currentIndex().isValid())
        m_day = m_model->dayOf(m_table->currentIndex().column());
    m_days = days;
    go(m_day);
}

void ReminderCalendar::go(const QDate &day)
{
    m_day = day;
    m_model->show(m_days == 7 ? day.addDays(1 - day.dayOfWeek()) : day, m_days);
    showSpan();
}

void ReminderCalendar::goBy(int spans)
{
    go(m_day.addDays(spans * m_days));
}

void ReminderCalendar::choose(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    const auto [from, until] = m_model->spanOf(cell);
    Q_EMIT hourChosen(from, until);
}

void ReminderCalendar::refresh()
{
    m_model->refreshSoon();
}

void ReminderCalendar::showSpan()
{
    const QDate first = m_model->first();
    const QDate last = first.addDays(m_days - 1);
    const QLocale locale;
    if (m_days == 1)
        m_span->setText(locale.toString(first, u"dddd d MMMM yyyy"_s));
    else if (first.month() == last.month())
        m_span->setText(tr("%1 – %2", "first and last day of a week")
                            .arg(first.day())
                            .arg(locale.toString(last, u"d MMMM yyyy"_s)));
    else
        m_span->setText(tr("%1 – %2", "first and last day of a week")
                            .arg(locale.toString(first, u"d MMMM"_s), locale.toString(last, u"d MMMM yyyy"_s)));
}

void ReminderCalendar::retranslate()
{
    m_table->setAccessibleName(tr("Calendar of reminders"));
    m_back->setWords(m_days == 7 ? tr("Week before (Alt+←)") : tr("Day before (Alt+←)"));
    m_on->setWords(m_days == 7 ? tr("Week after (Alt+→)") : tr("Day after (Alt+→)"));
    m_today->setText(tr("Today"));
    m_today->setToolTip(u"T"_s);
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    Q_EMIT m_model->headerDataChanged(Qt::Vertical, 0, m_model->rowCount() - 1);
    showSpan();
}

} // namespace accueil
