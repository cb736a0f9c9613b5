#pragma once

#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace accueil {

// What /metrics says about the program beside its requests. Nothing: not known, or not known on this system.
struct OperationFigures
{
    struct Process
    {
        double cpuSeconds = 0;
        double startTime = 0; // seconds since 1970
        qint64 residentBytes = 0;
        qint64 virtualBytes = 0;
        qint64 openFiles = 0;
        qint64 mostOpenFiles = 0;
    };
    // Counted in the store, every 5 s at the most.
    struct Counted
    {
        QMap<QString, qint64> reminders; // by status
        QMap<QString, qint64> devices; // by status
        qint64 devicesSeenLately = 0; // in the last five minutes
        qint64 answersWaiting = 0; // on the tablets, as they said last
        double age = 0; // seconds
    };

    bool isDatabaseUp = false;
    std::optional<double> databaseSeconds; // that the last question to it took
    QMap<QString, double> schedulerAges; // seconds since the last round, by thread; only those that run
    std::optional<Counted> counted;
    std::optional<Process> process;
};

using FiguresSource = std::function<OperationFigures()>;

} // namespace accueil
