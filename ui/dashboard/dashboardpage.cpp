#include "ui/dashboard/dashboardpage.h"

#include "app/services/csvwriter.h"
#include "app/services/domainevents.h"
#include "app/services/settingsservice.h"
#include "ui/background.h"
#include "ui/charts/savefile.h"
#include "ui/dashboard/dashboardfilters.h"
#include "ui/dashboard/dashboardreader.h"
#include "ui/dashboard/overview.h"
#include "ui/dashboard/remindersview.h"
#include "ui/dashboard/topicsview.h"
#include "ui/dashboard/wardsview.h"
#include "ui/errortext.h"
#include "ui/records/wardlist.h"
#include "ui/report/dashboardreport.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainscroll.h"
#include "ui/widgets/stateview.h"

#include <QScrollArea>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

DashboardPage::DashboardPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_desk(context)
    , m_wards(new WardList(m_desk, this))
    , m_filters(new DashboardFilters(m_desk, *m_wards))
    , m_reader(new DashboardReader(m_desk, this))
    , m_tabs(new QTabBar)
    , m_stack(new QStackedLayout)
    , m_report(new Button(Button::Second))
    , m_save(new Button(Button::Second))
{
    m_save->setObjectName(u"saveFigures"_s);
    m_save->setSymbol(Icon::Download);
    m_save->setKeys(QKeySequence(u"Ctrl+E"_s));
    m_report->setObjectName(u"saveReport"_s);
    m_report->setSymbol(Icon::Printer);
    m_report->setKeys(QKeySequence(u"Ctrl+P"_s));
    addHeaderButton(m_report);
    addHeaderButton(m_save);
    m_tabs->setObjectName(u"dashboardTabs"_s);
    m_tabs->setExpanding(false);
    body()->addWidget(m_tabs);
    body()->addWidget(m_filters);
    makeViews();
    auto *inside = new QWidget;
    inside->setLayout(m_stack);
    m_states = new StateView(inside);
    body()->addWidget(m_states, 1);
    connect(m_report, &QAbstractButton::clicked, this, &DashboardPage::saveReport);
    connect(m_save, &QAbstractButton::clicked, this, &DashboardPage::saveFigures);
    connect(m_filters, &DashboardFilters::changed, this, &DashboardPage::ask);
    connect(m_states, &StateView::retry, this, &DashboardPage::ask);
    connect(m_reader, &DashboardReader::answered, this, &DashboardPage::present);
    connect(m_reader, &DashboardReader::failed, this, &DashboardPage::showProblem);
    connect(m_tabs, &QTabBar::currentChanged, this, &DashboardPage::turnTo);
    const auto againSoon = [this] {
        if (isVisible()) // else it is read when the page is shown
            m_reader->againSoon();
    };
    const DomainEvents *events = &context.services.events;
    connect(events, &DomainEvents::feedbackChanged, this, againSoon);
    connect(events, &DomainEvents::reminderChanged, this, againSoon);
    connect(events, &DomainEvents::appointmentChanged, this, againSoon);
    connect(events, &DomainEvents::recordsImported, this, againSoon);
    connect(events, &DomainEvents::settingsChanged, this, againSoon);
}

void DashboardPage::makeViews()
{
    auto *wards = new WardsView;
    auto *topics = new TopicsView;
    m_views = {new Overview, wards, topics, new RemindersView};
    for (DashboardView *view : std::as_const(m_views)) {
        auto *inside = new QWidget; // each keeps its own place
        auto *column = new QVBoxLayout(inside);
        column->setContentsMargins(0, 0, metrics::gap, metrics::pageMargin);
        column->addWidget(view);
        m_stack->addWidget(plainScroll(inside));
        m_tabs->addTab({});
        connect(view, &DashboardView::rowsWanted, this, &DashboardPage::openRows);
    }
    connect(wards, &WardsView::wardWanted, this, [this](const QString &ward) {
        m_filters->setWard(ward);
        ask();
    });
    connect(topics, &TopicsView::topicWanted, this, [this](std::optional<Topic> topic) {
        m_filters->setTopic(topic);
        ask();
    });
}

