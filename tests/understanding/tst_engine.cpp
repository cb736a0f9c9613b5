#include "app/understanding/understandingengine.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr auto positive = Sentiment::Positive;
constexpr auto negative = Sentiment::Negative;
constexpr std::optional<Sentiment> undetermined = std::nullopt;

// text, sentiment, topics of comments_fr.csv; none of its cells holds a doubled quote.
QList<QStringList> commentsFromFile()
{
    QFile file(QStringLiteral(ACCUEIL_UNDERSTANDING_TESTS "/comments_fr.csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the comments are missing");
    static const QRegularExpression row(u"^\"([^\"]*)\",(\\w+),([\\w|]*)$"_s);
    QList<QStringList> comments;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (const QRegularExpressionMatch match = row.match(line); match.hasMatch())
            comments += match.capturedTexts().mid(1);
    }
    return comments;
}

} // namespace

Q_DECLARE_METATYPE(std::optional<accueil::Sentiment>)

// The rules that hold whatever the weights. How accurate it is on what patients wrote is measured by train.py.
class EngineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labelsTexts_data();
    void labelsTexts();
    void findsTopics_data();
    void findsTopics();
    void agreesWithMostOfTheCommentsWrittenForIt();
    void readsDecomposedTextsLikeComposedOnes();
    void explainsByTheWordsThatDecided_data();
    void explainsByTheWordsThatDecided();
    void explanationAgreesWithTheReading();
    void explainsTopicsByTheirWords();
    void shipsLessThanAMegabyteOfWeights();

private:
    const UnderstandingEngine m_engine;
};

void EngineTest::labelsTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Language>("language");
    QTest::addColumn<std::optional<Sentiment>>("expected");
    const auto fr = [](const QString &text, std::optional<Sentiment> expected) {
        QTest::newRow(qPrintable(text)) << text << Language::French << expected;
    };
    const auto en = [](const QString &text, std::optional<Sentiment> expected) {
        QTest::newRow(qPrintable(text)) << text << Language::English << expected;
    };
    // negation
    fr(u"Le personnel est gentil."_s, positive);
    fr(u"Le personnel n'est pas gentil."_s, negative);
    fr(u"Je ne recommande pas."_s, negative);
    fr(u"Je recommande pas du tout"_s, negative);
    fr(u"Je ne peux que recommander."_s, positive);
    fr(u"Personne n'est aimable."_s, negative);
    fr(u"Pas mal du tout."_s, positive);
    fr(u"Aucun souci, tout s'est bien passé."_s, positive);
    fr(u"Pas propre, mal organisé."_s, negative);
    en(u"The staff were friendly and helpful."_s, positive);
    en(u"The staff were not friendly and nobody listened."_s, negative);
    // the turn
    fr(u"L'attente était longue mais les médecins sont excellents."_s, positive);
    fr(u"Les médecins sont excellents mais l'accueil est honteux et méprisant."_s, negative);
    // faces, also where no word is known
    fr(u"😡"_s, negative);
    fr(u"👏🏾❤️"_s, positive);
    QTest::newRow("a face in Duala") << u"😡"_s << Language::Duala << std::optional(negative);
    QTest::newRow("words in Ewondo") << u"Mbembe kiri, nyia wom"_s << Language::Ewondo << undetermined;
    // Cameroon
    fr(u"Il faut motiver l'infirmier, sinon on te laisse là."_s, negative);
    fr(u"L'argent d'abord !"_s, negative);
    fr(u"Elle cause mal avec les malades."_s, negative);
    fr(u"Que Dieu vous bénisse."_s, positive);
    fr(u"On nous fait tourner, on dure trop au rang."_s, negative);
    // too little, or perhaps not meant
    fr(QString(), undetermined);
    fr(u"..."_s, undetermined);
    fr(u"Abcdef."_s, undetermined);
    fr(u"Bravo pour les 6 heures d'attente !"_s, undetermined);
    fr(u"Super accueil 🙄"_s, undetermined);
    en(u"Thank you for the 5 hours wait."_s, undetermined);
    // another language than was said
    fr(u"The nurses were rude and they shouted at my mother."_s, negative);
    en(u"Les infirmières sont très gentilles avec les malades."_s, positive);
}

void EngineTest::labelsTexts()
{
    QFETCH(QString, text);
    QFETCH(Language, language);
    QFETCH(std::optional<Sentiment>, expected);
    const TextReading reading = m_engine.read(text, language);
    QVERIFY2(reading.sentiment == expected, qPrintable(QString::number(reading.score)));
    QVERIFY(reading.score >= -1 && reading.score <= 1);
    if (expected)
        QVERIFY((reading.score > 0) == (*expected == positive));
    else
        QCOMPARE(reading.score, 0.0);
}

void EngineTest::findsTopics_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Language>("language");
    QTest::addColumn<Topic>("topic");
    const auto row = [](const QString &text, Language language, Topic topic) {
        QTest::newRow(qPrintable(text)) << text << language << topic;
    };
    using enum Topic;
    using enum Language;
    row(u"Trois heures d'attente."_s, French, WaitingTime);
    row(u"L'infirmière était très gentille."_s, French, StaffAttitude);
    row(u"Il manque du personnel, un seul médecin pour tous."_s, French, Staffing);
    row(u"Erreur de diagnostic."_s, French, CompetenceCare);
    row(u"On ne nous explique rien."_s, French, Communication);
    row(u"Les toilettes sont sales."_s, French, Cleanliness);
    row(u"Le lit est cassé."_s, French, Facilities);
    row(u"Les repas sont froids."_s, French, Food);
    row(u"Médicaments en rupture."_s, French, Medication);
    row(u"C'est trop cher."_s, French, Cost);
    row(u"Le rendez-vous a été annulé."_s, French, Organisation);
    row(u"We waited four hours in the waiting room."_s, English, WaitingTime);
    row(u"The receptionist was rude."_s, English, StaffAttitude);
    row(u"The food was cold."_s, English, Food);
    row(u"Nobody explained anything or answered the phone."_s, English, Communication);
}

