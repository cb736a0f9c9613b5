#include "app/application.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/services/textanalysis.h"
#include "app/services/understandingservice.h"
#include "app/stopsignals.h"
#include "app/storeopening.h"
#include "app/understanding/understandingengine.h"

#include <QElapsedTimer>
#include <QFile>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr qint64 progressInterval = 500; // ms

} // namespace

int runAnalyseFile(const CommandLine &line)
{
    QFile in(line.file);
    QFile out;
    const auto refuse = [&](const Error &error) {
        complain(u"%1 was not read"_s.arg(line.file), error);
        return exitFailed;
    };
    if (!in.open(QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return refuse({.code = ErrorCode::Invalid, .fields = {{u"file"_s, u"fileUnreadable"_s}}});
    const UnderstandingEngine engine;
    const Result<qint64> rows = analyseTexts(engine, in, out);
    if (!rows)
        return refuse(rows.error());
    complain(u"%1 rows by engine %2"_s.arg(*rows).arg(engine.version()));
    return exitDone;
}

int runAnalyseStore(Application &application, const StopSignals &stopSignals)
{
    if (!openStore(application, NewStore::Refuse))
        return exitFailed;
    QElapsedTimer sinceShown;
    sinceShown.start();
    const auto showProgress = [&](const AnalysisProgress &progress) {
        if (sinceShown.elapsed() >= progressInterval) {
            complain(u"%1 read, %2 to go"_s.arg(progress.analysed).arg(progress.remaining));
            sinceShown.start();
        }
        return !stopSignals.wasRequested();
    };
    const Result<AnalysisProgress> done
        = application.services().understanding.analyse(Session::system(), 0, showProgress);
    if (!done) {
        complain(u"the feedback was not read again"_s, done.error());
        return exitFailed;
    }
    printLine(
        u"%1 read again, %2 of them changed, %3 to go"_s.arg(done->analysed).arg(done->changed).arg(done->remaining));
    if (done->interrupted)
        complain(u"interrupted; the same command goes on where it stopped"_s);
    return done->interrupted ? exitFailed : exitDone;
}

} // namespace accueil
