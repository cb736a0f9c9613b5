#include "app/understanding/cues.h"

#include "app/understanding/negation.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr double deniedPraise = -0.8; // "pas gentil" is nearly as bad as "méchant"
constexpr double deniedBlame = -0.4; // "pas sale" is less than "propre"
constexpr double beforeTurn = 0.6; // what comes after "mais" is what is meant
constexpr double afterTurn = 1.4;

// A word, or several by one pattern, of which the lists know something.
struct Hit
{
    qsizetype first = 0;
    qsizetype count = 1;
    double valence = 0;
    bool isEmoji = false;
};

bool isSentenceEnd(const Word &word)
{
    return word.kind == Word::Kind::Break
        && (word.folded == u"." || word.folded == u"!" || word.folded == u"?" || word.folded == u"\n"
            || word.folded == u"…");
}

bool isNumber(const QString &word)
{
    return !word.isEmpty() && word[0].isDigit();
}

// "4 heures", "3h", "2 hours", "20 minutes".
bool isDuration(const QList<Word> &words, qsizetype at)
{
    const QString &word = words[at].folded;
    if (!isNumber(word))
        return false;
    if (word.endsWith(u'h') || word.endsWith(u"hrs") || (word.contains(u'h') && word.back().isDigit()))
        return true;
    if (at + 1 >= words.size())
        return false;
    const QString &next = words[at + 1].folded;
    return next.startsWith(u"heure") || next == u"h" || next.startsWith(u"hour") || next.startsWith(u"hr")
        || next.startsWith(u"mois") || next.startsWith(u"month") || next.startsWith(u"week")
        || next.startsWith(u"semaine") || next.startsWith(u"min");
}

class CueReader
{
public:
    CueReader(const QList<Word> &words, QStringView text, Language language, const Lexicon &lexicon)
        : m_words(words)
        , m_text(text)
        , m_language(language)
        , m_lexicon(lexicon)
        , m_taken(words.size(), false)
    {
    }

