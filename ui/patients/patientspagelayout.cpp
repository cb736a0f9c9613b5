#include "ui/patients/patientspage.h"

#include "app/services/domainevents.h"
#include "app/services/feedbackservice.h"
#include "app/services/reminderservice.h"
#include "ui/background.h"
#include "ui/feedback/newfeedback.h"
#include "ui/import/importdialog.h"
#include "ui/patients/patientmodel.h"
#include "ui/records/recordtable.h"
#include "ui/records/recordwords.h"
#include "ui/records/wardlist.h"
#include "ui/reminders/reminderdialog.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textline.h"

#include <QHeaderView>
#include <QShortcut>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PatientsPage::PatientsPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_desk(context)
    , m_wards(new WardList(m_desk, this))
    , m_model(new PatientModel(m_desk, this))
    , m_pane(new PatientPane(m_desk))
    , m_newFeedback(new NewFeedback(m_desk, *m_wards, this))
{
    makeHeader();
    body()->addLayout(makeFilters());
    makeTable();
    body()->addWidget(m_list, 1);
    setRightPane(m_pane);
    connectPane();
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(80ms);
    connect(&m_debounce, &QTimer::timeout, this, &PatientsPage::applyFilter);
    const DomainEvents &events = context.services.events;
    connect(&events, &DomainEvents::patientChanged, m_model, &PagedModel::refreshSoon);
    connect(&events, &DomainEvents::recordsImported, m_model, &PagedModel::refreshSoon);
    connect(&events, &DomainEvents::reminderChanged, m_model, &PagedModel::refreshSoon);
    connect(&events, &DomainEvents::feedbackChanged, m_model, &PagedModel::refreshSoon);
    applyFilter();
}

void PatientsPage::makeHeader()
{
    m_import = new Button(Button::Second);
    m_import->setSymbol(Icon::Upload);
    m_import->setVisible(m_desk.session.may(Permission::ImportRecords));
    m_new = new Button(Button::Main);
    m_new->setSymbol(Icon::Plus);
    m_new->setKeyHint(QKeySequence(u"Ctrl+N"_s));
    m_new->setVisible(m_desk.session.may(Permission::EditPatients));
    addHeaderButton(m_import);
    addHeaderButton(m_new);
    connect(m_new, &QAbstractButton::clicked, this, &PatientsPage::createNew);
    connect(m_import, &QAbstractButton::clicked, this, &PatientsPage::importFile);
}

QLayout *PatientsPage::makeFilters()
{
    m_search = new TextLine;
    m_search->setSymbol(Icon::Filter);
    m_search->setKeyHint(QKeySequence(u"/"_s));
    m_search->setFixedWidth(metrics::withText(190));
    m_seen = new FilterChip;
    m_seen->setSymbol(Icon::Calendar);
    m_ward = new FilterChip;
    m_language = new FilterChip;
    m_archived = new FilterChip;
    m_columns = new IconButton(Icon::Columns, nullptr, IconButton::Framed);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    row->addWidget(m_search, 1, Qt::AlignTop);
    auto *chips = new FlowLayout(metrics::gap, metrics::gap); // a second line of them on a narrow screen
    chips->setContentsMargins(0, 3, 0, 3); // in the middle beside what is taller
    for (FilterChip *chip : {m_seen, m_ward, m_language, m_archived}) {
        chips->addWidget(chip);
        connect(chip, &FilterChip::chosen, this, &PatientsPage::applyFilter);
    }
    row->addLayout(chips, 2);
    m_remindAll = new IconButton(Icon::BellPlus, nullptr, IconButton::Framed);
    m_remindAll->setObjectName(u"remindAll"_s);
    m_remindAll->setVisible(m_desk.session.may(Permission::ManageReminders));
    connect(m_remindAll, &QAbstractButton::clicked, this, &PatientsPage::remindAll);
    row->addWidget(m_remindAll, 0, Qt::AlignTop);
    row->addWidget(m_columns, 0, Qt::AlignTop);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_debounce.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid() && m_model->state() == PagedModel::State::Ready)
            m_table->selectRow(0);
    });
    connect(m_columns, &QAbstractButton::clicked, this, [this] { m_table->openColumnMenu(m_columns); });
    return row;
}

