#include "ui/import/importdialog.h"

#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/import/importmodel.h"
#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textline.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QUrl>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 190; // pixels at the designed size of text

}

ImportDialog::ImportDialog(const RecordContext &desk, ImportKind kind, QWidget *parent)
    : DialogFrame(parent, metrics::wideDialog)
    , m_desk(desk)
    , m_stop(std::make_shared<std::atomic_bool>(false))
    , m_leave(new Button(Button::Second))
    , m_openReport(new Button(Button::Second))
    , m_start(new Button(Button::Main))
{
    makeBody();
    m_kind->setCurrentIndex(kind == ImportKind::Patients ? 0 : 1);
    for (Button *button : {m_leave, m_openReport, m_start}) {
        button->setAutoDefault(false);
        addFooterButton(button);
    }
    m_openReport->setSymbol(Icon::ExternalLink);
    m_start->setSymbol(Icon::Upload);
    connect(m_leave, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_openReport, &QAbstractButton::clicked, this, &ImportDialog::openReport);
    connect(m_start, &QAbstractButton::clicked, this, &ImportDialog::run);
    connect(m_choose, &QAbstractButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_kind, &QComboBox::activated, this, [this] {
        if (!m_file.isEmpty())
            readFile(m_file);
    });
    connect(m_model, &ImportModel::mappingChanged, this, &ImportDialog::showMapping);
    showStep(Step::Choose);
}

ImportDialog::~ImportDialog()
{
    *m_stop = true;
}

void ImportDialog::makeBody()
{
    m_kind = new ListBox;
    m_kind->addItem(QString(), int(ImportKind::Patients));
    m_kind->addItem(QString(), int(ImportKind::Feedback));
    m_kindField = new Field(m_kind);
    m_language = new ListBox;
    for (const auto &language : languageTable.rows)
        m_language->addItem(RecordWords::language(language.value), int(language.value));
    m_languageField = new Field(m_language);
    m_path = new TextLine;
    m_path->setReadOnly(true);
    m_pathField = new Field(m_path);
    m_choose = new Button(Button::Second);
    m_choose->setSymbol(Icon::FolderOpen);
    m_choose->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::cardGap);
    top->addWidget(m_pathField, 3);
    top->addWidget(m_choose, 0, Qt::AlignBottom);
    top->addWidget(m_kindField, 1);
    top->addWidget(m_languageField, 1);
    body()->addLayout(top);
    m_explanation = new QLabel;
    m_explanation->setWordWrap(true);
    m_explanation->setProperty("ink", u"text2"_s);
    body()->addWidget(m_explanation);

    m_model = new ImportModel(this);
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setMinimumHeight(330);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(font()));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setFixedHeight(metrics::rowHeight(font()));
    body()->addWidget(m_table, 1);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_counts = new QLabel;
    m_counts->setWordWrap(true);
    m_note = new NoteLine;
    m_note->setObjectName(u"importNote"_s);
    m_note->hide();
    body()->addWidget(m_bar);
    body()->addWidget(m_counts);
    body()->addWidget(m_note);
}

void ImportDialog::retranslate()
{
    setTitle(tr("Import from a file"));
    m_kindField->setLabel(tr("&What is in it?"));
    m_kind->setItemText(0, tr("Patients"));
    m_kind->setItemText(1, tr("Feedback"));
    m_languageField->setLabel(tr("&Language, where none is given"));
    m_pathField->setLabel(tr("File (CSV)"));
    m_choose->setText(tr("&Choose…"));
    m_openReport->setText(tr("Open the &report"));
    m_table->setAccessibleName(tr("First rows of the file"));
    showStep(m_step);
}

void ImportDialog::showStep(Step step)
{
    m_step = step;
    m_kind->setEnabled(step == Step::Choose || step == Step::Map);
    m_language->setEnabled(step == Step::Choose || step == Step::Map);
    m_choose->setEnabled(step == Step::Choose || step == Step::Map);
    m_table->setVisible(step == Step::Choose || step == Step::Map);
    m_bar->setVisible(step == Step::Work || step == Step::Done);
    m_counts->setVisible(step == Step::Work || step == Step::Done);
    m_start->setVisible(step != Step::Done);
    m_start->setBusy(step == Step::Work, tr("Importing…"));
    m_start->setText(tr("&Import"));
    m_openReport->setVisible(step == Step::Done && !m_report.isEmpty());
    m_leave->setText(step == Step::Work ? tr("&Stop") : tr("Close"));
    m_leave->setKeyHint(QKeySequence(Qt::Key_Escape));
    m_explanation->setText(step == Step::Choose
            ? tr("Choose a file; nothing is taken in before you have seen its first rows.")
            : step == Step::Map ? tr("Above each column: what it is. Rows that are already there are not "
                                     "doubled; rows that break a rule are listed in a report.")
                                : QString());
    m_explanation->setVisible(!m_explanation->text().isEmpty());
    if (step == Step::Choose || step == Step::Map)
        m_start->setEnabled(step == Step::Map && !m_model->mapping().isEmpty());
}

