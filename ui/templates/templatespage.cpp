#include "ui/templates/templatespage.h"

#include "app/services/templateservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/templates/templatedialog.h"
#include "ui/templates/templatemodel.h"
#include "ui/templates/templatepane.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"

#include <QVBoxLayout>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

TemplatesPage::TemplatesPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_desk(context)
    , m_model(new TemplateModel(this))
    , m_table(new TableView)
    , m_pane(new TemplatePane(m_desk))
    , m_new(new Button(Button::Main))
{
    build();
    connect(m_new, &QPushButton::clicked, this, &TemplatesPage::createNew);
    connect(m_table, &TableView::opened, this, &TemplatesPage::editCurrent);
    connect(m_table, &TableView::currentRowChanged, this, &TemplatesPage::choose);
    connect(m_state, &StateView::retry, this, &TemplatesPage::refresh);
    connect(m_pane, &TemplatePane::saved, this, &TemplatesPage::select);
    connect(m_pane, &TemplatePane::restored, this, &TemplatesPage::select);
    connect(&context.services.events, &DomainEvents::templatesChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void TemplatesPage::build()
{
    m_table->setObjectName(u"templates"_s);
    m_table->setModel(m_model);
    m_table->planColumns(
        {.widths = {{TemplateModel::Name, 170}, {TemplateModel::LanguageOfText, 90}, {TemplateModel::State, 130}},
            .stretched = TemplateModel::Text,
            .second = TemplateModel::Name,
            .whole = {TemplateModel::State},
            .givingWay = {TemplateModel::Text}});
    m_table->rememberColumns(context().preferences, u"templates"_s);
    m_new->setSymbol(Icon::Plus);
    m_new->setKeyHint(Qt::CTRL | Qt::Key_N);
    m_new->setObjectName(u"newTemplate"_s);
    addHeaderButton(m_new);
    m_new->setVisible(context().session.may(Permission::ManageTemplates));
    m_state = new StateView(m_table);
    body()->addWidget(cardAround(m_state), 1);
    body()->addSpacing(metrics::gap);
    setRightPane(m_pane);
}

void TemplatesPage::refresh()
{
    m_state->showLoading();
    inBackground(
        this, [templates = &context().services.templates, who = context().session] { return templates->list(who); },
        [this](const Result<QList<MessageTemplate>> &templates) { showTemplates(templates); });
}

void TemplatesPage::showTemplates(const Result<QList<MessageTemplate>> &templates)
{
    if (!templates) {
        m_state->showError(tr("The templates cannot be read"), errorText(templates.error()));
        return;
    }
    const QString kept = m_chosen;
    {
        // A refresh must not take away words that are being written.
        const QSignalBlocker quiet(m_table);
        m_model->setTemplates(*templates);
        m_state->showContent();
        m_table->selectRow(std::max(0, m_model->rowOf(kept)));
    }
    m_toBeWritten = static_cast<int>(std::count_if(
        templates->begin(), templates->end(), [](const MessageTemplate &wording) { return !wording.isWritten(); }));
    setCount(tr("%n to be written", nullptr, m_toBeWritten));
    if (!m_pane->hasUnsavedWork())
        choose(m_table->currentIndex().row());
}

void TemplatesPage::choose(int row)
{
    const MessageTemplate *wording = m_model->templateAt(row);
    if (!wording)
        return;
    if (!m_pane->hasUnsavedWork() || wording->key() == m_chosen) {
        m_chosen = wording->key();
        m_pane->showTemplate(*wording);
        return;
    }
    Question question;
    question.title = tr("Leave without saving?");
    question.text = tr("The words you changed are not saved yet.");
    question.yes = tr("&Leave");
    question.destructive = true;
    const int before = m_model->rowOf(m_chosen);
    {
        const QSignalBlocker quiet(m_table);
        m_table->selectRow(before);
    }
    ask(this, question, [this, key = wording->key()] {
        m_pane->showTemplate(std::nullopt);
        select(key);
    });
}

void TemplatesPage::select(const QString &key)
{
    m_chosen = key;
    refresh();
}

void TemplatesPage::createNew()
{
    if (!context().session.may(Permission::ManageTemplates))
        return;
    auto *dialog = new TemplateDialog(context(), this);
    connect(dialog, &TemplateDialog::created, this, [this](const QString &key) {
        select(key);
        editCurrent();
    });
    dialog->open();
}

void TemplatesPage::editCurrent()
{
    turnToPane();
    m_pane->focusText();
}

void TemplatesPage::focusList()
{
    turnToList();
    m_state->takeFocus();
}

QList<PageCommand> TemplatesPage::commands()
{
    return {{tr("New template"), Icon::File, [this] { createNew(); }}};
}

void TemplatesPage::retranslate()
{
    setTitle(tr("Templates"));
    setCount(tr("%n to be written", nullptr, m_toBeWritten));
    m_new->setText(tr("&New template"));
    m_table->setAccessibleName(tr("Templates"));
    m_model->retranslate();
    m_pane->retranslate();
}

} // namespace accueil
