#include "ui/charts/chartcard.h"

#include "ui/background.h"
#include "ui/charts/chart.h"
#include "ui/charts/charttablemodel.h"
#include "ui/charts/charttext.h"
#include "ui/charts/savefile.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 14;
constexpr qreal fineness = 2; // of pictures, for paper and large screens

QLabel *wordsOf(TextRole role, const QString &ink)
{
    auto *label = new QLabel;
    label->setFont(fontFor(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("ink", ink);
    return label;
}

} // namespace

ChartCard::ChartCard(Chart *chart, QWidget *parent)
    : QFrame(parent)
    , m_chart(chart)
    , m_finding(wordsOf(TextRole::BodyBold, {}))
    , m_subject(wordsOf(TextRole::Mini, u"muted"_s))
    , m_note(wordsOf(TextRole::Mini, u"muted"_s))
    , m_missing(wordsOf(TextRole::Body, u"muted"_s))
    , m_menu(new IconButton(Icon::Ellipsis))
    , m_model(new ChartTableModel(this))
    , m_table(new TableView)
    , m_stack(new QStackedLayout)
{
    setProperty("card", true);
    m_missing->setAlignment(Qt::AlignCenter);
    m_menu->setObjectName(u"chartMenu"_s);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_note->hide();
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_finding);
    words->addWidget(m_subject);
    head->addLayout(words, 1);
    head->addWidget(m_menu, 0, Qt::AlignTop);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_missing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, padding - 4, padding - 4, padding - 2);
    column->setSpacing(metrics::gap);
    column->addLayout(head);
    column->addLayout(m_stack, 1);
    column->addWidget(m_note);
    auto *turn = new QShortcut(Qt::Key_T, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(turn, &QShortcut::activated, this, [this] {
        if (!m_isEmpty)
            showTable(!m_showsTable);
    });
    connect(m_menu, &QAbstractButton::clicked, this, &ChartCard::openMenu);
    connect(m_chart, &Chart::opened, this, &ChartCard::opened);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        if (m_chart->table().rows.value(index.row()).opens)
            Q_EMIT opened(index.row());
    });
    retranslate();
}

void ChartCard::setWords(const QString &finding, const QString &subject, const QString &missing)
{
    m_finding->setText(finding);
    m_subject->setText(subject);
    m_subject->setVisible(!subject.isEmpty());
    m_missing->setText(missing);
    m_isEmpty = !missing.isEmpty();
    m_chart->setAccessibleName(u"%1. %2"_s.arg(finding, subject));
    m_table->setAccessibleName(finding);
    m_model->setTable(m_chart->table());
    m_menu->setEnabled(!m_isEmpty);
    present();
}

void ChartCard::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString ChartCard::finding() const
{
    return m_finding->text();
}

QString ChartCard::subject() const
{
    return m_subject->text();
}

void ChartCard::showTable(bool table)
{
    m_showsTable = table;
    present();
    if (isVisible() && !m_isEmpty)
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ChartCard::present()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool hadFocus = focused && (focused == m_chart || focused == m_table);
    QWidget *shown = m_isEmpty ? static_cast<QWidget *>(m_missing)
        : m_showsTable         ? static_cast<QWidget *>(m_table)
                               : static_cast<QWidget *>(m_chart);
    m_stack->setCurrentWidget(shown);
    if (hadFocus && !m_isEmpty)
        shown->setFocus(Qt::OtherFocusReason);
}

void ChartCard::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(
        m_showsTable ? tr("Show the &chart") : tr("Show as a &table"), this, [this] { showTable(!m_showsTable); });
    menu->addAction(tr("Copy as a &picture"), this, &ChartCard::copy);
    menu->addAction(tr("&Save as CSV…"), this, &ChartCard::saveTable);
    menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
}

QPixmap ChartCard::picture() const
{
    const QSize size = m_chart->size().expandedTo(m_chart->sizeHint());
    const QFont bold = fontFor(TextRole::BodyBold);
    const QFont mini = fontFor(TextRole::Mini);
    const int head = QFontMetrics(bold).height() + QFontMetrics(mini).height() + 14;
    const QSize whole(size.width() + 2 * padding, size.height() + head + 2 * padding);
    QPixmap picture(whole * fineness);
    picture.setDevicePixelRatio(fineness);
    const Colors &colors = colorsOf(this);
    picture.fill(colors.surface);
    QPainter painter(&picture);
    const QRectF words(padding, padding, size.width(), QFontMetrics(bold).height());
    drawWords(painter, words, finding(), bold, colors.text, Qt::AlignLeft | Qt::AlignTop);
    drawWords(
        painter, words.translated(0, words.height() + 2), subject(), mini, colors.muted, Qt::AlignLeft | Qt::AlignTop);
    m_chart->draw(painter, QRectF(QPointF(padding, padding + head), QSizeF(size)), colors);
    return picture;
}

void ChartCard::copy()
{
    if (!m_isEmpty)
        QApplication::clipboard()->setPixmap(picture());
}

void ChartCard::saveTable()
{
    saveFile(this, tr("Save the figures as"), finding() + u".csv"_s, m_chart->table().csv());
}

void ChartCard::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QFrame::keyPressEvent(event);
}

void ChartCard::retranslate()
{
    m_menu->setWords(tr("What can be done with this chart"));
}

void ChartCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace accueil
