#include "app/understanding/understandingengine.h"

#include "app/understanding/cues.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr double nearNothing = 0.02; // of the score; what moves it less decided nothing
constexpr qsizetype mostEvidence = 12;
// French that is mixed: good and bad words, and a score about the middle.
constexpr double mixedScore = 0.12;

double probability(double sum)
{
    return 1 / (1 + std::exp(-sum));
}

Sentiment bySign(double score)
{
    return score < 0 ? Sentiment::Negative : Sentiment::Positive;
}

// Both sentiment models and the topics learn from the measures and how many words of each topic there are.
std::vector<double> inputsOf(const Cues &cues)
{
    std::vector<double> inputs(cues.measures.begin(), cues.measures.end());
    for (int hits : cues.topicHits)
        inputs.push_back(std::log1p(hits));
    return inputs;
}

int countOf(const QList<Word> &words, const QSet<QString> &known)
{
    return int(
        std::count_if(words.begin(), words.end(), [&](const Word &word) { return known.contains(word.folded); }));
}

} // namespace

UnderstandingEngine::UnderstandingEngine(const QString &weightsFile)
    : m_weightsFile(weightsFile)
{
}

const QString &UnderstandingEngine::version() const
{
    return knowledge().weights.version();
}

const UnderstandingEngine::Knowledge &UnderstandingEngine::knowledge() const
{
    std::call_once(m_isRead, [this] { m_knowledge = std::make_unique<const Knowledge>(m_weightsFile); });
    return *m_knowledge;
}

TextReading UnderstandingEngine::read(const QString &text, Language language) const
{
    QList<Word> words = wordsOf(text, language);
    const Language actual = languageOf(words, language);
    if (actual != language)
        words = wordsOf(text, actual);
    const Cues cues = cuesOf(words, text, actual, knowledge().lexicon);
    const std::vector<HashedTerm> terms = termsOf(words, cues, actual);
    const Judgement judgement = judge(words, cues, terms, actual);
    return {.sentiment = judgement.sentiment,
        .score = judgement.score,
        .isIronic = cues.isIronic,
        .topics = topicsOf(cues, terms, actual)};
}

TextReading UnderstandingEngine::explain(const QString &text, Language language) const
{
    TextReading reading = read(text, language);
    const Language actual = languageOf(wordsOf(text, language), language);
    const QList<Word> words = wordsOf(text, actual);
    const Cues cues = cuesOf(words, text, actual, knowledge().lexicon);
    reading.evidence = evidenceOf(words, cues, text, actual, reading.score);
    for (const TopicEvidence &evidence : cues.topicEvidence) {
        if (reading.topics.contains(evidence.topic))
            reading.topicEvidence += evidence;
    }
    return reading;
}

// A patient writes in another language than the tablet was set to: the little words tell French from English.
Language UnderstandingEngine::languageOf(const QList<Word> &words, Language declared) const
{
    static const QSet<QString> english{u"the"_s, u"and"_s, u"was"_s, u"is"_s, u"are"_s, u"were"_s, u"to"_s, u"of"_s,
        u"my"_s, u"they"_s, u"with"_s, u"very"_s, u"for"_s, u"it"_s, u"not"_s, u"have"_s, u"you"_s, u"no"_s, u"at"_s,
        u"this"_s, u"i"_s, u"we"_s};
    static const QSet<QString> french{u"le"_s, u"la"_s, u"les"_s, u"et"_s, u"est"_s, u"pas"_s, u"de"_s, u"des"_s,
        u"un"_s, u"une"_s, u"tres"_s, u"je"_s, u"nous"_s, u"pour"_s, u"avec"_s, u"que"_s, u"qui"_s, u"du"_s, u"au"_s,
        u"il"_s, u"ils"_s, u"mon"_s, u"ma"_s, u"n"_s, u"ne"_s, u"ai"_s, u"en"_s, u"vous"_s, u"sont"_s};
    if (declared != Language::English && declared != Language::French)
        return declared;
    const int asEnglish = countOf(words, english);
    const int asFrench = countOf(words, french);
    if (declared == Language::French && asEnglish >= 2 && asEnglish > 2 * asFrench)
        return Language::English;
    if (declared == Language::English && asFrench >= 2 && asFrench > 2 * asEnglish)
        return Language::French;
    return declared;
}

std::vector<HashedTerm> UnderstandingEngine::termsOf(
    const QList<Word> &words, const Cues &cues, Language language) const
{
    if (language != Language::English)
        return {};
    return hashedTerms(words, cues.isNegated, knowledge().weights.table(u"sentiment_en"_s).bucketBits());
}

