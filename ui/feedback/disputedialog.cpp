#include "ui/feedback/disputedialog.h"

#include "app/services/disputeservice.h"
#include "app/services/feedbackservice.h"
#include "ui/audio/listenbutton.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/feedback/disputewords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/stateview.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int designedWidth = 820;
constexpr int most = 100; // disputes that are offered at once; further ones follow
enum Column { Mark, Name, Stored, Received };

QLabel *words(const QString &text, TextRole role, const QString &ink = {})
{
    auto *label = new QLabel(text.isEmpty() ? u"—"_s : text);
    label->setFont(fontFor(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    if (!ink.isEmpty())
        label->setProperty("ink", ink);
    return label;
}

} // namespace

DisputeDialog::DisputeDialog(const RecordContext &desk, QWidget *parent)
    : DialogFrame(parent, designedWidth)
    , m_desk(desk)
    , m_news(new Banner(Tone::Info))
    , m_choice(new ListBox)
    , m_choiceField(new Field(m_choice))
    , m_count(new QLabel)
    , m_sheet(new QWidget)
    , m_grid(new QGridLayout(m_sheet))
    , m_state(new StateView(m_sheet))
    , m_close(new Button(Button::Second))
    , m_stored(new Button(Button::Second))
    , m_received(new Button(Button::Second))
{
    setObjectName(u"disputeDialog"_s);
    m_choice->setObjectName(u"disputeChoice"_s);
    m_stored->setObjectName(u"keepStored"_s);
    m_received->setObjectName(u"keepReceived"_s);
    m_news->setObjectName(u"disputeNews"_s);
    m_count->setObjectName(u"disputeCount"_s);
    m_count->setProperty("ink", u"text2"_s);
    m_count->setWordWrap(true);
    m_news->hide();
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::cardGap);
    m_grid->setVerticalSpacing(metrics::gap);
    m_grid->setColumnStretch(Stored, 1);
    m_grid->setColumnStretch(Received, 1);
    m_state->setMinimumHeight(metrics::withText(260));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_news, m_choiceField, m_count, m_state})
        body()->addWidget(widget);
    body()->addStretch();
    m_close->setKeyHint(Qt::Key_Escape);
    m_stored->setSymbol(Icon::Check);
    m_received->setSymbol(Icon::Tablet);
    for (QWidget *button : {m_close, m_stored, m_received})
        addFooterButton(button);
    connect(m_close, &QPushButton::clicked, this, &DialogFrame::reject);
    connect(m_stored, &QPushButton::clicked, this, [this] { keep(DisputeChoice::Stored); });
    connect(m_received, &QPushButton::clicked, this, [this] { keep(DisputeChoice::Received); });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &DisputeDialog::readChosen);
    connect(m_state, &StateView::retry, this, &DisputeDialog::readList);
    m_close->setFocus(); // nothing is kept by a key too many
    setChoosing(false);
    readList();
}

void DisputeDialog::setChoosing(bool possible)
{
    m_stored->setEnabled(possible);
    m_received->setEnabled(possible);
}

void DisputeDialog::readList()
{
    m_state->showLoading();
    inBackground(
        this,
        [&disputes = m_desk.services.disputes, who = m_desk.session] {
            return disputes.list(who, {.limit = most, .offset = 0});
        },
        [this](const Result<Page<Dispute>> &disputes) { showList(disputes); });
}

void DisputeDialog::showList(const Result<Page<Dispute>> &disputes)
{
    setChoosing(false);
    if (!disputes) {
        m_state->showError(tr("They cannot be read"), errorText(disputes.error()));
        return;
    }
    m_disputes = disputes->items;
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (const Dispute &dispute : std::as_const(m_disputes))
            m_choice->addItem(DisputeWords::title(dispute, m_desk.time), dispute.id.value);
    }
    m_choiceField->setVisible(m_disputes.size() > 1);
    m_choiceField->setHint(tr("%n open", nullptr, int(disputes->total)));
    if (m_disputes.isEmpty()) {
        m_count->hide();
        m_state->setEmpty(Icon::CircleCheck, tr("Nothing to compare"), tr("All of them are settled."));
        m_state->showEmpty();
        m_close->setFocus();
        return;
    }
    readChosen();
}

void DisputeDialog::readChosen()
{
    if (m_choice->currentIndex() < 0)
        return;
    setChoosing(false);
    const DisputeId id{m_choice->currentData().toLongLong()};
    inBackground(
        this, [&disputes = m_desk.services.disputes, who = m_desk.session, id] { return disputes.find(who, id); },
        [this, question = ++m_question](const Result<DisputeComparison> &comparison) {
            if (question != m_question)
                return;
            if (comparison)
                compare(*comparison);
            else
                m_state->showError(tr("The two cannot be read"), errorText(comparison.error()));
        });
}

