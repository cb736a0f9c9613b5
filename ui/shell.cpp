#include "ui/shell.h"

#include "app/services/settingsservice.h"
#include "ui/audio/qtsoundbooth.h"
#include "ui/background.h"
#include "ui/drill/drillbanner.h"
#include "ui/errortext.h"
#include "ui/firstrun/firstrunpage.h"
#include "ui/firstrun/recoverypage.h"
#include "ui/login/loginpage.h"
#include "ui/mainwindow.h"
#include "ui/openingpage.h"

#include <QCloseEvent>
#include <QPainter>
#include <QScreen>
#include <QStackedLayout>
#include <QTimeZone>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleBar
    = 40; // of the window manager; the foot of the window, with its buttons, must not lie below the screen
constexpr int drillFrame = 5;

} // namespace

Shell::Shell(Desk &desk, Preferences &preferences, Theme &theme, Translator &translator)
    : m_desk(desk)
    , m_preferences(preferences)
    , m_theme(theme)
    , m_translator(translator)
    , m_stack(new QStackedLayout)
    , m_sound(new QtSoundBooth(this))
{
    build();
    showTitle();
    setMinimumSize(1040, 600); // the sidebar, the least of a list and the least of a record beside it
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(0, titleBar)));
    const QByteArray geometry = preferences.value(u"window/geometry"_s).toByteArray();
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    auto *opening = new OpeningPage;
    connect(opening, &OpeningPage::retry, this, &Shell::begin);
    present(opening);
}

void Shell::build()
{
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(0);
    rows->setContentsMargins(0, 0, 0, 0);
    if (m_desk.isDrill()) {
        rows->setContentsMargins(drillFrame, 0, drillFrame, drillFrame);
        rows->addWidget(new DrillBanner);
    }
    m_stack->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(m_stack, 1);
}

void Shell::showTitle()
{
    const bool isNamed = !m_hospital.isEmpty() && m_hospital != "Accueil"_L1;
    const QString title = isNamed ? u"Accueil – %1"_s.arg(m_hospital) : u"Accueil"_s;
    setWindowTitle(m_desk.isDrill() ? u"%1 – %2"_s.arg(DrillBanner::mark(), title) : title);
}

void Shell::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showTitle();
    QWidget::changeEvent(event);
}

void Shell::closeEvent(QCloseEvent *event)
{
    m_preferences.setValue(u"window/geometry"_s, saveGeometry());
    QWidget::closeEvent(event);
}

void Shell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = colorsOf(this);
    painter.fillRect(rect(), m_desk.isDrill() ? c.drill : c.window);
    if (const QWidget *stage = m_stack->currentWidget())
        painter.fillRect(stage->geometry(), c.window);
}

void Shell::present(QWidget *stage)
{
    QWidget *old = m_stack->currentWidget();
    m_stack->addWidget(stage);
    m_stack->setCurrentWidget(stage);
    if (old) {
        m_stack->removeWidget(old);
        old->hide();
        old->deleteLater(); // it may be the one whose signal brought us here
    }
    Q_EMIT stageChanged();
}

void Shell::begin()
{
    inBackground(
        this, [desk = &m_desk] { return desk->openStore(); },
        [this](const Result<StoreState> &state) { opened(state); });
}

void Shell::opened(const Result<StoreState> &state)
{
    if (!state) {
        auto *opening = new OpeningPage;
        connect(opening, &OpeningPage::retry, this, &Shell::begin);
        opening->showProblem(errorText(state.error()), m_desk.storeDescription());
        present(opening);
        return;
    }
    switch (*state) {
    case StoreState::New:
    case StoreState::NoAccount:
        showFirstRun(*state);
        break;
    case StoreState::KeyMissing:
    case StoreState::KeyWrong:
        showRecovery(*state);
        break;
    case StoreState::Ready:
        readHospital([this] {
            if (const std::optional<Session> practising = m_desk.drillSession())
                showSession(*practising);
            else
                showLogin();
        });
        break;
    }
}

void Shell::readHospital(const std::function<void()> &then)
{
    inBackground(
        this, [settings = &m_desk.services().settings]() -> Result<HospitalSettings> { return settings->current(); },
        [this, then](const Result<HospitalSettings> &hospital) {
            if (!hospital) {
                opened(tl::unexpected(hospital.error()));
                return;
            }
            m_hospital = hospital->name;
            m_timeZone = hospital->timeZone.toLatin1();
            showTitle();
            then();
        });
}

void Shell::showFirstRun(StoreState state)
{
    auto *page = new FirstRunPage(m_desk, state, m_translator);
    connect(page, &FirstRunPage::finished, this,
        [this](const Session &who) { readHospital([this, who] { showSession(who); }); });
    connect(page, &FirstRunPage::storeFound, this, [this](StoreState found) { opened(found); });
    connect(page, &FirstRunPage::quitWanted, this, &QWidget::close);
    present(page);
}

void Shell::showRecovery(StoreState state)
{
    auto *page = new RecoveryPage(m_desk, state, m_translator);
    connect(page, &RecoveryPage::recovered, this, [this](StoreState found) { opened(found); });
    connect(page, &RecoveryPage::quitWanted, this, &QWidget::close);
    present(page);
}

void Shell::showLogin()
{
    m_session = nullptr;
    auto *page = new LoginPage(m_desk.services().accounts, m_hospital, m_translator);
    page->setUsername(m_preferences.value(u"window/lastUser"_s).toString());
    connect(page, &LoginPage::signedIn, this, &Shell::showSession);
    if (!m_serving) { // also while nobody is signed in: tablets and reminders do not wait
        m_serving = true;
        m_desk.beginServing();
    }
    present(page);
}

void Shell::showSession(const Session &who)
{
    m_preferences.setValue(u"window/lastUser"_s, who.username);
    if (!m_serving) {
        m_serving = true;
        m_desk.beginServing();
    }
    const PageContext context{
        m_desk.services(), who, m_desk.clock(), m_preferences, m_timeZone, &m_desk, &m_theme, &m_translator, m_sound};
    auto *window = new MainWindow(m_desk, context, m_theme, m_translator);
    connect(window, &MainWindow::signedOut, this, [this] { readHospital([this] { showLogin(); }); });
    m_session = window;
    present(window);
    if (WindowPage *page = window->currentPage())
        page->focusList(); // else it would fall to the first button, which is to sign out
}

} // namespace accueil
