#include "app/services/csvreader.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/chartcolors.h"
#include "ui/charts/downsampling.h"
#include "ui/charts/heatmap.h"
#include "ui/charts/timechart.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QPainter>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

BarChart::Content bars(const QStringList &names)
{
    BarChart::Content content;
    content.table.headers = {u"Ward"_s, u"n"_s};
    for (int i = 0; i < names.size(); ++i) {
        content.rows += {names.at(i), {{double(i + 1), Hue::Vermilion, {}}}, QString::number(i + 1), {}, {}};
        content.table.rows
            += {{wordCell(names.at(i)), countCell(i + 1)}, names.at(i) + u": "_s + QString::number(i + 1), i != 1};
    }
    return content;
}

TimeChart::Content course(const QList<double> &means)
{
    TimeChart::Content content;
    content.table.headers = {u"Week"_s, u"Mean"_s};
    for (const double mean : means) {
        content.points += {u"w"_s, mean, Interval{mean - 0.1, mean + 0.1}, ControlLimits{3.5, 4.5}};
        content.table.rows += {{wordCell(u"w"_s), numberCell(mean, 2)}, u"w"_s, true};
    }
    content.centre = 4;
    return content;
}

bool hasColor(const QImage &picture, const QColor &color)
{
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

QImage pictureOf(Chart &chart, QList<ChartMark> &marks)
{
    QImage picture(500, 260, QImage::Format_RGB32);
    const Colors &colors = colorsFor(Scheme::Light);
    picture.fill(colors.surface);
    QPainter painter(&picture);
    marks = chart.draw(painter, picture.rect(), colors);
    return picture;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void downsamplingKeepsEndsAndPeaks()
    {
        QList<QPointF> points;
        for (int i = 0; i < 10'000; ++i)
            points += QPointF(i, std::sin(i / 300.0));
        points[4321].setY(50); // one bad day among ten thousand
        const QList<qsizetype> kept = downsampled(points, 200);
        QCOMPARE(kept.size(), 200);
        QCOMPARE(kept.first(), 0);
        QCOMPARE(kept.last(), 9999);
        QVERIFY(kept.contains(4321));
        QVERIFY(std::is_sorted(kept.begin(), kept.end()));
        QCOMPARE(downsampled(points.mid(0, 5), 5), (QList<qsizetype>{0, 1, 2, 3, 4}));
        // By hand: of two buckets, 1-2 and 3-4, the points that span the largest triangles.
        const QList<QPointF> few{{0, 0}, {1, 9}, {2, 1}, {3, 0}, {4, -7}, {5, 0}};
        QCOMPARE(downsampled(few, 4), (QList<qsizetype>{0, 1, 4, 5}));
    }

    void theTableShowsWhatTheChartShows()
    {
        auto *chart = new BarChart;
        chart->setContent(bars({u"Maternité"_s, u"Urgences"_s, u"Chirurgie"_s}));
        ChartCard card(chart);
        card.setWords(u"A finding"_s, u"n = 6"_s);
        card.resize(500, 300);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        auto *table = card.findChild<TableView *>();
        QVERIFY(!table->isVisible());
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_T);
        QVERIFY(table->isVisible());
        QCOMPARE(table->accessibleName(), u"A finding"_s);
        const ChartTable &figures = chart->table();
        QCOMPARE(table->model()->rowCount(), figures.rows.size());
        for (int row = 0; row < figures.rows.size(); ++row) {
            for (int column = 0; column < figures.headers.size(); ++column)
                QCOMPARE(
                    table->model()->index(row, column).data().toString(), figures.rows.at(row).cells.at(column).text);
        }
        QTest::keyClick(table, Qt::Key_T);
        QVERIFY(chart->isVisible());
    }

    void arrowsMoveFromMarkToMarkAndEnterOpens()
    {
        BarChart chart;
        chart.setContent(bars({u"Maternité"_s, u"Urgences"_s, u"Chirurgie"_s}));
        chart.resize(400, 200);
        chart.show();
        chart.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&chart));
        QSignalSpy opened(&chart, &Chart::opened);
        chart.setFocus();
        QCOMPARE(chart.accessibleDescription(), u"Maternité: 1"_s);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(opened.takeFirst(), (QVariantList{0}));
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.accessibleDescription(), u"Urgences: 2"_s);
        QTest::keyClick(&chart, Qt::Key_Return); // too few: nothing is behind it
        QVERIFY(opened.isEmpty());
        QTest::keyClick(&chart, Qt::Key_End);
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.currentRow(), 2);
        QTest::keyClick(&chart, Qt::Key_Space);
        QCOMPARE(opened.takeFirst(), (QVariantList{2}));
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(200, 10));
        QCOMPARE(opened.takeFirst(), (QVariantList{0}));
    }

    void inAHeatMapArrowsKeepToTheGrid()
    {
        HeatMap map;
        HeatMap::Content content;
        content.days = {u"Mo"_s, u"Tu"_s};
        content.hours = {u"8"_s, u"9"_s, u"10"_s};
        for (int i = 0; i < 6; ++i) {
            content.counts += i;
            content.table.rows += {{countCell(i)}, QString::number(i), true};
        }
        map.setContent(content);
        map.show();
        map.setFocus();
        QTest::keyClick(&map, Qt::Key_Home);
        QTest::keyClick(&map, Qt::Key_Left);
        QCOMPARE(map.currentRow(), 0);
        QTest::keyClick(&map, Qt::Key_Down);
        QCOMPARE(map.currentRow(), 3);
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Right); // the end of the day is not the beginning of the next one
        QCOMPARE(map.currentRow(), 5);
    }

    void whatLiesOutsideItsLimitsHasAnotherColourAndShape()
    {
        QList<ChartMark> marks;
        TimeChart chart;
        chart.setContent(course({4, 4.1, 3.9, 4, 4.05, 4.1}));
        const QImage usual = pictureOf(chart, marks);
        QCOMPARE(marks.size(), 6);
        QVERIFY(hasColor(usual, hueColor(Hue::Blue)));
        QVERIFY(hasColor(usual, colorsFor(Scheme::Light).neutralSoft)); // the band
        QVERIFY(!hasColor(usual, hueColor(Hue::Vermilion)));
        chart.setContent(course({4, 4.1, 3.2, 4, 4.05, 4.1}));
        QVERIFY(hasColor(pictureOf(chart, marks), hueColor(Hue::Vermilion)));
        chart.setContent(course({4, 4.1, 4, 4, 4.05, 4.8}));
        QVERIFY(hasColor(pictureOf(chart, marks), hueColor(Hue::Green)));
        QVERIFY(std::is_sorted(marks.begin(), marks.end(), [](const ChartMark &one, const ChartMark &other) {
            return one.place.center().x() < other.place.center().x();
        }));
    }

    void aFileOfFiguresRunsNoFormula()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        BarChart chart;
        BarChart::Content content = bars({u"=HYPERLINK(1)"_s, u"Maternité"_s});
        content.table.headers = {u"@Ward"_s, u"n"_s};
        content.table.rows[1].cells[1] = hiddenCell(u"n < 5"_s);
        chart.setContent(content);
        const QByteArray file = chart.table().csv();
        QVERIFY(file.startsWith("\xEF\xBB\xBF"));
        QBuffer buffer;
        buffer.setData(file);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer);
        QList<QStringList> rows;
        CsvRow row;
        while (reader.readRow(row))
            rows += row.cells;
        QCOMPARE(rows,
            (QList<QStringList>{{u"'@Ward"_s, u"n"_s}, {u"'=HYPERLINK(1)"_s, u"1"_s}, {u"Maternité"_s, QString()}}));
    }

    void thePictureForTheClipboardHasChartAndWords()
    {
        auto *chart = new BarChart;
        chart->setContent(bars({u"Maternité"_s, u"Urgences"_s}));
        ChartCard card(chart);
        card.setWords(u"A finding"_s, u"n = 3"_s);
        card.resize(400, 240);
        card.show();
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_C, Qt::ControlModifier);
        const QImage picture = QApplication::clipboard()->pixmap().toImage();
        QVERIFY(picture.width() > 400);
        QVERIFY(hasColor(picture, hueColor(Hue::Vermilion)));
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
