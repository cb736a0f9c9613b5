#include "ui/tabletcontent/tabletcontentpage.h"

#include "app/services/domainevents.h"
#include "app/services/promptservice.h"
#include "app/services/settingsservice.h"
#include "app/services/tabletcontentservice.h"
#include "app/services/wardservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/languagename.h"
#include "ui/records/question.h"
#include "ui/tabletcontent/promptmodel.h"
#include "ui/tabletcontent/promptpane.h"
#include "ui/tabletcontent/questionspanel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/plainscroll.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

TabletContentPage::TabletContentPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_desk(context)
    , m_model(new PromptModel(this))
    , m_table(new TableView)
    , m_prompt(new PromptPane(m_desk))
    , m_questions(new QuestionsPanel(
          context.session.may(Permission::ManageDevices) ? QuestionsPanel::Pin::Shown : QuestionsPanel::Pin::Hidden))
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_problem(new Banner(Tone::Danger))
    , m_save(new Button(Button::Main))
    , m_note(new NoteLine)
{
    build();
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &TabletContentPage::chooseCell);
    connect(m_table, &TableView::opened, this, &TabletContentPage::editCurrent);
    connect(m_prompt, &PromptPane::languageChosen, this, [this](Language language) {
        m_language = language;
        showPrompt();
    });
    connect(m_prompt, &PromptPane::changed, this, &TabletContentPage::refresh);
    connect(m_questions, &QuestionsPanel::edited, this, [this] {
        m_save->setEnabled(true);
        m_note->hide();
    });
    connect(m_questions, &QuestionsPanel::pinWanted, this, &TabletContentPage::setPin);
    connect(m_save, &QPushButton::clicked, this, &TabletContentPage::saveQuestions);
    connect(m_state, &StateView::retry, this, &TabletContentPage::refresh);
    const auto readAgain = [this] {
        if (isVisible())
            refresh();
    };
    connect(&context.services.events, &DomainEvents::tabletContentChanged, this, readAgain);
    connect(&context.services.events, &DomainEvents::settingsChanged, this, readAgain);
}

void TabletContentPage::build()
{
    m_tabs->setObjectName(u"tabletContentTabs"_s);
    m_tabs->setExpanding(false);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_problem->hide();
    m_stack->addWidget(makeVoices());
    m_stack->addWidget(makeQuestions());

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
    rows->addWidget(m_stack, 1);

    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, metrics::pageMargin);
    column->setSpacing(metrics::cardGap);
    column->addWidget(m_problem);
    column->addWidget(card, 1);
    m_state = new StateView(whole);
    body()->addWidget(m_state);
}

QWidget *TabletContentPage::makeVoices()
{
    m_table->setObjectName(u"prompts"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    auto *scroll = plainScroll(m_prompt);
    scroll->setMinimumWidth(metrics::withText(280));
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 1); // all languages in view first
    splitter->setSizes({metrics::withText(900), metrics::withText(380)});
    return splitter;
}

QWidget *TabletContentPage::makeQuestions()
{
    m_save->setObjectName(u"saveQuestions"_s);
    m_save->setSymbol(Icon::Check);
    m_save->setKeys(Qt::CTRL | Qt::Key_S);
    m_save->setEnabled(false);
    m_note->hide();
    auto *panel = new QWidget;
    auto *rows = new QVBoxLayout(panel);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(plainScroll(m_questions), 1);
    auto *under = new QFrame;
    under->setProperty("rule", true);
    rows->addWidget(under);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    footer->addWidget(m_note, 1);
    footer->addStretch();
    footer->addWidget(m_save);
    rows->addLayout(footer);
    return panel;
}

Result<TabletContentPage::Stored> TabletContentPage::read(const Services &services, const Session &who)
{
    Stored stored;
    const Result<TabletContent> content = services.tabletContent.content(who);
    if (!content)
        return tl::unexpected(content.error());
    const Result<QList<Prompt>> prompts = services.prompts.list(who);
    if (!prompts)
        return tl::unexpected(prompts.error());
    const Result<QList<Ward>> wards = services.wards.list(who);
    if (!wards)
        return tl::unexpected(wards.error());
    for (const Ward &ward : *wards)
        stored.wards << ward.name;
    stored.content = *content;
    stored.prompts = *prompts;
    stored.languages = services.settings.current().languages;
    return stored;
}

void TabletContentPage::refresh()
{
    m_state->showLoading();
    inBackground(
        this, [services = context().services, who = context().session] { return read(services, who); },
        [this](const Result<Stored> &stored) {
            if (stored)
                showStored(*stored);
            else
                m_state->showError(tr("What tablets say cannot be read"), errorText(stored.error()));
        });
}

