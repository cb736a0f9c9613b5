#include "app/application.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/domain/fielderrorkeys.h"
#include "app/services/demoservice.h"
#include "app/services/importservice.h"
#include "app/services/tabletfileservice.h"
#include "app/stopsignals.h"
#include "app/storeopening.h"

#include <QElapsedTimer>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr qint64 progressInterval = 500; // ms

QString figures(const ImportProgress &progress)
{
    return u"%1 accepted, %2 repeated, %3 refused, %4 rows per second"_s.arg(progress.accepted)
        .arg(progress.repeated)
        .arg(progress.refused)
        .arg(progress.rowsPerSecond, 0, 'f', 0);
}

int percent(const ImportProgress &progress)
{
    return progress.bytesTotal > 0 ? static_cast<int>(100 * progress.bytesRead / progress.bytesTotal) : 100;
}

// "Not between 1 and 5, both allowed." for the operator; the window says it in its own languages.
QString inWords(const FieldError &error)
{
    const auto row = std::find_if(
        fieldErrorKeys.begin(), fieldErrorKeys.end(), [&](const FieldErrorKey &key) { return key.key == error.key; });
    if (row == fieldErrorKeys.end())
        return error.key;
    QString words = row->meaning.toString();
    for (auto parameter = error.parameters.cbegin(); parameter != error.parameters.cend(); ++parameter)
        words.replace(u'`' + parameter.key() + u'`', parameter.value().toString());
    return words;
}

QString resultOf(const TabletFileLine &line)
{
    QStringList words{line.outcome.clientId, syncStatusTable.key(line.outcome.status)};
    if (line.outcome.isDeleted)
        words += u"deleted here"_s;
    if (line.voice == LeftVoice::Lost)
        words += u"recording lost"_s;
    if (line.voice == LeftVoice::Refused)
        words += u"recording refused"_s;
    for (const FieldError &error : line.outcome.errors)
        words += u"%1: %2"_s.arg(error.field, inWords(error));
    return words.join(u'\t');
}

QStringList columnsLeftOut(const ImportPreview &preview)
{
    const QList<int> taken = preview.mapping.values();
    QStringList names;
    for (int column = 0; column < preview.header.size(); ++column) {
        if (!taken.contains(column))
            names += preview.header.at(column);
    }
    return names;
}

} // namespace

int runImport(Application &application, const CommandLine &line, const StopSignals &stopSignals)
{
    // A wrong name must not begin a store.
    if (!QFileInfo(line.file).isReadable()) {
        complain(u"%1 was not taken in"_s.arg(line.file),
            Error{.code = ErrorCode::Invalid, .fields = {{u"file"_s, u"fileUnreadable"_s}}});
        return exitFailed;
    }
    if (!openStore(application, NewStore::Make))
        return exitFailed;
    ImportService &imports = application.services().imports;
    const Result<ImportPreview> preview = imports.preview(Session::system(), line.importKind, line.file);
    if (!preview) {
        complain(u"%1 was not taken in"_s.arg(line.file), preview.error());
        return exitFailed;
    }
    if (const QStringList others = columnsLeftOut(*preview); !others.isEmpty())
        complain(u"columns that are left out: %1"_s.arg(others.join(u", "_s)));
    QElapsedTimer sinceShown;
    sinceShown.start();
    const auto showProgress = [&](const ImportProgress &progress) {
        if (sinceShown.elapsed() >= progressInterval) {
            complain(u"%1 %: %2"_s.arg(percent(progress)).arg(figures(progress)));
            sinceShown.start();
        }
        return !stopSignals.wasRequested();
    };
    const Result<ImportReport> report = imports.import(Session::system(), line.importKind, line.file,
        {.mapping = preview->mapping, .language = preview->language, .describe = inWords}, showProgress);
    if (!report) {
        complain(u"%1 was not taken in"_s.arg(line.file), report.error());
        return exitFailed;
    }
    printLine(figures(report->progress));
    if (!report->reportFile.isEmpty())
        printLine(u"refused rows, with line, column and reason: "_s + report->reportFile);
    if (report->interrupted)
        complain(u"interrupted; the same command goes on where it stopped"_s);
    return report->interrupted ? exitFailed : exitDone;
}

int runImportTablet(Application &application, const CommandLine &line, const StopSignals &stopSignals)
{
    if (!openStore(application, NewStore::Refuse))
        return exitFailed;
    TabletFileService &files = application.services().tabletFiles;
    const Result<TabletFileReport> report
        = files.read(Session::system(), line.file).and_then([&](const TabletFile &file) {
              return files.take(Session::system(), file, [&](qsizetype) { return !stopSignals.wasRequested(); });
          });
    if (!report) {
        complain(u"%1 was not taken in"_s.arg(line.file), report.error());
        return exitFailed;
    }
    for (const TabletFileLine &answer : report->lines)
        printLine(resultOf(answer));
    printLine(u"%1 created, %2 known, %3 to compare, %4 refused, %5 to be repeated, %6 recordings lost or refused"_s
                  .arg(report->count(SyncStatus::Created))
                  .arg(report->count(SyncStatus::Known))
                  .arg(report->count(SyncStatus::Kept))
                  .arg(report->count(SyncStatus::Invalid))
                  .arg(report->count(SyncStatus::Retry))
                  .arg(report->count(LeftVoice::Lost) + report->count(LeftVoice::Refused)));
    if (report->isInterrupted)
        complain(u"interrupted; the same command goes on where it stopped"_s);
    return report->isInterrupted || report->count(SyncStatus::Retry) > 0 ? exitFailed : exitDone;
}

int runDemo(Application &application)
{
    if (!openStore(application, NewStore::Make))
        return exitFailed;
    const auto accounts = application.demo().fill(Session::system());
    if (!accounts) {
        complain(u"the store was not filled"_s, accounts.error());
        return exitFailed;
    }
    for (const DemoAccount &account : *accounts)
        printLine(u"%1\t%2\t%3"_s.arg(account.username, roleTable.key(account.role), account.password));
    return exitDone;
}

} // namespace accueil
