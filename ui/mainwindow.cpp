#include "ui/mainwindow.h"

#include "app/services/deviceservice.h"
#include "app/services/disputeservice.h"
#include "app/services/domainevents.h"
#include "app/services/reminderservice.h"
#include "app/services/settingsservice.h"
#include "ui/background.h"
#include "ui/desk.h"
#include "ui/drill/startdrill.h"
#include "ui/feedback/arrivals.h"
#include "ui/frame/addresspopover.h"
#include "ui/frame/helpdialog.h"
#include "ui/frame/notice.h"
#include "ui/frame/searchbox.h"
#include "ui/frame/statusbar.h"
#include "ui/frame/topbar.h"
#include "ui/roletext.h"
#include "ui/tablets/tabletdoor.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimeZone>
#include <QUrl>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int heartbeatMs = 15'000;
constexpr int soonMs = 300;
constexpr int tabletsSoonMs = 2'000;

} // namespace

MainWindow::MainWindow(Desk &desk, const PageContext &context, Theme &theme, Translator &translator, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_context(context)
    , m_sidebar(new Sidebar)
    , m_search(new SearchBox(context))
    , m_top(new TopBar(m_search, theme, translator))
    , m_stack(new QStackedWidget)
    , m_status(new StatusBar)
    , m_arrivals(new Arrivals(context, this))
    , m_notice(new Notice(this, m_status))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_top);
    right->addWidget(m_stack, 1);
    columns->addWidget(m_sidebar);
    columns->addLayout(right, 1);
    rows->addLayout(columns, 1);
    rows->addWidget(m_status);

    fillSidebar();
    addShortcuts();
    listen();
    m_search->setCommands([this] { return commands(); });
    retranslate();
    readHospital();
    readQueue();
    if (!m_lines.isEmpty())
        openPage(m_lines.first().entry.id);
}

void MainWindow::fillSidebar()
{
    int number = 0;
    PageSection section = PageSection::Work;
    for (const PageEntry &entry : allPages()) {
        if (!m_context.session.may(entry.permission))
            continue;
        if (entry.occasion == PageOccasion::Drill && !m_desk.isDrill())
            continue;
        if (entry.section != section)
            m_sidebar->addSection();
        section = entry.section;
        ++number;
        SidebarItem *item = m_sidebar->addItem(entry.icon, number <= 9 ? number : 0);
        connect(item, &QPushButton::clicked, this, [this, id = entry.id] { openPage(id); });
        m_lines.append({entry, item, nullptr});
    }
}

void MainWindow::addShortcuts()
{
    const auto key = [this](const QKeySequence &keys, const std::function<void()> &action) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    const auto onPage = [this](void (WindowPage::*what)()) {
        return [this, what] {
            if (WindowPage *page = currentPage())
                (page->*what)();
        };
    };
    key(Qt::CTRL | Qt::Key_K, [this] { m_search->begin(); });
    key(Qt::CTRL | Qt::Key_N, onPage(&WindowPage::createNew));
    key(Qt::Key_F2, onPage(&WindowPage::editCurrent));
    key(Qt::Key_Slash, onPage(&WindowPage::focusFilter));
    key(Qt::Key_F5, [this, refresh = onPage(&WindowPage::refresh)] {
        readQueue();
        refresh();
    });
}

void MainWindow::listen()
{
    connect(m_sidebar, &Sidebar::signOut, this, &MainWindow::signedOut);
    connect(m_top, &TopBar::helpWanted, this, [this] { (new HelpDialog(this))->open(); });
    connect(m_search, &SearchBox::patientChosen, this, [this](PatientId id) {
        goTo({PageId::Patients, id, Destination::Show});
    });
    const DomainEvents *events = &m_context.services.events;
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &MainWindow::readQueue);
    connect(events, &DomainEvents::reminderChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(events, &DomainEvents::recordsImported, &m_soon, qOverload<>(&QTimer::start));
    connect(events, &DomainEvents::settingsChanged, this, &MainWindow::readHospital);
    connect(events, &DomainEvents::disputesChanged, this, &MainWindow::readDisputes);
    m_tabletsSoon.setSingleShot(true);
    m_tabletsSoon.setInterval(tabletsSoonMs);
    connect(&m_tabletsSoon, &QTimer::timeout, this, &MainWindow::readTablets);
    connect(events, &DomainEvents::devicesChanged, this, [this] {
        if (!m_tabletsSoon.isActive()) // with many tablets one comes every moment
            m_tabletsSoon.start();
    });
    connect(m_status->server(), &QPushButton::clicked, this, &MainWindow::openAddresses);
    m_minute.setInterval(heartbeatMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        showClock();
        readQueue();
    });
    m_minute.start();
    announceArrivals();
}

