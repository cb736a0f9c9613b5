#include "ui/records/recordtable.h"

#include "ui/errortext.h"
#include "ui/records/pagedmodel.h"
#include "ui/theme/type.h"
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
    , m_failed(new QLabel)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_failed->setProperty("ink", u"danger"_s);
    m_failed->setMargin(8);
    m_failed->setWordWrap(true);
    m_failed->hide();
    column->addWidget(m_failed);
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

void RecordTable::setFooter(const QString &left, const QString &right)
{
    m_left->setText(left);
    m_right->setText(right);
}

void RecordTable::showState()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_failed->setVisible(hasRows && m_model->state() == PagedModel::State::Failed);
    switch (m_model->state()) {
    case PagedModel::State::Loading:
        return hasRows ? m_states->showContent() : m_states->showLoading();
    case PagedModel::State::Ready:
        return m_states->showContent();
    case PagedModel::State::Empty:
        return m_states->showEmpty();
    case PagedModel::State::Failed:
        if (hasRows)
            m_failed->setText(errorText(m_model->error()));
        else
            m_states->showError(errorText(m_model->error()), tr("Nothing is lost."));
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
