#pragma once

#include "app/domain/clock.h"
#include "app/services/services.h"
#include "app/services/storeservice.h"
#include "app/settings.h"

#include <QObject>

#include <memory>

namespace accueil {

class DemoService;
class Doors;
class DrillService;

// The composition root: builds every object, passes references, takes them down in reverse. In two steps, because a
// store may first have to be made or opened with its recovery key: the constructor reaches the database, open() builds
// the services. Lives on the main thread.
class Application : public QObject
{
    Q_OBJECT
public:
    // Makes the data directory (0700) when it is not there. Does not reach the database yet.
    explicit Application(ProgramSettings settings);
    ~Application() override; // stops what was started

    const ProgramSettings &settings() const { return m_settings; }
    const Clock &clock() const { return m_clock; }
    StoreService &store();

    // Once, when the store is Ready, from any thread; reaches the database. Throws DatabaseError and CipherError.
    void open();
    bool isOpen() const;
    const Services &services() const; // after open()
    DemoService &demo(); // likewise
    DrillService *drill(); // likewise; null in earnest

    // Serves the API and the tablets from now on. Follows the hospital's choice whether tablets are allowed, on the
    // same ports; what another desk chose is seen within 6 s while delivery runs. False: `why`.
    bool startServer(QString *why);
    const Doors *doors() const; // null before startServer() and after stop()
    QString serverAddress() const; // "http://127.0.0.1:8000"; empty: does not listen
    void startDelivery(); // sends due reminders from now on, on a thread of its own
    void stop(); // server and delivery, within 2 s

private:
    struct Parts;

    const ProgramSettings m_settings;
    SystemClock m_clock;
    std::unique_ptr<Parts> m_parts;
};

} // namespace accueil
