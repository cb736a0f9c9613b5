#pragma once

#include "app/services/feedbackservice.h"
#include "ui/page.h"
#include "ui/records/recordcontext.h"

namespace accueil {

class Banner;
class Button;
class FeedbackModel;
class FeedbackPane;
class FilterChip;
class IconButton;
class NewFeedback;
class RecordTable;
class TableView;
class WardList;

// What patients said: the list with its filters, and the chosen feedback at the right.
class FeedbackPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit FeedbackPage(const PageContext &context, QWidget *parent = nullptr);

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
    void makeTable();
    void applyFilter();
    void sortBy(int column);
    void fillWards();
    void showCurrent();
    void showCounts();
    void askRemoval();
    void saveRecording();
    void openLink();
    void readDisputes();
    void openDisputes();
    void askUnlinking();
    void confirmUnlinking(const Feedback &feedback, const QString &given);
    void unlink(const Feedback &feedback, const QString &given);
    void importFile();
    void startFor(PatientId patient);
    void showThis(FeedbackId feedback);
    void said(const Error &error);
    const Feedback *current() const;
    QList<FilterChip *> chips() const;
    void showBehind(const StatisticsFilter &behind, const QString &words);

    RecordContext m_desk;
    WardList *m_wards;
    FeedbackModel *m_model;
    TableView *m_table = nullptr;
    RecordTable *m_list = nullptr;
    FeedbackPane *m_pane;
    NewFeedback *m_newFeedback;
    FilterChip *m_figure; // of the dashboard, whose rows are shown
    FilterChip *m_ward;
    FilterChip *m_language;
    FilterChip *m_method;
    FilterChip *m_period;
    FilterChip *m_low;
    FilterChip *m_unmatched;
    IconButton *m_columns;
    Banner *m_disputes;
    Button *m_compare;
    Button *m_import;
    Button *m_new;
    std::optional<StatisticsFilter> m_behind; // what the figure counts
    FeedbackSort m_sort = FeedbackSort::Date;
    SortOrder m_order = SortOrder::Descending;
};

} // namespace accueil
