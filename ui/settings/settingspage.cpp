#include "ui/settings/settingspage.h"

#include "app/services/settingsservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/settings/appearancepanel.h"
#include "ui/settings/callspanel.h"
#include "ui/settings/emailpanel.h"
#include "ui/settings/hospitalpanel.h"
#include "ui/settings/sendingpanel.h"
#include "ui/settings/smspanel.h"
#include "ui/settings/tabletspanel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/plainscroll.h"
#include "ui/widgets/stateview.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>

namespace accueil {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_tabs(new QTabBar)
    , m_panels(new QStackedWidget)
    , m_problem(new Banner(Tone::Danger))
    , m_save(new Button(Button::Main))
    , m_note(new NoteLine)
{
    addPanel(new HospitalPanel(context));
    auto *sms = new SmsPanel(context);
    auto *email = new EmailPanel(context);
    auto *calls = new CallsPanel(context);
    addPanel(sms);
    addPanel(email);
    addPanel(calls);
    addPanel(new SendingPanel(context));
    auto *tablets = new TabletsPanel(context.desk);
    addPanel(tablets);
    connect(tablets, &TabletsPanel::tabletsWanted, this, [this] { Q_EMIT goTo({PageId::Tablets}); });
    if (context.theme && context.translator)
        addPanel(new AppearancePanel(*context.theme, *context.translator));
    build();
    connect(sms->test(), &TestRow::wanted, this, [this, sms] { save([sms] { sms->test()->send(); }); });
    connect(email->test(), &TestRow::wanted, this, [this, email] { save([email] { email->test()->send(); }); });
    connect(calls->test(), &TestRow::wanted, this, [this, calls] { save([calls] { calls->test()->send(); }); });
    connect(m_tabs, &QTabBar::currentChanged, m_panels, &QStackedWidget::setCurrentIndex);
    connect(m_save, &QPushButton::clicked, this, [this] { save({}); });
    connect(m_state, &StateView::retry, this, &SettingsPage::refresh);
    setEdited(false);
}

void SettingsPage::addPanel(SettingsPanel *panel)
{
    m_all.append(panel);
    m_tabs->addTab(QString());
    m_panels->addWidget(plainScroll(panel));
    connect(panel, &SettingsPanel::edited, this, [this] { setEdited(true); });
}

void SettingsPage::build()
{
    m_tabs->setObjectName(u"settingsTabs"_s);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_save->setObjectName(u"saveSettings"_s);
    m_save->setSymbol(Icon::Check);
    m_save->setKeys(Qt::CTRL | Qt::Key_S);
    m_problem->hide();
    m_note->hide();

    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(8, 0, 8, 0);
    tabs->addWidget(m_tabs);
    rows->addLayout(tabs);
    auto *line = new QFrame;
    line->setProperty("rule", true);
    rows->addWidget(line);
    rows->addWidget(m_panels, 1);
    auto *under = new QFrame;
    under->setProperty("rule", true);
    rows->addWidget(under);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    footer->addWidget(m_note, 1);
    footer->addStretch();
    footer->addWidget(m_save);
    rows->addLayout(footer);

    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, metrics::pageMargin);
    column->setSpacing(metrics::cardGap);
    column->addWidget(m_problem);
    column->addWidget(card, 1);
    m_state = new StateView(whole);
    body()->addWidget(m_state);
}

void SettingsPage::refresh()
{
    if (m_edited)
        return;
    m_state->showLoading();
    inBackground(
        this,
        [settings = &context().services.settings]() -> Result<Stored> {
            return Stored{settings->current(), settings->fixedByEnvironment()};
        },
        [this](const Result<Stored> &stored) {
            if (stored)
                showStored(*stored);
            else
                m_state->showError(tr("The settings cannot be read"), errorText(stored.error()));
        });
}

void SettingsPage::showStored(const Stored &stored)
{
    m_stored = stored.settings;
    for (SettingsPanel *panel : std::as_const(m_all)) {
        panel->read(stored.settings);
        panel->lock(stored.fixed);
    }
    setEdited(false);
    m_state->showContent();
}

void SettingsPage::setEdited(bool edited)
{
    m_edited = edited;
    m_save->setEnabled(edited);
    if (edited)
        m_note->hide();
}

void SettingsPage::save(const std::function<void()> &then)
{
    if (!m_edited) {
        if (then)
            then();
        return;
    }
    HospitalSettings settings = m_stored;
    for (const SettingsPanel *panel : std::as_const(m_all))
        panel->write(settings);
    m_save->setBusy(true, tr("Saving…"));
    inBackground(
        this,
        [service = &context().services.settings, who = context().session, settings] {
            return service->save(who, settings, SettingsService::Wards::Kept);
        },
        [this, then](const Result<HospitalSettings> &answer) { saved(answer, then); });
}

void SettingsPage::saved(const Result<HospitalSettings> &answer, const std::function<void()> &then)
{
    m_save->setBusy(false);
    m_problem->hide();
    for (SettingsPanel *panel : std::as_const(m_all))
        panel->fields().clear();
    if (answer) {
        m_stored = *answer;
        for (SettingsPanel *panel : std::as_const(m_all))
            panel->read(*answer);
        setEdited(false);
        m_note->show(tr("Saved"), NoteLine::Good);
        if (then)
            then();
        return;
    }
    // The tab with the first wrong field comes up; a sentence that no field of any tab took goes above all.
    QSet<QString> homeless;
    int wrongTab = -1;
    for (int i = static_cast<int>(m_all.size()) - 1; i >= 0; --i) {
        const QStringList others = m_all.at(i)->showErrors(answer.error());
        const bool hasWrong = !m_all.at(i)->fields().wrongLabels().isEmpty();
        if (hasWrong)
            wrongTab = i;
        const QSet<QString> these(others.begin(), others.end());
        homeless = i == static_cast<int>(m_all.size()) - 1 ? these : homeless.intersect(these);
    }
    if (wrongTab >= 0) {
        m_tabs->setCurrentIndex(wrongTab);
        m_all.at(wrongTab)->fields().focusFirstWrong();
    }
    if (!homeless.isEmpty() || wrongTab < 0) {
        m_problem->setWords(tr("Not saved"),
            homeless.isEmpty() ? errorText(answer.error()) : QStringList(homeless.values()).join(u' '));
        m_problem->show();
    }
    m_note->show(tr("Not saved: some values need another look."), NoteLine::Wrong);
}

QList<PageCommand> SettingsPage::commands()
{
    QList<PageCommand> all;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        all.append({tr("Settings: %1").arg(m_tabs->tabText(tab).remove(u'&')), Icon::Settings,
            [this, tab] { m_tabs->setCurrentIndex(tab); }});
    return all;
}

void SettingsPage::retranslate()
{
    setTitle(tr("Settings"));
    const QStringList names{tr("&Hospital"), tr("S&MS"), tr("Emai&l"), tr("Calls an&d web"), tr("Send&ing"),
        tr("Ta&blets"), tr("Appearan&ce")};
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, names.at(i));
    m_tabs->setAccessibleName(tr("Groups of settings"));
    m_save->setText(tr("Sa&ve"));
    m_problem->hide();
    m_note->hide();
    for (SettingsPanel *panel : std::as_const(m_all))
        panel->retranslate();
}

} // namespace accueil