void PatientsPage::makeTable()
{
    m_table = new TableView;
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    using C = PatientModel;
    m_table->planColumns({.widths = {{C::Number, 82}, {C::Age, 48}, {C::Ward, 108}, {C::Language, 78}, {C::Seen, 98},
                              {C::State, 134}, {C::Phone, 140}, {C::Gender, 80}, {C::Registered, 110}},
        .stretched = C::Name,
        .least = 150,
        .whole = {C::Number, C::Age, C::Language, C::Seen, C::State, C::Phone, C::Gender, C::Registered},
        .givingWay = {C::Language, C::Ward, C::Age, C::Seen},
        .optional = {C::Phone, C::Gender, C::Registered}});
    m_table->rememberColumns(m_desk.preferences, u"patients"_s);
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sectionClicked, this, &PatientsPage::sortBy);
    m_list = new RecordTable(m_table, m_model);
    connect(m_list, &RecordTable::selectionChanged, this, &PatientsPage::showCurrent);
    connect(m_table, &QTableView::clicked, this, &PatientsPage::turnToPane);
    connect(m_table, &TableView::opened, this, [this] {
        if (!turnToPane())
            editCurrent();
    });
    connect(m_model, &PagedModel::stateChanged, this, &PatientsPage::showCounts);
    connect(m_list->states()->emptyButton(), &QAbstractButton::clicked, this, &PatientsPage::createNew);
    connect(m_wards, &WardList::changed, this, &PatientsPage::fillWards);
}

