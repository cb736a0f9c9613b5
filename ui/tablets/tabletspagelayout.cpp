#include "app/services/domainevents.h"
#include "ui/records/wardlist.h"
#include "ui/tablets/tabletspage.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/togglechip.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonMs = 500;
constexpr int slowMs = 15'000;
constexpr int notesSideBySide = 760;

} // namespace

TabletsPage::TabletsPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_desk(context)
    , m_wards(new WardList(m_desk, this))
    , m_model(new TabletModel(m_desk.time, context.clock, this))
    , m_table(new TableView)
    , m_problem(new Banner(Tone::Danger))
    , m_pair(new Button(Button::Main))
    , m_certificate(new Button(Button::Second))
    , m_poster(new Button(Button::Second))
    , m_import(new Button(Button::Second))
    , m_edit(new Button(Button::Second, nullptr, Button::Small))
    , m_code(new Button(Button::Second, nullptr, Button::Small))
    , m_revoke(new Button(Button::Destructive, nullptr, Button::Small))
{
    m_pair->setSymbol(Icon::Plus);
    m_pair->setKeyHint(Qt::CTRL | Qt::Key_N);
    m_certificate->setSymbol(Icon::ShieldCheck);
    m_poster->setSymbol(Icon::QrCode);
    m_import->setSymbol(Icon::Upload);
    m_pair->setObjectName(u"pairTablet"_s);
    m_certificate->setObjectName(u"certificate"_s);
    m_poster->setObjectName(u"poster"_s);
    m_import->setObjectName(u"importFile"_s);
    for (QWidget *button : {m_import, m_poster, m_certificate, m_pair})
        addHeaderButton(button);
    m_problem->setObjectName(u"tabletsProblem"_s);
    m_problem->hide();
    body()->addLayout(makeChips());
    body()->addWidget(m_problem);
    makeTable();
    m_state = new StateView(m_table);
    body()->addWidget(cardAround(m_state), 1);
    body()->addLayout(makeNotes());
    body()->addSpacing(metrics::gap);
    listen();
    showActions();
}

QLayout *TabletsPage::makeChips()
{
    auto *chips = new FlowLayout(metrics::gap, metrics::gap);
    auto *views = new QButtonGroup(this);
    for (const QString &name : {u"viewActive"_s, u"viewOutOfReach"_s, u"viewRevoked"_s}) {
        auto *chip = new ToggleChip;
        chip->setObjectName(name);
        views->addButton(chip, int(m_views.size()));
        m_views.append(chip);
        chips->addWidget(chip);
    }
    m_views.first()->setChecked(true);
    connect(views, &QButtonGroup::idClicked, this, [this](int id) { choose(TabletView(id)); });
    auto *actions = new FlowLayout(metrics::gap, metrics::gap, FlowLayout::FromRight);
    m_edit->setSymbol(Icon::Pencil);
    m_edit->setKeyHint(Qt::Key_F2);
    m_code->setSymbol(Icon::QrCode);
    m_revoke->setSymbol(Icon::Ban);
    m_revoke->setKeyHint(Qt::Key_Delete);
    m_edit->setObjectName(u"editTablet"_s);
    m_code->setObjectName(u"newCode"_s);
    m_revoke->setObjectName(u"revokeTablet"_s);
    for (QWidget *button : {m_edit, m_code, m_revoke})
        actions->addWidget(button);
    auto *line = new QHBoxLayout;
    line->addLayout(chips, 1);
    line->addLayout(actions, 1);
    return line;
}

void TabletsPage::makeTable()
{
    m_table->setObjectName(u"tablets"_s);
    m_table->setModel(m_model);
    using C = TabletModel;
    m_table->planColumns({.widths
        = {{C::Ward, 150}, {C::State, 132}, {C::Seen, 110}, {C::Waiting, 92}, {C::Battery, 82}, {C::Version, 90}},
        .stretched = C::Name,
        .least = 180,
        .second = C::Ward,
        .whole = {C::State, C::Seen, C::Waiting, C::Battery},
        .givingWay = {C::Version, C::Battery, C::Ward},
        .optional = {}});
    m_table->rememberColumns(m_desk.preferences, u"tablets"_s);
}

// What people ask when something goes wrong with a tablet.
QLayout *TabletsPage::makeNotes()
{
    m_notes = new QBoxLayout(QBoxLayout::LeftToRight);
    m_notes->setSpacing(metrics::cardGap);
    for (const Icon icon : {Icon::WifiOff, Icon::Key}) {
        auto *inside = new QWidget;
        auto *column = new QVBoxLayout(inside);
        column->setContentsMargins(14, 10, 14, 12);
        column->setSpacing(4);
        auto *head = new QHBoxLayout;
        head->setSpacing(metrics::gap);
        auto *title = new QLabel;
        title->setFont(fontFor(TextRole::BodyBold));
        head->addWidget(new IconLabel(icon, metrics::lineIcon()));
        head->addWidget(title, 1);
        auto *text = new QLabel;
        text->setWordWrap(true);
        text->setProperty("ink", u"text2"_s);
        column->addLayout(head);
        column->addWidget(text);
        m_notes->addWidget(cardAround(inside), 1);
        m_noteTitles.append(title);
        m_noteTexts.append(text);
    }
    return m_notes;
}

