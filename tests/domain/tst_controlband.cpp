#include "app/domain/controlband.h"

#include <QtTest>

using namespace accueil;

class ControlBandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Worked by hand: six periods of answers 3, 4, 4, 5 (mean 4, squares 2 each), so that the pooled variance is
    // 12 / 18 and the limits of four answers lie 3 * sqrt(2 / 3) / 2 = 1.2247 from 4.
    void limitsAreThreeStandardErrorsFromTheCentre()
    {
        QList<RatingFigure> periods(6, RatingFigure{{0, 0, 1, 2, 1}});
        const ControlBand band = controlBand(periods).value();
        QCOMPARE(band.centre, 4.0);
        QCOMPARE(band.limits.size(), 6);
        QVERIFY(qAbs(band.limits.first()->low - 2.775255) < 1e-6);
        QCOMPARE(band.limits.first()->high, 5.0); // no mean is above 5
    }

    // The spread is that within the periods, so that what differs between them does not hide itself. Sixteen answers
    // have limits half as far as four.
    void oneBadWeekDoesNotWidenItsOwnBand()
    {
        QList<RatingFigure> periods(7, RatingFigure{{0, 0, 4, 8, 4}});
        periods[5] = RatingFigure{{4, 8, 4, 0, 0}};
        const ControlBand band = controlBand(periods).value();
        const double reach = 3 * std::sqrt((7 * 8.0) / (7 * 15)) / 4;
        QVERIFY(qAbs(band.centre - (6 * 4.0 + 2.0) / 7) < 1e-9);
        QVERIFY(qAbs(band.limits.at(0)->low - (band.centre - reach)) < 1e-9);
        QVERIFY(!band.limits.at(5)->holds(2.0));
        QVERIFY(band.limits.at(0)->holds(4.0));
        periods[0] = RatingFigure{{0, 0, 1, 2, 1}};
        const ControlBand uneven = controlBand(periods).value();
        QVERIFY(
            qAbs((uneven.centre - uneven.limits.at(0)->low) - 2 * (uneven.centre - uneven.limits.at(1)->low)) < 1e-9);
    }

    void fewPeriodsHaveNone()
    {
        QList<RatingFigure> periods(5, RatingFigure{{0, 0, 1, 2, 1}});
        QVERIFY(!controlBand(periods));
        periods.append(RatingFigure{}); // nobody answered
        QVERIFY(!controlBand(periods));
        periods.append(RatingFigure{{0, 0, 1, 2, 1}});
        QVERIFY(controlBand(periods));
        QVERIFY(!controlBand(periods)->limits.at(5)); // of the empty one
        QVERIFY(!controlBand(QList<RatingFigure>(8, RatingFigure{{0, 0, 0, 1, 0}}))); // one answer has no spread
    }
};

QTEST_GUILESS_MAIN(ControlBandTest)
#include "tst_controlband.moc"
