#pragma once

#include "app/application.h"
#include "ui/desk.h"

#include <QObject>

#include <memory>

class QApplication;

namespace accueil {

// What the window asks of the program: the Application of this desk, and another one when the person chooses another
// place for the data. Lives on the GUI thread; the functions of Desk that block are called from worker threads.
class Desktop final : public QObject, public Desk
{
    Q_OBJECT
public:
    enum class Place { Free, Fixed }; // Fixed: by the environment, the person cannot choose
    Desktop(ProgramSettings settings, Place place);

    QString version() const override;
    const Clock &clock() const override { return m_clock; }
    QString dataDirectory() const override;
    QString storeDescription() const override;
    StorePlace storePlace() const override;
    bool storePlaceIsFixed() const override { return m_place == Place::Fixed; }
    QString keyPlace() const override;

    Result<StoreState> moveTo(const StorePlace &place) override;
    Result<StoreState> openStore() override;
    Result<QStringList> makeStore() override;
    Result<StoreState> recoverStore(const QString &typedKey) override;

    Services services() override;
    void beginServing() override;
    QString serverAddress() const override;
    QString serverProblem() const override { return m_serverProblem; }
    QStringList tabletAddresses() const override;
    QString trustAddress() const override;
    QString authorityFingerprint() const override;
    QByteArray authorityCertificate() const override;
    std::optional<QDateTime> certificateExpiry() const override;
    QString tabletProblem() const override;

    bool isDrill() const override { return m_application->settings().isDrill; }
    DrillService *drill() override;
    std::optional<Session> drillSession() const override { return m_drillSession; }
    bool startDrill() override;

private:
    Result<StoreState> enter(); // the store is Ready: opens the services once, and says whether anybody may sign in
    Result<StoreState> beginDrill();
    void rememberPlace();

    SystemClock m_clock;
    Place m_place;
    bool m_moved = false; // the place differs from what is remembered
    std::unique_ptr<Application> m_application;
    QString m_serverProblem;
    std::optional<Session> m_drillSession;
};

// Nothing where there is no display; standard error has then said so. `argc` and `argv` must outlive it.
std::unique_ptr<QApplication> makeDesktopApplication(int &argc, char **argv);
// Draws on paper without a display.
std::unique_ptr<QApplication> makePaperApplication(int &argc, char **argv);
// The program with a window: shows it, opens the store, serves. Returns the exit code.
int runDesktop(QApplication &application, const ProgramSettings &settings);

} // namespace accueil