// Who looks at the list sees it come; elsewhere a quiet notice leads there.
void MainWindow::announceArrivals()
{
    connect(m_arrivals, &Arrivals::arrived, this, [this] { m_notice->say(m_arrivals->words(), tr("Show")); });
    connect(m_notice, &Notice::wanted, this,
        [this] { goTo({.page = PageId::Feedback, .feedback = m_arrivals->newest()}); });
    connect(m_notice, &Notice::gone, m_arrivals, &Arrivals::seen);
}

WindowPage *MainWindow::currentPage() const
{
    return qobject_cast<WindowPage *>(m_stack->currentWidget());
}

void MainWindow::focusList()
{
    if (WindowPage *page = currentPage();
        page && !m_search->isAncestorOf(QApplication::focusWidget())) // who types there goes on
        page->focusList();
}

void MainWindow::showEvent(QShowEvent *event)
{
    focusList(); // after the sign-in; what was focused before this window had a place is forgotten
    QWidget::showEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_sidebar->fitTo(width());
    QWidget::resizeEvent(event);
}

WindowPage *MainWindow::openPage(PageId id)
{
    for (Line &line : m_lines) {
        if (line.entry.id != id)
            continue;
        if (!line.page) {
            line.page = line.entry.make(m_context);
            m_stack->addWidget(line.page);
            connect(line.page, &WindowPage::goTo, this, &MainWindow::goTo);
            connect(line.page, &WindowPage::badgeChanged, line.item, &SidebarItem::setBadge);
        }
        m_sidebar->setCurrent(line.item);
        m_stack->setCurrentWidget(line.page);
        focusList();
        return line.page;
    }
    return nullptr;
}

void MainWindow::goTo(const Destination &destination)
{
    if (WindowPage *page = openPage(destination.page))
        page->arrive(destination);
}

QList<PageCommand> MainWindow::commands()
{
    QList<PageCommand> all;
    if (WindowPage *page = currentPage())
        all = page->commands();
    for (const Line &line : std::as_const(m_lines))
        all.append({pageTitle(line.entry), line.entry.icon, [this, id = line.entry.id] { openPage(id); }});
    if (!m_desk.isDrill())
        all.append({tr("Start a drill"), Icon::LifeBuoy, [this] { startDrill(this, m_desk); }});
    return all;
}

void MainWindow::readHospital()
{
    inBackground(
        this, [settings = &m_context.services.settings]() -> Result<HospitalSettings> { return settings->current(); },
        [this](const Result<HospitalSettings> &hospital) {
            if (hospital)
                m_sidebar->setHospital(hospital->name);
            showServer();
        });
}

void MainWindow::readQueue()
{
    showServer();
    readTablets();
    readDisputes();
    if (!m_context.session.may(Permission::ReadReminders))
        return;
    inBackground(
        this, [reminders = &m_context.services.reminders, who = m_context.session] { return reminders->counts(who); },
        [this](const Result<ReminderCounts> &counts) {
            if (!counts) {
                m_status->database()->setStatus(
                    Light::Bad, tr("The database does not answer"), m_desk.storeDescription());
                m_status->queue()->setStatus(Light::Warning, tr("Queue unknown"));
                return;
            }
            m_status->database()->setStatus(Light::Ok,
                m_desk.storePlace().kind == StorePlace::ThisDesk ? tr("Data on this desk, encrypted")
                                                                 : tr("Data on the server, encrypted"),
                m_desk.storeDescription());
            const qint64 waiting = counts->value(ReminderStatus::Pending) + counts->value(ReminderStatus::Sending);
            const qint64 toDecide = counts->toDecide();
            for (const Line &line : std::as_const(m_lines)) {
                if (line.entry.id == PageId::Reminders && !line.page) // once opened, the page says it itself
                    line.item->setBadge(static_cast<int>(toDecide), Tone::Warning);
            }
            const QString queue = tr("To send: %n", nullptr, static_cast<int>(waiting));
            m_status->queue()->setStatus(toDecide > 0 ? Light::Warning : Light::Ok,
                toDecide > 0 ? tr("%1, to decide: %n", nullptr, static_cast<int>(toDecide)).arg(queue) : queue);
        });
}

