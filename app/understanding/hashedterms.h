#pragma once

#include "app/understanding/words.h"

#include <vector>

namespace accueil {

// How often a term stands in a text; the term is known by the bucket that its hash falls into.
struct HashedTerm
{
    quint32 bucket = 0;
    float weight = 0; // 1 + ln(times), divided by the length of the group's vector
};

// Words, pairs of words, words that are denied, and the three to five letters in a row of each word. `bucketBits`: 2 to
// that power is the number of buckets.
std::vector<HashedTerm> hashedTerms(const QList<Word> &words, const QList<bool> &isNegated, int bucketBits);

} // namespace accueil