UnderstandingEngine::Judgement UnderstandingEngine::judge(
    const QList<Word> &words, const Cues &cues, const std::vector<HashedTerm> &terms, Language language) const
{
    const bool saysNothing
        = std::none_of(words.begin(), words.end(), [](const Word &word) { return word.kind != Word::Kind::Break; });
    if (saysNothing || cues.isIronic)
        return {};
    if (language == Language::English)
        return judgeEnglish(cues, terms);
    if (language == Language::French)
        return judgeFrench(cues);
    double faces = 0;
    for (qsizetype i = 0; i < cues.evidence.size(); ++i)
        faces += cues.evidence[i].weight;
    if (faces == 0)
        return {};
    return {bySign(faces), std::tanh(faces / 2)};
}

UnderstandingEngine::Judgement UnderstandingEngine::judgeEnglish(
    const Cues &cues, const std::vector<HashedTerm> &terms) const
{
    const std::vector<double> sums = knowledge().weights.table(u"sentiment_en"_s).outputsOf(terms, inputsOf(cues));
    const double highest = *std::max_element(sums.begin(), sums.end());
    const double negative = std::exp(sums[0] - highest);
    const double neutral = std::exp(sums[1] - highest);
    const double positive = std::exp(sums[2] - highest);
    const double score = (positive - negative) / (negative + neutral + positive);
    if (neutral > negative && neutral > positive)
        return {Sentiment::Neutral, score};
    return {bySign(positive - negative), score};
}

UnderstandingEngine::Judgement UnderstandingEngine::judgeFrench(const Cues &cues) const
{
    // What a text is about says something too: nobody writes "parking" to praise it.
    if (cues.evidence.isEmpty() && cues.topicEvidence.isEmpty())
        return {};
    const double score
        = 2 * probability(knowledge().weights.table(u"sentiment_fr"_s).outputsOf({}, inputsOf(cues)).front()) - 1;
    const bool hasBoth = std::any_of(cues.evidence.begin(), cues.evidence.end(), [](auto &e) { return e.weight > 0; })
        && std::any_of(cues.evidence.begin(), cues.evidence.end(), [](auto &e) { return e.weight < 0; });
    if (hasBoth && std::abs(score) < mixedScore)
        return {Sentiment::Neutral, score};
    return {bySign(score), score};
}

QList<Topic> UnderstandingEngine::topicsOf(
    const Cues &cues, const std::vector<HashedTerm> &terms, Language language) const
{
    QList<Topic> topics;
    if (language == Language::English) {
        const std::vector<double> sums = knowledge().weights.table(u"topics_en"_s).outputsOf(terms, inputsOf(cues));
        for (size_t topic = 0; topic < sums.size(); ++topic) {
            if (sums[topic] > 0)
                topics += Topic(topic);
        }
    } else if (language == Language::French) {
        for (size_t topic = 0; topic < cues.topicHits.size(); ++topic) {
            if (cues.topicHits[topic] > 0)
                topics += Topic(topic);
        }
    }
    return topics;
}

QList<Evidence> UnderstandingEngine::evidenceOf(
    const QList<Word> &words, const Cues &cues, const QString &text, Language language, double score) const
{
    // The patterns that the lists know, and of English each other word.
    QList<Evidence> candidates = cues.evidence;
    const auto isCovered = [&](const Word &word) {
        return std::any_of(cues.evidence.begin(), cues.evidence.end(), [&](const Evidence &evidence) {
            return word.start >= evidence.start && word.start < evidence.start + evidence.length;
        });
    };
    for (const Word &word : words) {
        if (language == Language::English && word.kind == Word::Kind::Letters && !isCovered(word))
            candidates += Evidence{word.start, word.length, 0};
    }
    QList<Evidence> decisive;
    for (Evidence candidate : std::as_const(candidates)) {
        QList<Word> rest = words;
        rest.removeIf([&](const Word &word) {
            return word.start >= candidate.start && word.start < candidate.start + candidate.length;
        });
        Cues without = cuesOf(rest, text, language, knowledge().lexicon);
        without.isIronic = false;
        candidate.weight = score - judge(rest, without, termsOf(rest, without, language), language).score;
        if (std::abs(candidate.weight) >= nearNothing)
            decisive += candidate;
    }
    const auto isStronger
        = [](const Evidence &a, const Evidence &b) { return std::abs(a.weight) > std::abs(b.weight); };
    std::stable_sort(decisive.begin(), decisive.end(), isStronger);
    decisive = decisive.first(std::min(decisive.size(), mostEvidence));
    std::sort(decisive.begin(), decisive.end(), [](const Evidence &a, const Evidence &b) { return a.start < b.start; });
    return decisive;
}

} // namespace accueil
