#pragma once

#include "app/services/importservice.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/dialogframe.h"

#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;
class QTableView;

namespace accueil {

class Button;
class Field;
class ImportModel;
class ListBox;
class NoteLine;
class TextLine;

// Takes a CSV file in: file and kind, which column is what, progress that can be stopped, and the report at the end.
class ImportDialog final : public DialogFrame
{
    Q_OBJECT
public:
    ImportDialog(const RecordContext &desk, ImportKind kind, QWidget *parent);
    ~ImportDialog() override; // stops what is under way after its present batch

    void open() override; // asks for a file at once
    void readFile(const QString &file);
    void reject() override; // while it imports: stops and stays

private:
    enum class Step { Choose, Map, Work, Done };

    void retranslate() override;
    void makeBody();
    void showStep(Step step);
    void chooseFile();
    void showPreview(const Result<ImportPreview> &preview);
    void placeCombos();
    void showMapping();
    void run();
    void showProgress(const ImportProgress &progress);
    void showReport(const Result<ImportReport> &report);
    void openReport();

    const RecordContext &m_desk;
    Step m_step = Step::Choose;
    QString m_file;
    QString m_report;
    std::shared_ptr<std::atomic_bool> m_stop; // shared with the worker, which may outlive the dialog
    ListBox *m_kind;
    Field *m_kindField;
    ListBox *m_language;
    Field *m_languageField;
    TextLine *m_path;
    Field *m_pathField;
    Button *m_choose;
    ImportModel *m_model;
    QTableView *m_table;
    QLabel *m_explanation;
    QProgressBar *m_bar;
    QLabel *m_counts;
    NoteLine *m_note;
    Button *m_leave;
    Button *m_openReport;
    Button *m_start;
};

} // namespace accueil