void PatientsPage::connectPane()
{
    connect(m_pane, &PatientPane::editRequested, this, &PatientsPage::editCurrent);
    connect(m_pane, &PatientPane::removalRequested, this, &PatientsPage::askRemoval);
    connect(m_pane, &PatientPane::archivingRequested, this, &PatientsPage::askArchiving);
    connect(m_pane, &PatientPane::newFeedbackRequested, this, &PatientsPage::newFeedback);
    connect(m_pane, &PatientPane::newReminderRequested, this, &PatientsPage::newReminder);
    connect(m_pane, &PatientPane::newAppointmentRequested, this, &PatientsPage::newAppointment);
    connect(m_pane, &PatientPane::openRequested, this, &PatientsPage::openPatient);
    connect(m_pane, &PatientPane::entryActivated, this, &PatientsPage::openEntry);
    const auto key = [this](const QString &keys, void (PatientsPage::*action)()) {
        auto *shortcut = new QShortcut(QKeySequence(keys), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(u"Alt+R"_s, &PatientsPage::newFeedback);
    key(u"Alt+P"_s, &PatientsPage::newReminder);
    key(u"Alt+A"_s, &PatientsPage::newAppointment);
}

void PatientsPage::sortBy(int column)
{
    const std::optional<PatientSort> sort = m_model->sortOf(column);
    QHeaderView *header = m_table->horizontalHeader();
    if (!sort) {
        header->setSortIndicatorShown(m_sort.has_value());
        return;
    }
    m_order = m_sort == sort && m_order == SortOrder::Ascending ? SortOrder::Descending : SortOrder::Ascending;
    m_sort = sort;
    header->setSortIndicatorShown(true);
    header->setSortIndicator(column, m_order == SortOrder::Ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    applyFilter();
}

void PatientsPage::focusList()
{
    turnToList();
    m_list->states()->takeFocus();
}

void PatientsPage::focusFilter()
{
    turnToList();
    m_search->setFocus();
    m_search->selectAll();
}

void PatientsPage::arrive(const Destination &destination)
{
    if (destination.patient)
        openPatient(destination.patient);
    if (destination.action == Destination::Create)
        createNew();
    if (destination.action == Destination::Import)
        importFile();
}

QList<PageCommand> PatientsPage::commands()
{
    QList<PageCommand> commands;
    if (m_desk.session.may(Permission::EditPatients))
        commands += {tr("New patient"), Icon::UserPlus, [this] { createNew(); }};
    if (m_desk.session.may(Permission::ImportRecords))
        commands += {tr("Import patients from a file"), Icon::Upload, [this] { importFile(); }};
    if (m_desk.session.may(Permission::ManageReminders))
        commands += {tr("Reminder to all patients of the list"), Icon::BellPlus, [this] { remindAll(); }};
    return commands;
}

void PatientsPage::importFile()
{
    if (m_desk.session.may(Permission::ImportRecords))
        (new ImportDialog(m_desk, ImportKind::Patients, this))->open();
}

void PatientsPage::openEntry(TimelineEntry::Kind kind, qint64 id)
{
    if (kind == TimelineEntry::Kind::Feedback) {
        inBackground(
            this,
            [&feedback = m_desk.services.feedback, who = m_desk.session, id] {
                return feedback.find(who, FeedbackId{id});
            },
            [this](const Result<Feedback> &answer) {
                if (!answer)
                    return said(answer.error());
                (new FeedbackDialog(m_desk, *m_wards, *answer, this))->open();
            });
        return;
    }
    inBackground(
        this,
        [&reminders = m_desk.services.reminders, who = m_desk.session, id] {
            return reminders.find(who, ReminderId{id});
        },
        [this](const Result<Reminder> &answer) {
            if (!answer)
                return said(answer.error());
            (new ReminderDialog(m_desk, *answer, this))->open();
        });
}

void PatientsPage::fillWards()
{
    QList<FilterChip::Choice> choices;
    for (const QString &ward : m_wards->wards())
        choices += {ward, ward};
    m_ward->setChoices(choices);
}

void PatientsPage::showCounts()
{
    if (m_model->state() == PagedModel::State::Loading || m_model->state() == PagedModel::State::Failed)
        return;
    setCount(tr("%n record(s)", nullptr, int(m_model->total())));
    m_list->setFooter(tr("%n patient(s) in this list", nullptr, int(m_model->total())), tr("Enter or F2: edit"));
    const PatientFilter &filter = m_model->filter();
    const bool narrowed = !filter.search.isEmpty() || !filter.ward.isEmpty() || filter.language || filter.activeSince
        || filter.archived == true;
    if (narrowed)
        m_list->states()->setEmpty(Icon::Search, tr("Nobody found"), tr("Try fewer letters, or take a filter away."));
    else
        m_list->states()->setEmpty(Icon::Users, tr("No patient yet"), tr("Register the first one, or import a list."));
    m_list->states()->setEmptyAction(m_desk.session.may(Permission::EditPatients) ? tr("New patient") : QString());
}

void PatientsPage::retranslate()
{
    setTitle(tr("Patients"));
    m_import->setText(tr("&Import"));
    m_new->setText(tr("&New patient"));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter by name, number or telephone"));
    m_search->setToolTip(tr("Name in any order, number or telephone"));
    m_seen->setName(tr("Seen"));
    m_seen->setChoices({{tr("Seen since 7 days"), 7}, {tr("Seen since 30 days"), 30}, {tr("Seen since a year"), 365}});
    m_ward->setName(tr("Ward"));
    m_language->setName(tr("Language"));
    QList<FilterChip::Choice> languages;
    for (const auto &language : languageTable.rows)
        languages += {RecordWords::language(language.value), int(language.value)};
    m_language->setChoices(languages);
    m_archived->setName(tr("State"));
    m_archived->setChoices({{tr("Archived"), true}});
    m_columns->setWords(tr("Choose columns"));
    m_remindAll->setWords(tr("Reminder to all patients of the list"));
    m_table->setAccessibleName(tr("Patients"));
    m_list->states()->setLoadingWords(tr("Searching…"));
    fillWards();
    m_pane->retranslate();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, PatientModel::ColumnCount - 1);
    m_table->viewport()->update();
    showCounts();
}

} // namespace accueil
