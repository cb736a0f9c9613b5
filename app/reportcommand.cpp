#include "app/application.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/services/settingsservice.h"
#include "app/storeopening.h"
#include "ui/preferences.h"
#include "ui/report/dashboardreport.h"
#include "ui/translator.h"

#include <QLocale>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace accueil {

int runReport(Application &application, const CommandLine &line)
{
    if (!openStore(application, NewStore::Refuse))
        return exitFailed;
    const HospitalSettings hospital = application.services().settings.current();
    const QDate today = application.clock().now().toTimeZone(QTimeZone(hospital.timeZone.toLatin1())).date();
    const QDate thisMonth(today.year(), today.month(), 1);
    const QDate month = line.month.value_or(thisMonth.addMonths(-1));
    if (month > thisMonth) {
        complain(u"%1 has not begun"_s.arg(month.toString(u"yyyy-MM"_s)));
        return exitWrongUse;
    }
    const QTemporaryDir folder; // nothing is remembered of the language of a report
    Preferences preferences(folder.filePath(u"report.ini"_s));
    Translator translator(preferences);
    translator.choose(languageTable.key(line.language));
    const Period period{month, std::min(month.addMonths(1).addDays(-1), today)};
    const Result<DashboardAnswer> answer
        = dashboardAnswer(application.services(), Session::system(), {.period = period, .filter = {}});
    if (!answer) {
        complain(u"the figures could not be read"_s, answer.error());
        return exitFailed;
    }
    const QByteArray pdf = DashboardReport::pdf(
        *answer, {hospital.name, DashboardReport::monthName(month), QLocale().toString(today, QLocale::LongFormat)});
    QSaveFile file(line.file);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit()) {
        complain(u"%1 could not be written"_s.arg(line.file));
        return exitFailed;
    }
    complain(u"%1: %2 responses"_s.arg(line.file).arg(answer->now.feedback.all.responses));
    return exitDone;
}

} // namespace accueil
