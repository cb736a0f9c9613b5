#pragma once

#include "app/domain/statistics.h"
#include "app/services/feedbackservice.h"
#include "ui/records/pagedmodel.h"
#include "ui/records/recordcontext.h"

namespace accueil {

// What patients said, as rows of the feedback table.
class FeedbackModel final : public PagedRows<Feedback>
{
    Q_OBJECT
public:
    enum Column { Date, Who, Ward, Face, Rating, Words, Language, Method, Audio, ColumnCount };

    explicit FeedbackModel(const RecordContext &desk, QObject *parent = nullptr);

    const FeedbackFilter &filter() const { return m_filter; }
    void setFilter(const FeedbackFilter &filter); // reads again
    // Only the rows that a figure of the dashboard counts, whatever they are when the list is read; call before
    // setFilter().
    void setBehind(const std::optional<StatisticsFilter> &behind) { m_behind = behind; }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    static std::optional<FeedbackSort> sortOf(int column);

    static QString who(const Feedback &feedback); // the name, or that there is none

protected:
    Query query() const override;
    qint64 keyOf(const Feedback &feedback) const override { return feedback.id.value; }

private:
    QString text(const Feedback &feedback, int column) const;
    QString tooltip(const Feedback &feedback, int column) const;

    const RecordContext &m_desk;
    FeedbackFilter m_filter;
    std::optional<StatisticsFilter> m_behind;
};

} // namespace accueil
