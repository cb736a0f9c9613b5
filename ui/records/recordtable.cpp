#include "ui/records/recordtable.h"

#include "ui/errortext.h"
#include "ui/records/pagedmodel.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"

#include <QFrame>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

RecordTable::RecordTable(TableView *table, PagedModel *model, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_model(model)
    , m_states(new StateView(table))
    , m_left(new QLabel)
    , m_right(new QLabel)
    , m_failed(new QWidget)
    , m_failure(new NoteLine)
    , m_retry(new Button(Button::Second, nullptr, Button::Small))
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(makeFailed());
    column->addWidget(m_states, 1);
    auto *footer = new QWidget;
    footer->setProperty("surface", u"footer"_s);
    footer->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(12, 8, 12, 8);
    for (QLabel *label : {m_left, m_right}) {
        label->setFont(fontFor(TextRole::Small));
        label->setProperty("ink", u"muted"_s);
    }
    row->addWidget(m_left);
    row->addStretch();
    row->addWidget(m_right);
    column->addWidget(footer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->addWidget(card);

    connect(table, &TableView::currentRowChanged, this, [this] {
        if (m_table->currentIndex().isValid())
            m_wanted = m_table->currentIndex().data(PagedModel::KeyRole).toLongLong();
        Q_EMIT selectionChanged();
    });
    connect(model, &PagedModel::stateChanged, this, &RecordTable::showState);
    connect(model, &PagedModel::aboutToRefresh, this, &RecordTable::rememberPlace);
    connect(model, &PagedModel::refreshed, this, &RecordTable::restorePlace);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_table->scrollToTop();
        selectWanted();
    });
    connect(m_states, &StateView::retry, model, &PagedModel::reload);
    showState();
}

QWidget *RecordTable::makeFailed()
{
    auto *row = new QHBoxLayout(m_failed);
    row->setContentsMargins(12, 8, 12, 8);
    m_retry->setSymbol(Icon::Refresh);
    m_retry->setObjectName(u"readAgain"_s);
    row->addWidget(m_failure, 1);
    row->addWidget(m_retry);
    m_failed->hide();
    connect(m_retry, &QAbstractButton::clicked, this, [this] {
        m_table->setFocus(); // the button goes when the rows come
        m_model->refreshSoon(); // the place in the list stays
    });
    return m_failed;
}

void RecordTable::setFooter(const QString &left, const QString &right)
{
    m_left->setText(left);
    m_right->setText(right);
    fitFooter();
}

// With large text there is no room for the keys, which the help names too.
void RecordTable::fitFooter()
{
    m_right->setVisible(m_left->sizeHint().width() + m_right->sizeHint().width() + 2 * 12 + 8 <= width());
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitFooter();
}

void RecordTable::showState()
{
    const bool hasRows = m_model->rowCount() > 0 && m_model->showsWhatIsAsked();
    m_failed->setVisible(hasRows && m_model->state() == PagedModel::State::Failed);
    m_retry->setText(tr("&Try again"));
    switch (m_model->state()) {
    case PagedModel::State::Loading:
        return m_states->showLoading(); // after a moment; until then what was there stays
    case PagedModel::State::Ready:
        return m_states->showContent();
    case PagedModel::State::Empty:
        return m_states->showEmpty();
    case PagedModel::State::Failed:
        if (hasRows)
            m_failure->show(errorText(m_model->error()), NoteLine::Wrong);
        else
            m_states->showError(errorText(m_model->error()), {});
    }
}

void RecordTable::rememberPlace()
{
    const QModelIndex top = m_table->indexAt(QPoint(4, 4));
    m_topKey = m_table->verticalScrollBar()->value() > 0 ? top.data(PagedModel::KeyRole).toLongLong() : 0;
}

void RecordTable::restorePlace()
{
    if (m_topKey > 0) {
        if (const int row = m_model->rowOf(m_topKey); row >= 0)
            m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtTop);
    }
    selectWanted();
    Q_EMIT selectionChanged();
}

void RecordTable::select(qint64 key)
{
    m_wanted = key;
    selectWanted();
}

void RecordTable::selectWanted()
{
    const int row = m_wanted > 0 ? m_model->rowOf(m_wanted) : -1;
    if (row >= 0 && row != m_table->currentIndex().row())
        m_table->setCurrentIndex(m_model->index(row, 0));
}

} // namespace accueil
