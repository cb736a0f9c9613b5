#include "tests/support/room.h"

#include <QSignalSpy>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString praise = u"Personnel formidable, très gentil, tout était parfait."_s;
const QString blame = u"Accueil honteux, toilettes sales, on m'a crié dessus."_s;

FeedbackDraft draftOfComment(const QString &comments, std::optional<int> overall = {})
{
    FeedbackDraft draft;
    draft.comments = comments;
    draft.ratings.overallExperience = overall;
    return draft;
}

} // namespace

// Feedback is read when it is saved, explained, corrected, and read again, on both databases.
class UnderstandingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsSaved_data() { TestDatabase::addDialectRows(); }
    void readsWhatIsSaved();
    void readsABatch_data() { TestDatabase::addDialectRows(); }
    void readsABatch();
    void readsAgainWhatIsEdited_data() { TestDatabase::addDialectRows(); }
    void readsAgainWhatIsEdited();
    void anOwnRatingDecidesTheLabel_data();
    void anOwnRatingDecidesTheLabel();
    void readsTheTranslationOfALocalLanguage_data() { TestDatabase::addDialectRows(); }
    void readsTheTranslationOfALocalLanguage();
    void explains_data() { TestDatabase::addDialectRows(); }
    void explains();
    void keepsCorrectionsWithTheirAuthor_data() { TestDatabase::addDialectRows(); }
    void keepsCorrectionsWithTheirAuthor();
    void aCorrectionHoldsForItsTextOnly_data() { TestDatabase::addDialectRows(); }
    void aCorrectionHoldsForItsTextOnly();
    void aCorrectionDoesNotOverrideARating_data() { TestDatabase::addDialectRows(); }
    void aCorrectionDoesNotOverrideARating();
    void refusesBrokenCorrections_data() { TestDatabase::addDialectRows(); }
    void refusesBrokenCorrections();
    void correctionsGoWithTheirFeedback_data() { TestDatabase::addDialectRows(); }
    void correctionsGoWithTheirFeedback();
    void readsAgainWhatAnotherEngineRead_data() { TestDatabase::addDialectRows(); }
    void readsAgainWhatAnotherEngineRead();
    void goesOnWhereItStopped_data() { TestDatabase::addDialectRows(); }
    void goesOnWhereItStopped();
    void asksForPermission();
};

void UnderstandingTest::readsWhatIsSaved()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Feedback answer = room.feedback.submit(room.reception, draftOfComment(blame))->feedback;
    const Feedback stored = *room.feedback.find(room.reception, answer.id);
    QCOMPARE(stored, answer);
    QCOMPARE(stored.sentiment, std::optional(Sentiment::Negative));
    QVERIFY(*stored.sentimentScore < -0.5);
    QVERIFY(stored.topics.contains(u"cleanliness"_s));
    QCOMPARE(stored.labelSource, LabelSource::Text);
    QCOMPARE(stored.understandingVersion, testEngine().version());
    const Feedback silent = room.feedback.submit(room.reception, draftOfComment(u"Abcdef."_s))->feedback;
    QVERIFY(!silent.sentiment && !silent.sentimentScore);
    QCOMPARE(silent.labelSource, LabelSource::None);
    QCOMPARE(silent.understandingVersion, testEngine().version());
}

void UnderstandingTest::readsABatch()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const auto answers = room.feedback.submitBatch(room.manager, {draftOfComment(praise), draftOfComment(blame)});
    QCOMPARE(answers.at(0)->feedback.sentiment, std::optional(Sentiment::Positive));
    QCOMPARE(answers.at(1)->feedback.sentiment, std::optional(Sentiment::Negative));
    QCOMPARE(room.number(u"SELECT count(*) FROM feedback WHERE sentiment = 'negative'"_s), 1);
}

void UnderstandingTest::readsAgainWhatIsEdited()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const FeedbackId id = room.feedback.submit(room.reception, draftOfComment(blame))->feedback.id;
    const Feedback after = *room.feedback.edit(room.manager, id, draftOfComment(praise));
    QCOMPARE(after.sentiment, std::optional(Sentiment::Positive));
    QVERIFY(!after.topics.contains(u"cleanliness"_s));
}

