#include "app/domain/caserules.h"
#include "app/domain/casestatistics.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What opens a case, and what its figures are.
class CaseRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesFeedback_data();
    void judgesFeedback();
    void findsWholeWords_data();
    void findsWholeWords();
    void judgesNothingWhenItIsOff();
    void takesNoOldFeedbackButOfTablets();
    void refusesBrokenRules_data();
    void refusesBrokenRules();
    void cleansKeywords();
    void namesTheOwnerOfAWard();
    void goesThroughItsStates();
    void hasANumber();
    void isOverdueAfterItsDeadline();
    void measuresDurations();
    void countsWhatWasInTime();
};

void CaseRulesTest::judgesFeedback_data()
{
    QTest::addColumn<Feedback>("feedback");
    QTest::addColumn<QString>("reasons");
    QTest::addColumn<QString>("severity");
    const auto rated = [](std::optional<int> overall, std::optional<int> recommendation, const QString &words = {}) {
        Feedback feedback{.comments = words};
        feedback.ratings.overallExperience = overall;
        feedback.ratings.recommendationLikelihood = recommendation;
        return feedback;
    };
    const auto read = [](LabelSource source, double score) {
        return Feedback{
            .comments = u"x"_s, .sentiment = Sentiment::Negative, .sentimentScore = score, .labelSource = source};
    };
    QTest::newRow("good") << rated(4, 9) << u""_s << u""_s;
    QTest::newRow("nothing said") << Feedback{} << u""_s << u""_s;
    QTest::newRow("overall 3") << rated(3, {}) << u""_s << u""_s;
    QTest::newRow("overall 2") << rated(2, {}) << u"overall"_s << u"normal"_s;
    QTest::newRow("overall 1") << rated(1, {}) << u"overall"_s << u"high"_s;
    QTest::newRow("recommends little, without words") << rated(4, 6) << u""_s << u""_s;
    QTest::newRow("recommends little, with words") << rated(4, 6, u"bof"_s) << u"recommendation"_s << u"normal"_s;
    QTest::newRow("recommends more") << rated(4, 7, u"bof"_s) << u""_s << u""_s;
    QTest::newRow("white space is no words") << rated(4, 0, u"  \n"_s) << u""_s << u""_s;
    Feedback voice = rated({}, 3);
    voice.audio = AttachmentId{1};
    QTest::newRow("recommends little, with a voice") << voice << u"recommendation"_s << u"normal"_s;
    Feedback face;
    face.ratings.emojiRating = 1;
    QTest::newRow("the worst face") << face << u"overall"_s << u"high"_s;
    face.ratings.overallExperience = 4;
    QTest::newRow("the rating goes before the face") << face << u""_s << u""_s;
    QTest::newRow("read as negative") << read(LabelSource::Text, -0.6) << u"sentiment"_s << u"high"_s;
    QTest::newRow("read as negative, not surely") << read(LabelSource::Text, -0.59) << u""_s << u""_s;
    QTest::newRow("said to be negative") << read(LabelSource::Correction, -1) << u"sentiment"_s << u"high"_s;
    QTest::newRow("labelled by a rating") << read(LabelSource::Rating, -1) << u""_s << u""_s;
    QTest::newRow("keyword") << rated(5, 10, u"Une aide-soignante a GIFLÉ ma mère."_s) << u"keyword"_s << u"critical"_s;
    Feedback said;
    said.transcript = u"They asked me for money before the scan"_s;
    QTest::newRow("keyword in English, said") << said << u"keyword"_s << u"critical"_s;
    QTest::newRow("several") << rated(1, 0, u"On m'a demandé de l’argent."_s) << u"keyword overall recommendation"_s
                             << u"critical"_s;
}

void CaseRulesTest::judgesFeedback()
{
    QFETCH(Feedback, feedback);
    const std::optional<CaseFinding> finding = judged(CaseRules::standard(), feedback);
    QStringList keys;
    for (const CaseReason reason : finding.value_or(CaseFinding{}).reasons)
        keys += caseReasonTable.key(reason);
    QTEST(keys.join(u' '), "reasons");
    QTEST(finding ? caseSeverityTable.key(finding->severity) : QString(), "severity");
}

