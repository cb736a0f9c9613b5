#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace accueil {

// Tells, on the thread that made it, that the operator wants the program to end (SIGTERM, SIGINT). The signal handler
// only sets a flag and writes one byte to a pipe. A second signal ends the program at once, as the system does by
// default. One object per program.
class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

    bool wasRequested() const; // from any thread, also without an event loop

Q_SIGNALS:
    void stopRequested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace accueil