void UnderstandingTest::anOwnRatingDecidesTheLabel_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<int>("rating");
    QTest::addColumn<bool>("byFace");
    QTest::addColumn<QString>("comments");
    QTest::addColumn<Sentiment>("expected");
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
        const char *name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
        QTest::addRow("%s, one star and praise", name) << dialect << 1 << false << praise << Sentiment::Negative;
        QTest::addRow("%s, five stars and blame", name) << dialect << 5 << false << blame << Sentiment::Positive;
        QTest::addRow("%s, three stars and blame", name) << dialect << 3 << false << blame << Sentiment::Neutral;
        QTest::addRow("%s, a sad face and praise", name) << dialect << 2 << true << praise << Sentiment::Negative;
        QTest::addRow("%s, four stars alone", name) << dialect << 4 << false << QString() << Sentiment::Positive;
    }
}

void UnderstandingTest::anOwnRatingDecidesTheLabel()
{
    QFETCH(Dialect, dialect);
    QFETCH(int, rating);
    QFETCH(bool, byFace);
    QFETCH(QString, comments);
    QFETCH(Sentiment, expected);
    Room room(dialect);
    FeedbackDraft draft = draftOfComment(comments);
    (byFace ? draft.ratings.emojiRating : draft.ratings.overallExperience) = rating;
    const Feedback feedback = room.feedback.submit(room.reception, draft)->feedback;
    QCOMPARE(feedback.sentiment, std::optional(expected));
    QCOMPARE(feedback.labelSource, LabelSource::Rating);
    QCOMPARE(feedback.ratings, draft.ratings);
    const double score = *feedback.sentimentScore;
    QVERIFY2(
        expected == Sentiment::Neutral ? std::abs(score) <= 0.25 : (score > 0) == (expected == Sentiment::Positive),
        qPrintable(QString::number(score)));
}

void UnderstandingTest::readsTheTranslationOfALocalLanguage()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    FeedbackDraft draft = draftOfComment(u"Mbembe kiri"_s);
    draft.language = Language::Ewondo;
    const FeedbackId id = room.feedback.submit(room.reception, draft)->feedback.id;
    QVERIFY(!room.feedback.find(room.reception, id)->sentiment);
    draft.translation = blame;
    QCOMPARE(room.feedback.edit(room.manager, id, draft)->sentiment, std::optional(Sentiment::Negative));
    QCOMPARE(room.understanding.explain(room.reception, id)->text.source, TextToRead::Source::Translation);
}

void UnderstandingTest::explains()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const FeedbackId id = room.feedback.submit(room.reception, draftOfComment(blame, 5))->feedback.id;
    const Explanation explanation = *room.understanding.explain(room.reception, id);
    QCOMPARE(explanation.feedback.labelSource, LabelSource::Rating);
    QCOMPARE(explanation.reading.sentiment, std::optional(Sentiment::Negative)); // what the words say
    QStringList words;
    for (const Evidence &evidence : explanation.reading.evidence)
        words += explanation.text.text.mid(evidence.start, evidence.length);
    QVERIFY2(words.contains(u"sales"_s), qPrintable(words.join(u", "_s)));
    QCOMPARE(room.understanding.explain(room.reception, FeedbackId{id.value + 1}).error().code, ErrorCode::NotFound);
}

