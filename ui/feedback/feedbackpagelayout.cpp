#include "ui/feedback/feedbackpage.h"

#include "app/services/domainevents.h"
#include "ui/feedback/feedbackmodel.h"
#include "ui/feedback/feedbackpane.h"
#include "ui/feedback/newfeedback.h"
#include "ui/records/recordtable.h"
#include "ui/records/recordwords.h"
#include "ui/records/wardlist.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>

namespace accueil {

using namespace Qt::StringLiterals;

FeedbackPage::FeedbackPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_desk(context)
    , m_wards(new WardList(m_desk, this))
    , m_model(new FeedbackModel(m_desk, this))
    , m_pane(new FeedbackPane(m_desk))
    , m_newFeedback(new NewFeedback(m_desk, *m_wards, this))
    , m_disputes(new Banner(Tone::Warning))
    , m_compare(new Button(Button::Second, nullptr, Button::Small))
    , m_import(new Button(Button::Second))
    , m_new(new Button(Button::Main))
{
    m_import->setSymbol(Icon::Upload);
    m_import->setVisible(context.session.may(Permission::ImportRecords));
    m_new->setSymbol(Icon::Plus);
    m_new->setKeyHint(QKeySequence(u"Ctrl+N"_s));
    m_new->setVisible(context.session.may(Permission::SubmitFeedback));
    addHeaderButton(m_import);
    addHeaderButton(m_new);
    m_disputes->setObjectName(u"disputes"_s);
    m_compare->setObjectName(u"compareDisputes"_s);
    m_compare->setSymbol(Icon::Compare);
    m_disputes->addButton(m_compare);
    m_disputes->hide();
    body()->addWidget(m_disputes);
    body()->addLayout(makeFilters());
    makeTable();
    body()->addWidget(m_list, 1);
    setRightPane(m_pane);
    connect(m_new, &QAbstractButton::clicked, this, &FeedbackPage::createNew);
    connect(m_import, &QAbstractButton::clicked, this, &FeedbackPage::importFile);
    connect(m_wards, &WardList::changed, this, &FeedbackPage::fillWards);
    connect(m_pane, &FeedbackPane::editRequested, this, &FeedbackPage::editCurrent);
    connect(m_pane, &FeedbackPane::removalRequested, this, &FeedbackPage::askRemoval);
    connect(m_pane, &FeedbackPane::recordingRequested, this, &FeedbackPage::saveRecording);
    connect(m_compare, &QAbstractButton::clicked, this, &FeedbackPage::openDisputes);
    connect(m_pane, &FeedbackPane::linkRequested, this, &FeedbackPage::openLink);
    connect(m_pane, &FeedbackPane::unlinkRequested, this, &FeedbackPage::askUnlinking);
    connect(m_pane, &FeedbackPane::patientRequested, this, [this](PatientId id) {
        Q_EMIT goTo({PageId::Patients, id, Destination::Show});
    });
    connect(m_newFeedback, &NewFeedback::saved, this, [this](const Feedback &saved) {
        m_list->select(saved.id.value);
        m_model->refreshSoon();
    });
    const DomainEvents &events = context.services.events;
    connect(&events, &DomainEvents::feedbackChanged, m_model, &PagedModel::refreshSoon);
    connect(&events, &DomainEvents::disputesChanged, this, &FeedbackPage::readDisputes);
    connect(&events, &DomainEvents::patientChanged, m_model, &PagedModel::refreshSoon);
    connect(&events, &DomainEvents::recordsImported, m_model, &PagedModel::refreshSoon);
    applyFilter();
}

QLayout *FeedbackPage::makeFilters()
{
    m_figure = new FilterChip;
    m_figure->setObjectName(u"figure"_s);
    m_figure->setSymbol(Icon::Chart);
    m_ward = new FilterChip;
    m_language = new FilterChip;
    m_method = new FilterChip;
    m_period = new FilterChip;
    m_period->setSymbol(Icon::Calendar);
    m_low = new FilterChip;
    m_low->setSymbol(Icon::Star);
    m_unmatched = new FilterChip;
    m_columns = new IconButton(Icon::Columns, nullptr, IconButton::Framed);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    auto *chips = new FlowLayout(metrics::gap, metrics::gap); // a second line of them on a narrow screen
    chips->setContentsMargins(0, 3, 0, 3); // in the middle beside what is taller
    for (FilterChip *chip : this->chips()) {
        chips->addWidget(chip);
        connect(chip, &FilterChip::chosen, this, &FeedbackPage::applyFilter);
    }
    row->addLayout(chips, 1);
    row->addWidget(m_columns, 0, Qt::AlignTop);
    connect(m_columns, &QAbstractButton::clicked, this, [this] { m_table->openColumnMenu(m_columns); });
    return row;
}

void FeedbackPage::makeTable()
{
    m_table = new TableView;
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    using C = FeedbackModel;
    m_table->planColumns({.widths = {{C::Date, 104}, {C::Who, 140}, {C::Ward, 104}, {C::Face, 62}, {C::Rating, 102},
                              {C::Language, 84}, {C::Method, 84}, {C::Audio, 48}},
        .stretched = C::Words,
        .least = 120,
        .second = C::Who,
        .whole = {C::Date, C::Face, C::Rating, C::Language, C::Method, C::Audio},
        .givingWay = {C::Method, C::Language, C::Audio, C::Words, C::Ward},
        .optional = {C::Language, C::Method}});
    m_table->rememberColumns(m_desk.preferences, u"feedback"_s);
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sectionClicked, this, &FeedbackPage::sortBy);
    m_list = new RecordTable(m_table, m_model);
    connect(m_list, &RecordTable::selectionChanged, this, &FeedbackPage::showCurrent);
    connect(m_table, &QTableView::clicked, this, &FeedbackPage::turnToPane);
    connect(m_table, &TableView::opened, this, [this] {
        if (!turnToPane())
            editCurrent();
    });
    connect(m_model, &PagedModel::stateChanged, this, &FeedbackPage::showCounts);
    connect(m_list->states()->emptyButton(), &QAbstractButton::clicked, this, &FeedbackPage::createNew);
}

