#pragma once

#include "app/domain/history.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/chip.h"

#include <QAbstractListModel>

namespace accueil {

// One row of a time line, in words: a heading ("March") or something that happened.
struct TimelineEntry
{
    enum class Kind { Heading, Feedback, Reminder, Attempt, Edit };

    Kind kind = Kind::Heading;
    QString title = {};
    QString time = {}; // short, at the right
    QString exactTime = {}; // tooltip
    Icon icon = Icon::None;
    Tone tone = Tone::Neutral;
    Chip chip = {}; // nothing when its text is empty
    QString beside = {}; // after chip or stars
    std::optional<int> face = {}; // 1..5
    std::optional<int> stars = {}; // 1..5
    QString words = {}; // what the person said, or the message
    bool last = false; // no line to a next one of the group
    qint64 id = 0; // row of the feedback or reminder; 0 for the others
};

enum class TimelineKind { All, Feedback, Reminders };

// A patient's time line, grouped under headings: upcoming (nearest first), then newest first. GUI thread only.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit TimelineModel(const RecordContext &desk, QObject *parent = nullptr);

    void setItems(const QList<HistoryItem> &items); // newest first, as PatientService::history gives them
    void show(TimelineKind kind);
    int count(TimelineKind kind) const;
    const TimelineEntry &entry(int row) const { return m_entries[row]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_entries.size()); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();
    TimelineEntry entryOf(const HistoryItem &item) const;
    TimelineEntry entryOf(const Feedback &feedback) const;
    TimelineEntry entryOf(const Reminder &reminder) const;
    TimelineEntry entryOf(const AttemptOfReminder &attempt) const;
    TimelineEntry entryOf(const AuditEntry &edit) const;
    static QString reminderEditTitle(const AuditEntry &edit);

    const RecordContext &m_desk;
    QList<HistoryItem> m_items;
    TimelineKind m_shown = TimelineKind::All;
    QList<TimelineEntry> m_entries;
};

} // namespace accueil