void UnderstandingTest::keepsCorrectionsWithTheirAuthor()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Feedback before = room.feedback.submit(room.reception, draftOfComment(blame))->feedback;
    QSignalSpy changed(&room.events, &DomainEvents::feedbackChanged);
    const Explanation after = *room.understanding.correct(
        room.manager, before.id, {.sentiment = Sentiment::Neutral, .topics = {u"food"_s, u"waiting_time"_s}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(after.feedback.sentiment, std::optional(Sentiment::Neutral));
    QCOMPARE(after.feedback.sentimentScore, std::optional(0.0));
    QCOMPARE(after.feedback.topics, (QStringList{u"waiting_time"_s, u"food"_s}));
    QCOMPARE(after.feedback.labelSource, LabelSource::Correction);
    QCOMPARE(after.feedback.version, before.version + 1);
    QCOMPARE(after.corrections.size(), 1);
    const UnderstandingCorrection &kept = after.corrections.first();
    QCOMPARE(kept.authorName, u"manager"_s);
    QCOMPARE(kept.engineSentiment, std::optional(Sentiment::Negative));
    QCOMPARE(kept.engineTopics, before.topics);
    QCOMPARE(kept.engineVersion, testEngine().version());
    QCOMPARE(kept.createdAt, room.clock.now());
    QVERIFY(room.understanding.correct(room.manager, before.id, {.sentiment = {}, .topics = before.topics}));
    QVERIFY(!room.feedback.find(room.reception, before.id)->sentiment); // nobody can tell
    QCOMPARE(room.understanding.explain(room.reception, before.id)->corrections.size(), 2);
    const Agreement agreement = room.understanding.state(room.manager)->agreement.first();
    QCOMPARE(agreement, (Agreement{Language::French, 1, 0, 1}));
}

void UnderstandingTest::aCorrectionHoldsForItsTextOnly()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const FeedbackId id = room.feedback.submit(room.reception, draftOfComment(blame))->feedback.id;
    QVERIFY(room.understanding.correct(room.manager, id, {.sentiment = Sentiment::Neutral, .topics = {}}));
    FeedbackDraft draft = draftOf(*room.feedback.find(room.reception, id));
    draft.ward = u"Maternité"_s;
    QCOMPARE(room.feedback.edit(room.manager, id, draft)->sentiment, std::optional(Sentiment::Neutral));
    draft.comments = praise;
    const Feedback edited = *room.feedback.edit(room.manager, id, draft);
    QCOMPARE(edited.sentiment, std::optional(Sentiment::Positive));
    QCOMPARE(edited.labelSource, LabelSource::Text);
}

void UnderstandingTest::aCorrectionDoesNotOverrideARating()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const FeedbackId id = room.feedback.submit(room.reception, draftOfComment(praise, 1))->feedback.id;
    const Explanation after
        = *room.understanding.correct(room.manager, id, {.sentiment = Sentiment::Positive, .topics = {u"cost"_s}});
    QCOMPARE(after.feedback.sentiment, std::optional(Sentiment::Negative));
    QCOMPARE(after.feedback.labelSource, LabelSource::Rating);
    QCOMPARE(after.feedback.ratings.overallExperience, std::optional(1));
    QCOMPARE(after.feedback.topics, QStringList{u"cost"_s});
    QCOMPARE(after.corrections.first().sentiment, std::optional(Sentiment::Positive));
}

void UnderstandingTest::refusesBrokenCorrections()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const FeedbackId id = room.feedback.submit(room.reception, draftOfComment(praise))->feedback.id;
    const FeedbackId wordless = room.feedback.submit(room.reception, draftOfComment({}, 4))->feedback.id;
    const auto refusal = [&](FeedbackId feedback, const QStringList &topics) {
        const auto answer = room.understanding.correct(room.manager, feedback, {.sentiment = {}, .topics = topics});
        return answer ? Error{} : answer.error();
    };
    const FieldError unknown{u"topics"_s, u"unknownValue"_s};
    QCOMPARE(refusal(id, {u"weather"_s}).fields, QList{unknown});
    QCOMPARE(refusal(id, {u"food"_s, u"food"_s}).fields, QList{unknown});
    QCOMPARE(refusal(wordless, {}).fields, (QList{FieldError{u"comments"_s, u"required"_s}}));
    QCOMPARE(refusal({wordless.value + 1}, {}).code, ErrorCode::NotFound);
    QCOMPARE(room.number(u"SELECT count(*) FROM understanding_corrections"_s), 0);
}