void CaseRulesTest::findsWholeWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<bool>("found");
    QTest::newRow("the word") << u"le viol, hier"_s << u"viol"_s << true;
    QTest::newRow("part of a word") << u"une robe violette"_s << u"viol"_s << false;
    QTest::newRow("end of a word") << u"le survol"_s << u"vol"_s << false;
    QTest::newRow("accents") << u"MALTRAITES"_s << u"maltraités"_s << true;
    QTest::newRow("accents in the text") << u"Frappée deux fois"_s << u"frapp*"_s << true;
    QTest::newRow("an open end needs its beginning") << u"rapper"_s << u"frapp*"_s << false;
    QTest::newRow("apostrophe") << u"de l'argent"_s << u"argent"_s << true;
    QTest::newRow("curved apostrophe") << u"de l’argent"_s << u"l'argent"_s << true;
    QTest::newRow("phrase over lines") << u"pots\nde  vin"_s << u"pots de vin"_s << true;
    QTest::newRow("hyphens") << u"un pot-de-vin."_s << u"pot de vin"_s << true;
    QTest::newRow("phrase with a gap") << u"pots bleus de vin"_s << u"pots de vin"_s << false;
    QTest::newRow("open end inside a phrase") << u"ils ont demandé de l'argent"_s << u"demand* de l'argent"_s << true;
    QTest::newRow("phrase at the end of the text") << u"beat me"_s << u"beat me"_s << true;
    QTest::newRow("longer than the text") << u"beat"_s << u"beat me"_s << false;
    QTest::newRow("no text") << u""_s << u"viol"_s << false;
    QTest::newRow("a keyword of signs") << u"!!!"_s << u"!!!"_s << false;
}

void CaseRulesTest::findsWholeWords()
{
    QFETCH(QString, text);
    QFETCH(QString, keyword);
    QTEST(holdsKeyword(text, {keyword}), "found");
}

void CaseRulesTest::judgesNothingWhenItIsOff()
{
    CaseRules rules;
    rules.overallAtMost.reset();
    rules.recommendationAtMost.reset();
    rules.sentimentAtMost.reset();
    Feedback worst{.comments = u"insultes"_s,
        .sentiment = Sentiment::Negative,
        .sentimentScore = -1,
        .labelSource = LabelSource::Text};
    worst.ratings.overallExperience = 1;
    worst.ratings.recommendationLikelihood = 0;
    QVERIFY(!judged(rules, worst));
}

