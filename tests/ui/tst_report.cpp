#include "tests/ui/pageroom.h"

#include "app/services/feedbackservice.h"
#include "ui/dashboard/dashboardanswer.h"
#include "ui/report/dashboardreport.h"
#include "ui/translator.h"

#include <QProcess>
#include <QRegularExpression>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QString textOf(PageRoom &room, const QByteArray &pdf)
{
    QFile file(room.folder.filePath(u"report.pdf"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(pdf);
    file.close();
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, file.fileName(), u"-"_s});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

// The board's report holds what the service counts.
class TestReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsTheFiguresInBothLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("English") << u"en"_s
                                 << QStringList{u"What patients say"_s, u"In short"_s, u"How this was counted"_s,
                                        u"4.00"_s, u"n = 40"_s};
        QTest::newRow("French") << u"fr"_s
                                << QStringList{u"Ce que disent les patients"_s, u"En bref"_s, u"Comment on a compté"_s,
                                       u"4,00"_s, u"n = 40"_s};
    }
    void holdsTheFiguresInBothLanguages()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, words);
        PageRoom room;
        for (int i = 0; i < 40; ++i) {
            FeedbackDraft draft;
            draft.ward = u"Maternité"_s;
            draft.ratings.overallExperience = i % 2 == 0 ? 3 : 5;
            draft.comments = u"Mot secret %1"_s.arg(i);
            draft.patientName = u"Ngo Likeng"_s;
            QVERIFY(room.feedback.submit(room.reception, draft));
        }
        Translator translator(room.preferences);
        translator.choose(language);
        const QDate today = room.clock.now().date();
        const DashboardAnswer answer = dashboardAnswer(room.context().services, room.manager,
            {.period = Period::untilToday(today, 30),
                .filter = {}}).value();
        const QByteArray pdf
            = DashboardReport::pdf(answer, {u"Hôpital Général"_s, DashboardReport::monthName(today), u"today"_s});
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(!pdf.contains("/Subtype /Image")); // charts are lines and letters
        const QString text = textOf(room, pdf);
        for (const QString &word : words)
            QVERIFY2(text.contains(word), qPrintable(word + u" in "_s + text));
        QVERIFY(text.contains(u"Maternité"_s));
        QVERIFY(!text.contains(u"Ngo Likeng"_s));
        // Every sheet but the cover says which of how many it is.
        const qsizetype sheets = text.count(u'\f');
        QVERIFY(sheets >= 4);
        for (int sheet = 2; sheet <= sheets; ++sheet)
            QVERIFY2(text.contains(QRegularExpression(u"\\b%1 ?/ ?%2\\b"_s.arg(sheet).arg(sheets))),
                qPrintable(QString::number(sheet)));
        translator.choose(u"en"_s);
    }

    void aStoreWithoutFeedbackHasAReportToo()
    {
        PageRoom room;
        Translator translator(room.preferences);
        translator.choose(u"en"_s);
        const QDate today = room.clock.now().date();
        const DashboardAnswer answer = dashboardAnswer(room.context().services, room.manager,
            {.period = Period::untilToday(today, 30),
                .filter = {}}).value();
        QVERIFY(textOf(room, DashboardReport::pdf(answer, {u"H"_s, u"October"_s, u"today"_s}))
                    .contains(u"Not enough feedback"_s));
    }
};

QTEST_MAIN(TestReport)
#include "tst_report.moc"
