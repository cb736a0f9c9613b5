#include "ui/patients/timelinemodel.h"

#include "ui/errortext.h"
#include "ui/records/recordchips.h"
#include "ui/records/recordwords.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

bool belongsTo(const HistoryItem &item, TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::All:
        return true;
    case TimelineKind::Feedback:
        return std::holds_alternative<Feedback>(item.what);
    case TimelineKind::Reminders:
        return std::holds_alternative<Reminder>(item.what) || std::holds_alternative<AttemptOfReminder>(item.what);
    }
    Q_UNREACHABLE();
}

} // namespace

TimelineModel::TimelineModel(const RecordContext &desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
}

void TimelineModel::setItems(const QList<HistoryItem> &items)
{
    m_items = items;
    const QDateTime now = m_desk.clock.now();
    const auto past
        = std::find_if(m_items.begin(), m_items.end(), [&](const HistoryItem &item) { return item.at <= now; });
    std::reverse(m_items.begin(), past);
    rebuild();
}

void TimelineModel::show(TimelineKind kind)
{
    m_shown = kind;
    rebuild();
}

int TimelineModel::count(TimelineKind kind) const
{
    return int(std::count_if(m_items.begin(), m_items.end(), [kind](const HistoryItem &item) {
        return belongsTo(item, kind)
            && (kind != TimelineKind::Reminders || std::holds_alternative<Reminder>(item.what));
    }));
}

void TimelineModel::rebuild()
{
    beginResetModel();
    m_entries.clear();
    QString heading;
    for (const HistoryItem &item : std::as_const(m_items)) {
        if (!belongsTo(item, m_shown))
            continue;
        const QString own = m_desk.time.heading(item.at);
        if (own != heading) {
            if (!m_entries.isEmpty())
                m_entries.last().last = true;
            heading = own;
            m_entries += TimelineEntry{.kind = TimelineEntry::Kind::Heading, .title = own};
        }
        m_entries += entryOf(item);
    }
    if (!m_entries.isEmpty())
        m_entries.last().last = true;
    endResetModel();
}

TimelineEntry TimelineModel::entryOf(const HistoryItem &item) const
{
    TimelineEntry entry = std::visit([this](const auto &what) { return entryOf(what); }, item.what);
    const qint64 days = m_desk.time.today().daysTo(m_desk.time.local(item.at).date());
    entry.time = days == 0 || days == -1 ? m_desk.time.clockTime(item.at)
        : days > 0                       ? m_desk.time.dayAndTime(item.at)
                                         : m_desk.time.shortDay(item.at);
    entry.exactTime = m_desk.time.exact(item.at);
    return entry;
}

TimelineEntry TimelineModel::entryOf(const Feedback &feedback) const
{
    TimelineEntry entry{.kind = TimelineEntry::Kind::Feedback, .icon = Icon::MessageSquare, .tone = Tone::Accent};
    const QString method = RecordWords::method(feedback.method).toLower();
    entry.title
        = feedback.ward.isEmpty() ? tr("Feedback, %1").arg(method) : tr("Feedback, %1, %2").arg(method, feedback.ward);
    entry.face = feedback.ratings.emojiRating;
    entry.stars = RecordWords::rating(feedback);
    if (feedback.ratings.recommendationLikelihood)
        entry.beside = tr("recommends %1/10").arg(*feedback.ratings.recommendationLikelihood);
    const QString words = RecordWords::wordsIn(feedback).simplified();
    if (!words.isEmpty())
        entry.words = tr("“%1”").arg(words);
    if (feedback.audio) {
        entry.chip = Chip{tr("Recording"), Tone::Neutral, Icon::Mic};
    }
    entry.id = feedback.id.value;
    return entry;
}

TimelineEntry TimelineModel::entryOf(const Reminder &reminder) const
{
    const Chip chip = RecordChips::of(reminder.status);
    TimelineEntry entry{.kind = TimelineEntry::Kind::Reminder, .tone = chip.tone};
    entry.icon = reminder.channel == Channel::Sms ? Icon::MessageCircle
        : reminder.channel == Channel::Email      ? Icon::Mail
                                                  : Icon::Phone;
    const QString channel = RecordWords::channel(reminder.channel);
    entry.title = reminder.appointmentTime
        ? tr("%1, appointment of %2").arg(channel, m_desk.time.dayAndTime(*reminder.appointmentTime))
        : tr("%1, %2", "channel, purpose").arg(channel, RecordWords::purpose(reminder.purpose).toLower());
    entry.chip = chip;
    if (!reminder.reason.isEmpty())
        entry.beside = reasonText(reminder.reason);
    else if (reminder.recurrence)
        entry.beside = RecordWords::recurrence(*reminder.recurrence);
    entry.words = reminder.message.simplified();
    entry.id = reminder.id.value;
    return entry;
}

TimelineEntry TimelineModel::entryOf(const AttemptOfReminder &item) const
{
    const Attempt &attempt = item.attempt;
    const Chip chip = RecordChips::of(attempt.outcome);
    TimelineEntry entry{.kind = TimelineEntry::Kind::Attempt, .icon = Icon::Send};
    entry.title = tr("%1, try number %2").arg(RecordWords::channel(attempt.channel)).arg(attempt.number);
    entry.chip = chip;
    entry.beside = attempt.reason.isEmpty() ? attempt.providerCode : reasonText(attempt.reason);
    entry.id = item.reminder.value;
    return entry;
}

QString TimelineModel::reminderEditTitle(const AuditEntry &edit)
{
    if (edit.action == "cancelled"_L1)
        return tr("Reminder cancelled by %1").arg(edit.actorName);
    if (edit.action == "retried"_L1 || edit.action == "sentAgain"_L1)
        return tr("Reminder sent again by %1").arg(edit.actorName);
    if (edit.action == "confirmedSent"_L1)
        return tr("Reminder taken for sent by %1").arg(edit.actorName);
    return tr("Reminder changed by %1").arg(edit.actorName);
}

TimelineEntry TimelineModel::entryOf(const AuditEntry &edit) const
{
    TimelineEntry entry{.kind = TimelineEntry::Kind::Edit, .icon = Icon::Pencil};
    if (edit.entity == "feedback"_L1)
        entry.title = tr("Feedback changed by %1").arg(edit.actorName);
    else if (edit.entity == "reminder"_L1)
        entry.title = reminderEditTitle(edit);
    else if (edit.action == u"created"_s)
        entry.title = tr("Registered by %1").arg(edit.actorName);
    else if (edit.action == u"archived"_s)
        entry.title = tr("Archived by %1").arg(edit.actorName);
    else
        entry.title = tr("Record changed by %1").arg(edit.actorName);
    return entry;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const TimelineEntry &entry = m_entries[index.row()];
    if (role == Qt::ToolTipRole)
        return entry.exactTime;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    QStringList parts{entry.title, entry.time, entry.chip.text};
    if (entry.stars)
        parts += tr("%1 out of 5").arg(*entry.stars);
    parts += {entry.beside, entry.words};
    parts.removeAll(QString());
    return parts.join(u". "_s);
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_entries[index.row()].kind == TimelineEntry::Kind::Heading)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace accueil
