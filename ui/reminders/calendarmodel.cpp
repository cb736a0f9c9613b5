#include "ui/reminders/calendarmodel.h"

#include "app/services/calendarservice.h"
#include "app/services/domainevents.h"
#include "app/services/settingsservice.h"
#include "ui/background.h"
#include "ui/records/recordwords.h"

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The hours that are always in view; others come with what they hold.
constexpr int usualFirstHour = 7;
constexpr int usualLastHour = 20;

enum class Fate { ToDecide, Refused, Gone, Coming, None };

Fate fateOf(ReminderStatus status)
{
    switch (status) {
    case ReminderStatus::Unknown:
    case ReminderStatus::Late:
        return Fate::ToDecide;
    case ReminderStatus::Failed:
    case ReminderStatus::Expired:
        return Fate::Refused;
    case ReminderStatus::Sent:
    case ReminderStatus::Delivered:
        return Fate::Gone;
    case ReminderStatus::Pending:
    case ReminderStatus::Sending:
        return Fate::Coming;
    case ReminderStatus::Cancelled:
        return Fate::None;
    }
    Q_UNREACHABLE();
}

Icon iconOf(Fate fate, Channel channel)
{
    if (fate == Fate::ToDecide)
        return Icon::CircleQuestion;
    if (fate == Fate::Refused)
        return Icon::CircleAlert;
    if (channel == Channel::Ivr)
        return Icon::Phone;
    if (channel == Channel::Email)
        return Icon::Mail;
    return fate == Fate::Gone ? Icon::CheckCheck : Icon::Clock;
}

Tone toneOf(Fate fate)
{
    switch (fate) {
    case Fate::ToDecide:
        return Tone::Warning;
    case Fate::Refused:
        return Tone::Danger;
    case Fate::Gone:
        return Tone::Success;
    case Fate::Coming:
    case Fate::None:
        return Tone::Info;
    }
    Q_UNREACHABLE();
}

} // namespace

CalendarModel::CalendarModel(const RecordContext &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &CalendarModel::read);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this,
        [this] { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {NowRole}); });
    m_minute.start();
}

void CalendarModel::show(const QDate &first, int days)
{
    beginResetModel();
    m_first = first;
    m_days = days;
    m_slots.clear();
    endResetModel();
    read();
}

void CalendarModel::read()
{
    if (!m_first.isValid())
        return;
    const QDateTime from = m_desk.time.utc(m_first, QTime(0, 0));
    const QDateTime until = m_desk.time.utc(m_first.addDays(m_days), QTime(0, 0));
    inBackground(
        this,
        [services = m_desk.services, who = m_desk.session, from, until]() -> Result<Hours> {
            return services.calendar.hours(who, from, until).map([&](const QList<CalendarSlot> &found) {
                return Hours{found, services.settings.current().delivery};
            });
        },
        [this, question = ++m_question](const Result<Hours> &answer) {
            if (question != m_question)
                return;
            if (!answer)
                return void(Q_EMIT failed(answer.error()));
            setHours(*answer);
            Q_EMIT loaded();
        });
}

void CalendarModel::setHours(const Hours &hours)
{
    m_rules = hours.rules;
    QMap<std::pair<int, int>, QList<CalendarSlot>> slots;
    int first = usualFirstHour;
    int last = usualLastHour;
    for (const CalendarSlot &slot : hours.found) {
        const QDateTime local = m_desk.time.local(slot.start);
        const int column = int(m_first.daysTo(local.date()));
        const int hour = local.time().hour();
        slots[{column, hour}] << slot;
        first = std::min(first, hour);
        last = std::max(last, hour);
    }
    const bool isOfSameSize = first == m_firstHour && last == m_lastHour;
    if (!isOfSameSize)
        beginResetModel();
    m_slots = slots;
    m_firstHour = first;
    m_lastHour = last;
    if (!isOfSameSize)
        endResetModel();
    else
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int CalendarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_lastHour - m_firstHour + 1;
}

int CalendarModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_days;
}

std::pair<QDateTime, QDateTime> CalendarModel::spanOf(const QModelIndex &cell) const
{
    const QDateTime from = m_desk.time.utc(dayOf(cell.column()), QTime(hourOf(cell.row()), 0));
    return {from, from.addSecs(3600)};
}

QList<CalendarBlock> CalendarModel::blocksOf(const QModelIndex &index) const
{
    std::map<std::pair<Fate, Channel>, CalendarBlock> blocks;
    for (const CalendarSlot &slot : m_slots.value({index.column(), hourOf(index.row())})) {
        const Fate fate = fateOf(slot.status);
        if (fate == Fate::None)
            continue;
        CalendarBlock &block = blocks[{fate, slot.channel}];
        block.onlyUnconfirmed = slot.onlyUnconfirmed && (block.count == 0 || block.onlyUnconfirmed);
        block.count += slot.count;
        const int count = int(block.count);
        QString text;
        if (fate == Fate::ToDecide)
            text = tr("%n to decide", nullptr, count);
        else if (fate == Fate::Refused)
            text = tr("%n refused", nullptr, count);
        else if (slot.channel == Channel::Sms)
            text = tr("%n SMS", nullptr, count);
        else if (slot.channel == Channel::Ivr)
            text = tr("%n call(s)", nullptr, count);
        else
            text = tr("%n email(s)", nullptr, count);
        block.chip = {text, toneOf(fate), iconOf(fate, slot.channel)};
    }
    QList<CalendarBlock> found;
    for (const auto &[key, block] : blocks)
        found << block;
    return found;
}

bool CalendarModel::isQuiet(const QModelIndex &index) const
{
    return !whyNotAt(spanOf(index).first, m_rules, m_desk.timeZone).isEmpty();
}

QString CalendarModel::words(const QModelIndex &index) const
{
    QStringList parts{QLocale().toString(dayOf(index.column()), u"dddd d MMMM"_s) + u' '
        + QLocale().toString(QTime(hourOf(index.row()), 0), u"HH:mm"_s)};
    for (const CalendarBlock &block : blocksOf(index)) {
        QString text = block.chip.text;
        if (block.chip.tone == Tone::Success)
            text = tr("%1 sent").arg(text);
        if (block.onlyUnconfirmed)
            text = tr("%1, only if not confirmed").arg(text);
        parts << text;
    }
    if (isQuiet(index))
        parts << tr("nothing is sent");
    return parts.join(u", "_s);
}

QVariant CalendarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return words(index);
    case BlocksRole:
        return QVariant::fromValue(blocksOf(index));
    case QuietRole:
        return isQuiet(index);
    case NowRole: {
        const QDateTime now = m_desk.time.now();
        if (now.date() != dayOf(index.column()) || now.time().hour() != hourOf(index.row()))
            return {};
        return now.time().minute() / 60.0;
    }
    default:
        return {};
    }
}

QVariant CalendarModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return tr("%1 h", "an hour of the day").arg(hourOf(section));
    const QDate day = dayOf(section);
    const bool isToday = day == m_desk.time.today();
    if (m_days > 1) // narrow: the days beside it say which one of the week it is
        return isToday ? tr("today %1", "day of the month").arg(day.day()) : QLocale().toString(day, u"ddd d"_s);
    const QString words = QLocale().toString(day, u"dddd d MMMM"_s);
    return isToday ? tr("%1 · today").arg(words) : words;
}

} // namespace accueil
