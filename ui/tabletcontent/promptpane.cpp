#include "ui/tabletcontent/promptpane.h"

#include "app/services/promptservice.h"
#include "app/services/tabletcontentservice.h"
#include "ui/audio/recorderbar.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/languagename.h"
#include "ui/records/question.h"
#include "ui/tabletcontent/promptwords.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/textline.h"

#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QLabel *label(TextRole role, const QString &ink = {})
{
    auto *made = new QLabel;
    made->setFont(fontFor(role));
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    if (!ink.isEmpty())
        made->setProperty("ink", ink);
    return made;
}

} // namespace

PromptPane::PromptPane(const RecordContext &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_languages(new ListBox)
    , m_title(label(TextRole::Section))
    , m_place(label(TextRole::Small, u"text2"_s))
    , m_chip(new ChipLabel)
    , m_problem(new Banner(Tone::Danger))
    , m_words(new TextLine)
    , m_wordsField(new Field(m_words))
    , m_save(new Button(Button::Second))
    , m_voiceTitle(label(TextRole::BodyBold))
    , m_recorder(new RecorderBar(desk.sound, 15s, RecorderBar::Files::Taken))
    , m_history(label(TextRole::Small, u"text2"_s))
    , m_review(new Button(Button::Second))
    , m_remove(new Button(Button::Destructive))
{
    build();
    connect(m_languages, &QComboBox::currentIndexChanged, this,
        [this] { Q_EMIT languageChosen(Language(m_languages->currentData().toInt())); });
    connect(m_words, &QLineEdit::textChanged, this, [this] { m_save->setEnabled(hasUnsavedWords()); });
    connect(m_words, &QLineEdit::returnPressed, this, &PromptPane::saveText);
    connect(m_save, &QPushButton::clicked, this, &PromptPane::saveText);
    connect(m_recorder, &RecorderBar::recorded, this, &PromptPane::keepRecording);
    connect(m_review, &QPushButton::clicked, this, &PromptPane::markReviewed);
    connect(m_remove, &QPushButton::clicked, this, &PromptPane::askToRemove);
    retranslate();
}

void PromptPane::build()
{
    setProperty("plain", true);
    m_languages->setObjectName(u"promptLanguage"_s);
    m_languages->setMinimumWidth(metrics::withText(150));
    m_title->setObjectName(u"promptTitle"_s);
    m_problem->setObjectName(u"promptProblem"_s);
    m_problem->hide();
    m_words->setObjectName(u"promptWords"_s);
    m_save->setObjectName(u"savePromptWords"_s);
    m_save->setSymbol(Icon::Check);
    m_history->setObjectName(u"promptHistory"_s);
    m_review->setObjectName(u"reviewPrompt"_s);
    m_review->setSymbol(Icon::CheckCheck);
    m_remove->setObjectName(u"removePrompt"_s);
    m_remove->setSymbol(Icon::Trash);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_chip, 0, Qt::AlignTop);
    auto *decisions = new FlowLayout(metrics::gap, metrics::gap);
    decisions->addWidget(m_review);
    decisions->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 16);
    column->setSpacing(metrics::cardGap);
    column->addWidget(m_languages, 0, Qt::AlignLeft);
    column->addLayout(head);
    column->addWidget(m_place);
    column->addWidget(m_problem);
    column->addWidget(m_voiceTitle);
    column->addWidget(m_recorder);
    column->addWidget(m_history);
    column->addLayout(decisions);
    column->addSpacing(metrics::gap);
    column->addWidget(m_wordsField);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addStretch();
}

void PromptPane::setLanguages(const QList<Language> &languages)
{
    const QSignalBlocker quiet(m_languages);
    m_languages->clear();
    for (const Language language : languages)
        m_languages->addItem(languageName(language), int(language));
    m_languages->setValue(int(m_address.language));
}

void PromptPane::show(const PromptAddress &address, const std::optional<Prompt> &prompt, const QString &text)
{
    const bool isSame = m_isShown && address == m_address;
    const bool keepsWords = isSame && hasUnsavedWords();
    const QString heard = m_prompt ? m_prompt->sha256 : QString();
    m_address = address;
    m_prompt = prompt;
    m_isShown = true;
    if (!keepsWords) { // otherwise saving asks whose words stay
        m_text = text;
        m_words->setText(text);
    }
    if (!isSame) {
        m_recorder->stop();
        m_recorder->setRecording({});
        m_problem->hide();
        m_wordsField->setError({});
    }
    if (m_prompt && (!isSame || m_prompt->sha256 != heard))
        readRecording();
    else if (!m_prompt)
        m_recorder->setRecording({});
    const QSignalBlocker quiet(m_languages);
    m_languages->setValue(int(address.language));
    showState();
}

bool PromptPane::hasUnsavedWords() const
{
    return m_isShown && m_words->text().simplified() != m_text;
}

void PromptPane::focusRecorder()
{
    m_recorder->setFocus(Qt::OtherFocusReason);
}

bool PromptPane::isOwn() const
{
    return m_prompt
        && (m_prompt->recordedBy ? m_prompt->recordedBy == m_desk.session.user
                                 : m_prompt->recorder == m_desk.session.username);
}