void EngineTest::findsTopics()
{
    QFETCH(QString, text);
    QFETCH(Language, language);
    QFETCH(Topic, topic);
    const TextReading reading = m_engine.read(text, language);
    QVERIFY2(reading.topics.contains(topic), qPrintable(topicKeys(reading.topics).join(u' ')));
}

// Written for this test by the authors of the word lists, so that it says nothing about what patients write; it keeps
// a change of the lists from spoiling what was right.
void EngineTest::agreesWithMostOfTheCommentsWrittenForIt()
{
    const QList<QStringList> comments = commentsFromFile();
    QCOMPARE(comments.size(), 50);
    int right = 0;
    int sharedTopics = 0;
    int topics = 0; // wanted and found
    for (const QStringList &comment : comments) {
        const TextReading reading = m_engine.read(comment.at(0), Language::French);
        right += reading.sentiment == sentimentTable.value(comment.at(1));
        const QStringList wanted = comment.at(2).split(u'|', Qt::SkipEmptyParts);
        const QStringList found = topicKeys(reading.topics);
        topics += int(wanted.size() + found.size());
        sharedTopics += int(
            std::count_if(wanted.begin(), wanted.end(), [&](const QString &topic) { return found.contains(topic); }));
    }
    QVERIFY2(right >= 47, qPrintable(QString::number(right)));
    QVERIFY2(2.0 * sharedTopics / topics >= 0.85, qPrintable(QString::number(2.0 * sharedTopics / topics)));
}

void EngineTest::readsDecomposedTextsLikeComposedOnes()
{
    const QString text = u"Très déçu : accueil exécrable, médicaments périmés."_s;
    const TextReading composed = m_engine.read(text, Language::French);
    const TextReading decomposed = m_engine.read(text.normalized(QString::NormalizationForm_D), Language::French);
    QCOMPARE(composed.sentiment, std::optional(negative));
    QCOMPARE(decomposed.sentiment, composed.sentiment);
    QCOMPARE(decomposed.topics, composed.topics);
}

void EngineTest::explainsByTheWordsThatDecided_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("span");
    QTest::addColumn<bool>("speaksForGood");
    QTest::newRow("praise") << u"Une équipe formidable dans ce service."_s << Language::French << u"formidable"_s
                            << true;
    QTest::newRow("blame") << u"Ce matin, accueil honteux."_s << Language::French << u"honteux"_s << false;
    QTest::newRow("several words") << u"Ici il faut motiver l'infirmier."_s << Language::French << u"il faut motiver"_s
                                   << false;
    QTest::newRow("denied praise") << u"La chambre n'était pas confortable."_s << Language::French << u"confortable"_s
                                   << false;
    QTest::newRow("English") << u"The nurse was rude to me."_s << Language::English << u"rude"_s << false;
}

void EngineTest::explainsByTheWordsThatDecided()
{
    QFETCH(QString, text);
    QFETCH(Language, language);
    QFETCH(QString, span);
    QFETCH(bool, speaksForGood);
    const TextReading reading = m_engine.explain(text, language);
    const auto found = std::find_if(reading.evidence.begin(), reading.evidence.end(),
        [&](const Evidence &evidence) { return text.mid(evidence.start, evidence.length).contains(span); });
    QVERIFY2(found != reading.evidence.end(), qPrintable(QString::number(reading.evidence.size())));
    QCOMPARE(found->weight > 0, speaksForGood);
}

void EngineTest::explanationAgreesWithTheReading()
{
    for (const QStringList &comment : commentsFromFile()) {
        const TextReading read = m_engine.read(comment.at(0), Language::French);
        const TextReading explained = m_engine.explain(comment.at(0), Language::French);
        QCOMPARE(explained.sentiment, read.sentiment);
        QCOMPARE(explained.score, read.score);
        QCOMPARE(explained.topics, read.topics);
        QVERIFY(read.evidence.isEmpty());
        for (const Evidence &evidence : explained.evidence)
            QVERIFY(evidence.start >= 0 && evidence.start + evidence.length <= comment.at(0).size());
    }
}

void EngineTest::explainsTopicsByTheirWords()
{
    const QString text = u"Les repas sont froids et les prix exorbitants."_s;
    const TextReading reading = m_engine.explain(text, Language::French);
    QStringList words;
    for (const TopicEvidence &evidence : reading.topicEvidence)
        words += topicTable.key(evidence.topic) + u' ' + text.mid(evidence.start, evidence.length);
    QVERIFY2(words.contains(u"food repas"_s), qPrintable(words.join(u", "_s)));
    QVERIFY2(words.contains(u"cost prix"_s), qPrintable(words.join(u", "_s)));
}

void EngineTest::shipsLessThanAMegabyteOfWeights()
{
    const QFileInfo weights(u":/understanding/weights.bin"_s);
    QVERIFY2(weights.size() > 100'000 && weights.size() < 1'000'000, qPrintable(QString::number(weights.size())));
    QVERIFY(!m_engine.version().isEmpty());
}

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
