#include "app/operationwatch.h"

#include "app/processfigures.h"
#include "app/services/deviceservice.h"
#include "app/services/reminderservice.h"

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr std::chrono::milliseconds patience{250};

qint64 monotonicMilliseconds()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

} // namespace

void OperationWatch::Heartbeat::beat()
{
    m_last = monotonicMilliseconds();
}

std::optional<double> OperationWatch::Heartbeat::age() const
{
    const qint64 last = m_last;
    return last == 0 ? std::nullopt : std::optional(double(monotonicMilliseconds() - last) / 1000);
}

OperationWatch::OperationWatch(
    Database &database, ReminderService &reminders, DeviceService &devices, const Clock &clock)
    : m_reminders(reminders)
    , m_devices(devices)
    , m_clock(clock)
    , m_database(database)
    , m_counting(database, [this] { return count(); })
{
}

OperationFigures OperationWatch::figures()
{
    OperationFigures figures;
    figures.isDatabaseUp = m_database.isReachable();
    figures.databaseSeconds = m_database.lastDuration();
    if (const auto age = m_delivery.age())
        figures.schedulerAges.insert(u"delivery"_s, *age);
    if (const auto age = m_tracking.age())
        figures.schedulerAges.insert(u"tracking"_s, *age);
    figures.counted = m_counting.counted(figures.isDatabaseUp ? patience : std::chrono::milliseconds(0));
    figures.process = processFigures();
    return figures;
}

OperationFigures::Counted OperationWatch::count()
{
    OperationFigures::Counted counted;
    const Result<ReminderCounts> reminders = m_reminders.counts(Session::system());
    for (const auto &row : reminderStatusTable.rows)
        counted.reminders.insert(row.key.toString(), reminders->states.value(row.value));
    countDevices(counted);
    return counted;
}

// A hospital has some hundred tablets, so that a sum in the database would save nothing.
void OperationWatch::countDevices(OperationFigures::Counted &counted)
{
    constexpr int most = 10'000;
    constexpr std::chrono::minutes lately{5};
    for (const auto &row : deviceStatusTable.rows)
        counted.devices.insert(row.key.toString(), 0);
    const QDateTime since = m_clock.now().addMSecs(-std::chrono::milliseconds(lately).count());
    const Result<Page<Device>> devices = m_devices.list(Session::system(), {.limit = most});
    for (const Device &device : devices->items) {
        ++counted.devices[deviceStatusTable.key(device.status)];
        if (device.status != DeviceStatus::Active)
            continue;
        counted.devicesSeenLately += device.lastSeen && *device.lastSeen >= since ? 1 : 0;
        counted.answersWaiting += device.queueLength.value_or(0);
    }
}

} // namespace accueil