void FeedbackPage::focusList()
{
    turnToList();
    m_list->states()->takeFocus();
}

void FeedbackPage::focusFilter()
{
    turnToList();
    m_period->setFocus();
}

QList<PageCommand> FeedbackPage::commands()
{
    QList<PageCommand> commands;
    if (m_desk.session.may(Permission::SubmitFeedback))
        commands += {tr("New feedback"), Icon::MessageSquare, [this] { createNew(); }};
    if (m_desk.session.may(Permission::ImportRecords))
        commands += {tr("Import feedback from a file"), Icon::Upload, [this] { importFile(); }};
    return commands;
}

void FeedbackPage::fillWards()
{
    QList<FilterChip::Choice> choices;
    for (const QString &ward : m_wards->wards())
        choices += {ward, ward};
    m_ward->setChoices(choices);
}

void FeedbackPage::showCounts()
{
    if (m_model->state() != PagedModel::State::Ready && m_model->state() != PagedModel::State::Empty)
        return;
    setCount(tr("%n feedback", nullptr, int(m_model->total())));
    m_list->setFooter(tr("%n feedback in this list", nullptr, int(m_model->total())), tr("Enter or F2: edit"));
    bool narrowed = false;
    for (const FilterChip *chip : chips())
        narrowed = narrowed || chip->value().isValid();
    StateView *states = m_list->states();
    if (narrowed)
        states->setEmpty(Icon::Search, tr("Nothing found"), tr("Take a filter away to see more."));
    else
        states->setEmpty(Icon::MessageSquare, tr("No feedback yet"), tr("Ask the next person how it went."));
    states->setEmptyAction(m_desk.session.may(Permission::SubmitFeedback) ? tr("New feedback") : QString());
}

void FeedbackPage::retranslate()
{
    setTitle(tr("Feedback"));
    m_import->setText(tr("&Import"));
    m_new->setText(tr("&New feedback"));
    m_figure->setName(tr("Dashboard"));
    m_period->setName(tr("Period"));
    m_period->setChoices({{tr("Today"), 1}, {tr("7 days"), 7}, {tr("30 days"), 30}, {tr("12 months"), 365}});
    m_ward->setName(tr("Ward"));
    m_low->setName(tr("Stars"));
    m_low->setChoices({{tr("2 stars or less"), 2}, {tr("3 stars or less"), 3}});
    m_language->setName(tr("Language"));
    QList<FilterChip::Choice> languages;
    for (const auto &language : languageTable.rows)
        languages += {RecordWords::language(language.value), int(language.value)};
    m_language->setChoices(languages);
    m_method->setName(tr("Taken by"));
    QList<FilterChip::Choice> methods;
    for (const auto &method : submissionMethodTable.rows)
        methods += {RecordWords::method(method.value), int(method.value)};
    m_method->setChoices(methods);
    m_unmatched->setName(tr("Patient"));
    m_unmatched->setChoices({{tr("Number not matched"), false}, {tr("In the registry"), true}});
    m_columns->setWords(tr("Choose columns"));
    m_compare->setText(tr("C&ompare"));
    readDisputes();
    m_table->setAccessibleName(tr("Feedback"));
    m_list->states()->setLoadingWords(tr("Reading the feedback…"));
    fillWards();
    m_pane->retranslate();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, FeedbackModel::ColumnCount - 1);
    m_table->viewport()->update();
    showCounts();
}

} // namespace accueil
