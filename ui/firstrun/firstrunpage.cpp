#include "ui/firstrun/firstrunpage.h"

#include "app/services/accountservice.h"
#include "app/services/settingsservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/firstrun/accountsection.h"
#include "ui/firstrun/hospitalsection.h"
#include "ui/firstrun/keysection.h"
#include "ui/firstrun/placesection.h"
#include "ui/firstrun/steplist.h"
#include "ui/frame/topbar.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainscroll.h"
#include "ui/widgets/segmented.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QTimeZone>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestForm = 1010;
constexpr int stepsFrom = 760; // pixels of text as designed; narrower: the form alone, whose footer says what remains

// Large text needs the room more than the form needs air.
int sideMargin()
{
    return metrics::withText(10) > 13 ? 24 : 56;
}

} // namespace

FirstRunPage::FirstRunPage(Desk &desk, StoreState state, Translator &translator, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_steps(new StepList)
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_remaining(new QLabel)
    , m_hospital(new HospitalSection)
    , m_account(new AccountSection)
    , m_place(new PlaceSection(desk))
    , m_key(new KeySection)
    , m_quit(new Button(Button::Second))
    , m_open(new Button(Button::Main))
{
    build(translator);
    if (state == StoreState::NoAccount)
        m_place->lock();
    for (Section *section : std::initializer_list<Section *>{m_hospital, m_account, m_place, m_key})
        connect(section, &Section::changed, this, &FirstRunPage::showProgress);
    connect(m_place, &PlaceSection::storeFound, this, &FirstRunPage::storeFound);
    connect(m_key, &KeySection::keyWanted, this, &FirstRunPage::makeKey);
    connect(m_quit, &QPushButton::clicked, this, &FirstRunPage::quitWanted);
    connect(m_open, &QPushButton::clicked, this, &FirstRunPage::openProgram);
    retranslate();
}

void FirstRunPage::build(Translator &translator)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_steps);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    columns->addLayout(right, 1);

    auto *inside = new QWidget;
    auto *form = new QVBoxLayout(inside);
    form->setContentsMargins(sideMargin(), 22, sideMargin(), 0);
    form->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 16);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_title->setFont(fontFor(TextRole::Title));
    m_hint->setProperty("ink", u"text2"_s);
    m_hint->setWordWrap(true);
    words->addWidget(m_title);
    words->addWidget(m_hint);
    head->addLayout(words, 1);
    head->addWidget(makeLanguageSwitch(translator, this), 0, Qt::AlignTop);
    form->addLayout(head);
    for (QWidget *section : std::initializer_list<QWidget *>{m_hospital, m_account, m_place, m_key})
        form->addWidget(section);
    form->addStretch();
    inside->setMaximumWidth(metrics::withText(widestForm) + 2 * sideMargin());
    right->addWidget(plainScroll(inside), 1);

    auto *footer = new QWidget;
    footer->setProperty("surface", u"footer"_s);
    footer->setAttribute(Qt::WA_StyledBackground);
    auto *line = new QHBoxLayout(footer);
    line->setContentsMargins(sideMargin(), 14, sideMargin(), 14);
    line->setSpacing(10);
    m_remaining->setFont(fontFor(TextRole::Small));
    m_remaining->setProperty("ink", u"text2"_s);
    m_quit->setObjectName(u"quit"_s);
    m_open->setObjectName(u"open"_s);
    m_open->setSymbol(Icon::ArrowRight);
    line->addWidget(m_quit);
    line->addStretch();
    line->addWidget(m_remaining);
    line->addWidget(m_open);
    auto *rule = new QFrame;
    rule->setProperty("rule", true);
    right->addWidget(rule);
    right->addWidget(footer);
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    m_steps->setVisible(width() >= metrics::withText(stepsFrom));
    QWidget::resizeEvent(event);
}

void FirstRunPage::showProgress()
{
    const QList<std::pair<Section *, std::pair<Icon, QString>>> parts{
        {m_hospital, {Icon::Hospital, tr("Name and languages")}},
        {m_account, {Icon::User, tr("First account")}},
        {m_place, {Icon::Database, tr("Where they stay")}},
        {m_key, {Icon::Key, tr("To print now")}},
    };
    QList<StepList::Step> steps;
    QStringList remaining;
    int current = -1;
    for (int i = 0; i < parts.size(); ++i) {
        const Section *section = parts.at(i).first;
        const bool done = section->isComplete();
        if (!done)
            remaining.append(section->title());
        if (!done && current < 0)
            current = i;
        steps.append({parts.at(i).second.first, section->title(), parts.at(i).second.second, done});
    }
    m_steps->setSteps(steps, current < 0 ? static_cast<int>(parts.size()) - 1 : current);
    m_key->setReady(m_hospital->isComplete() && m_account->isComplete() && m_place->isComplete());
    m_remaining->setText(remaining.isEmpty() ? QString() : tr("Remaining: %1").arg(remaining.join(u", "_s)));
    m_open->setEnabled(remaining.isEmpty());
}

HospitalSettings FirstRunPage::settings() const
{
    HospitalSettings settings;
    m_hospital->addTo(settings);
    return settings;
}

void FirstRunPage::makeKey()
{
    if (!m_account->showErrors())
        return;
    const QList<FieldError> wrong = validate(settings());
    if (!wrong.isEmpty()) {
        m_hospital->fields().show(Error{.code = ErrorCode::Invalid, .fields = wrong});
        return;
    }
    m_key->setBusy(true);
    inBackground(
        this, [desk = &m_desk] { return desk->makeStore(); },
        [this](const Result<QStringList> &groups) {
            m_key->setBusy(false);
            if (!groups) {
                m_key->showProblem(errorText(groups.error()));
                return;
            }
            m_place->lock();
            const QDateTime local = m_desk.clock().now().toTimeZone(QTimeZone(settings().timeZone.toLatin1()));
            m_key->setKey(*groups, settings().name, QLocale().toString(local.date(), QLocale::LongFormat));
        });
}

void FirstRunPage::openProgram()
{
    if (!m_account->showErrors())
        return;
    m_open->setBusy(true, tr("Opening…"));
    const Services services = m_desk.services();
    inBackground(
        this,
        [services, hospital = settings(), draft = m_account->draft()]() -> Result<Session> {
            const Result<HospitalSettings> saved = services.settings.save(Session::system(), hospital);
            if (!saved)
                return tl::unexpected(saved.error());
            const Result<User> user = services.accounts.registerUser(std::nullopt, draft);
            if (!user)
                return tl::unexpected(user.error());
            return Session{.user = user->id, .username = user->username, .role = user->role};
        },
        [this](const Result<Session> &who) {
            m_open->setBusy(false);
            if (who) {
                Q_EMIT finished(*who);
                return;
            }
            m_hospital->fields().show(who.error());
            const QStringList others = m_account->fields().show(who.error());
            if (!others.isEmpty())
                m_key->showProblem(others.join(u' '));
        });
}

void FirstRunPage::retranslate()
{
    m_title->setText(tr("Welcome"));
    m_hint->setText(tr("One page, about three minutes. Everything can be changed later, except the key."));
    m_quit->setText(tr("&Quit"));
    m_open->setText(tr("Open A&ccueil"));
    setAccessibleName(tr("First start"));
    showProgress();
}

void FirstRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &FirstRunPage::retranslate, Qt::QueuedConnection); // after the sections
    QWidget::changeEvent(event);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(this).surface);
}

} // namespace accueil
