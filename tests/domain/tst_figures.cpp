#include "app/domain/statistics.h"

#include <QFileInfo>
#include <QProcess>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

bool isNear(double one, double other, double tolerance = 1e-9)
{
    return std::abs(one - other) <= tolerance;
}

bool isNear(const Interval &interval, const QByteArrayList &words, qsizetype at, double tolerance = 1e-9)
{
    return isNear(interval.low, words.at(at).toDouble(), tolerance)
        && isNear(interval.high, words.at(at + 1).toDouble(), tolerance);
}

template <size_t N>
std::array<qint64, N> countsOf(const QByteArrayList &words)
{
    std::array<qint64, N> counts;
    for (size_t i = 0; i < N; ++i)
        counts[i] = words.at(qsizetype(i) + 1).toLongLong();
    return counts;
}

// The interval of few answers is the oracle's; that of many within the grain of what can be seen.
double toleranceOf(qint64 n, const QByteArray &step)
{
    return n <= exactUpTo ? 1e-9 : 1e-9 + 1.01 * step.toDouble();
}

bool agreesAboutRating(const QByteArrayList &words)
{
    const RatingFigure figure{countsOf<5>(words)};
    return isNear(figure.mean().value_or(0), words.at(6).toDouble())
        && isNear(figure.interval(), words, 7, toleranceOf(figure.n(), words.at(15)))
        && isNear(figure.topBox().interval(), words, 9) && isNear(figure.positive().interval(), words, 11)
        && isNear(figure.negative().interval(), words, 13);
}

bool agreesAboutScore(const QByteArrayList &words)
{
    const RecommendationFigure figure{countsOf<11>(words)};
    return isNear(figure.score().value_or(0), words.at(12).toDouble())
        && isNear(figure.interval(), words, 13, toleranceOf(figure.n(), words.at(15)));
}

} // namespace

class FiguresTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Python from the definitions, in whole numbers where that is possible.
    void agreeWithAnotherProgram()
    {
        QProcess oracle;
        oracle.start(u"python3"_s,
            {QFileInfo(QStringLiteral(__FILE__)).path() + "/figures_oracle.py"_L1, u"20261122"_s, u"400"_s});
        QVERIFY2(oracle.waitForFinished(120'000) && oracle.exitCode() == 0, oracle.readAllStandardError().constData());
        int ratings = 0;
        int scores = 0;
        for (const QByteArray &line : oracle.readAllStandardOutput().split('\n')) {
            const QByteArrayList words = line.split(' ');
            if (words.at(0) == "rating") {
                QVERIFY2(agreesAboutRating(words), line.constData());
                ++ratings;
            } else if (words.at(0) == "score") {
                QVERIFY2(agreesAboutScore(words), line.constData());
                ++scores;
            }
        }
        QCOMPARE(ratings, 400);
        QCOMPARE(scores, 400);
    }

    void aScoreIsWhoRecommendsLessWhoDoesNot()
    {
        RecommendationFigure figure;
        figure.counts = {1, 0, 0, 0, 0, 1, 1, 4, 0, 2, 3}; // 3 detractors, 4 passives, 5 promoters
        QCOMPARE(figure.n(), 12);
        QCOMPARE(figure.promoters(), 5);
        QCOMPARE(figure.passives(), 4);
        QCOMPARE(figure.detractors(), 3);
        QVERIFY(isNear(figure.score().value(), 100.0 * 2 / 12));
        QVERIFY(!RecommendationFigure().score());
        QCOMPARE(RecommendationFigure().interval(), (Interval{-100, 100}));
    }

    void sharesLeaveBlanksOut()
    {
        const RatingFigure figure{{2, 3, 1, 4, 10}};
        QCOMPARE(figure.topBox(), (ShareFigure{10, 20}));
        QCOMPARE(figure.positive(), (ShareFigure{14, 20}));
        QCOMPARE(figure.negative(), (ShareFigure{5, 20}));
        QVERIFY(isNear(figure.mean().value(), 77.0 / 20));
        QVERIFY(!RatingFigure().mean());
        QVERIFY(!RatingFigure().topBox().share());
    }

    // Nobody has an interval of nothing: three times the best answer says little.
    void sameAnswersStillHaveAnInterval()
    {
        const Interval three = RatingFigure{{0, 0, 0, 0, 3}}.interval();
        QCOMPARE(three.high, 5.0);
        QVERIFY2(three.low < 3, qPrintable(QString::number(three.low)));
        const Interval many = RatingFigure{{0, 0, 0, 0, 3000}}.interval();
        QVERIFY2(many.low > 4.99 && many.low < 5, qPrintable(QString::number(many.low)));
        const Interval middle = RatingFigure{{0, 0, 10, 0, 0}}.interval();
        QVERIFY(middle.low < 3 && middle.high > 3);
    }

    void fewerThanThirtyAreIndicative()
    {
        QVERIFY((ShareFigure{1, 29}.isIndicative()));
        QVERIFY(!(ShareFigure{1, 30}.isIndicative()));
        QVERIFY((RatingFigure{{29, 0, 0, 0, 0}}.isIndicative()));
        QVERIFY(!(RatingFigure{{30, 0, 0, 0, 0}}.isIndicative()));
    }

    void differsOnlyWhereIntervalsDoNotOverlap()
    {
        QCOMPARE(compared({0.5, 0.6}, {0.2, 0.4}), Comparison::Higher);
        QCOMPARE(compared({0.2, 0.4}, {0.5, 0.6}), Comparison::Lower);
        QCOMPARE(compared({0.2, 0.5}, {0.5, 0.6}), Comparison::Overlaps);
        QCOMPARE(compared({0.1, 0.9}, {0.5, 0.6}), Comparison::Overlaps);
    }

    void aGroupIsComparedWithAllOthers()
    {
        FeedbackFigures all{.responses = 200, .overallExperience = {{50, 0, 0, 0, 150}}};
        FeedbackGroup group{.figures = {.responses = 100, .overallExperience = {{48, 0, 0, 0, 52}}}};
        compareWithOthers(group, all);
        QCOMPARE(group.overall, Comparison::Lower); // than 2 and 98
        QCOMPARE(group.positive, Comparison::Lower);
        QVERIFY(!group.recommendation); // nobody answered
        FeedbackGroup everybody{.figures = all};
        compareWithOthers(everybody, all);
        QVERIFY(!everybody.overall); // there are no others
        QVERIFY(group.hidesComments(101));
        QVERIFY(!group.hidesComments(100));
    }

    void agesFallIntoBands_data()
    {
        QTest::addColumn<int>("age");
        QTest::addColumn<QString>("band");
        QTest::newRow("0") << 0 << u"under_18"_s;
        QTest::newRow("17") << 17 << u"under_18"_s;
        QTest::newRow("18") << 18 << u"18_to_34"_s;
        QTest::newRow("34") << 34 << u"18_to_34"_s;
        QTest::newRow("35") << 35 << u"35_to_49"_s;
        QTest::newRow("50") << 50 << u"50_to_64"_s;
        QTest::newRow("64") << 64 << u"50_to_64"_s;
        QTest::newRow("65") << 65 << u"65_or_more"_s;
        QTest::newRow("130") << 130 << u"65_or_more"_s;
        QTest::newRow("nobody knows") << -1 << u"unknown"_s;
    }
    void agesFallIntoBands()
    {
        QFETCH(int, age);
        QFETCH(QString, band);
        QCOMPARE(ageBandTable.key(ageBandOf(age < 0 ? std::nullopt : std::optional(age))), band);
    }
};

QTEST_GUILESS_MAIN(FiguresTest)
#include "tst_figures.moc"
