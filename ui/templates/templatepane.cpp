#include "ui/templates/templatepane.h"

#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/patientpicker.h"
#include "ui/records/recordwords.h"
#include "ui/records/smsmeter.h"
#include "ui/reminders/messagebubble.h"
#include "ui/templates/templatemodel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/flowlayout.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

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

// An appointment to show how dates read: a week from now, at half past nine.
QDateTime sampleAppointment(const RecordContext &desk)
{
    return desk.time.utc(desk.time.today().addDays(7), QTime(9, 30));
}

} // namespace

TemplatePane::TemplatePane(const RecordContext &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_states(new QStackedWidget)
    , m_nothing(label(TextRole::Body, u"muted"_s))
    , m_restore(new Button(Button::Second))
    , m_save(new Button(Button::Main))
{
    setProperty("surface", u"card"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(300);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_states->addWidget(m_nothing);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeEditor());
    m_states->addWidget(scroll);
    m_restore->setObjectName(u"restoreTemplate"_s);
    m_restore->setSymbol(Icon::Undo);
    m_save->setObjectName(u"saveTemplate"_s);
    m_save->setSymbol(Icon::Check);
    m_save->setKeys(Qt::CTRL | Qt::Key_S);
    auto *footer = new FlowLayout(metrics::gap, metrics::gap, FlowLayout::FromRight);
    footer->addWidget(m_restore);
    footer->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(metrics::cardGap);
    layout->addWidget(m_states, 1);
    layout->addLayout(footer);
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &TemplatePane::showPreview);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        showState();
        m_soon.start();
    });
    connect(m_active, &QCheckBox::toggled, this, [this] {
        showState();
        m_soon.start();
    });
    connect(m_patient, &PatientPicker::patientChosen, this, &TemplatePane::showPreview);
    connect(m_save, &QPushButton::clicked, this, &TemplatePane::save);
    connect(m_restore, &QPushButton::clicked, this, &TemplatePane::restore);
    retranslate();
    showTemplate(std::nullopt);
}

QWidget *TemplatePane::makeEditor()
{
    auto *editor = new QWidget;
    editor->setProperty("plain", true);
    m_title = label(TextRole::Section);
    m_state = new ChipLabel;
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(u"templateProblem"_s);
    m_problem->hide();
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"templateText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(metrics::withText(110));
    m_textField = new Field(m_text);
    m_fields.add(u"text"_s, m_textField);
    m_insert = label(TextRole::Small, u"text2"_s);
    m_placeholders = new FlowLayout(metrics::gap, metrics::gap);
    for (const QString &name : templatePlaceholders()) {
        auto *button = new Button(Button::Second, nullptr, Button::Small);
        button->setText(u"{%1}"_s.arg(name));
        button->setObjectName(u"insert_"_s + name);
        m_placeholders->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, button] {
            m_text->insertPlainText(button->text());
            m_text->setFocus();
        });
    }
    m_active = new QCheckBox;
    m_active->setObjectName(u"templateActive"_s);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_state, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_textField);
    column->addWidget(m_insert);
    column->addLayout(m_placeholders);
    column->addWidget(m_active);
    column->addWidget(makePreview());
    column->addStretch();
    return editor;
}

QWidget *TemplatePane::makePreview()
{
    auto *preview = new QWidget;
    m_patient = new PatientPicker(m_desk);
    m_patient->setObjectName(u"previewPatient"_s);
    m_patientField = new Field(m_patient);
    m_previewTitle = label(TextRole::BodyBold);
    m_bubble = new MessageBubble;
    m_bubble->setObjectName(u"preview"_s);
    m_note = label(TextRole::Small, u"text2"_s);
    m_meter = new SmsMeter(m_text);
    m_sensitive = new Banner(Tone::Danger);
    m_sensitive->setObjectName(u"sensitiveWords"_s);
    m_sensitive->hide();
    m_asking = new Banner(Tone::Warning);
    m_asking->setObjectName(u"asksInVain"_s);
    m_asking->hide();
    auto *column = new QVBoxLayout(preview);
    column->setContentsMargins(0, metrics::gap, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(m_previewTitle);
    column->addWidget(m_patientField);
    column->addWidget(m_bubble);
    column->addWidget(m_note);
    column->addWidget(m_sensitive);
    column->addWidget(m_asking);
    column->addWidget(m_meter);
    return preview;
}

bool TemplatePane::mayEdit() const
{
    return m_desk.session.may(Permission::ManageTemplates);
}

bool TemplatePane::hasUnsavedWork() const
{
    return m_template && (m_text->toPlainText() != m_template->text || m_active->isChecked() != m_template->isActive);
}

void TemplatePane::focusText()
{
    m_text->setFocus();
}

void TemplatePane::showTemplate(const std::optional<MessageTemplate> &wording)
{
    m_template = wording;
    m_states->setCurrentIndex(wording ? 1 : 0);
    m_save->setVisible(wording && mayEdit());
    m_problem->hide();
    m_fields.clear();
    if (wording) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(wording->text);
        m_active->setChecked(wording->isActive);
        m_text->setReadOnly(!mayEdit());
        m_active->setEnabled(mayEdit());
    }
    showState();
    showPreview();
}

