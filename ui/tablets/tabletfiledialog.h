#pragma once

#include "app/domain/tabletfile.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/dialogframe.h"

#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;

namespace accueil {

class Button;
class NoteLine;
class TableView;
class TabletFileModel;

// Brings in the file of a tablet that is taken out of use: what is in it, progress that can be stopped, and what became
// of each answer. Nothing is doubled, so that it may be done again.
class TabletFileDialog final : public DialogFrame
{
    Q_OBJECT
public:
    TabletFileDialog(const RecordContext &desk, QWidget *parent);
    ~TabletFileDialog() override; // stops what is under way after its present answer

    void open() override; // asks for a file at once
    void readFile(const QString &path);
    void reject() override; // while it imports: stops and stays

private:
    enum class Step { Choose, Reading, Look, Work, Done };

    void retranslate() override;
    void build();
    void enter(Step step);
    void chooseFile();
    void showFile(const Result<TabletFile> &file);
    QString summary() const;
    void run();
    void showReport(const Result<TabletFileReport> &report);
    void fail(const Error &error);

    const RecordContext &m_desk;
    Step m_step = Step::Choose;
    std::shared_ptr<const TabletFile> m_file; // shared with the worker, as it may be large
    std::shared_ptr<std::atomic_bool> m_stop; // likewise, and the worker may outlive the dialog
    int m_question = 0; // answers to earlier ones are dropped
    QLabel *m_explanation;
    QLabel *m_summary;
    QProgressBar *m_bar;
    NoteLine *m_note;
    TabletFileModel *m_model;
    TableView *m_table;
    Button *m_leave;
    Button *m_choose;
    Button *m_start;
};

} // namespace accueil