void PromptPane::showState()
{
    m_title->setText(PromptWords::sentence(m_address.key));
    m_place->setText(PromptWords::place(m_address.key));
    m_chip->setChip(PromptWords::chip(m_prompt));
    m_save->setEnabled(hasUnsavedWords());
    m_review->setVisible(m_prompt && !m_prompt->review);
    m_review->setEnabled(!isOwn());
    m_remove->setVisible(m_prompt.has_value());
    QStringList history;
    if (m_prompt) {
        history << tr("Recorded by %1, %2.").arg(m_prompt->recorder, m_desk.time.brief(m_prompt->recordedAt));
        if (m_prompt->review)
            history
                << tr("Reviewed by %1, %2.").arg(m_prompt->review->reviewer, m_desk.time.brief(m_prompt->review->at));
        else if (isOwn())
            history << tr("Tablets play it already. Somebody else who speaks the language should listen to it.");
        else
            history << tr("Tablets play it already. Is it right, and easy to understand?");
    } else {
        history << (m_address.language == Language::French || m_address.language == Language::English
                ? tr("Nothing is recorded: tablets let the browser speak.")
                : tr("Nothing is recorded: tablets say it in French."));
    }
    m_history->setText(history.join(u'\n'));
}

void PromptPane::readRecording()
{
    m_recorder->setBusy(true);
    inBackground(
        this,
        [service = &m_desk.services.prompts, who = m_desk.session, address = m_address] {
            return service->recording(who, address);
        },
        [this, address = m_address](const Result<PromptRecording> &answer) {
            if (address != m_address)
                return;
            m_recorder->setBusy(false);
            if (answer)
                m_recorder->setRecording(answer->bytes);
            else
                showProblem(answer.error());
        });
}

void PromptPane::keepRecording(const QByteArray &bytes)
{
    m_recorder->setBusy(true);
    m_problem->hide();
    inBackground(
        this,
        [service = &m_desk.services.prompts, who = m_desk.session, address = m_address, bytes] {
            return service->replace(who, address, bytes);
        },
        [this](const Result<Prompt> &answer) {
            m_recorder->setBusy(false);
            if (!answer)
                return showProblem(answer.error());
            if (answer->address == m_address) {
                m_prompt = *answer;
                showState();
            }
            Q_EMIT changed();
        });
}

void PromptPane::saveText()
{
    if (!hasUnsavedWords())
        return;
    m_problem->hide();
    m_wordsField->setError({});
    storeText(m_address, m_words->text(), m_text);
}

void PromptPane::storeText(const PromptAddress &address, const QString &text, const QString &shown)
{
    m_save->setBusy(true, tr("Saving…"));
    inBackground(
        this,
        [service = &m_desk.services.tabletContent, who = m_desk.session, address, text, shown] {
            return service->saveText(who, address, text, shown);
        },
        [this, address, text](const Result<TabletContent> &answer) {
            m_save->setBusy(false);
            if (answer) {
                showText(address, answer->chosen.texts.value(address));
            } else if (answer.error().code == ErrorCode::VersionMismatch) {
                settleConflict(address, text);
            } else if (answer.error().fields.isEmpty()) {
                showProblem(answer.error());
            } else {
                m_wordsField->setError(errorText(answer.error()));
                m_words->setFocus();
            }
        });
}

void PromptPane::settleConflict(const PromptAddress &address, const QString &mine)
{
    inBackground(
        this, [service = &m_desk.services.tabletContent, who = m_desk.session] { return service->content(who); },
        [this, address, mine](const Result<TabletContent> &content) {
            if (!content)
                return showProblem(content.error());
            const QString theirs = content->chosen.texts.value(address);
            askWhose(
                this, PromptWords::sentence(address.key), [this, address, theirs] { showText(address, theirs); },
                [this, address, mine, theirs] { storeText(address, mine, theirs); });
        });
}

// As it is stored now, in place of what was being written.
void PromptPane::showText(const PromptAddress &address, const QString &text)
{
    if (address == m_address) {
        m_text = text;
        m_words->setText(text);
        showState();
    }
    Q_EMIT changed();
}

void PromptPane::markReviewed()
{
    m_problem->hide();
    inBackground(
        this,
        [service = &m_desk.services.prompts, who = m_desk.session, prompt = *m_prompt] {
            return service->markReviewed(who, prompt.address, prompt.sha256);
        },
        [this](const Result<Prompt> &answer) {
            if (!answer)
                showProblem(answer.error());
            Q_EMIT changed();
        });
}

void PromptPane::askToRemove()
{
    Question question;
    question.title = tr("Delete this recording?");
    question.text = tr("“%1” in %2. Tablets stop saying it at their next contact.")
                        .arg(PromptWords::sentence(m_address.key), languageName(m_address.language));
    question.yes = tr("&Delete");
    question.destructive = true;
    ask(this, question, [this, address = m_address] {
        inBackground(
            this,
            [service = &m_desk.services.prompts, who = m_desk.session, address] {
                return service->remove(who, address);
            },
            [this](const Result<void> &answer) {
                if (!answer)
                    showProblem(answer.error());
                Q_EMIT changed();
            });
    });
}

void PromptPane::showProblem(const Error &error)
{
    m_problem->setWords(tr("This could not be done"), errorText(error));
    m_problem->show();
}

void PromptPane::retranslate()
{
    m_languages->setAccessibleName(tr("Language"));
    m_voiceTitle->setText(tr("Voice"));
    m_wordsField->setLabel(tr("Written &words of the hospital"));
    m_wordsField->setHint(tr("empty: those of the page"));
    m_save->setText(tr("S&ave words"));
    m_review->setText(tr("I listened: it is r&ight"));
    m_remove->setText(tr("&Delete recording…"));
    m_recorder->retranslate();
    if (m_isShown)
        showState();
}

} // namespace accueil
