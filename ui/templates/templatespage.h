#pragma once

#include "app/domain/messagetemplate.h"
#include "ui/page.h"
#include "ui/records/recordcontext.h"

namespace accueil {

class Button;
class StateView;
class TableView;
class TemplateModel;
class TemplatePane;

// The words of reminders: every template in every language, and the chosen one to be changed.
class TemplatesPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit TemplatesPage(const PageContext &context, QWidget *parent = nullptr);
    void createNew() override;
    void editCurrent() override;
    void focusList() override;
    void refresh() override;
    QList<PageCommand> commands() override;

private:
    void retranslate() override;
    void build();
    void showTemplates(const Result<QList<MessageTemplate>> &templates);
    void choose(int row);
    void select(const QString &key);

    RecordContext m_desk;
    TemplateModel *m_model;
    TableView *m_table;
    StateView *m_state;
    TemplatePane *m_pane;
    Button *m_new;
    QString m_chosen; // name.language; stays chosen over a refresh
    int m_toBeWritten = 0;
};

} // namespace accueil