void TabletContentPage::showStored(const Stored &stored)
{
    QList<Language> languages;
    for (const QString &key : stored.languages) {
        if (const auto language = languageTable.value(key))
            languages << *language;
    }
    const bool isNew = languages != m_model->languages();
    const int row = std::max(0, m_table->currentIndex().row());
    m_model->setContent(languages, stored.prompts, stored.content.chosen.texts);
    if (isNew) {
        ColumnPlan plan{.stretched = PromptModel::Said, .least = 150};
        for (int column = 1; column <= languages.size(); ++column) {
            plan.widths.append({column, 108});
            plan.whole.append(column);
            plan.givingWay.prepend(column);
        }
        m_table->planColumns(plan);
        m_prompt->setLanguages(languages);
        if (!languages.contains(m_language))
            m_language = languages.value(0, Language::French);
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex(m_model->index(row, PromptModel::Said));
    }
    m_wards = stored.wards;
    m_questions->showPin(stored.content.hasPin);
    if (!m_questions->isEdited()) {
        m_questions->show(stored.content, stored.wards);
        m_save->setEnabled(false);
    }
    m_state->showContent();
    showPrompt();
    showTitles();
}

void TabletContentPage::chooseCell(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_language = m_model->languageAt(index.column()).value_or(m_language);
    showPrompt();
}

void TabletContentPage::showPrompt()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return;
    const PromptAddress address{m_model->keyAt(row), m_language};
    m_prompt->show(address, m_model->prompt(address), m_model->text(address));
}

void TabletContentPage::showTitles()
{
    QStringList coverage;
    for (const Language language : m_model->languages()) {
        coverage << tr("%1 %2 of %3", "language, recorded, all")
                        .arg(languageName(language))
                        .arg(m_model->recorded(language))
                        .arg(m_model->rowCount());
    }
    setCount(coverage.join(u" · "_s));
}

void TabletContentPage::saveQuestions()
{
    m_problem->hide();
    m_questions->fields().clear();
    TabletContentDraft wanted;
    m_questions->writeTo(wanted);
    storeQuestions(wanted, m_questions->shown());
}

void TabletContentPage::storeQuestions(const TabletContentDraft &wanted, const TabletContentDraft &shown)
{
    m_save->setBusy(true, tr("Saving…"));
    inBackground(
        this,
        [service = &context().services.tabletContent, who = context().session, wanted, shown] {
            return service->saveQuestions(who, wanted, shown);
        },
        [this, wanted](const Result<TabletContent> &answer) {
            m_save->setBusy(false);
            if (!answer && answer.error().code == ErrorCode::VersionMismatch)
                return settleConflict(wanted);
            if (!answer)
                return tellProblem(answer.error());
            showQuestions(*answer);
            m_note->show(tr("Saved. Tablets ask it from their next contact on."), NoteLine::Good);
        });
}

void TabletContentPage::settleConflict(const TabletContentDraft &mine)
{
    inBackground(
        this, [service = &context().services.tabletContent, who = context().session] { return service->content(who); },
        [this, mine](const Result<TabletContent> &theirs) {
            if (!theirs)
                return tellProblem(theirs.error());
            askWhose(
                this, tr("Questions and times"), [this, now = *theirs] { showQuestions(now); },
                [this, mine, now = theirs->chosen] { storeQuestions(mine, now); });
        });
}

void TabletContentPage::showQuestions(const TabletContent &content)
{
    m_questions->show(content, m_wards);
    m_save->setEnabled(false);
    refresh();
}

void TabletContentPage::setPin(const QString &digits)
{
    m_problem->hide();
    m_questions->fields().clear();
    inBackground(
        this,
        [service = &context().services.tabletContent, who = context().session, digits] {
            return service->setPin(who, digits);
        },
        [this, isSet = !digits.isEmpty()](const Result<void> &answer) {
            if (!answer)
                return tellProblem(answer.error());
            m_questions->clearPin();
            m_note->show(
                isSet ? tr("The PIN is set.") : tr("Without a PIN, the pages for the staff stay closed on tablets."),
                NoteLine::Good);
            refresh();
        });
}

void TabletContentPage::tellProblem(const Error &error)
{
    const QStringList others = m_questions->fields().show(error);
    m_note->show(tr("Not saved: some values need another look."), NoteLine::Wrong);
    if (others.isEmpty() && !error.fields.isEmpty())
        return;
    m_problem->setWords(tr("Not saved"), others.isEmpty() ? errorText(error) : others.join(u' '));
    m_problem->show();
}

void TabletContentPage::editCurrent()
{
    m_tabs->setCurrentIndex(Voices);
    m_prompt->focusRecorder();
}

void TabletContentPage::focusList()
{
    m_tabs->setCurrentIndex(Voices);
    m_state->takeFocus();
    m_table->setFocus(Qt::OtherFocusReason);
}

QList<PageCommand> TabletContentPage::commands()
{
    return {{tr("Tablets: voices and words"), Icon::Mic, [this] { m_tabs->setCurrentIndex(Voices); }},
        {tr("Tablets: questions and times"), Icon::MessageQuestion, [this] { m_tabs->setCurrentIndex(Questions); }}};
}

void TabletContentPage::retranslate()
{
    setTitle(tr("Questions and voices"));
    m_tabs->setTabText(Voices, tr("&Voices and words"));
    m_tabs->setTabText(Questions, tr("&Questions and times"));
    m_tabs->setAccessibleName(tr("Groups of what tablets do"));
    m_table->setAccessibleName(tr("What tablets say, by language"));
    m_save->setText(tr("&Save"));
    m_problem->hide();
    m_note->hide();
    m_model->retranslate();
    m_questions->retranslate();
    m_prompt->retranslate();
    showTitles();
}

} // namespace accueil
