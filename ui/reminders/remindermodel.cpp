#include "ui/reminders/remindermodel.h"

#include "ui/errortext.h"
#include "ui/records/recordchips.h"
#include "ui/records/recordwords.h"
#include "ui/reminders/reminderaction.h"
#include "ui/widgets/tableview.h"

namespace accueil {

using namespace Qt::StringLiterals;

ReminderModel::ReminderModel(const RecordContext &desk, QObject *parent)
    : PagedRows(parent)
    , m_desk(desk)
{
}

void ReminderModel::setFilter(const ReminderFilter &filter)
{
    m_filter = filter;
    reload();
}

ReminderModel::Query ReminderModel::query() const
{
    return [&reminders = m_desk.services.reminders, who = m_desk.session, filter = m_filter](
               const PageRequest &page) { return reminders.list(who, filter, page); };
}

QString ReminderModel::text(const Reminder &reminder, int column) const
{
    switch (column) {
    case Status:
        return RecordWords::status(reminder.status);
    case Who:
        return reminder.patientName.isEmpty() ? reminder.patientNumber : reminder.patientName;
    case Reason:
        return reminder.reason.isEmpty() ? reminder.message.simplified() : reasonText(reminder.reason);
    case Actions: {
        QStringList names; // for screen readers; the delegate paints the buttons
        for (ReminderAction action : ReminderActions::of(reminder))
            names += ReminderActions::text(action, reminder.channel);
        return names.join(u", "_s);
    }
    default:
        return {};
    }
}

QVariant ReminderModel::data(const QModelIndex &index, int role) const
{
    const Reminder *reminder = at(index.row());
    if (!reminder)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*reminder, index.column());
    case Qt::ToolTipRole:
        return index.column() == Reason ? reminder->message : m_desk.time.exact(reminder->scheduledTime);
    case cell::ChipRole:
        return index.column() == Status ? QVariant::fromValue(RecordChips::of(reminder->status)) : QVariant();
    case KeyRole:
        return reminder->id.value;
    case SecondLineRole:
        if (index.column() == Who) {
            const QString when = m_desk.time.brief(reminder->scheduledTime);
            return u"%1 · %2"_s.arg(RecordWords::channel(reminder->channel), when);
        }
        if (index.column() == Reason && !reminder->reason.isEmpty())
            return {}; // a reason may take both lines
        if (index.column() == Reason && !reminder->recurrence)
            return RecordWords::purpose(reminder->purpose);
        if (index.column() == Reason)
            return u"%1 · %2"_s.arg(
                RecordWords::purpose(reminder->purpose), RecordWords::recurrence(*reminder->recurrence));
        return {};
    default:
        return {};
    }
}

QVariant ReminderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Status:
        return tr("State");
    case Who:
        return tr("Patient");
    case Reason:
        return tr("About");
    case Actions:
        return tr("To do");
    default:
        return {};
    }
}

} // namespace accueil
