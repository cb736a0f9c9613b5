#include "ui/dashboard/dashboardpage.h"

#include "app/services/csvwriter.h"
#include "app/services/domainevents.h"
#include "ui/charts/savefile.h"
#include "ui/dashboard/dashboardfilters.h"
#include "ui/dashboard/dashboardreader.h"
#include "ui/dashboard/overview.h"
#include "ui/errortext.h"
#include "ui/records/wardlist.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainscroll.h"
#include "ui/widgets/stateview.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

DashboardPage::DashboardPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_desk(context)
    , m_wards(new WardList(m_desk, this))
    , m_filters(new DashboardFilters(m_desk, *m_wards))
    , m_reader(new DashboardReader(m_desk, this))
    , m_overview(new Overview)
    , m_save(new Button(Button::Second))
{
    m_save->setObjectName(u"saveFigures"_s);
    m_save->setSymbol(Icon::Download);
    m_save->setKeys(QKeySequence(u"Ctrl+E"_s));
    addHeaderButton(m_save);
    body()->addWidget(m_filters);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, metrics::pageMargin);
    column->addWidget(m_overview);
    m_states = new StateView(plainScroll(inside));
    body()->addWidget(m_states, 1);
    connect(m_save, &QAbstractButton::clicked, this, &DashboardPage::saveFigures);
    connect(m_filters, &DashboardFilters::changed, this, &DashboardPage::ask);
    connect(m_states, &StateView::retry, this, &DashboardPage::ask);
    connect(m_reader, &DashboardReader::answered, this, &DashboardPage::present);
    connect(m_reader, &DashboardReader::failed, this, &DashboardPage::showProblem);
    connect(m_overview, &DashboardView::rowsWanted, this, &DashboardPage::openRows);
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
    m_overview->fill(answer);
    setCount(tr("%n feedback", nullptr, int(answer.now.feedback.all.responses)));
    m_save->setEnabled(true);
    m_states->showContent();
}

void DashboardPage::showProblem(const Error &error)
{
    m_answer.reset(); // an old figure must not pass for a new one
    m_save->setEnabled(false);
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
    for (const ChartCard *card : m_overview->cards()) {
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

QList<PageCommand> DashboardPage::commands()
{
    return {{tr("Save the figures of the dashboard"), Icon::Download, [this] { saveFigures(); }}};
}

void DashboardPage::retranslate()
{
    setTitle(tr("Dashboard"));
    m_save->setText(tr("CSV"));
    m_save->setToolTip(tr("Save all figures for a spreadsheet"));
    m_filters->retranslate();
    m_states->setLoadingWords(tr("Counting…"));
    if (m_answer)
        present(*m_answer); // in the other language
}

} // namespace accueil
