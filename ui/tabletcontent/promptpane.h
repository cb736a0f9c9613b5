#pragma once

#include "app/domain/prompt.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/field.h"

class QLabel;

namespace accueil {

class Banner;
class Button;
class ChipLabel;
class ListBox;
class RecorderBar;
class TextLine;

// One thing that tablets say, in one language: the hospital's own words for it, and its voice. What is recorded is
// kept at once; who else finds it right says so here.
class PromptPane final : public QWidget
{
    Q_OBJECT
public:
    explicit PromptPane(const RecordContext &desk, QWidget *parent = nullptr);

    void setLanguages(const QList<Language> &languages);
    // Words that are being written stay when it is the same thing again.
    void show(const PromptAddress &address, const std::optional<Prompt> &prompt, const QString &text);
    const PromptAddress &address() const { return m_address; }
    bool hasUnsavedWords() const;
    void focusRecorder();
    void retranslate();

Q_SIGNALS:
    void languageChosen(accueil::Language language);
    void changed(); // something was kept: read again

private:
    void build();
    void showState();
    void readRecording();
    void keepRecording(const QByteArray &bytes);
    void saveText();
    void storeText(const PromptAddress &address, const QString &text, const QString &shown);
    void settleConflict(const PromptAddress &address, const QString &mine);
    void showText(const PromptAddress &address, const QString &text);
    void markReviewed();
    void askToRemove();
    void showProblem(const Error &error);
    bool isOwn() const;

    const RecordContext &m_desk;
    PromptAddress m_address;
    std::optional<Prompt> m_prompt;
    QString m_text; // as it was stored when it was shown
    bool m_isShown = false;
    ListBox *m_languages;
    QLabel *m_title;
    QLabel *m_place;
    ChipLabel *m_chip;
    Banner *m_problem;
    TextLine *m_words;
    Field *m_wordsField;
    Button *m_save;
    QLabel *m_voiceTitle;
    RecorderBar *m_recorder;
    QLabel *m_history;
    Button *m_review;
    Button *m_remove;
};

} // namespace accueil
