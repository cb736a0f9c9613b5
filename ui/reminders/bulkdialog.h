#pragma once

#include "app/services/bulkreminderservice.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recorddialog.h"

#include <QTimer>

class QDateTimeEdit;
class QLabel;
class QPlainTextEdit;

namespace accueil {

class ListBox;
class Segmented;
class TemplateChoice;

// One message to all patients of a list: how many get it, who does not and why, and what it costs are said before it is
// scheduled, and asked once.
class BulkDialog final : public RecordDialog
{
    Q_OBJECT
public:
    BulkDialog(const RecordContext &desk, const PatientFilter &filter, QWidget *parent);

Q_SIGNALS:
    void scheduled(qint64 count);

protected:
    void save() override;
    bool hasUnsavedWork() const override;

private:
    QWidget *makeForm();
    BulkOrder order() const;
    void previewSoon();
    void readPreview();
    void show(const BulkOutcome &outcome);
    void schedule();
    void showProgress(qint64 done, qint64 all);

    const RecordContext &m_desk;
    PatientFilter m_filter;
    QString m_clientId; // of this order, as long as the dialog is open
    QTimer m_soon;
    int m_question = 0; // answers to earlier ones are dropped
    std::optional<BulkOutcome> m_outcome; // of what stands in the form
    Segmented *m_channel = nullptr;
    QDateTimeEdit *m_when = nullptr;
    ListBox *m_purpose = nullptr;
    TemplateChoice *m_template = nullptr;
    QPlainTextEdit *m_message = nullptr;
    QLabel *m_words = nullptr; // what it comes to
};

} // namespace accueil
