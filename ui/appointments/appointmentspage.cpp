#include "ui/appointments/appointmentspage.h"

#include "ui/appointments/appointmentdialog.h"
#include "ui/appointments/daylist.h"
#include "ui/appointments/noshowtable.h"
#include "ui/appointments/plandialog.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/segmented.h"

#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

AppointmentsPage::AppointmentsPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_desk(context)
    , m_day(m_desk.time.today())
    , m_views(new QStackedWidget)
    , m_list(new DayList(m_desk))
    , m_noShows(new NoShowTable(m_desk))
    , m_view(new Segmented(nullptr, Segmented::Compact))
    , m_plans(new Button(Button::Second))
    , m_new(new Button(Button::Main))
    , m_before(new IconButton(Icon::ChevronLeft, nullptr, IconButton::Framed))
    , m_after(new IconButton(Icon::ChevronRight, nullptr, IconButton::Framed))
    , m_today(new Button(Button::Second))
    , m_dayName(new QLabel)
{
    m_view->setVisible(context.session.may(Permission::ReadDashboard));
    m_plans->setSymbol(Icon::BellPlus);
    m_plans->setObjectName(u"plans"_s);
    m_plans->setVisible(context.session.may(Permission::ManageTemplates));
    m_new->setSymbol(Icon::Plus);
    m_new->setKeyHint(QKeySequence(u"Ctrl+N"_s));
    m_new->setVisible(context.session.may(Permission::ManageReminders));
    addHeaderButton(m_view);
    addHeaderButton(m_plans);
    addHeaderButton(m_new);
    m_views->addWidget(makeDay());
    m_views->addWidget(m_noShows);
    body()->addWidget(m_views, 1);
    body()->addSpacing(metrics::gap);
    connect(m_view, &Segmented::chosen, this, [this](const QVariant &view) { showView(View(view.toInt())); });
    connect(m_plans, &QAbstractButton::clicked, this, &AppointmentsPage::openPlans);
    connect(m_new, &QAbstractButton::clicked, this, &AppointmentsPage::createNew);
    connect(m_list, &DayList::patientRequested, this, [this](PatientId id) {
        Q_EMIT goTo({PageId::Patients, id, Destination::Show});
    });
    connect(m_list, &DayList::counted, this, [this](qint64 total) {
        if (m_views->currentIndex() == Day)
            setCount(total > 0 ? tr("%n appointment(s)", nullptr, int(total)) : QString());
    });
    connectKeys();
    go(m_day);
}

QWidget *AppointmentsPage::makeDay()
{
    auto *day = new QWidget;
    auto *bar = new FlowLayout(metrics::gap, metrics::gap);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_before, m_today, m_after, m_dayName})
        bar->addWidget(widget);
    connect(m_before, &QAbstractButton::clicked, this, [this] { go(m_day.addDays(-1)); });
    connect(m_after, &QAbstractButton::clicked, this, [this] { go(m_day.addDays(1)); });
    connect(m_today, &QAbstractButton::clicked, this, [this] { go(m_desk.time.today()); });
    auto *column = new QVBoxLayout(day);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    column->addLayout(bar);
    column->addWidget(m_list, 1);
    return day;
}

void AppointmentsPage::connectKeys()
{
    const auto key = [this](const QKeySequence &keys, const std::function<void()> &run) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(Qt::ALT | Qt::Key_Left, [this] { go(m_day.addDays(-1)); });
    key(Qt::ALT | Qt::Key_Right, [this] { go(m_day.addDays(1)); });
    key(Qt::Key_T, [this] { go(m_desk.time.today()); });
}

void AppointmentsPage::go(const QDate &day)
{
    m_day = day;
    m_dayName->setText(QLocale().toString(day, u"dddd d MMMM yyyy"_s));
    m_list->showDay(day);
}

void AppointmentsPage::showView(View view)
{
    m_view->setValue(int(view));
    m_views->setCurrentIndex(view);
    setCount({});
    refresh();
}

void AppointmentsPage::refresh()
{
    if (m_views->currentIndex() == NoShows)
        m_noShows->refresh();
    else
        m_list->refreshSoon();
}

void AppointmentsPage::focusList()
{
    if (m_views->currentIndex() == Day)
        m_list->focusRow(0);
    else
        m_noShows->setFocus();
}

void AppointmentsPage::createNew()
{
    if (m_desk.session.may(Permission::ManageReminders))
        (new AppointmentDialog(m_desk, std::nullopt, this))->open();
}

void AppointmentsPage::arrive(const Destination &destination)
{
    if (destination.action == Destination::Create)
        createNew();
}

void AppointmentsPage::openPlans()
{
    (new PlanDialog(m_desk, this))->open();
}

QList<PageCommand> AppointmentsPage::commands()
{
    QList<PageCommand> commands;
    if (m_desk.session.may(Permission::ManageReminders))
        commands << PageCommand{tr("New appointment"), Icon::CalendarClock, [this] { createNew(); }};
    if (m_desk.session.may(Permission::ManageTemplates))
        commands << PageCommand{tr("Reminder plans"), Icon::BellPlus, [this] { openPlans(); }};
    return commands;
}

void AppointmentsPage::retranslate()
{
    setTitle(tr("Appointments"));
    m_view->setAccessibleName(tr("What is shown of appointments"));
    m_view->setOptions({{tr("Day"), int(Day)}, {tr("Who did not come"), int(NoShows)}});
    m_view->setValue(m_views->currentIndex());
    m_plans->setText(tr("&Plans…"));
    m_new->setText(tr("&New appointment"));
    m_before->setWords(tr("Day before (Alt+←)"));
    m_after->setWords(tr("Day after (Alt+→)"));
    m_today->setText(tr("Today"));
    m_today->setToolTip(u"T"_s);
    m_dayName->setText(QLocale().toString(m_day, u"dddd d MMMM yyyy"_s));
    m_list->retranslate();
    m_noShows->retranslate();
}

} // namespace accueil
