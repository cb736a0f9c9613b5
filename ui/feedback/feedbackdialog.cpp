#include "ui/feedback/feedbackdialog.h"

#include "app/services/feedbackservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/feedback/recordingfield.h"
#include "ui/feedback/wordsedit.h"
#include "ui/feedback/wordsfield.h"
#include "ui/records/patientpicker.h"
#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/ratings.h"
#include "ui/widgets/segmented.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QUuid>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int oneColumnBelow = 900; // pixels of the dialog; the window is then under 1,000

QString newClientId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

FeedbackDialog::FeedbackDialog(
    const RecordContext &desk, const WardList &wards, const std::optional<Feedback> &feedback, QWidget *parent)
    : RecordDialog(metrics::wideDialog, parent)
    , m_desk(desk)
    , m_wards(wards)
    , m_before(feedback)
    , m_clientId(feedback ? feedback->clientId : newClientId())
{
    setForm(makeForm());
    connectForm();
    setTitle(feedback ? tr("Feedback of %1").arg(desk.time.relative(feedback->feedbackDate)) : tr("New feedback"));
    addHeaderWidget(new ChipLabel({RecordWords::method(feedback ? feedback->method : SubmissionMethod::Desk)}, this));
    if (!feedback && desk.session.may(Permission::SubmitFeedback)) {
        auto *next = new Button(Button::Second);
        next->setText(tr("Save and ne&xt"));
        addSecondButton(next);
        connect(next, &QAbstractButton::clicked, this, [this] { submit(After::Next); });
    }
    fill(feedback ? draftOf(*feedback) : FeedbackDraft{});
    m_recording->setStored(feedback && feedback->audio);
    m_start = draft();
    m_patient->setFocus();
}

void FeedbackDialog::connectForm()
{
    m_keeping.setInterval(10s);
    connect(&m_keeping, &QTimer::timeout, this, &FeedbackDialog::keep);
    if (!m_before)
        m_keeping.start();
    connect(m_anonymous, &QCheckBox::toggled, this, [this](bool anonymous) {
        m_patient->setEnabled(!anonymous);
        if (anonymous)
            m_patient->setPatient(std::nullopt);
    });
    connect(m_patient, &PatientPicker::patientChosen, this, [this] {
        const std::optional<Patient> &patient = m_patient->patient();
        if (!patient)
            return;
        m_patientField->setError({});
        m_language->setValue(int(patient->preferredLanguage));
        if (m_ward->currentText().isEmpty())
            m_ward->setEditText(patient->ward);
        showHint();
    });
    connect(m_language, &Segmented::chosen, this, &FeedbackDialog::showHint);
}

void FeedbackDialog::setPatient(const Patient &patient)
{
    m_patient->setPatient(patient);
    m_start = draft();
    m_ward->setFocus();
}

void FeedbackDialog::takeUp(const KeptFeedback &kept)
{
    m_clientId = kept.draft.clientId;
    fill(kept.draft);
    m_patient->setPatient(kept.patient);
    m_ward->setEditText(kept.draft.ward);
    m_recording->setRecording(kept.recordingName, kept.recording);
    setHeaderNote(tr("begun at %1").arg(m_desk.time.clockTime(kept.keptAt)));
    auto *afresh = new Button(Button::Quiet, this, Button::Small);
    afresh->setText(tr("Begin &afresh"));
    afresh->setAutoDefault(false);
    addHeaderWidget(afresh);
    connect(afresh, &QAbstractButton::clicked, this, [this, afresh] {
        afresh->hide();
        beginNext();
        m_ward->setEditText({});
        m_start = draft();
        setHeaderNote({});
    });
}

void FeedbackDialog::fill(const FeedbackDraft &draft)
{
    const bool someone = !draft.patientName.isEmpty() || !draft.patientReference.isEmpty();
    m_anonymous->setChecked(m_before && !someone);
    if (someone)
        m_patient->setText(draft.patientName.isEmpty() ? draft.patientReference : draft.patientName);
    m_ward->setEditText(draft.ward);
    m_face->setValue(draft.ratings.emojiRating);
    m_stars[0]->setValue(draft.ratings.treatmentSatisfaction);
    m_stars[1]->setValue(draft.ratings.communicationRating);
    m_stars[2]->setValue(draft.ratings.facilityRating);
    m_stars[3]->setValue(draft.ratings.overallExperience);
    m_recommend->setValue(draft.ratings.recommendationLikelihood);
    m_language->setValue(int(draft.language));
    m_words->setText(draft.comments);
    m_method->setValue(int(draft.method));
    showHint();
}

FeedbackDraft FeedbackDialog::draft() const
{
    FeedbackDraft draft = m_before ? draftOf(*m_before) : FeedbackDraft{};
    draft.clientId = m_clientId;
    if (const std::optional<Patient> &patient = m_patient->patient()) {
        draft.patient = patient->id;
        draft.patientReference = patient->patientNumber;
        draft.patientName = patient->name;
        draft.gender = patient->gender;
        draft.age = patient->age(m_desk.time.today());
        draft.phoneNumber = patient->phoneNumber;
        draft.condition = patient->condition;
    } else if (m_anonymous->isChecked()) {
        draft.patient.reset();
        draft.patientReference.clear();
        draft.patientName.clear();
        draft.phoneNumber.clear();
    } else if (!m_before) {
        draft.patientReference = m_patient->text().trimmed();
    }
    draft.ward = m_ward->currentText().trimmed();
    draft.ratings = {.treatmentSatisfaction = m_stars[0]->value(),
        .communicationRating = m_stars[1]->value(),
        .facilityRating = m_stars[2]->value(),
        .overallExperience = m_stars[3]->value(),
        .recommendationLikelihood = m_recommend->value(),
        .emojiRating = m_face->value()};
    draft.language = Language(m_language->value().toInt());
    draft.comments = m_words->text();
    draft.method = SubmissionMethod(m_method->currentData().toInt());
    return draft;
}

