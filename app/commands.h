#pragma once

#include "app/commandline.h"

namespace accueil {

class Application;
class StopSignals;

// The program without a window. Each prints results to standard output and everything else to standard error, and
// returns the program's exit code. For operators, in English.
int runServe(Application &application, StopSignals &stopSignals);
int runUserAdd(Application &application, const CommandLine &line);
int runUserList(Application &application);
int runUserDisable(Application &application, const CommandLine &line);
int runImport(Application &application, const CommandLine &line, const StopSignals &stopSignals);
int runImportTablet(Application &application, const CommandLine &line, const StopSignals &stopSignals);
int runAnalyseFile(const CommandLine &line); // needs no store
int runAnalyseStore(Application &application, const StopSignals &stopSignals);
int runDemo(Application &application);
// The month's figures as a PDF; needs the application object of makePaperApplication().
int runReport(Application &application, const CommandLine &line);
int runRecoveryKey(Application &application, const CommandLine &line);
int runRecover(Application &application);

} // namespace accueil
