#include "app/understanding/hashedterms.h"

#include <QStringView>

#include <algorithm>
#include <cmath>

namespace accueil {

namespace {

// FNV-1a. What begins differently (a word, a pair, letters in a row) falls elsewhere.
class Hash
{
public:
    explicit Hash(char16_t kind) { add(kind); }
    void add(char16_t unit)
    {
        m_value = (m_value ^ (unit & 0xff)) * 16777619U;
        m_value = (m_value ^ (unit >> 8)) * 16777619U;
    }
    void add(QStringView text)
    {
        for (QChar character : text)
            add(character.unicode());
    }
    // The low bits of FNV alone are poor.
    quint32 bucket(int bits) const { return (m_value ^ (m_value >> 15)) & ((1U << bits) - 1); }

private:
    quint32 m_value = 2166136261U;
};

void finishGroup(std::vector<quint32> &buckets, std::vector<HashedTerm> &terms)
{
    std::sort(buckets.begin(), buckets.end());
    const size_t begin = terms.size();
    double square = 0;
    for (size_t i = 0; i < buckets.size();) {
        size_t end = i;
        while (end < buckets.size() && buckets[end] == buckets[i])
            ++end;
        const double weight = end - i == 1 ? 1.0 : 1 + std::log(double(end - i));
        terms.push_back({buckets[i], float(weight)});
        square += weight * weight;
        i = end;
    }
    const auto length = float(std::sqrt(square));
    for (size_t i = begin; i < terms.size(); ++i)
        terms[i].weight /= length;
    buckets.clear();
}

void addLetters(const QString &word, int bits, std::vector<quint32> &buckets)
{
    const QString padded = u' ' + word + u' ';
    for (qsizetype start = 0; start < padded.size(); ++start) {
        Hash hash(u'c');
        for (qsizetype length = 1; length <= 5 && start + length <= padded.size(); ++length) {
            hash.add(padded[start + length - 1].unicode());
            if (length >= 3)
                buckets.push_back(hash.bucket(bits));
        }
    }
}

} // namespace

std::vector<HashedTerm> hashedTerms(const QList<Word> &words, const QList<bool> &isNegated, int bucketBits)
{
    static const QString edge = QStringLiteral("^"); // the text's begin and end
    std::vector<quint32> ofWords;
    std::vector<quint32> ofLetters;
    const QString *before = &edge;
    const auto addPair = [&](const QString &word) {
        Hash pair(u'p');
        pair.add(*before);
        pair.add(u' ');
        pair.add(word);
        ofWords.push_back(pair.bucket(bucketBits));
    };
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i].folded;
        if (words[i].kind == Word::Kind::Break && word != u"!" && word != u"?")
            continue;
        Hash single(u'w');
        single.add(word);
        ofWords.push_back(single.bucket(bucketBits));
        addPair(word);
        before = &word;
        if (words[i].kind != Word::Kind::Letters)
            continue;
        if (isNegated[i]) {
            Hash denied(u'n');
            denied.add(word);
            ofWords.push_back(denied.bucket(bucketBits));
        }
        addLetters(word, bucketBits, ofLetters);
    }
    addPair(edge);
    std::vector<HashedTerm> terms;
    terms.reserve(ofWords.size() + ofLetters.size());
    finishGroup(ofWords, terms);
    finishGroup(ofLetters, terms);
    return terms;
}

} // namespace accueil
