#pragma once

#include "app/domain/understanding.h"
#include "app/understanding/lexicon.h"
#include "app/understanding/weights.h"

namespace accueil {

struct Cues;

// Sentiment and topics of a text in French or English: word lists for both, learned weights on top
// (resources/understanding/README.md). Of other languages it reads the faces only. Built once; thread-safe after that.
class UnderstandingEngine
{
public:
    // `weightsFile`: other weights than the program's own, for measuring.
    explicit UnderstandingEngine(const QString &weightsFile = QStringLiteral(":/understanding/weights.bin"));

    const QString &version() const { return m_weights.version(); }

    // Without evidence. 6 to 50 µs for 8 to 40 words (tests/bench).
    TextReading read(const QString &text, Language language) const;
    // With the spans that decided: what the score would lose without each of them. Up to 2 ms for 40 words.
    TextReading explain(const QString &text, Language language) const;

private:
    struct Judgement
    {
        std::optional<Sentiment> sentiment;
        double score = 0;
    };

    Language languageOf(const QList<Word> &words, Language declared) const;
    Judgement judge(
        const QList<Word> &words, const Cues &cues, const std::vector<HashedTerm> &terms, Language language) const;
    Judgement judgeEnglish(const Cues &cues, const std::vector<HashedTerm> &terms) const;
    Judgement judgeFrench(const Cues &cues) const;
    QList<Topic> topicsOf(const Cues &cues, const std::vector<HashedTerm> &terms, Language language) const;
    QList<Evidence> evidenceOf(
        const QList<Word> &words, const Cues &cues, const QString &text, Language language, double score) const;
    std::vector<HashedTerm> termsOf(const QList<Word> &words, const Cues &cues, Language language) const;

    Lexicon m_lexicon;
    Weights m_weights;
};

} // namespace accueil
