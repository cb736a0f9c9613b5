#include "ui/feedback/feedbackpane.h"

#include "app/domain/phonenumber.h"
#include "app/services/deviceservice.h"
#include "app/services/feedbackservice.h"
#include "ui/audio/listenbutton.h"
#include "ui/background.h"
#include "ui/feedback/feedbackmodel.h"
#include "ui/feedback/ratingsview.h"
#include "ui/records/chiprow.h"
#include "ui/records/recordchips.h"
#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"

#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QLabel *textLabel(TextRole role, const char *ink)
{
    auto *label = new QLabel;
    label->setFont(fontFor(role));
    if (ink)
        label->setProperty("ink", QString::fromLatin1(ink));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

constexpr qint64 noticeableSeconds = 60;

QString callNumber(const Feedback &feedback)
{
    return feedback.phoneNumber.startsWith(u'+') ? PhoneNumber::fromStored(feedback.phoneNumber).international()
                                                 : feedback.phoneNumber;
}

} // namespace

FeedbackPane::FeedbackPane(const RecordContext &desk, QWidget *parent)
    : RecordPane(parent)
    , m_desk(desk)
{
    setRecord(makeRecord());
    retranslate();
}

QWidget *FeedbackPane::makeRecord()
{
    auto *record = new QWidget;
    record->setProperty("plain", true);
    m_who = textLabel(TextRole::Section, nullptr);
    m_facts = textLabel(TextRole::Small, "text2");
    m_origin = textLabel(TextRole::Small, "text2");
    m_origin->setObjectName(u"origin"_s);
    m_callback = new Banner(Tone::Info);
    m_callback->setObjectName(u"callback"_s);
    m_edit = new IconButton(Icon::Pencil, nullptr, IconButton::Framed);
    m_remove = new IconButton(Icon::Trash, nullptr, IconButton::Framed);
    m_edit->setVisible(m_desk.session.may(Permission::EditFeedback));
    m_remove->setVisible(m_desk.session.may(Permission::DeleteFeedback));
    m_chips = new ChipRow;
    m_ratings = new RatingsView;
    m_wordsTitle = textLabel(TextRole::BodyBold, nullptr);
    m_words = textLabel(TextRole::Body, nullptr);
    m_translationTitle = textLabel(TextRole::BodyBold, nullptr);
    m_translation = textLabel(TextRole::Body, "text2");
    m_listen = new ListenButton(m_desk.sound, {});
    m_listen->setObjectName(u"listen"_s);
    m_recording = new Button(Button::Second, nullptr, Button::Small);
    m_recording->setSymbol(Icon::Download);
    m_patient = new Button(Button::Second, nullptr, Button::Small);
    m_patient->setSymbol(Icon::User);

    m_link = new Button(Button::Second, nullptr, Button::Small);
    m_link->setSymbol(Icon::Link);
    m_link->setObjectName(u"linkPatient"_s);
    m_unlink = new Button(Button::Quiet, nullptr, Button::Small);
    m_unlink->setSymbol(Icon::Unlink);
    m_unlink->setObjectName(u"unlinkPatient"_s);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_who);
    words->addWidget(m_facts);
    words->addWidget(m_origin);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::gap);
    head->addLayout(words, 1);
    head->addWidget(m_edit, 0, Qt::AlignTop);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    auto *actions = new FlowLayout(metrics::gap, metrics::gap);
    for (QWidget *button : {m_link, m_patient, m_unlink, m_recording})
        actions->addWidget(button);
    auto *column = new QVBoxLayout(record);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    column->addLayout(head);
    column->addWidget(m_chips);
    column->addWidget(m_callback);
    column->addWidget(m_ratings);
    column->addWidget(m_wordsTitle);
    column->addWidget(m_words);
    column->addWidget(m_translationTitle);
    column->addWidget(m_translation);
    column->addWidget(m_listen);
    column->addLayout(actions);
    column->addStretch();
    connect(m_edit, &QAbstractButton::clicked, this, &FeedbackPane::editRequested);
    connect(m_remove, &QAbstractButton::clicked, this, &FeedbackPane::removalRequested);
    connect(m_recording, &QAbstractButton::clicked, this, &FeedbackPane::recordingRequested);
    connect(m_link, &QAbstractButton::clicked, this, &FeedbackPane::linkRequested);
    connect(m_unlink, &QAbstractButton::clicked, this, &FeedbackPane::unlinkRequested);
    connect(m_patient, &QAbstractButton::clicked, this, [this] { Q_EMIT patientRequested(*m_feedback->patient); });
    return record;
}

void FeedbackPane::showFeedback(const std::optional<Feedback> &feedback)
{
    if (!feedback || !m_feedback || feedback->device != m_feedback->device)
        m_deviceName.clear();
    const std::optional<Feedback> before = std::exchange(m_feedback, feedback);
    showRecording(before);
    turnTo(feedback ? Shown::Record : Shown::Nobody);
    if (feedback)
        showRecord();
}

