#pragma once

#include "app/domain/understanding.h"
#include "app/understanding/lexicon.h"

#include <array>

namespace accueil {

// What the words of a text say by the lists: each with its valence after negation, emphasis and the turn at "mais" or
// "but". The measures do not depend on the language, so that weights learned in one serve the other.
struct Cues
{
    static constexpr int measureCount = 20;

    QList<Evidence> evidence; // weights -3 to 3
    QList<TopicEvidence> topicEvidence;
    std::array<int, 11> topicHits{}; // by Topic
    std::array<double, measureCount> measures{};
    QList<bool> isNegated; // of each word
    bool isIronic = false;
};

Cues cuesOf(const QList<Word> &words, QStringView text, Language language, const Lexicon &lexicon);

} // namespace accueil