void DisputeDialog::compare(const DisputeComparison &comparison)
{
    if (!comparison.received)
        return tellItIsSettled();
    m_comparison = comparison;
    qDeleteAll(m_sheet->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    const QList<DisputeLine> lines = DisputeWords::lines(comparison, m_desk.time);
    m_grid->addWidget(words(tr("Stored here"), TextRole::BodyBold), 0, Stored);
    m_grid->addWidget(words(tr("Received later"), TextRole::BodyBold), 0, Received);
    int differing = 0;
    for (int i = 0; i < lines.size(); ++i) {
        differing += lines.at(i).differs ? 1 : 0;
        addLine(i + 1, lines.at(i));
    }
    addListening(int(lines.size()) + 1, comparison);
    m_count->show();
    m_count->setText(tr("%n difference(s), marked with a sign and in bold. %1", nullptr, differing)
                         .arg(DisputeWords::title(comparison.dispute, m_desk.time)));
    m_state->showContent();
    setChoosing(true);
    growToFit();
}

// A screen reader hears at the name what both sides say, and that they differ.
void DisputeDialog::addLine(int row, const DisputeLine &line)
{
    const TextRole role = line.differs ? TextRole::BodyBold : TextRole::Body;
    if (line.differs)
        m_grid->addWidget(new IconLabel(Icon::Compare, metrics::lineIcon(), Tone::Warning), row, Mark, Qt::AlignTop);
    QLabel *title = words(line.name, TextRole::Label, u"text2"_s);
    title->setFocusPolicy(Qt::TabFocus);
    title->setAccessibleName(line.differs
            ? tr("%1 differs. Stored: %2. Received: %3").arg(line.name, line.stored, line.received)
            : tr("%1, the same: %2").arg(line.name, line.stored));
    title->setObjectName(line.differs ? u"differs"_s : u"same"_s);
    m_grid->addWidget(title, row, Name);
    m_grid->addWidget(words(line.stored, role), row, Stored);
    m_grid->addWidget(words(line.received, role), row, Received);
}

// One of the two voices at a time.
void DisputeDialog::addListening(int row, const DisputeComparison &comparison)
{
    const auto bytes = [](const AudioRecording &recording) { return recording.bytes; };
    ListenButton *stored = nullptr;
    if (comparison.stored.audio) {
        stored = new ListenButton(m_desk.sound,
            [&service = m_desk.services.feedback, who = m_desk.session, id = comparison.stored.id, bytes] {
                return service.audio(who, id).map(bytes);
            });
        stored->setObjectName(u"listenStored"_s);
        stored->setPurpose(tr("Listen to the stored recording"));
        m_grid->addWidget(stored, row, Stored, Qt::AlignTop);
    }
    if (!comparison.differing.contains(u"audio_url"_s))
        return;
    auto *received = new ListenButton(
        m_desk.sound, [&service = m_desk.services.disputes, who = m_desk.session, id = comparison.dispute.id, bytes] {
            return service.audio(who, id).map(bytes);
        });
    received->setObjectName(u"listenReceived"_s);
    received->setPurpose(tr("Listen to the recording that was received"));
    m_grid->addWidget(received, row, Received, Qt::AlignTop);
    if (stored) {
        connect(stored, &ListenButton::started, received, &ListenButton::stop);
        connect(received, &ListenButton::started, stored, &ListenButton::stop);
    }
}

void DisputeDialog::keep(DisputeChoice choice)
{
    if (!m_comparison)
        return;
    setChoosing(false);
    m_news->hide();
    inBackground(
        this,
        [&disputes = m_desk.services.disputes, who = m_desk.session, id = m_comparison->dispute.id, choice] {
            return disputes.resolve(who, id, choice);
        },
        [this](const Result<Dispute> &answer) { kept(answer); });
}

void DisputeDialog::kept(const Result<Dispute> &answer)
{
    if (answer) {
        m_news->setTone(Tone::Success);
        m_news->setWords(answer->kept == DisputeChoice::Received ? tr("What was received later is kept.")
                                                                 : tr("What was stored here is kept."));
    } else if (answer.error().code == ErrorCode::Conflict) {
        return tellItIsSettled();
    } else {
        m_news->setTone(Tone::Danger);
        m_news->setWords(tr("That could not be done"), errorText(answer.error()));
    }
    m_news->show();
    readList();
}

void DisputeDialog::tellItIsSettled()
{
    m_news->setTone(Tone::Warning);
    m_news->setWords(tr("Somebody else has chosen already"), tr("What they kept stays. Here is what is still open."));
    m_news->show();
    readList();
}

void DisputeDialog::retranslate()
{
    setTitle(tr("To compare"));
    m_choiceField->setLabel(tr("&Which ones"));
    m_close->setText(tr("&Close"));
    m_stored->setText(tr("Keep what is &stored"));
    m_received->setText(tr("Keep what was &received"));
    m_state->setLoadingWords(tr("Reading the two…"));
}

} // namespace accueil