    Cues read()
    {
        findHits();
        m_cues.isNegated = negatedWords(m_words, m_taken, m_language);
        weighHits();
        findTurns();
        findTopics();
        measure();
        m_cues.isIronic = soundsIronic();
        for (const Hit &hit : std::as_const(m_hits)) {
            const Word &last = m_words[hit.first + hit.count - 1];
            const qsizetype start = m_words[hit.first].start;
            m_cues.evidence += Evidence{start, last.start + last.length - start, hit.valence};
        }
        return m_cues;
    }

private:
    void findHits()
    {
        const Patterns &patterns = m_lexicon.valence(m_language);
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            const Word &word = m_words[i];
            if (word.kind == Word::Kind::Emoji) {
                if (const auto value = m_lexicon.emoji(word.folded); value && *value != 0)
                    m_hits += Hit{i, 1, *value / 10.0, true};
                continue;
            }
            if (word.kind != Word::Kind::Letters)
                continue;
            const auto match = patterns.longestAt(m_words, i);
            if (!match)
                continue;
            for (qsizetype j = i; match->words > 1 && j < i + match->words; ++j)
                m_taken[j] = true;
            if (match->value != 0)
                m_hits += Hit{i, match->words, match->value / 10.0, false};
            i += match->words - 1;
        }
    }

    void weighHits()
    {
        for (Hit &hit : m_hits) {
            if (hit.isEmoji)
                continue;
            switch (emphasisBefore(m_words, hit.first, m_language)) {
            case Emphasis::Strong:
                hit.valence *= 1.3;
                break;
            case Emphasis::Weak:
                hit.valence *= 0.7;
                break;
            case Emphasis::None:
                break;
            }
            // A pattern of several words says itself whether it denies.
            const bool isDenied = m_cues.isNegated[hit.first] && (hit.count == 1 || hit.valence > 0);
            if (isDenied)
                hit.valence *= hit.valence > 0 ? deniedPraise : deniedBlame;
            hit.valence = std::clamp(hit.valence, -3.0, 3.0);
        }
    }

    // The last "mais" of each sentence divides what counts less from what counts more.
    void findTurns()
    {
        qsizetype begin = 0;
        std::optional<qsizetype> turn;
        for (qsizetype i = 0; i <= m_words.size(); ++i) {
            if (i < m_words.size() && !isSentenceEnd(m_words[i])) {
                if (isTurn(m_words[i], m_language))
                    turn = i;
                continue;
            }
            if (turn)
                weighAround(begin, *turn, i);
            begin = i + 1;
            turn.reset();
        }
    }

    void weighAround(qsizetype begin, qsizetype turn, qsizetype end)
    {
        ++m_turns;
        for (Hit &hit : m_hits) {
            if (hit.first >= begin && hit.first < turn)
                hit.valence *= beforeTurn;
            else if (hit.first > turn && hit.first < end)
                hit.valence *= afterTurn;
        }
    }

    void findTopics()
    {
        const Patterns &patterns = m_lexicon.topics(m_language);
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            if (m_words[i].kind != Word::Kind::Letters)
                continue;
            std::array<int, 11> longest{};
            for (const Patterns::Match &match : patterns.allAt(m_words, i)) {
                int &words = longest[size_t(match.value)];
                words = std::max(words, match.words);
            }
            for (size_t topic = 0; topic < longest.size(); ++topic) {
                if (longest[topic] == 0)
                    continue;
                ++m_cues.topicHits[topic];
                const Word &last = m_words[i + longest[topic] - 1];
                const qsizetype start = m_words[i].start;
                m_cues.topicEvidence += TopicEvidence{Topic(topic), start, last.start + last.length - start};
            }
        }
    }

    void measure()
    {
        double positive = 0, negative = 0, emoji = 0, highest = 0, lowest = 0;
        int positives = 0, negatives = 0;
        for (const Hit &hit : std::as_const(m_hits)) {
            (hit.valence > 0 ? positive : negative) += std::abs(hit.valence);
            ++(hit.valence > 0 ? positives : negatives);
            highest = std::max(highest, hit.valence);
            lowest = std::min(lowest, hit.valence);
            emoji += hit.isEmoji ? hit.valence : 0;
        }
        int letters = 0, negators = 0, durations = 0, numbers = 0, exclamations = 0, questions = 0;
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            const Word &word = m_words[i];
            letters += word.kind == Word::Kind::Letters;
            exclamations += word.folded == u"!";
            questions += word.folded == u"?";
            numbers += isNumber(word.folded);
            durations += isDuration(m_words, i);
            negators += !m_taken[i] && isNegator(m_words, i, m_language);
        }
        const qsizetype capitals
            = std::count_if(m_text.begin(), m_text.end(), [](QChar character) { return character.isUpper(); });
        const double words = letters;
        m_cues.measures = {std::log1p(positive), std::log1p(negative),
            (positive - negative) / (positive + negative + 1), std::log1p(words), std::log1p(numbers),
            std::log1p(durations), std::log1p(exclamations), std::log1p(questions), std::log1p(negators),
            negators / (words + 1), std::clamp(emoji, -3.0, 3.0), highest, lowest, m_hits.isEmpty() ? 1.0 : 0.0,
            m_hits.isEmpty() ? 0.0 : std::tanh(m_hits.first().valence),
            m_hits.isEmpty() ? 0.0 : std::tanh(m_hits.last().valence), m_turns > 0 ? 1.0 : 0.0,
            positives > 0 && negatives > 0 ? 1.0 : 0.0,
            m_text.isEmpty() ? 0.0 : std::min(1.0, 2.0 * double(capitals) / double(m_text.size())),
            (positive - negative) / (words + 3)};
    }

    // Praise in quotation marks or right beside a wait of hours, thanks for nothing: what the words say may not be
    // meant. A rating by the same person decides instead.
    bool soundsIronic() const
    {
        static const QStringList wry{u"\U0001f644"_s, u"\U0001f643"_s, u"\U0001f60f"_s};
        bool hasWry = false;
        bool hasDuration = false;
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            hasWry |= wry.contains(m_words[i].folded);
            hasDuration |= isDuration(m_words, i);
        }
        bool hasPraise = false;
        bool startsWithApplause = false;
        for (const Hit &hit : m_hits) {
            hasPraise |= hit.valence > 0;
            startsWithApplause |= hit.valence > 0 && hit.first < 2 && isApplause(m_words[hit.first].folded);
        }
        if (hasWry)
            return hasPraise;
        return startsWithApplause && m_words.size() < 30 && hasDuration && hasWaitingWord();
    }

    static bool isApplause(const QString &word)
    {
        static const QStringList applause{u"bravo"_s, u"merci"_s, u"super"_s, u"genial"_s, u"formidable"_s,
            u"chapeau"_s, u"felicitations"_s, u"quel"_s, u"quelle"_s, u"thanks"_s, u"thank"_s, u"great"_s,
            u"fantastic"_s, u"brilliant"_s, u"wonderful"_s, u"congratulations"_s};
        return applause.contains(word);
    }

    bool hasWaitingWord() const { return m_cues.topicHits[size_t(Topic::WaitingTime)] > 0; }

    const QList<Word> &m_words;
    const QStringView m_text;
    const Language m_language;
    const Lexicon &m_lexicon;
    QList<bool> m_taken; // by a pattern of several words
    QList<Hit> m_hits;
    int m_turns = 0;
    Cues m_cues;
};

} // namespace

Cues cuesOf(const QList<Word> &words, QStringView text, Language language, const Lexicon &lexicon)
{
    return CueReader(words, text, language, lexicon).read();
}

} // namespace accueil
