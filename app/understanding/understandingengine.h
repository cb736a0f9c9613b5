#pragma once

#include "app/domain/understanding.h"
#include "app/understanding/lexicon.h"
#include "app/understanding/weights.h"

#include <memory>
#include <mutex>

namespace accueil {

struct Cues;

// Sentiment and topics of a text in French or English: word lists for both, learned weights on top
// (resources/understanding/README.md). Of other languages it reads the faces only. Reads lists and weights, 4 MB, when
// it is first asked. Thread-safe.
class UnderstandingEngine
{
public:
    // `weightsFile`: other weights than the program's own, for measuring.
    explicit UnderstandingEngine(const QString &weightsFile = QStringLiteral(":/understanding/weights.bin"));

    const QString &version() const;

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

    struct Knowledge
    {
        explicit Knowledge(const QString &weightsFile)
            : weights(weightsFile)
        {
        }
        Lexicon lexicon;
        Weights weights;
    };
    const Knowledge &knowledge() const;

    const QString m_weightsFile;
    mutable std::once_flag m_isRead;
    mutable std::unique_ptr<const Knowledge> m_knowledge;
};

} // namespace accueil