// A new feedback is kept when the form closes, so nothing is lost.
bool FeedbackDialog::hasUnsavedWork() const
{
    return m_before && isChanged();
}

bool FeedbackDialog::isChanged() const
{
    const FeedbackDraft now = draft();
    return now.patient != m_start.patient || now.patientReference != m_start.patientReference
        || now.ward != m_start.ward || now.ratings != m_start.ratings || now.language != m_start.language
        || now.comments != m_start.comments || now.method != m_start.method || !m_recording->bytes().isEmpty();
}

void FeedbackDialog::keep()
{
    if (m_before || isBusy() || !isChanged())
        return;
    const QDateTime now = m_desk.clock.now();
    Q_EMIT kept({draft(), m_patient->patient(), m_recording->name(), m_recording->bytes(), now});
    setHeaderNote(tr("draft kept at %1, in memory only").arg(m_desk.time.clockTime(now)));
}

void FeedbackDialog::done(int result)
{
    if (result == Accepted || (!m_before && !isChanged()))
        Q_EMIT draftDone();
    else
        keep();
    RecordDialog::done(result);
}

void FeedbackDialog::beginNext()
{
    Q_EMIT draftDone();
    const FeedbackDraft last = draft();
    FeedbackDraft next;
    next.ward = last.ward;
    next.language = last.language;
    next.method = last.method;
    m_clientId = newClientId();
    m_patient->setPatient(std::nullopt);
    m_patient->clear();
    m_recording->setRecording({}, {});
    fill(next);
    m_start = draft();
    setHeaderNote(tr("saved; the next one"));
    m_patient->setFocus();
}

void FeedbackDialog::showHint()
{
    switch (Language(m_language->value().toInt())) {
    case Language::English:
    case Language::French:
        return m_hint->setText(tr("As the person said it, without names of others."));
    case Language::Duala:
    case Language::Basaa:
    case Language::Ewondo:
        return m_hint->setText(tr("Write it as it was said; a person translates it into French later."));
    }
}

void FeedbackDialog::save()
{
    submit(After::Close);
}

void FeedbackDialog::submit(After after)
{
    if (isBusy())
        return;
    if (m_recording->isRecording()) // what is being said belongs to it
        return m_recording->finishRecording([this, after] { submit(after); });
    m_fields.clear();
    setProblem({});
    const FeedbackDraft wanted = draft();
    QList<FieldError> errors = validate(wanted, m_desk.clock.now());
    // A rule of the desk alone: tablets and other programs may leave the ward open.
    if (wanted.ward.isEmpty())
        errors.prepend({u"ward"_s, u"required"_s});
    if (!errors.isEmpty())
        return showProblems(Error{ErrorCode::Invalid, errors});
    if (!saysSomething(wanted) && m_recording->bytes().isEmpty() && !(m_before && m_before->audio)) {
        m_face->setFocus();
        return setProblem(tr("Choose a face, give stars or write what was said."));
    }
    send(wanted, after);
}

void FeedbackDialog::send(const FeedbackDraft &draft, After after)
{
    const std::optional<FeedbackId> id = m_before ? std::optional(m_before->id) : std::nullopt;
    FeedbackService &service = m_desk.services.feedback;
    const Session who = m_desk.session;
    store(Saving<Feedback>{.name = windowTitle(),
        .version = m_before ? std::optional(m_before->version) : std::nullopt,
        .store = [&service, who, draft, id, recording = m_recording->bytes()](
                     std::optional<qint64> version) -> Result<Feedback> {
            if (!id)
                return service.submit(who, draft, recording).map([](const Submission &done) { return done.feedback; });
            Result<Feedback> edited = service.edit(who, *id, draft, version);
            if (!edited || recording.isEmpty())
                return edited;
            return service.attachAudio(who, *id, recording).and_then([&](const Attachment &) {
                return service.find(who, *id);
            });
        },
        .stored =
            [this, after](const Feedback &feedback) {
                Q_EMIT saved(feedback);
                if (after == After::Next)
                    return beginNext();
                closeSaved();
            },
        .read = [&service, who, id] { return service.find(who, id.value()); },
        .showTheirs =
            [this](const Feedback &now) {
                m_before = now;
                fill(draftOf(now));
                m_start = FeedbackDialog::draft();
            }});
}

void FeedbackDialog::showProblems(const Error &error)
{
    RecordDialog::showProblems(error);
    if (error.fields.contains(FieldError{u"ward"_s, u"required"_s}))
        m_wardField->setError(tr("Choose the ward that the person speaks of."));
}

void FeedbackDialog::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < metrics::withText(oneColumnBelow);
    m_groups->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_between->setVisible(!narrow);
    RecordDialog::resizeEvent(event);
}

} // namespace accueil