void TabletsPage::listen()
{
    connect(m_pair, &QPushButton::clicked, this, &TabletsPage::createNew);
    connect(m_certificate, &QPushButton::clicked, this, &TabletsPage::showCertificate);
    connect(m_poster, &QPushButton::clicked, this, &TabletsPage::openPoster);
    connect(m_import, &QPushButton::clicked, this, &TabletsPage::importFile);
    connect(m_edit, &QPushButton::clicked, this, &TabletsPage::editCurrent);
    connect(m_code, &QPushButton::clicked, this, &TabletsPage::pairAgain);
    connect(m_revoke, &QPushButton::clicked, this, &TabletsPage::askRevocation);
    connect(m_table, &TableView::opened, this, &TabletsPage::editCurrent);
    connect(m_table, &TableView::currentRowChanged, this, [this](int row) {
        if (const Device *device = m_model->at(row))
            m_chosen = device->id;
        showActions();
    });
    auto *remove = new QShortcut(Qt::Key_Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &TabletsPage::askRevocation);
    connect(m_state, &StateView::retry, this, &TabletsPage::refresh);
    connect(m_state->emptyButton(), &QPushButton::clicked, this, &TabletsPage::createNew);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    m_slow.setInterval(slowMs);
    connect(&m_soon, &QTimer::timeout, this, &TabletsPage::read);
    connect(&m_slow, &QTimer::timeout, this, &TabletsPage::read);
    connect(&m_desk.services.events, &DomainEvents::devicesChanged, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
}

void TabletsPage::hideEvent(QHideEvent *event)
{
    m_slow.stop();
    WindowPage::hideEvent(event);
}

void TabletsPage::resizeEvent(QResizeEvent *event)
{
    WindowPage::resizeEvent(event);
    m_notes->setDirection(
        width() < metrics::withText(notesSideBySide) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void TabletsPage::focusFilter()
{
    m_views.at(int(m_model->view()))->setFocus();
}

void TabletsPage::focusList()
{
    m_state->takeFocus();
}

void TabletsPage::showActions()
{
    const Device *device = current();
    const bool alive = device && device->status != DeviceStatus::Revoked;
    for (QWidget *button : {m_edit, m_code, m_revoke})
        button->setEnabled(alive);
}

void TabletsPage::showCounts()
{
    const QStringList names{tr("Active"), tr("Out of reach"), tr("Revoked")};
    for (int i = 0; i < m_views.size(); ++i)
        m_views.at(i)->setWords(names.at(i), m_model->count(TabletView(i)));
    if (!m_known)
        return;
    const QString paired = tr("%n tablet(s)", nullptr, m_model->count(TabletView::Active));
    const int waiting = m_model->waitingAnswers();
    setCount(waiting > 0 ? tr("%1, %n answer(s) waiting", nullptr, waiting).arg(paired) : paired);
    const bool none = m_model->count(TabletView::Active) + m_model->count(TabletView::Revoked) == 0;
    if (none)
        m_state->setEmpty(Icon::Tablet, tr("No tablet yet"), tr("Pair one with a code, and hand it to a ward."));
    else if (m_model->view() == TabletView::OutOfReach)
        m_state->setEmpty(Icon::CircleCheck, tr("All are in reach"), tr("Every tablet was heard of just now."));
    else
        m_state->setEmpty(Icon::Tablet, tr("None here"), tr("Look among the others above."));
    m_state->setEmptyAction(none ? tr("Pair a tablet") : QString());
    if (m_model->rowCount() == 0)
        m_state->showEmpty();
    else
        m_state->showContent();
}

void TabletsPage::retranslate()
{
    setTitle(tr("Tablets"));
    m_pair->setText(tr("&Pair a tablet"));
    m_certificate->setText(tr("&Certificate"));
    m_poster->setText(tr("P&oster"));
    m_import->setText(tr("&Import a file…"));
    m_edit->setText(tr("&Name, ward"));
    m_code->setText(tr("New co&de"));
    m_revoke->setText(tr("&Revoke"));
    m_table->setAccessibleName(tr("Tablets"));
    m_state->setLoadingWords(tr("Reading the tablets…"));
    const QStringList titles{tr("Without the network"), tr("A tablet is lost")};
    const QStringList texts{tr("A tablet keeps its answers for at least 72 hours and sends each of them once."),
        tr("“Revoke” ends its access at once. It can read nobody’s record, only send answers.")};
    for (int i = 0; i < m_noteTitles.size(); ++i) {
        m_noteTitles.at(i)->setText(titles.at(i));
        m_noteTexts.at(i)->setText(texts.at(i));
    }
    m_model->retranslate();
    showCounts();
}

} // namespace accueil