void UnderstandingTest::correctionsGoWithTheirFeedback()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const FeedbackId id = room.feedback.submit(room.reception, draftOfComment(praise))->feedback.id;
    QVERIFY(room.understanding.correct(room.manager, id, {.sentiment = {}, .topics = {}}));
    QVERIFY(room.feedback.remove(room.manager, id));
    QCOMPARE(room.number(u"SELECT count(*) FROM understanding_corrections"_s), 0);
}

void UnderstandingTest::readsAgainWhatAnotherEngineRead()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const FeedbackId changed = room.feedback.submit(room.reception, draftOfComment(blame))->feedback.id;
    const FeedbackId same = room.feedback.submit(room.reception, draftOfComment(praise))->feedback.id;
    const FeedbackId corrected = room.feedback.submit(room.reception, draftOfComment(blame))->feedback.id;
    QVERIFY(room.understanding.correct(room.manager, corrected, {.sentiment = Sentiment::Neutral, .topics = {}}));
    room.store.database().execute(u"UPDATE feedback SET understanding_version = 'older'"_s);
    room.store.database().execute(
        u"UPDATE feedback SET sentiment = 'positive', sentiment_score = 0.5 WHERE id = ?"_s, {changed.value});
    const Feedback untouched = *room.feedback.find(room.reception, same);
    QCOMPARE(room.understanding.state(room.manager)->remaining, 3);
    QSignalSpy all(&room.events, &DomainEvents::recordsImported);
    const AnalysisProgress done = *room.understanding.analyse(Session::system(), 0);
    QCOMPARE(done.analysed, 3);
    QCOMPARE(done.changed, 1);
    QCOMPARE(done.remaining, 0);
    QCOMPARE(all.size(), 1);
    QCOMPARE(room.feedback.find(room.reception, changed)->sentiment, std::optional(Sentiment::Negative));
    QCOMPARE(room.feedback.find(room.reception, corrected)->sentiment, std::optional(Sentiment::Neutral));
    const Feedback after = *room.feedback.find(room.reception, same);
    QCOMPARE(after.version, untouched.version); // nothing that a client has seen is other
    QCOMPARE(after.understandingVersion, testEngine().version());
    QCOMPARE(room.understanding.analyse(Session::system(), 0)->analysed, 0);
}

void UnderstandingTest::goesOnWhereItStopped()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    QList<FeedbackDraft> drafts(450, draftOfComment(praise));
    room.feedback.submitBatch(room.manager, drafts);
    room.store.database().execute(u"UPDATE feedback SET understanding_version = ''"_s);
    qint64 told = 0;
    const auto stopAtOnce = [&](const AnalysisProgress &progress) {
        told = progress.analysed;
        return false;
    };
    const AnalysisProgress first = *room.understanding.analyse(Session::system(), 0, stopAtOnce);
    QVERIFY(first.interrupted);
    QCOMPARE(told, first.analysed);
    QVERIFY(first.analysed > 0 && first.analysed < 450);
    QCOMPARE(first.remaining, 450 - first.analysed);
    const AnalysisProgress few = *room.understanding.analyse(Session::system(), 10);
    QCOMPARE(few.analysed, 10);
    const AnalysisProgress rest = *room.understanding.analyse(Session::system(), 0);
    QCOMPARE(first.analysed + few.analysed + rest.analysed, 450);
    QCOMPARE(rest.remaining, 0);
    QVERIFY(!rest.interrupted);
}

void UnderstandingTest::asksForPermission()
{
    Room room(Dialect::Sqlite);
    const FeedbackId id = room.feedback.submit(room.reception, draftOfComment(praise))->feedback.id;
    QCOMPARE(room.understanding.explain(room.device, id).error().code, ErrorCode::Forbidden);
    QCOMPARE(room.understanding.correct(room.viewer, id, {}).error().code, ErrorCode::Forbidden);
    QCOMPARE(room.understanding.analyse(room.manager, 0).error().code, ErrorCode::Forbidden);
    QCOMPARE(room.understanding.state(room.device).error().code, ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(UnderstandingTest)
#include "tst_understanding.moc"
