#pragma once

#include "app/domain/listing.h"
#include "app/domain/result.h"
#include "ui/background.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <functional>
#include <optional>

namespace accueil {

// The part of a paged list that does not depend on what its rows are: when to read, what is shown meanwhile, what went
// wrong. One read is under way at a time; when something newer is wanted its answer is dropped. GUI thread only.
class PagedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class State { Loading, Ready, Empty, Failed };
    enum SharedRole { KeyRole = Qt::UserRole, FirstFreeRole = Qt::UserRole + 1 };

    explicit PagedModel(QObject *parent = nullptr);

    State state() const { return m_state; }
    qint64 total() const { return m_total; }
    const Error &error() const { return m_error; }
    bool showsWhatIsAsked() const { return m_showsWhatIsAsked; } // false: the rows answer an earlier question

    void reload(); // another question: the first page; the rows of the old one stay until the answer is there
    void refreshSoon(); // the same question, because something changed; several wishes within 150 ms become one
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    virtual int rowOf(qint64 key) const = 0; // -1: not among the rows that were read

Q_SIGNALS:
    void stateChanged(); // state, total or error
    void aboutToRefresh(); // rows may be moved; views remember where they are
    void refreshed();

protected:
    enum class Load { More, Refresh, Reload }; // in order of weight
    static constexpr int pageSize = 100;

    virtual void start(Load kind) = 0;
    void request(Load kind);
    // To be called first with every answer: whether the question changed meanwhile, so that it must be dropped. An
    // answer that only something new overtook is used, else a busy day would never show anything.
    bool isOutdated();
    void setLoaded(qint64 total, bool complete);
    void setFailed(const Error &error);

private:
    void goOn();

    State m_state = State::Loading;
    qint64 m_total = 0;
    bool m_complete = false; // the last page was read
    bool m_busy = false;
    bool m_showsWhatIsAsked = false;
    std::optional<Load> m_wanted;
    Error m_error;
    QTimer m_refresh;
};

// A paged list of entities. Subclasses say how to ask (a function that runs on a worker thread and owns all it needs),
// what identifies a row and what a column shows.
template <typename Row>
class PagedRows : public PagedModel
{
public:
    using Query = std::function<Result<Page<Row>>(const PageRequest &)>;
    using PagedModel::PagedModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    const Row *at(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr; }
    int rowOf(qint64 key) const override
    {
        for (int row = 0; row < m_rows.size(); ++row) {
            if (keyOf(m_rows[row]) == key)
                return row;
        }
        return -1;
    }

protected:
    virtual Query query() const = 0;
    virtual qint64 keyOf(const Row &row) const = 0;
    virtual void rowsArrived() { }
    const QList<Row> &rows() const { return m_rows; }

    void start(Load kind) override
    {
        const PageRequest first{pageSize, kind == Load::More ? m_rows.size() : 0};
        const qint64 wanted = kind == Load::Refresh ? std::max<qint64>(pageSize, m_rows.size()) : pageSize;
        inBackground(
            this, [ask = query(), first, wanted] { return gather(ask, first, wanted); },
            [this, kind, wanted](Result<Page<Row>> answer) {
                if (isOutdated())
                    return;
                if (!answer)
                    return setFailed(answer.error());
                const bool complete = answer->items.size() < wanted;
                if (kind == Load::More)
                    append(answer->items);
                else if (kind == Load::Reload)
                    replace(answer->items);
                else
                    merge(answer->items);
                setLoaded(answer->total, complete);
                rowsArrived();
            });
    }

private:
    static Result<Page<Row>> gather(const Query &ask, PageRequest page, qint64 wanted)
    {
        constexpr qint64 largestPage = 500; // what the services allow
        Page<Row> all;
        while (wanted > 0) {
            page.limit = int(std::min(wanted, largestPage));
            Result<Page<Row>> part = ask(page);
            if (!part)
                return part;
            all.total = part->total;
            all.items += part->items;
            wanted -= page.limit;
            page.offset += page.limit;
            if (part->items.size() < page.limit)
                break;
        }
        return all;
    }

    void replace(const QList<Row> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

    // A row that was added at the top meanwhile moves the others down, so that one may come twice.
    void append(QList<Row> rows)
    {
        rows.removeIf([this](const Row &row) { return rowOf(keyOf(row)) >= 0; });
        if (rows.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }

    // Turns the present rows into `rows` by removing, moving and inserting, so that views keep selection and place.
    void merge(const QList<Row> &rows)
    {
        Q_EMIT aboutToRefresh();
        QSet<qint64> staying;
        for (const Row &row : rows)
            staying.insert(keyOf(row));
        for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
            if (staying.contains(keyOf(m_rows[row])))
                continue;
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
        for (int row = 0; row < rows.size(); ++row)
            place(rows[row], row);
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
        Q_EMIT refreshed();
    }

    void place(const Row &wanted, int row)
    {
        const int from = rowOf(keyOf(wanted));
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted);
            endInsertRows();
            return;
        }
        if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            endMoveRows();
        }
        m_rows[row] = wanted;
    }

    QList<Row> m_rows;
};

} // namespace accueil
