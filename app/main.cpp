#include "app/application.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/desktop.h"
#include "app/drill.h"
#include "app/logging.h"
#include "app/processmemory.h"
#include "app/stopsignals.h"
#include "app/storeopening.h"

#include <QApplication>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace accueil;

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

// Whether a command begins a new store where there is none. The others look after one.
bool mayMakeStore(Command command)
{
    switch (command) {
    case Command::UserList:
    case Command::UserDisable:
    case Command::AnalyseStore:
    case Command::RecoveryKey:
    case Command::Recover:
    case Command::Report:
        return false;
    default:
        return true;
    }
}

int runHeadless(const CommandLine &line, const ProgramSettings &settings)
{
    // Before anything makes a data directory: a slip in its name must not leave one behind.
    if (!mayMakeStore(line.command) && !storeExists(settings.database)) {
        complain(u"there is no store in %1 yet"_s.arg(settings.database.describe()));
        return exitFailed;
    }
    StopSignals stopSignals;
    Application application(settings);
    switch (line.command) {
    case Command::Serve:
        return runServe(application, stopSignals);
    case Command::UserAdd:
        return runUserAdd(application, line);
    case Command::UserList:
        return runUserList(application);
    case Command::UserDisable:
        return runUserDisable(application, line);
    case Command::ImportTablet:
        return runImportTablet(application, line, stopSignals);
    case Command::Import:
        return runImport(application, line, stopSignals);
    case Command::AnalyseStore:
        return runAnalyseStore(application, stopSignals);
    case Command::Report:
        return runReport(application, line);
    case Command::Demo:
        return runDemo(application);
    case Command::RecoveryKey:
        return runRecoveryKey(application, line);
    case Command::Recover:
        return runRecover(application);
    default:
        return exitWrongUse;
    }
}

tl::expected<ProgramSettings, QList<SettingProblem>> drillSettings(const DrillPlace &place, const CommandLine &line)
{
    QList<SettingProblem> problems;
    if (!place.isThere())
        problems.append({u"--drill"_s, u"a folder for temporary files that can be written"_s});
    bool isPort = line.start.port.isEmpty();
    const quint16 port = isPort ? 0 : line.start.port.toUShort(&isPort);
    if (!isPort)
        problems.append({u"--port"_s, u"a whole number from 0 to 65535"_s});
    if (!problems.isEmpty())
        return tl::unexpected(problems);
    return place.settings(port);
}

int run(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"accueil"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ACCUEIL_VERSION));
    const tl::expected<CommandLine, QString> line = parseCommandLine(argumentsOf(argc, argv));
    if (!line) {
        complain(u"accueil: %1\nTry: accueil --help"_s.arg(line.error()));
        return exitWrongUse;
    }
    if (line->command == Command::Help || line->command == Command::Version) {
        printLine(line->command == Command::Help ? usage().trimmed()
                                                 : u"accueil "_s + QCoreApplication::applicationVersion());
        return exitDone;
    }
    if (line->command == Command::AnalyseFile)
        return runAnalyseFile(*line);
    startLogging();
    // Before the settings, of which some are certificates: Qt's TLS belongs to an application object.
    const bool hasWindow = line->command == Command::Window;
    const std::unique_ptr<QApplication> window = hasWindow ? makeDesktopApplication(argc, argv) : nullptr;
    if (hasWindow && !window)
        return exitFailed;
    const bool isPaper = line->command == Command::Report;
    const std::unique_ptr<QCoreApplication> core = hasWindow ? nullptr
        : isPaper                                            ? makePaperApplication(argc, argv)
                                                             : std::make_unique<QCoreApplication>(argc, argv);
    const std::unique_ptr<DrillPlace> drill = line->isDrill ? std::make_unique<DrillPlace>() : nullptr;
    const auto settings = drill
        ? drillSettings(*drill, *line)
        : readSettings(line->start, QProcessEnvironment::systemEnvironment(), QDir::currentPath());
    if (!settings) {
        for (const SettingProblem &problem : settings.error())
            complain(u"%1: expected %2"_s.arg(problem.name, problem.expected));
        return exitWrongUse;
    }
    if (!drill)
        logToDirectory(settings->dataDirectory);
    try {
        return window ? runDesktop(*window, *settings) : runHeadless(*line, *settings);
    } catch (const DatabaseError &error) {
        // SQLite lies where the data folder is, unless somebody said otherwise.
        const bool isServer = settings->database.dialect == Dialect::PostgreSql;
        complain(u"%1the store %2 is out of reach: %3"_s.arg(isServer ? u"DATABASE_URL: "_s : QString(),
            settings->database.describe(), QString::fromUtf8(error.what())));
    } catch (const CipherError &error) {
        complain(u"a stored value cannot be opened: %1"_s.arg(QString::fromUtf8(error.what())));
    }
    return exitFailed;
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryShort();
    return run(argc, argv);
}
