#include "ui/feedback/feedbackpage.h"

#include "app/domain/attachment.h"
#include "app/services/disputeservice.h"
#include "app/services/patientservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/feedback/disputedialog.h"
#include "ui/feedback/feedbackmodel.h"
#include "ui/feedback/feedbackpane.h"
#include "ui/feedback/linkdialog.h"
#include "ui/feedback/newfeedback.h"
#include "ui/import/importdialog.h"
#include "ui/records/question.h"
#include "ui/records/recordtable.h"
#include "ui/records/wardlist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/tableview.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QSaveFile>

namespace accueil {

using namespace Qt::StringLiterals;

void FeedbackPage::applyFilter()
{
    FeedbackFilter filter;
    filter.ward = m_ward->value().toString();
    if (m_language->value().isValid())
        filter.language = Language(m_language->value().toInt());
    if (m_method->value().isValid())
        filter.method = SubmissionMethod(m_method->value().toInt());
    if (m_period->value().isValid())
        filter.from = m_desk.time.utc(m_desk.time.today().addDays(1 - m_period->value().toInt()), QTime(0, 0));
    if (m_low->value().isValid())
        filter.overallAtMost = m_low->value().toInt();
    if (m_unmatched->value().isValid())
        filter.matched = m_unmatched->value().toBool();
    const bool ofFigure = m_figure->value().isValid();
    m_figure->setVisible(ofFigure);
    m_model->setBehind(ofFigure ? m_behind : std::nullopt);
    filter.sort = m_sort;
    filter.order = m_order;
    m_model->setFilter(filter);
}

void FeedbackPage::sortBy(int column)
{
    const std::optional<FeedbackSort> sort = FeedbackModel::sortOf(column);
    if (!sort)
        return;
    m_order = m_sort == *sort && m_order == SortOrder::Descending ? SortOrder::Ascending : SortOrder::Descending;
    m_sort = *sort;
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(
        column, m_order == SortOrder::Ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    applyFilter();
}

void FeedbackPage::refresh()
{
    m_model->refreshSoon();
    readDisputes();
}

void FeedbackPage::readDisputes()
{
    if (!m_desk.session.may(Permission::EditFeedback))
        return;
    inBackground(
        this,
        [&disputes = m_desk.services.disputes, who = m_desk.session] {
            return disputes.list(who, PageRequest{.limit = 1, .offset = 0});
        },
        [this](const Result<accueil::Page<Dispute>> &open) {
            const int count = open ? int(open->total) : 0;
            m_disputes->setVisible(count > 0);
            m_disputes->setWords(tr("%n submission(s) to compare", nullptr, count),
                tr("A tablet sent something else under an identity that was taken. Nothing is lost: keep one of the "
                   "two."));
        });
}

void FeedbackPage::openDisputes()
{
    (new DisputeDialog(m_desk, this))->open();
}

const Feedback *FeedbackPage::current() const
{
    return m_model->at(m_table->currentIndex().row());
}

void FeedbackPage::showCurrent()
{
    if (current())
        m_pane->showFeedback(*current());
}

void FeedbackPage::createNew()
{
    if (m_desk.session.may(Permission::SubmitFeedback))
        m_newFeedback->open();
}

void FeedbackPage::editCurrent()
{
    if (!m_pane->feedback() || !m_desk.session.may(Permission::EditFeedback))
        return;
    auto *dialog = new FeedbackDialog(m_desk, *m_wards, *m_pane->feedback(), this);
    connect(dialog, &FeedbackDialog::saved, this, [this](const Feedback &saved) {
        m_pane->showFeedback(saved);
        m_model->refreshSoon();
    });
    dialog->open();
}

void FeedbackPage::arrive(const Destination &destination)
{
    if (destination.action == Destination::Import)
        importFile();
    else if (destination.action == Destination::Create && destination.patient)
        startFor(destination.patient);
    else if (destination.action == Destination::Create)
        createNew();
    else if (destination.feedback)
        showThis(destination.feedback);
    else if (destination.behind)
        showBehind(*destination.behind, destination.behindWords);
}

QList<FilterChip *> FeedbackPage::chips() const
{
    return {m_figure, m_period, m_ward, m_low, m_language, m_method, m_unmatched};
}

void FeedbackPage::showBehind(const StatisticsFilter &behind, const QString &words)
{
    for (FilterChip *chip : chips())
        chip->clear();
    m_behind = behind;
    m_figure->setChoices({{words, true}});
    m_figure->setValue(true);
    applyFilter();
}

// Filters might hide it.
void FeedbackPage::showThis(FeedbackId feedback)
{
    for (FilterChip *chip : chips())
        chip->clear();
    m_list->select(feedback.value);
    applyFilter();
}

void FeedbackPage::startFor(PatientId patient)
{
    inBackground(
        this,
        [&patients = m_desk.services.patients, who = m_desk.session, patient] { return patients.find(who, patient); },
        [this](const Result<Patient> &answer) {
            if (!answer)
                return said(answer.error());
            m_newFeedback->open(*answer);
        });
}

void FeedbackPage::importFile()
{
    if (m_desk.session.may(Permission::ImportRecords))
        (new ImportDialog(m_desk, ImportKind::Feedback, this))->open();
}

void FeedbackPage::askRemoval()
{
    if (!m_pane->feedback())
        return;
    const Feedback &feedback = *m_pane->feedback();
    ask(this,
        {.title = tr("Delete this feedback?"),
            .text = tr("%1, %2. What the person said is gone for good, the recording too.")
                        .arg(FeedbackModel::who(feedback), m_desk.time.exact(feedback.feedbackDate)),
            .yes = tr("&Delete"),
            .no = {},
            .destructive = true},
        [this, id = feedback.id, version = feedback.version] {
            inBackground(
                this,
                [&service = m_desk.services.feedback, who = m_desk.session, id, version] {
                    return service.remove(who, id, version);
                },
                [this](const Result<void> &answer) {
                    if (!answer)
                        return said(answer.error());
                    m_pane->showFeedback(std::nullopt);
                    turnToList();
                    m_model->refreshSoon();
                });
        });
}

void FeedbackPage::openLink()
{
    if (!m_pane->feedback() || !m_desk.session.may(Permission::EditFeedback))
        return;
    const Feedback &feedback = *m_pane->feedback();
    auto *dialog = new LinkDialog(m_desk, feedback, this);
    connect(dialog, &LinkDialog::linked, this, [this](const Feedback &linked) {
        m_pane->showFeedback(linked);
        m_model->refreshSoon();
    });
    dialog->open();
}

void FeedbackPage::askUnlinking()
{
    if (!m_pane->feedback() || !m_pane->feedback()->patient)
        return;
    inBackground(
        this,
        [&service = m_desk.services.feedback, who = m_desk.session, id = m_pane->feedback()->id] {
            return service.givenReference(who, id);
        },
        [this, feedback = *m_pane->feedback()](const Result<QString> &given) {
            if (!given)
                return said(given.error());
            confirmUnlinking(feedback, *given);
        });
}

void FeedbackPage::confirmUnlinking(const Feedback &feedback, const QString &given)
{
    ask(this,
        {.title = tr("Unlink this feedback from %1?").arg(FeedbackModel::who(feedback)),
            .text = given.isEmpty()
                ? tr("It stays, without a name, and leaves the patient’s time line. It can be linked again.")
                : tr("It waits again under the number as given, %1, and leaves the patient’s time line.").arg(given),
            .yes = tr("&Unlink"),
            .no = {},
            .destructive = false},
        [this, feedback, given] { unlink(feedback, given); });
}

void FeedbackPage::unlink(const Feedback &feedback, const QString &given)
{
    FeedbackDraft draft = draftOf(feedback);
    draft.patient.reset();
    draft.patientReference = given;
    inBackground(
        this,
        [&services = m_desk.services, who = m_desk.session, feedback, draft]() mutable -> Result<Feedback> {
            const Result<Patient> patient = services.patients.find(who, *feedback.patient);
            if (!patient)
                return tl::unexpected(patient.error());
            if (patient->name == draft.patientName) // the registry's; nobody gave it with the feedback
                draft.patientName.clear();
            return services.feedback.edit(who, feedback.id, draft, feedback.version);
        },
        [this](const Result<Feedback> &answer) {
            if (!answer)
                return said(answer.error());
            m_pane->showFeedback(*answer);
            m_model->refreshSoon();
        });
}

void FeedbackPage::saveRecording()
{
    auto *dialog = new QFileDialog(this, tr("Save the recording as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(tr("recording-%1").arg(m_pane->feedback()->id.value));
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = m_pane->feedback()->id](const QString &file) {
        inBackground(
            this,
            [&service = m_desk.services.feedback, who = m_desk.session, id, file]() -> Result<void> {
                const Result<AudioRecording> recording = service.audio(who, id);
                if (!recording)
                    return tl::unexpected(recording.error());
                QSaveFile target(file);
                if (!target.open(QIODevice::WriteOnly) || target.write(recording->bytes) != recording->bytes.size()
                    || !target.commit())
                    return fail(ErrorCode::Unavailable);
                return {};
            },
            [this, file](const Result<void> &done) {
                if (!done)
                    return said(done.error());
                tell(this, tr("Recording saved"),
                    tr("It lies unprotected at %1. Delete it there when it is no longer needed.").arg(file));
            });
    });
    dialog->open();
}

void FeedbackPage::said(const Error &error)
{
    tell(this, tr("That could not be done"), errorText(error));
}

} // namespace accueil
