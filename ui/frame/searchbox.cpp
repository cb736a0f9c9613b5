#include "ui/frame/searchbox.h"

#include "app/domain/textfolding.h"
#include "app/services/patientservice.h"
#include "ui/background.h"
#include "ui/frame/searchdelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/textline.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int patientLimit = 8;
constexpr int commandLimit = 6;
constexpr int pauseMs = 120;

bool matches(const QString &words, const QStringList &wanted)
{
    const QStringList tokens = foldedTokens(words);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &part) {
        return std::any_of(tokens.begin(), tokens.end(), [&](const QString &token) { return token.startsWith(part); });
    });
}

} // namespace

SearchBox::SearchBox(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_line(new TextLine)
    , m_list(new QListWidget(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    m_line->setSymbol(Icon::Search);
    m_line->setKeyHint(Qt::CTRL | Qt::Key_K);
    m_line->installEventFilter(this);
    m_list->setItemDelegate(new SearchDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setObjectName(u"searchHits"_s);
    m_list->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchBox::askRegistry);
    connect(m_line, &QLineEdit::textEdited, this, &SearchBox::typed);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { run(m_list->row(item)); });
    retranslate();
}

void SearchBox::setCommands(std::function<QList<PageCommand>()> commands)
{
    m_commands = std::move(commands);
}

void SearchBox::begin()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
    typed();
}

void SearchBox::typed()
{
    m_patients.clear();
    m_noAnswer = false;
    ++m_question;
    const bool mayRead = m_context.session.may(Permission::ReadPatients);
    if (mayRead && m_line->text().trimmed().size() >= 2)
        m_pause.start();
    else
        m_pause.stop();
    showHits();
}

void SearchBox::askRegistry()
{
    PatientFilter filter;
    filter.search = m_line->text();
    inBackground(
        this,
        [patients = &m_context.services.patients, who = m_context.session, filter] {
            return patients->list(who, filter, PageRequest{.limit = patientLimit, .offset = 0});
        },
        [this, question = m_question](const Result<Page<Patient>> &answer) {
            if (question != m_question)
                return;
            m_noAnswer = !answer;
            m_patients = answer ? answer->items : QList<Patient>();
            showHits();
        });
}

void SearchBox::showHits()
{
    m_list->clear();
    m_found.clear();
    const auto add = [this](Icon icon, const QString &title, const QString &detail) {
        auto *item = new QListWidgetItem(title, m_list);
        item->setData(SearchDelegate::IconRole, static_cast<int>(icon));
        item->setData(SearchDelegate::DetailRole, detail);
        item->setData(Qt::AccessibleTextRole, detail.isEmpty() ? title : u"%1, %2"_s.arg(title, detail));
    };
    for (const Patient &patient : std::as_const(m_patients)) {
        add(Icon::User, patient.name,
            patient.ward.isEmpty() ? patient.patientNumber : u"%1 · %2"_s.arg(patient.patientNumber, patient.ward));
        m_found.append({patient.name, Icon::User, [this, id = patient.id] { Q_EMIT patientChosen(id); }});
    }
    const QStringList wanted = foldedTokens(m_line->text());
    int shown = 0;
    for (const PageCommand &command : m_commands ? m_commands() : QList<PageCommand>()) {
        if (!matches(command.words, wanted) || (!wanted.isEmpty() && ++shown > commandLimit))
            continue;
        add(command.icon, command.words, {});
        m_found.append(command);
    }
    if (m_noAnswer) {
        add(Icon::CircleAlert, tr("The registry does not answer"), tr("Try again in a moment"));
        m_found.append({{}, Icon::None, [this] { askRegistry(); }});
    } else if (m_found.isEmpty()) {
        add(Icon::Search, tr("Nothing found"), tr("A name, a number or a telephone"));
        m_found.append({{}, Icon::None, [] {}});
    }
    m_list->setCurrentRow(0);
    placeList();
}

void SearchBox::placeList()
{
    if (!m_line->hasFocus()) {
        close();
        return;
    }
    m_list->setParent(window());
    int height = 10;
    for (int row = 0; row < m_list->count(); ++row)
        height += m_list->sizeHintForRow(row);
    const QPoint below = mapTo(window(), QPoint(0, this->height() + 4));
    const int wide
        = std::min(std::max(width(), metrics::withText(520)), window()->width() - below.x() - metrics::pageMargin);
    m_list->setGeometry(QRect(below, QSize(wide, std::min(height, window()->height() - below.y() - 40))));
    m_list->raise();
    m_list->show();
}

void SearchBox::close()
{
    m_list->hide();
}

void SearchBox::run(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    const PageCommand chosen = m_found.at(row);
    if (!chosen.words.isEmpty()) {
        m_line->clear();
        m_line->clearFocus();
        close();
    }
    chosen.run();
}

bool SearchBox::walk(int key)
{
    const int last = m_list->count() - 1;
    switch (key) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(last, m_list->currentRow() + 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(0, m_list->currentRow() - 1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        m_line->clear();
        m_line->clearFocus();
        close();
        return true;
    default:
        return false;
    }
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && walk(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut)
        close();
    return QWidget::eventFilter(watched, event);
}

void SearchBox::retranslate()
{
    m_line->setPlaceholderText(tr("Find a patient, a page, an action"));
    m_line->setAccessibleName(tr("Find a patient, a page, an action"));
    m_list->setAccessibleName(tr("What was found"));
}

void SearchBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace accueil