void ImportDialog::open()
{
    DialogFrame::open();
    if (m_file.isEmpty())
        chooseFile();
}

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables as text (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::readFile);
    dialog->open();
}

void ImportDialog::readFile(const QString &file)
{
    m_file = file;
    m_path->setText(file);
    m_note->hide();
    inBackground(
        this,
        [&imports = m_desk.services.imports, who = m_desk.session, kind = ImportKind(m_kind->currentData().toInt()),
            file] { return imports.preview(who, kind, file); },
        [this, file](const Result<ImportPreview> &preview) {
            if (file == m_file)
                showPreview(preview);
        });
}

void ImportDialog::showPreview(const Result<ImportPreview> &preview)
{
    if (!preview) {
        m_model->setPreview({});
        const QList<FieldError> &fields = preview.error().fields;
        m_note->show(fields.isEmpty() ? errorText(preview.error()) : fieldErrorText(fields.first()), NoteLine::Wrong);
        return showStep(Step::Choose);
    }
    m_model->setPreview(*preview);
    m_language->setValue(int(preview->language));
    showStep(Step::Map);
    placeCombos();
}

// One row of lists under the header, which scrolls with the columns.
void ImportDialog::placeCombos()
{
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        auto *list = new ListBox;
        list->addItem(tr("(leave out)"), QString());
        for (const QString &field : m_model->preview().fields)
            list->addItem(ImportModel::fieldWords(field), field);
        list->setValue(m_model->field(column));
        list->setAccessibleName(tr("Column “%1” is").arg(m_model->preview().header[column]));
        connect(list, &QComboBox::activated, this,
            [this, list, column] { m_model->setField(column, list->currentData().toString()); });
        connect(m_model, &ImportModel::mappingChanged, list,
            [this, list, column] { list->setValue(m_model->field(column)); });
        header->resizeSection(column, metrics::withText(columnWidth));
        auto *cell = new QWidget;
        auto *around = new QHBoxLayout(cell);
        around->setContentsMargins(4, 4, 4, 4);
        around->addWidget(list);
        m_table->setIndexWidget(m_model->index(0, column), cell);
    }
    m_table->setRowHeight(0, metrics::controlHeight(font()) + 8);
    m_table->indexWidget(m_model->index(0, 0))->findChild<ListBox *>()->setFocus();
    showMapping();
}

void ImportDialog::showMapping()
{
    m_start->setEnabled(m_step == Step::Map && !m_model->mapping().isEmpty());
    setFooterNote(
        m_step == Step::Map ? tr("%n column(s) will be taken in", nullptr, int(m_model->mapping().size())) : QString(),
        false);
}

void ImportDialog::run()
{
    showStep(Step::Work);
    setFooterNote({}, false);
    showProgress({});
    *m_stop = false;
    ImportOptions options;
    options.mapping = m_model->mapping();
    options.language = Language(m_language->currentData().toInt());
    options.describe = [](const FieldError &error) { return fieldErrorText(error); };
    const QPointer<ImportDialog> self(this);
    const auto progress = [self, stop = m_stop](const ImportProgress &done) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, done] {
                if (self)
                    self->showProgress(done);
            },
            Qt::QueuedConnection);
        return !stop->load();
    };
    inBackground(
        this,
        [&imports = m_desk.services.imports, who = m_desk.session, kind = ImportKind(m_kind->currentData().toInt()),
            file = m_file, options, progress] { return imports.import(who, kind, file, options, progress); },
        [this](const Result<ImportReport> &report) { showReport(report); });
}

void ImportDialog::showProgress(const ImportProgress &progress)
{
    m_bar->setMaximum(1000);
    m_bar->setValue(progress.bytesTotal > 0 ? int(1000 * progress.bytesRead / progress.bytesTotal) : 0);
    const QLocale locale;
    m_counts->setText(tr("%1 taken in · %2 were there already · %3 refused · %4 rows a second")
                          .arg(locale.toString(progress.accepted), locale.toString(progress.repeated),
                              locale.toString(progress.refused), locale.toString(qRound(progress.rowsPerSecond))));
}

void ImportDialog::showReport(const Result<ImportReport> &report)
{
    if (report) {
        m_report = report->reportFile;
        showProgress(report->progress);
        const bool whole = !report->interrupted;
        m_note->show(whole ? tr("The file was read to its end.")
                           : tr("Stopped. Import the same file again to go on: nothing is doubled."),
            whole ? NoteLine::Good : NoteLine::Plain);
    } else {
        m_note->show(
            report.error().fields.isEmpty() ? errorText(report.error()) : fieldErrorText(report.error().fields.first()),
            NoteLine::Wrong);
    }
    showStep(Step::Done);
    (m_report.isEmpty() ? m_leave : m_openReport)->setFocus();
}

void ImportDialog::openReport()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_report));
}

void ImportDialog::reject()
{
    if (m_step == Step::Work)
        *m_stop = true;
    else
        DialogFrame::reject();
}

} // namespace accueil
