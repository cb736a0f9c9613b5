#pragma once

#include "app/domain/prompt.h"
#include "ui/page.h"
#include "ui/records/recordcontext.h"

class QStackedWidget;
class QTabBar;

namespace accueil {

class Banner;
class Button;
class NoteLine;
class PromptModel;
class PromptPane;
class QuestionsPanel;
class StateView;
class TableView;

// What ward tablets ask and say: their voices and words in each language, and their questions in each ward.
class TabletContentPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit TabletContentPage(const PageContext &context, QWidget *parent = nullptr);
    void editCurrent() override;
    void focusList() override;
    void refresh() override;
    QList<PageCommand> commands() override;

private:
    enum Tab { Voices, Questions };
    struct Stored
    {
        TabletContent content;
        QList<Prompt> prompts;
        QStringList languages;
        QStringList wards;
    };
    void retranslate() override;
    void build();
    QWidget *makeVoices();
    QWidget *makeQuestions();
    static Result<Stored> read(const Services &services, const Session &who);
    void showStored(const Stored &stored);
    void showPrompt();
    void showTitles();
    void chooseCell(const QModelIndex &index);
    void saveQuestions();
    void storeQuestions(const TabletContentDraft &wanted, const TabletContentDraft &shown);
    void settleConflict(const TabletContentDraft &mine);
    void showQuestions(const TabletContent &content);
    void setPin(const QString &digits);
    void tellProblem(const Error &error);

    RecordContext m_desk;
    Language m_language = Language::French;
    QStringList m_wards;
    PromptModel *m_model;
    TableView *m_table;
    PromptPane *m_prompt;
    QuestionsPanel *m_questions;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    StateView *m_state;
    Banner *m_problem;
    Button *m_save;
    NoteLine *m_note;
};

} // namespace accueil