void MainWindow::showServer()
{
    const QString local = m_desk.serverAddress();
    const TabletDoor door = TabletDoor::of(&m_desk);
    LightButton *light = m_status->server();
    if (local.isEmpty() && !door.isOpen())
        return light->setStatus(Light::Bad, tr("Tablets cannot reach this desk"), m_desk.serverProblem());
    const QString address = door.isOpen() ? door.addresses.first() : local;
    const QString server = tr("Server %1").arg(QUrl(address).authority());
    const QString words = m_tablets ? tr("%1, %n tablet(s)", nullptr, *m_tablets).arg(server) : server;
    const bool isTroubled = !door.problem.isEmpty();
    light->setStatus(isTroubled ? Light::Warning : Light::Ok, words, isTroubled ? door.problem : address);
}

void MainWindow::readTablets()
{
    if (!m_context.session.may(Permission::ManageDevices))
        return;
    inBackground(
        this,
        [&devices = m_context.services.devices, who = m_context.session] {
            return devices.list(who, {.limit = 500, .offset = 0});
        },
        [this](const Result<Page<Device>> &devices) {
            m_tablets.reset();
            if (devices)
                m_tablets = int(std::count_if(devices->items.begin(), devices->items.end(),
                    [](const Device &device) { return device.status == DeviceStatus::Active; }));
            showServer();
        });
}

// Beside the page's name from the start, and wherever one is.
void MainWindow::readDisputes()
{
    if (!m_context.session.may(Permission::EditFeedback))
        return;
    inBackground(
        this,
        [&disputes = m_context.services.disputes, who = m_context.session] {
            return disputes.list(who, {.limit = 1, .offset = 0});
        },
        [this](const Result<Page<Dispute>> &open) {
            for (const Line &line : std::as_const(m_lines)) {
                if (line.entry.id == PageId::Feedback)
                    line.item->setBadge(open ? static_cast<int>(open->total) : 0, Tone::Warning);
            }
        });
}

void MainWindow::openAddresses()
{
    const TabletDoor door = TabletDoor::of(&m_desk);
    auto *popover = new AddressPopover(door, m_desk.serverAddress(), this);
    if (m_context.session.may(Permission::ManageDevices))
        popover->addWay(door.isOpen() ? tr("Tablets") : tr("Settings"));
    connect(popover, &AddressPopover::wayTaken, this,
        [this, isOpen = door.isOpen()] { openPage(isOpen ? PageId::Tablets : PageId::Settings); });
    popover->openAbove(m_status->server());
}

void MainWindow::showClock()
{
    const QDateTime local = m_context.clock.now().toTimeZone(QTimeZone(m_context.timeZone));
    const QString city = QString::fromLatin1(m_context.timeZone).section(u'/', -1).replace(u'_', u' ');
    const QLocale locale;
    m_status->setClock(u"%1, %2 (%3)"_s.arg(
        locale.toString(local.date(), QLocale::LongFormat), locale.toString(local.time(), u"HH:mm"), city));
}

void MainWindow::retranslate()
{
    for (const Line &line : std::as_const(m_lines)) {
        line.item->setText(pageTitle(line.entry));
        line.item->setAccessibleName(pageTitle(line.entry));
    }
    m_sidebar->setPerson(m_context.session.username, roleText(m_context.session.role));
    m_sidebar->fitTo(width()); // other words
    showClock();
    readQueue();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace accueil
