#include "ui/appointments/noshowtable.h"

#include "app/services/calendarservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/card.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

enum Column { Group, Appointments, Missed, Rate, Between, ColumnCount };

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 1);
}

} // namespace

NoShowTable::NoShowTable(const RecordContext &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_period(new FilterChip)
    , m_finding(new QLabel)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_states(new StateView(m_table))
{
    m_table->setObjectName(u"noShows"_s);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(fontFor(TextRole::Body)));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Group, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_finding->setFont(fontFor(TextRole::BodyBold));
    m_finding->setWordWrap(true);
    m_period->setSymbol(Icon::Calendar);
    connect(m_period, &FilterChip::chosen, this, &NoShowTable::refresh);
    connect(m_states, &StateView::retry, this, &NoShowTable::refresh);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(m_period, 0, Qt::AlignLeft);
    column->addWidget(m_finding);
    column->addWidget(cardAround(m_states), 1);
}

void NoShowTable::refresh()
{
    NoShowFilter filter;
    if (m_period->value().isValid())
        filter.from = m_desk.time.utc(m_desk.time.today().addDays(-m_period->value().toInt()), QTime(0, 0));
    m_states->showLoading();
    inBackground(
        this,
        [&calendar = m_desk.services.calendar, who = m_desk.session, filter] { return calendar.noShows(who, filter); },
        [this](const Result<NoShowFigures> &answer) {
            if (answer)
                show(*answer);
            else
                m_states->showError(tr("The figures could not be read"), errorText(answer.error()));
        });
}

void NoShowTable::addHeading(const QString &heading)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *item = new QTableWidgetItem(heading);
    item->setData(cell::HeadingRole, true);
    item->setFlags(Qt::ItemIsEnabled);
    m_table->setItem(row, Group, item);
    m_table->setSpan(row, Group, 1, ColumnCount);
}

void NoShowTable::addRow(const QString &group, const NoShowRate &rate)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    QStringList cells{group, QLocale().toString(rate.appointments), QLocale().toString(rate.missed)};
    if (rate.isEnough()) {
        const Interval interval = rate.interval();
        cells << tr("%1 %").arg(percent(rate.rate()))
              << tr("%1 to %2 %").arg(percent(interval.low), percent(interval.high));
    } else {
        cells << tr("too few") << QString();
    }
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(cells.at(column));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        if (column != Group)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
}

QString NoShowTable::nameOf(NoShowGrouping grouping, const QString &key) const
{
    switch (grouping) {
    case NoShowGrouping::Channel:
        return key.isEmpty() ? tr("no message left") : RecordWords::channel(channelTable.value(key).value());
    case NoShowGrouping::LeadTime: {
        const QStringList words{tr("less than a day ahead"), tr("1 to 6 days ahead"), tr("7 to 29 days ahead"),
            tr("30 days ahead or more")};
        const auto found = std::find(leadTimeKeys.begin(), leadTimeKeys.end(), QStringView(key));
        return words.value(int(found - leadTimeKeys.begin()));
    }
    case NoShowGrouping::Language:
        return RecordWords::language(languageTable.value(key).value());
    case NoShowGrouping::Ward:
        return key.isEmpty() ? tr("no ward given") : key;
    }
    Q_UNREACHABLE();
}

void NoShowTable::show(const NoShowFigures &figures)
{
    m_table->setRowCount(0);
    m_table->clearSpans();
    if (figures.all.appointments == 0) {
        m_finding->clear();
        return m_states->showEmpty();
    }
    const Interval interval = figures.all.interval();
    m_finding->setText(figures.all.isEnough()
            ? tr("%1 % of %2 patients did not come (95 %: %3 to %4 %)")
                  .arg(percent(figures.all.rate()), QLocale().toString(figures.all.appointments), percent(interval.low),
                      percent(interval.high))
            : tr("Too few appointments for a rate: %n of 10", nullptr, int(figures.all.appointments)));
    const std::pair<NoShowGrouping, QString> headings[]{{NoShowGrouping::Channel, tr("By the last message")},
        {NoShowGrouping::LeadTime, tr("By how long before it was made")}, {NoShowGrouping::Language, tr("By language")},
        {NoShowGrouping::Ward, tr("By ward")}};
    for (const auto &[grouping, heading] : headings) {
        addHeading(heading);
        for (const NoShowRate &rate : figures.groups.value(grouping))
            addRow(nameOf(grouping, rate.key), rate);
    }
    m_states->showContent();
}

void NoShowTable::retranslate()
{
    m_period->setName(tr("Period"));
    m_period->setChoices({{tr("30 days"), 30}, {tr("90 days"), 90}, {tr("A year"), 365}});
    m_table->setAccessibleName(tr("Who did not come"));
    m_table->setHorizontalHeaderLabels(
        {tr("Group"), tr("Appointments"), tr("Did not come"), tr("Rate"), tr("95 % interval")});
    m_table->horizontalHeaderItem(Group)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_states->setEmpty(Icon::Chart, tr("Nothing to count yet"),
        tr("Say of appointments whether the patient came: in the list of the day or in the record."));
    m_states->setEmptyAction({});
    m_states->setLoadingWords(tr("Counting…"));
    if (isVisible())
        refresh();
}

} // namespace accueil
