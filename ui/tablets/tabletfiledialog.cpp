#include "ui/tablets/tabletfiledialog.h"

#include "app/services/tabletfileservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/tablets/tabletfilemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/tableview.h"

#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int designedWidth = 860;
constexpr int tableHeight = 300;

} // namespace

TabletFileDialog::TabletFileDialog(const RecordContext &desk, QWidget *parent)
    : DialogFrame(parent, designedWidth)
    , m_desk(desk)
    , m_stop(std::make_shared<std::atomic_bool>(false))
    , m_explanation(new QLabel)
    , m_summary(new QLabel)
    , m_bar(new QProgressBar)
    , m_note(new NoteLine)
    , m_model(new TabletFileModel(m_desk.time, this))
    , m_table(new TableView)
    , m_leave(new Button(Button::Second))
    , m_choose(new Button(Button::Second))
    , m_start(new Button(Button::Main))
{
    build();
    connect(m_leave, &QPushButton::clicked, this, &TabletFileDialog::reject);
    connect(m_choose, &QPushButton::clicked, this, &TabletFileDialog::chooseFile);
    connect(m_start, &QPushButton::clicked, this, &TabletFileDialog::run);
    enter(Step::Choose);
}

TabletFileDialog::~TabletFileDialog()
{
    *m_stop = true;
}

void TabletFileDialog::build()
{
    setObjectName(u"tabletFileDialog"_s);
    m_summary->setObjectName(u"tabletFileSummary"_s);
    m_note->setObjectName(u"tabletFileNote"_s);
    m_table->setObjectName(u"tabletFileLines"_s);
    m_choose->setObjectName(u"chooseTabletFile"_s);
    m_start->setObjectName(u"importTabletFile"_s);
    m_explanation->setWordWrap(true);
    m_explanation->setProperty("ink", u"text2"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setFont(fontFor(TextRole::BodyBold));
    m_bar->setTextVisible(false);
    m_note->hide();
    m_table->setModel(m_model);
    using C = TabletFileModel;
    m_table->planColumns({.widths = {{C::Given, 170}, {C::Result, 170}, {C::Voice, 140}},
        .stretched = C::Reason,
        .least = 160,
        .second = C::Result,
        .whole = {C::Given, C::Result, C::Voice},
        .givingWay = {C::Voice},
        .optional = {}});
    m_table->setMinimumHeight(metrics::withText(tableHeight));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_explanation, m_summary, m_bar, m_note, m_table})
        body()->addWidget(widget);
    body()->addStretch();
    m_choose->setSymbol(Icon::FolderOpen);
    m_start->setSymbol(Icon::Upload);
    m_leave->setKeyHint(Qt::Key_Escape);
    for (Button *button : {m_leave, m_choose, m_start}) {
        button->setAutoDefault(false);
        addFooterButton(button);
    }
}

void TabletFileDialog::enter(Step step)
{
    m_step = step;
    const bool isDone = step == Step::Done;
    m_summary->setVisible(m_file != nullptr);
    m_bar->setVisible(step == Step::Work);
    m_table->setVisible(isDone);
    m_choose->setVisible(step != Step::Work);
    m_choose->setBusy(step == Step::Reading, tr("Reading…"));
    m_start->setVisible(!isDone);
    m_start->setEnabled(step == Step::Look);
    m_start->setBusy(step == Step::Work, tr("Importing…"));
    m_leave->setText(step == Step::Work ? tr("&Stop") : tr("&Close"));
    m_choose->setText(m_file ? tr("C&hoose another file…") : tr("C&hoose a file…"));
    m_explanation->setText(isDone
            ? tr("The file holds patients’ words and telephone numbers: delete it once all of it is here.")
            : tr("A tablet that can send no more saves what it holds to a file (its staff pages, “Export”). What "
                 "arrived here before is recognised: nothing is doubled, however often a file is imported."));
    growToFit();
}

void TabletFileDialog::open()
{
    DialogFrame::open();
    chooseFile();
}

void TabletFileDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose the file of a tablet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Files of tablets (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &TabletFileDialog::readFile);
    dialog->open();
}

void TabletFileDialog::readFile(const QString &path)
{
    m_note->hide();
    m_file.reset();
    enter(Step::Reading);
    inBackground(
        this, [&files = m_desk.services.tabletFiles, who = m_desk.session, path] { return files.read(who, path); },
        [this, question = ++m_question](const Result<TabletFile> &file) {
            if (question == m_question)
                showFile(file);
        });
}

void TabletFileDialog::showFile(const Result<TabletFile> &file)
{
    if (!file) {
        fail(file.error());
        m_choose->setFocus();
        return;
    }
    m_file = std::make_shared<const TabletFile>(*file);
    m_summary->setText(summary());
    const bool isEmpty = file->answers.isEmpty();
    if (isEmpty)
        m_note->show(tr("The tablet held nothing more: there is nothing to import."), NoteLine::Good);
    enter(isEmpty ? Step::Choose : Step::Look);
    (isEmpty ? m_leave : m_start)->setFocus();
}

QString TabletFileDialog::summary() const
{
    const QString name = m_file->deviceName.isEmpty() ? tr("A tablet without a name") : m_file->deviceName;
    QStringList facts{name, m_file->ward, tr("written on %1").arg(m_desk.time.exact(m_file->exportedAt)),
        tr("%n answer(s)", nullptr, int(m_file->answers.size()))};
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

void TabletFileDialog::run()
{
    m_note->hide();
    m_bar->setRange(0, int(m_file->answers.size()));
    m_bar->setValue(0);
    enter(Step::Work);
    *m_stop = false;
    const QPointer<TabletFileDialog> self(this);
    const auto progress = [self, stop = m_stop](qsizetype done) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, done] {
                if (self)
                    self->m_bar->setValue(int(done));
            },
            Qt::QueuedConnection);
        return !stop->load();
    };
    inBackground(
        this,
        [&files = m_desk.services.tabletFiles, who = m_desk.session, file = m_file, progress] {
            return files.take(who, *file, progress);
        },
        [this](const Result<TabletFileReport> &report) { showReport(report); });
}

void TabletFileDialog::showReport(const Result<TabletFileReport> &report)
{
    if (!report)
        return fail(report.error());
    m_model->setReport(*report);
    const QLocale locale;
    const auto count = [&](SyncStatus status) { return locale.toString(report->count(status)); };
    m_summary->setText(tr("%1 taken in · %2 were here already · %3 to compare · %4 refused")
                           .arg(count(SyncStatus::Created), count(SyncStatus::Known), count(SyncStatus::Kept),
                               count(SyncStatus::Invalid)));
    if (report->isInterrupted)
        m_note->show(tr("Stopped. Import the same file again to go on: nothing is doubled."), NoteLine::Plain);
    else if (report->count(SyncStatus::Retry) > 0)
        m_note->show(tr("Some were not stored. Import the same file again: nothing is doubled."), NoteLine::Wrong);
    else if (report->count(SyncStatus::Kept) > 0)
        m_note->show(
            tr("The file was read to its end. What is to be compared waits on the page Feedback."), NoteLine::Good);
    else
        m_note->show(tr("The file was read to its end."), NoteLine::Good);
    enter(Step::Done);
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus();
}

void TabletFileDialog::fail(const Error &error)
{
    m_note->show(error.fields.isEmpty() ? errorText(error) : fieldErrorText(error.fields.first()), NoteLine::Wrong);
    enter(m_file ? Step::Look : Step::Choose);
}

void TabletFileDialog::reject()
{
    if (m_step == Step::Work)
        *m_stop = true;
    else
        DialogFrame::reject();
}

void TabletFileDialog::retranslate()
{
    setTitle(tr("Import a tablet’s file"));
    m_start->setText(tr("&Import"));
    m_table->setAccessibleName(tr("What became of each answer"));
    enter(m_step);
}

} // namespace accueil
