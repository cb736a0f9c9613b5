#pragma once

#include "app/countingthread.h"
#include "app/databasewatch.h"
#include "app/domain/clock.h"

namespace accueil {

class DeviceService;
class ReminderService;

// What the program knows about itself, for /health and /metrics. Thread-safe.
class OperationWatch
{
public:
    // When a thread that goes in rounds finished its last one.
    class Heartbeat
    {
    public:
        void beat();
        std::optional<double> age() const; // seconds; nothing before the first

    private:
        std::atomic<qint64> m_last = 0; // ms of the monotonic clock; 0: never
    };

    OperationWatch(Database &database, ReminderService &reminders, DeviceService &devices, const Clock &clock);

    void start() { m_database.start(); }
    bool isDatabaseReachable() const { return m_database.isReachable(); }
    OperationFigures figures(); // within a quarter of a second
    Heartbeat &delivery() { return m_delivery; }
    Heartbeat &tracking() { return m_tracking; }

private:
    OperationFigures::Counted count();
    void countDevices(OperationFigures::Counted &counted);

    ReminderService &m_reminders;
    DeviceService &m_devices;
    const Clock &m_clock;
    Heartbeat m_delivery;
    Heartbeat m_tracking;
    DatabaseWatch m_database;
    CountingThread m_counting; // ends first: what it asked of a silent server is given up by the watch
};

} // namespace accueil