void DashboardPage::turnTo(int view)
{
    m_current = view;
    m_stack->setCurrentIndex(view);
    if (m_answer)
        this->view()->fill(*m_answer);
}

void DashboardPage::focusFilter()
{
    m_filters->setFocus();
}

void DashboardPage::focusList()
{
    m_filters->setFocus();
}

void DashboardPage::refresh()
{
    m_filters->rollOver();
    ask();
}

void DashboardPage::ask()
{
    const DashboardQuestion question = m_filters->question();
    if (!m_answer || m_answer->question != question)
        m_states->showLoading(); // after 200 ms
    m_reader->ask(question);
}

void DashboardPage::present(const DashboardAnswer &answer)
{
    m_answer = answer;
    view()->fill(answer);
    setCount(tr("%n feedback", nullptr, int(answer.now.feedback.all.responses)));
    m_save->setEnabled(true);
    m_report->setEnabled(true);
    m_states->showContent();
}

void DashboardPage::showProblem(const Error &error)
{
    m_answer.reset(); // an old figure must not pass for a new one
    m_save->setEnabled(false);
    m_report->setEnabled(false);
    m_states->showError(tr("The figures could not be read"), errorText(error));
}

void DashboardPage::openRows(const StatisticsFilter &behind, const QString &words)
{
    Q_EMIT goTo({.page = PageId::Feedback, .behind = behind, .behindWords = words});
}

// All tables below each other, each under its words.
QByteArray DashboardPage::figures() const
{
    CsvWriter writer{QLocale()};
    for (const ChartCard *card : view()->cards()) {
        if (card->isEmpty())
            continue;
        writer.addRow({card->finding()});
        writer.addRow({card->subject()});
        card->chart()->table().write(writer);
        writer.addRow({});
    }
    return writer.bytes();
}

void DashboardPage::saveFigures()
{
    if (m_answer)
        saveFile(this, tr("Save the figures as"),
            tr("dashboard %1 to %2")
                    .arg(m_answer->question.period.first.toString(Qt::ISODate),
                        m_answer->question.period.last.toString(Qt::ISODate))
                + u".csv"_s,
            figures());
}

void DashboardPage::saveReport()
{
    if (!m_answer)
        return;
    inBackground(
        this, [settings = &m_desk.services.settings]() -> Result<HospitalSettings> { return settings->current(); },
        [this](const Result<HospitalSettings> &hospital) {
            if (!hospital || !m_answer)
                return;
            const QString period = PeriodWords::of(m_answer->question.period);
            const ReportHead head{hospital->name, period, QLocale().toString(m_desk.time.today(), QLocale::LongFormat)};
            saveFile(this, tr("Save the report as"), tr("report %1").arg(period) + u".pdf"_s,
                DashboardReport::pdf(*m_answer, head));
        });
}

QList<PageCommand> DashboardPage::commands()
{
    return {{tr("Save the dashboard as a report"), Icon::Printer, [this] { saveReport(); }},
        {tr("Save the figures of the dashboard"), Icon::Download, [this] { saveFigures(); }}};
}

void DashboardPage::retranslate()
{
    setTitle(tr("Dashboard"));
    m_tabs->setAccessibleName(tr("Views of the dashboard"));
    const QStringList names{tr("Overview"), tr("Wards"), tr("Topics"), tr("Reminders")};
    for (int i = 0; i < names.size(); ++i)
        m_tabs->setTabText(i, names.at(i));
    m_report->setText(tr("PDF"));
    m_report->setToolTip(tr("Save this period as a report for the board"));
    m_save->setText(tr("CSV"));
    m_save->setToolTip(tr("Save all figures for a spreadsheet"));
    m_filters->retranslate();
    m_states->setLoadingWords(tr("Counting…"));
    if (m_answer)
        present(*m_answer); // in the other language
}

} // namespace accueil