void TemplatePane::showState()
{
    const bool isRestorable = m_template && m_template->origin != TemplateOrigin::Shipped && mayEdit();
    m_restore->setVisible(isRestorable);
    m_save->setEnabled(hasUnsavedWork());
    if (!m_template)
        return;
    m_title->setText(
        u"%1 · %2"_s.arg(TemplateModel::nameText(m_template->name), RecordWords::language(m_template->language)));
    m_state->setChip(templateChip(*m_template));
    m_restore->setText(m_template->origin == TemplateOrigin::Own ? tr("&Delete") : tr("As &delivered"));
}

void TemplatePane::showPreview()
{
    m_soon.stop();
    if (!m_template)
        return;
    PreviewDraft draft{
        .text = m_text->toPlainText(), .language = m_template->language, .appointmentTime = sampleAppointment(m_desk)};
    if (m_patient->patient())
        draft.patientReference = m_patient->patient()->patientNumber;
    const int question = ++m_question;
    inBackground(
        this,
        [templates = &m_desk.services.templates, who = m_desk.session, draft] {
            return templates->preview(who, draft);
        },
        [this, question](const Result<MessagePreview> &answer) {
            if (question == m_question)
                previewed(answer);
        });
}

void TemplatePane::previewed(const Result<MessagePreview> &answer)
{
    const bool isEmpty = m_text->toPlainText().trimmed().isEmpty();
    const bool isShown = answer.has_value() && !isEmpty;
    m_bubble->setVisible(isShown);
    m_meter->setVisible(isShown);
    m_sensitive->setVisible(isShown && !answer->sensitive.isEmpty());
    m_asking->setVisible(isShown && answer->asksInVain && m_active->isChecked());
    m_fields.clear();
    if (isEmpty) {
        m_note->setText(tr("To be written by a native speaker. Until then the French words are sent."));
        return;
    }
    if (!answer) {
        m_note->setText({});
        const QStringList others = m_fields.show(answer.error());
        if (!others.isEmpty())
            m_note->setText(others.join(u' '));
        return;
    }
    m_bubble->setText(answer->text);
    m_note->setText(m_patient->patient() ? QString() : tr("Choose a patient to see it with a real record."));
    m_note->setVisible(!m_note->text().isEmpty());
    m_meter->setCost(answer->smsCost);
    m_meter->setText(answer->text);
    QStringList words;
    for (const SensitiveWords &found : answer->sensitive)
        words << QLocale().quoteString(found.words.simplified());
    m_sensitive->setWords(tr("This gives away what a patient suffers from"),
        tr("%1 must not stand in an SMS: others read it. Say it without.").arg(words.join(u", "_s)));
    m_asking->setWords(tr("Nobody receives the reply that this asks for"),
        tr("The hospital’s SMS sender receives none. Say whom to call instead, or switch the template off."));
}

void TemplatePane::save()
{
    TemplateDraft draft = draftOf(*m_template);
    draft.text = m_text->toPlainText();
    draft.isActive = m_active->isChecked();
    m_problem->hide();
    m_save->setBusy(true, tr("Saving…"));
    inBackground(
        this,
        [templates = &m_desk.services.templates, who = m_desk.session, before = *m_template, draft] {
            return templates->edit(who, before.name, before.language, draft, before.version);
        },
        [this](const Result<MessageTemplate> &answer) { saveAnswered(answer); });
}

void TemplatePane::saveAnswered(const Result<MessageTemplate> &answer)
{
    m_save->setBusy(false);
    if (answer) {
        showTemplate(*answer);
        Q_EMIT saved(answer->key());
        return;
    }
    const QStringList others = m_fields.show(answer.error());
    m_problem->setWords(tr("Not saved"), others.join(u' '));
    m_problem->setVisible(!others.isEmpty());
}

void TemplatePane::restore()
{
    const bool isOwn = m_template->origin == TemplateOrigin::Own;
    Question question;
    question.title = isOwn ? tr("Delete this template?") : tr("Take the delivered words again?");
    question.text = isOwn ? tr("Reminders that were scheduled with it keep their words.")
                          : tr("Your own words are lost. Reminders that were scheduled with them keep them.");
    question.yes = isOwn ? tr("&Delete") : tr("As &delivered");
    question.destructive = true;
    ask(this, question, [this, before = *m_template] {
        inBackground(
            this,
            [templates = &m_desk.services.templates, who = m_desk.session, before] {
                return templates->restore(who, before.name, before.language, before.version);
            },
            [this, before](const Result<void> &answer) {
                if (answer) {
                    showTemplate(std::nullopt);
                    Q_EMIT restored(before.key());
                    return;
                }
                m_problem->setWords(errorText(answer.error()));
                m_problem->show();
            });
    });
}

void TemplatePane::retranslate()
{
    m_nothing->setText(tr("Choose a template to see and change its words."));
    m_textField->setLabel(tr("&Words"));
    m_insert->setText(tr("Insert what differs from patient to patient:"));
    const QStringList names{tr("Insert the patient’s name"), tr("Insert the hospital’s name"), tr("Insert the ward"),
        tr("Insert the date of the appointment"), tr("Insert the time of the appointment")};
    for (int i = 0; i < m_placeholders->count(); ++i)
        m_placeholders->itemAt(i)->widget()->setAccessibleName(names.at(i));
    m_active->setText(tr("&Used for reminders"));
    m_previewTitle->setText(tr("Preview"));
    m_patientField->setLabel(tr("With the record o&f"));
    m_patientField->setHint(tr("name, number or telephone"));
    m_bubble->setAccessibleName(tr("Preview"));
    m_save->setText(tr("Sa&ve"));
    m_meter->retranslate();
    showState();
    showPreview();
}

} // namespace accueil
