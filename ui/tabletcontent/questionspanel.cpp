#include "ui/tabletcontent/questionspanel.h"

#include "ui/tabletcontent/promptwords.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/textline.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 640;

TabletQuestion questionOf(const QListWidgetItem *item)
{
    return TabletQuestion(item->data(Qt::UserRole).toInt());
}

} // namespace

QuestionsPanel::QuestionsPanel(Pin pin, QWidget *parent)
    : QWidget(parent)
    , m_ward(new ListBox)
    , m_wardField(new Field(m_ward))
    , m_differs(new QCheckBox)
    , m_questions(new QListWidget)
    , m_questionsField(new Field(m_questions))
    , m_up(new IconButton(Icon::ChevronUp, nullptr, IconButton::Framed))
    , m_down(new IconButton(Icon::ChevronDown, nullptr, IconButton::Framed))
    , m_callback(new QCheckBox)
    , m_ask(new QSpinBox)
    , m_wipe(new QSpinBox)
    , m_askField(new Field(m_ask))
    , m_wipeField(new Field(m_wipe))
    , m_pinState(new QLabel)
    , m_pin(new TextLine)
    , m_pinField(new Field(m_pin))
    , m_setPin(new Button(Button::Second))
    , m_noPin(new Button(Button::Quiet))
{
    build();
    m_pinPart->setVisible(pin == Pin::Shown);
    connect(m_ward, &QComboBox::currentIndexChanged, this, &QuestionsPanel::showQuestions);
    connect(m_differs, &QCheckBox::toggled, this, [this](bool differs) {
        if (m_isFilling)
            return;
        const QString ward = m_ward->currentData().toString();
        if (differs)
            m_draft.wardQuestions.insert(ward, m_draft.questions);
        else
            m_draft.wardQuestions.remove(ward);
        showQuestions();
        edit();
    });
    connect(m_questions, &QListWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            takeQuestions();
    });
    connect(m_up, &QAbstractButton::clicked, this, [this] { moveQuestion(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { moveQuestion(1); });
    connect(m_callback, &QCheckBox::toggled, this, &QuestionsPanel::edit);
    connect(m_ask, &QSpinBox::valueChanged, this, &QuestionsPanel::edit);
    connect(m_wipe, &QSpinBox::valueChanged, this, &QuestionsPanel::edit);
    connect(m_setPin, &QPushButton::clicked, this, [this] { Q_EMIT pinWanted(m_pin->text().trimmed()); });
    connect(m_pin, &QLineEdit::returnPressed, m_setPin, &QPushButton::click);
    connect(m_pin, &QLineEdit::textChanged, this, [this] { m_setPin->setEnabled(!m_pin->text().isEmpty()); });
    connect(m_noPin, &QPushButton::clicked, this, [this] { Q_EMIT pinWanted({}); });
    retranslate();
}

void QuestionsPanel::build()
{
    setProperty("plain", true);
    m_ward->setObjectName(u"questionsWard"_s);
    m_differs->setObjectName(u"wardDiffers"_s);
    m_callback->setObjectName(u"offerCallback"_s);
    m_ask->setObjectName(u"askSeconds"_s);
    m_wipe->setObjectName(u"wipeSeconds"_s);
    m_ask->setRange(shortestAsking, longestAsking);
    m_wipe->setRange(shortestAsking + shortestCountdown, longestAsking + longestCountdown);
    m_group.add(u"idle.ask_seconds"_s, m_askField);
    m_group.add(u"idle.wipe_seconds"_s, m_wipeField);
    auto *times = new FlowLayout(metrics::cardGap, metrics::fieldGap);
    times->addWidget(m_askField);
    times->addWidget(m_wipeField);
    auto *inner = new QWidget;
    inner->setMaximumWidth(metrics::withText(widest));
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::fieldGap);
    column->addWidget(m_wardField);
    column->addWidget(m_differs);
    column->addWidget(makeQuestions());
    column->addWidget(m_callback);
    column->addLayout(times);
    m_pinPart = makePin();
    column->addWidget(m_pinPart);
    column->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    row->addWidget(inner, 1);
    row->addStretch(0);
}

QWidget *QuestionsPanel::makeQuestions()
{
    m_questions->setObjectName(u"questions"_s);
    m_questions->installEventFilter(this);
    m_questions->setProperty("field", true);
    m_questions->setTabKeyNavigation(false);
    m_questions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_questions->setFixedHeight(5 * (QFontMetrics(fontFor(TextRole::Body)).height() + 17) + 12);
    m_up->setObjectName(u"questionUp"_s);
    m_down->setObjectName(u"questionDown"_s);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(m_questionsField, 1);
    row->addLayout(buttons);
    return part;
}

QWidget *QuestionsPanel::makePin()
{
    m_pin->setObjectName(u"pin"_s);
    m_pin->setPassword();
    m_pin->setMaxLength(8);
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly);
    m_setPin->setObjectName(u"setPin"_s);
    m_setPin->setSymbol(Icon::Key);
    m_setPin->setEnabled(false);
    m_noPin->setObjectName(u"noPin"_s);
    m_group.add(u"pin"_s, m_pinField);
    m_pinState->setObjectName(u"pinState"_s);
    m_pinState->setWordWrap(true);
    m_pinState->setFont(fontFor(TextRole::Small));
    m_pinState->setProperty("ink", u"text2"_s);
    auto *part = new QWidget;
    auto *buttons = new FlowLayout(metrics::gap, metrics::gap);
    buttons->addWidget(m_setPin);
    buttons->addWidget(m_noPin);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, metrics::gap, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(m_pinField);
    column->addWidget(m_pinState);
    column->addLayout(buttons);
    return part;
}

