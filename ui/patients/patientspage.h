#pragma once

#include "app/domain/patientfilter.h"
#include "ui/page.h"
#include "ui/patients/patientpane.h"
#include "ui/records/recordcontext.h"

#include <QTimer>

namespace accueil {

class Button;
class FilterChip;
class IconButton;
class NewFeedback;
class PatientModel;
class RecordTable;
class TableView;
class TextLine;
class WardList;

// The registry: search as one types, filters, the list, and the record of the chosen patient at the right.
class PatientsPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit PatientsPage(const PageContext &context, QWidget *parent = nullptr);

    void createNew() override;
    void editCurrent() override;
    void focusFilter() override;
    void focusList() override;
    void refresh() override;
    void arrive(const Destination &destination) override;
    QList<PageCommand> commands() override;

protected:
    void retranslate() override;

private:
    QLayout *makeFilters();
    void makeHeader();
    void makeTable();
    void connectPane();
    void applyFilter();
    void sortBy(int column);
    void fillWards();
    void openPatient(PatientId id);
    void showCurrent();
    void showCounts();
    void showDialog(const std::optional<Patient> &patient);
    void askRemoval();
    void askArchiving(bool archived);
    void setArchived(bool archived);
    void newFeedback();
    void newReminder();
    void newAppointment();
    void remindAll();
    void openEntry(TimelineEntry::Kind kind, qint64 id);
    void importFile();
    void said(const Error &error);

    RecordContext m_desk;
    WardList *m_wards;
    PatientModel *m_model;
    TableView *m_table;
    RecordTable *m_list;
    TextLine *m_search;
    FilterChip *m_seen;
    FilterChip *m_ward;
    FilterChip *m_language;
    FilterChip *m_archived;
    IconButton *m_columns;
    IconButton *m_remindAll;
    Button *m_import;
    Button *m_new;
    PatientPane *m_pane;
    NewFeedback *m_newFeedback;
    QTimer m_debounce;
    std::optional<PatientSort> m_sort; // chosen by the header; nothing: as suits the question
    SortOrder m_order = SortOrder::Descending;
};

} // namespace accueil