// What is being heard goes on while the same feedback is shown again.
void FeedbackPane::showRecording(const std::optional<Feedback> &before)
{
    const bool hasRecording = m_feedback && m_feedback->audio;
    m_listen->setVisible(hasRecording);
    if (hasRecording && before && before->id == m_feedback->id && before->audio == m_feedback->audio)
        return;
    m_listen->setFetch(
        [&service = m_desk.services.feedback, who = m_desk.session, id = m_feedback ? m_feedback->id : FeedbackId()] {
            return service.audio(who, id).map([](const AudioRecording &recording) { return recording.bytes; });
        });
}

QString FeedbackPane::facts() const
{
    const Feedback &feedback = *m_feedback;
    QStringList facts;
    if (!feedback.patientName.isEmpty())
        facts += feedback.patientReference;
    facts += RecordWords::gender(feedback.gender);
    facts += RecordWords::age(feedback.age);
    facts += callNumber(feedback);
    facts += m_desk.time.exact(feedback.feedbackDate);
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

void FeedbackPane::showRecord()
{
    const Feedback &feedback = *m_feedback;
    m_who->setText(FeedbackModel::who(feedback));
    m_facts->setText(facts());
    QList<Chip> chips{RecordChips::of(feedback.language),
        Chip{RecordWords::method(feedback.method), Tone::Neutral, Icon::None, Chip::Square}};
    if (!feedback.ward.isEmpty())
        chips += Chip{feedback.ward, Tone::Neutral, Icon::Hospital, Chip::Square};
    if (feedback.notMatched())
        chips += Chip{tr("Not matched"), Tone::Warning, Icon::Unlink};
    for (const QString &topic : feedback.topics)
        chips += Chip{RecordWords::topic(topic), Tone::Neutral, Icon::None, Chip::Square};
    m_chips->setChips(chips);
    m_ratings->setRatings(feedback.ratings);
    m_ratings->setVisible(feedback.ratings != Ratings{});
    const QString words = RecordWords::wordsIn(feedback);
    m_wordsTitle->setVisible(!words.isEmpty());
    m_wordsTitle->setText(feedback.comments.isEmpty() ? tr("What the recording says") : tr("The person’s words"));
    m_words->setVisible(!words.isEmpty());
    m_words->setText(words);
    m_translationTitle->setVisible(!feedback.translation.isEmpty());
    m_translation->setVisible(!feedback.translation.isEmpty());
    m_translation->setText(feedback.translation);
    m_recording->setVisible(feedback.audio.has_value());
    m_patient->setVisible(feedback.patient.has_value());
    const bool mayEdit = m_desk.session.may(Permission::EditFeedback);
    m_link->setVisible(feedback.notMatched() && mayEdit);
    m_unlink->setVisible(feedback.patient.has_value() && mayEdit);
    m_callback->setVisible(feedback.callbackRequested);
    m_callback->setWords(tr("Asks to be called about this"), callNumber(feedback));
    showOrigin();
}

// The tablet, and what its clock said where that was wrong.
void FeedbackPane::showOrigin()
{
    const Feedback &feedback = *m_feedback;
    QStringList facts;
    if (feedback.device && m_deviceName.isEmpty())
        readDevice();
    if (!m_deviceName.isEmpty())
        facts += tr("Tablet: %1").arg(m_deviceName);
    const bool differs
        = feedback.clientTime && std::abs(feedback.clientTime->secsTo(feedback.feedbackDate)) >= noticeableSeconds;
    if (differs)
        facts += tr("Time of the tablet: %1").arg(m_desk.time.exact(*feedback.clientTime));
    m_origin->setText(facts.join(u" · "_s));
    m_origin->setVisible(!facts.isEmpty());
}

void FeedbackPane::readDevice()
{
    inBackground(
        this,
        [&devices = m_desk.services.devices, who = m_desk.session, id = *m_feedback->device] {
            return devices.nameOf(who, id);
        },
        [this, id = *m_feedback->device](const Result<QString> &name) {
            if (!name || name->isEmpty() || !m_feedback || m_feedback->device != id)
                return;
            m_deviceName = *name;
            showOrigin();
        });
}

void FeedbackPane::retranslate()
{
    setWords(tr("Choose a feedback in the list to read it here."), tr("Chosen feedback"));
    m_edit->setWords(tr("Edit this feedback (F2)"));
    m_remove->setWords(tr("Delete this feedback"));
    m_translationTitle->setText(tr("In French"));
    m_listen->setPurpose(tr("Listen to the recording"));
    m_listen->retranslate();
    m_recording->setText(tr("Save the recording as…"));
    m_patient->setText(tr("Open the patient’s record"));
    m_link->setText(tr("&Link to a patient"));
    m_unlink->setText(tr("Unlin&k"));
    if (m_feedback)
        showRecord();
}

} // namespace accueil