void CaseRulesTest::takesNoOldFeedbackButOfTablets()
{
    const QDateTime now(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
    const CaseRules rules;
    Feedback feedback{.feedbackDate = now.addSecs(-72 * 3600)};
    QVERIFY(!isTooOld(rules, feedback, now));
    feedback.feedbackDate = feedback.feedbackDate.addSecs(-1);
    QVERIFY(isTooOld(rules, feedback, now));
    feedback.device = DeviceId{1};
    QVERIFY(!isTooOld(rules, feedback, now));
}

void CaseRulesTest::refusesBrokenRules_data()
{
    QTest::addColumn<CaseRules>("rules");
    QTest::addColumn<QString>("field");
    const auto spoiled = [](auto spoil) {
        CaseRules rules = CaseRules::standard();
        spoil(rules);
        return rules;
    };
    QTest::newRow("as it comes") << CaseRules::standard() << u""_s;
    QTest::newRow("overall") << spoiled([](CaseRules &r) { r.overallAtMost = 6; }) << u"overall_at_most"_s;
    QTest::newRow("recommendation") << spoiled([](CaseRules &r) { r.recommendationAtMost = 11; })
                                    << u"recommendation_at_most"_s;
    QTest::newRow("sentiment") << spoiled([](CaseRules &r) { r.sentimentAtMost = 0.1; }) << u"sentiment_at_most"_s;
    QTest::newRow("no time") << spoiled([](CaseRules &r) { r.acknowledgeHours = 0; }) << u"acknowledge_hours"_s;
    QTest::newRow("resolved before acknowledged")
        << spoiled([](CaseRules &r) { r.resolveHours = 23; }) << u"resolve_hours"_s;
    QTest::newRow("a keyword that finds everything")
        << spoiled([](CaseRules &r) { r.keywordsFrench = {u"a*"_s}; }) << u"keywords_fr"_s;
    QTest::newRow("a vague word in a phrase")
        << spoiled([](CaseRules &r) { r.keywordsEnglish = {u"money t*"_s}; }) << u"keywords_en"_s;
    QTest::newRow("only an asterisk") << spoiled([](CaseRules &r) { r.keywordsFrench = {u"*"_s}; }) << u"keywords_fr"_s;
    QTest::newRow("too long") << spoiled([](CaseRules &r) { r.keywordsEnglish = {QString(61, u'x')}; })
                              << u"keywords_en"_s;
}

void CaseRulesTest::refusesBrokenRules()
{
    QFETCH(CaseRules, rules);
    const QList<FieldError> errors = validate(rules);
    QTEST(errors.isEmpty() ? QString() : errors.at(0).field, "field");
}

void CaseRulesTest::cleansKeywords()
{
    CaseRules rules;
    rules.keywordsFrench = {u"  vol  "_s, u""_s, u"Vol"_s, u"pot  de vin"_s};
    QCOMPARE(cleaned(rules).keywordsFrench, QStringList({u"vol"_s, u"pot de vin"_s}));
}

void CaseRulesTest::namesTheOwnerOfAWard()
{
    CaseRules rules;
    QVERIFY(!rules.ownerOf(u"Urgences"_s));
    rules.owners = {{u""_s, UserId{1}}, {u"Urgences"_s, UserId{2}}};
    QCOMPARE(rules.ownerOf(u"Urgences"_s), UserId{2});
    QCOMPARE(rules.ownerOf(u"Maternité"_s), UserId{1});
    QCOMPARE(rules.ownerOf(u""_s), UserId{1});
}

void CaseRulesTest::goesThroughItsStates()
{
    using enum CaseStatus;
    QMap<CaseStatus, QList<CaseStatus>> ways;
    for (const auto &from : caseStatusTable.rows) {
        for (const auto &to : caseStatusTable.rows) {
            if (isAllowed(from.value, to.value))
                ways[from.value] += to.value;
        }
    }
    QCOMPARE(ways.value(Open), QList<CaseStatus>({Acknowledged, Resolved}));
    QCOMPARE(ways.value(Acknowledged), QList<CaseStatus>({Resolved}));
    QCOMPARE(ways.value(Resolved), QList<CaseStatus>({Acknowledged}));
}

void CaseRulesTest::hasANumber()
{
    QCOMPARE(caseNumber(CaseId{221}), u"S-0221"_s);
    QCOMPARE(caseNumber(CaseId{123456}), u"S-123456"_s);
    QCOMPARE(caseOfNumber(u" s-0221"_s), CaseId{221});
    QCOMPARE(caseOfNumber(u"221"_s), CaseId{221});
    QVERIFY(!caseOfNumber(u"S-"_s));
    QVERIFY(!caseOfNumber(u"P000221"_s));
}

void CaseRulesTest::isOverdueAfterItsDeadline()
{
    const QDateTime now(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
    Case one{.acknowledgeBy = now, .resolveBy = now.addDays(2)};
    QVERIFY(!one.isOverdue(now));
    QVERIFY(one.isOverdue(now.addSecs(1)));
    one.status = CaseStatus::Acknowledged;
    QVERIFY(!one.isOverdue(now.addSecs(1)));
    QVERIFY(one.isOverdue(now.addDays(3)));
    one.status = CaseStatus::Resolved;
    QVERIFY(!one.isOverdue(now.addDays(3)));
}

// The interval of 1..16 by hand: 16/2 -+ 0.98 * 4 = 4.08 and 11.92, so ranks 4 and 13 (Conover, 3.2).
void CaseRulesTest::measuresDurations()
{
    QVERIFY(!DurationFigure::of({}).median);
    const DurationFigure one = DurationFigure::of({5});
    QCOMPARE(one.median, 5.0);
    QVERIFY(!one.interval);
    QCOMPARE(DurationFigure::of({9, 1, 3, 5}).median, 4.0);
    QList<double> values;
    for (int i = 16; i > 0; --i)
        values += i;
    const DurationFigure many = DurationFigure::of(values);
    QCOMPARE(many.n, 16);
    QCOMPARE(many.median, 8.5);
    QCOMPARE(many.interval->low, 4.0);
    QCOMPARE(many.interval->high, 13.0);
    QVERIFY(many.isIndicative());
}

void CaseRulesTest::countsWhatWasInTime()
{
    const QDateTime now(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
    const auto opened = [&](int hoursAgo) {
        const QDateTime at = now.addSecs(-3600 * hoursAgo);
        return Case{.openedAt = at, .acknowledgeBy = at.addSecs(24 * 3600), .resolveBy = at.addSecs(72 * 3600)};
    };
    Case late = opened(30); // open, and late
    Case young = opened(2); // open, and in no denominator
    Case begun = opened(30);
    begun.status = CaseStatus::Acknowledged;
    begun.acknowledgedAt = begun.openedAt.addSecs(3600);
    Case done = opened(100);
    done.status = CaseStatus::Resolved;
    done.acknowledgedAt = done.openedAt.addSecs(30 * 3600); // late
    done.resolvedAt = done.openedAt.addSecs(50 * 3600);
    done.outcome = CaseOutcome::Solved;
    done.reopened = 2;
    const CaseFigures figures = figuresOf({late, young, begun, done}, now);
    QCOMPARE(figures.opened, 4);
    QCOMPARE(figures.open, 2);
    QCOMPARE(figures.acknowledged, 1);
    QCOMPARE(figures.resolved, 1);
    QCOMPARE(figures.overdue, 1);
    QCOMPARE(figures.reopened, 1);
    QCOMPARE(figures.toAcknowledge.n, 2);
    QCOMPARE(figures.toAcknowledge.median, (60.0 + 1800) / 2);
    QCOMPARE(figures.toResolve.median, 3000.0);
    QCOMPARE(figures.acknowledgedInTime, (ShareFigure{1, 3}));
    QCOMPARE(figures.resolvedInTime, (ShareFigure{1, 1}));
    QCOMPARE(figures.outcomes.value(u"solved"_s), 1);
}

QTEST_APPLESS_MAIN(CaseRulesTest)
#include "tst_caserules.moc"