void QuestionsPanel::show(const TabletContent &content, const QStringList &wards)
{
    m_shown = content.chosen;
    m_draft = m_shown;
    m_wards = wards;
    for (auto ward = m_draft.wardQuestions.keyBegin(); ward != m_draft.wardQuestions.keyEnd(); ++ward) {
        if (!m_wards.contains(*ward))
            m_wards << *ward;
    }
    m_hasPin = content.hasPin;
    m_isFilling = true;
    m_callback->setChecked(m_draft.callbackOffered);
    m_ask->setValue(m_draft.askSeconds);
    m_wipe->setValue(m_draft.wipeSeconds);
    m_isFilling = false;
    m_group.clear();
    m_edited = false;
    retranslate();
}

void QuestionsPanel::writeTo(TabletContentDraft &draft) const
{
    draft.questions = m_draft.questions;
    draft.wardQuestions = m_draft.wardQuestions;
    draft.callbackOffered = m_callback->isChecked();
    draft.askSeconds = m_ask->value();
    draft.wipeSeconds = m_wipe->value();
}

void QuestionsPanel::showPin(bool hasPin)
{
    m_hasPin = hasPin;
    showPinState();
}

void QuestionsPanel::clearPin()
{
    m_pin->clear();
}

void QuestionsPanel::showWards()
{
    m_isFilling = true;
    const QString chosen = m_ward->currentData().toString();
    m_ward->clear();
    m_ward->addItem(tr("The whole hospital"), QString());
    for (const QString &ward : std::as_const(m_wards))
        m_ward->addItem(m_draft.wardQuestions.contains(ward) ? tr("%1 (asks others)").arg(ward) : ward, ward);
    m_ward->setCurrentIndex(std::max(0, m_ward->findData(chosen)));
    m_isFilling = false;
}

void QuestionsPanel::showQuestions()
{
    if (m_isFilling)
        return;
    m_isFilling = true;
    const QString ward = m_ward->currentData().toString();
    const bool isWhole = ward.isEmpty();
    const bool differs = m_draft.wardQuestions.contains(ward);
    m_differs->setVisible(!isWhole);
    m_differs->setChecked(differs);
    const TabletQuestions &asked = differs && !isWhole ? m_draft.wardQuestions[ward] : m_draft.questions;
    TabletQuestions all = asked;
    for (const auto &row : tabletQuestionTable.rows) {
        if (!all.contains(row.value))
            all << row.value;
    }
    const int current = m_questions->currentRow();
    m_questions->clear();
    for (const TabletQuestion question : std::as_const(all)) {
        auto *item = new QListWidgetItem(PromptWords::question(question), m_questions);
        item->setData(Qt::UserRole, int(question));
        item->setCheckState(asked.contains(question) ? Qt::Checked : Qt::Unchecked);
    }
    m_questions->setCurrentRow(std::max(0, current));
    const bool isOpen = isWhole || differs;
    for (QWidget *part : std::initializer_list<QWidget *>{m_questions, m_up, m_down})
        part->setEnabled(isOpen);
    m_isFilling = false;
}

void QuestionsPanel::takeQuestions()
{
    TabletQuestions asked;
    for (int row = 0; row < m_questions->count(); ++row) {
        if (m_questions->item(row)->checkState() == Qt::Checked)
            asked << questionOf(m_questions->item(row));
    }
    const QString ward = m_ward->currentData().toString();
    (ward.isEmpty() ? m_draft.questions : m_draft.wardQuestions[ward]) = asked;
    edit();
}

void QuestionsPanel::moveQuestion(int by)
{
    const int from = m_questions->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_questions->count())
        return;
    m_isFilling = true;
    QListWidgetItem *item = m_questions->takeItem(from);
    m_questions->insertItem(to, item);
    m_questions->setCurrentRow(to);
    m_isFilling = false;
    takeQuestions();
}

void QuestionsPanel::edit()
{
    if (m_isFilling)
        return;
    m_edited = true;
    Q_EMIT edited();
}

bool QuestionsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveQuestion(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void QuestionsPanel::retranslate()
{
    m_wardField->setLabel(tr("&Ward"));
    m_differs->setText(tr("This ward asks &other questions than the hospital"));
    m_questionsField->setLabel(tr("Questions after the &faces"));
    m_questionsField->setHint(tr("Space chooses, Alt+↑ and Alt+↓ move"));
    m_up->setWords(tr("Ask it earlier"));
    m_down->setWords(tr("Ask it later"));
    m_callback->setText(tr("Patients may ask to be &called"));
    m_askField->setLabel(tr("As&k whether somebody is there after"));
    m_wipeField->setLabel(tr("Wi&pe what was begun after"));
    m_ask->setSuffix(tr(" s", "seconds"));
    m_wipe->setSuffix(tr(" s", "seconds"));
    m_pinField->setLabel(tr("P&IN to leave the page"));
    m_pinField->setHint(tr("4 to 8 digits"));
    m_noPin->setText(tr("Without a PI&N"));
    showPinState();
    showWards();
    showQuestions();
}

void QuestionsPanel::showPinState()
{
    m_pinState->setText(m_hasPin ? tr("Tablets ask for a PIN. It is kept in a form that nobody can read.")
                                 : tr("There is no PIN: on tablets the pages for the staff stay closed."));
    m_setPin->setText(m_hasPin ? tr("C&hange the PIN") : tr("Se&t the PIN"));
    m_noPin->setVisible(m_hasPin);
}

} // namespace accueil
