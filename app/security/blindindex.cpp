#include "app/security/blindindex.h"

#include "app/domain/textfolding.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Which beginnings of a word are indexed. A query takes the longest one that it has; what more it says is checked on
// the decrypted value. Whole words need no tag of their own: after six letters a handful of patients is left.
constexpr std::array wordLengths{6, 5, 4, 3, 2};
constexpr std::array digitLengths{8, 6, 5, 4, 3, 2};
constexpr int shortestPhoneStart = 4;
constexpr int lastPhoneDigits = 4;
constexpr int pairLength = 2;
constexpr qsizetype mostPairedWords = 8; // of a query: 28 pairs find whoever there is to find
constexpr qsizetype mostTags = 8; // of a query, likewise; the rest is checked after decryption
constexpr int shortestMixedStart = 3; // "p0" would be nearly everybody

bool isDigits(const QString &token)
{
    return std::all_of(token.cbegin(), token.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool hasDigit(const QString &token)
{
    return std::any_of(token.cbegin(), token.cend(), [](QChar c) { return c.isDigit(); });
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

// As the people at the desk say a number: without Cameroon's country code and without leading zeros.
QString significantDigits(QString digits)
{
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    // No number of Cameroon begins with 237, so these digits can only be the country code (ITU E.164, numbering plan of
    // ART).
    return digits.startsWith(u"237"_s) && digits.size() > 3 ? digits.mid(3) : digits;
}

// "P000123" is also found as "123".
QString significantNumber(const QString &token)
{
    const auto from = std::find_if(token.cbegin(), token.cend(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    const QString digits = token.mid(from - token.cbegin());
    return isDigits(digits) ? digits : QString();
}

bool isWrittenAsNumber(const QString &query)
{
    static const QString marks = u"+-(). /"_s;
    return std::all_of(
        query.cbegin(), query.cend(), [](QChar c) { return c.isDigit() || c.isSpace() || marks.contains(c); });
}

// The words of a query; one that begins another ("ng ngo") asks for nothing more and is left out, so that two words
// always stand for two different words of the name.
QStringList queryTokens(const QString &query)
{
    QStringList tokens = isWrittenAsNumber(query) ? QStringList{digitsOf(query)} : foldedTokens(query);
    for (QString &token : tokens) {
        if (isDigits(token))
            token = significantDigits(token);
    }
    tokens.removeAll(QString());
    std::sort(tokens.begin(), tokens.end());
    QStringList distinct;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (i + 1 == tokens.size() || !tokens.at(i + 1).startsWith(tokens.at(i)))
            distinct += tokens.at(i);
    }
    return distinct;
}

// Whether `token` begins one of the words that foldedTokens() finds in a folded text.
bool beginsWordOf(const QString &folded, const QString &token)
{
    for (qsizetype at = folded.indexOf(token); at >= 0; at = folded.indexOf(token, at + 1)) {
        if (at == 0 || !(folded.at(at - 1).isLetterOrNumber() || folded.at(at - 1).isSurrogate()))
            return true;
    }
    return false;
}

template <typename Use>
void forEachPair(QStringList words, Use use)
{
    words.removeIf([](const QString &word) { return word.size() < pairLength || hasDigit(word); });
    for (qsizetype i = 0; i < words.size(); ++i) {
        for (qsizetype j = i + 1; j < words.size(); ++j) {
            const QString a = words.at(i).left(pairLength);
            const QString b = words.at(j).left(pairLength);
            use(a < b ? a + u'|' + b : b + u'|' + a);
        }
    }
}

} // namespace

BlindIndex::BlindIndex(const Keyring &keyring)
    // The oldest key's, so that the tags stay valid when a new key version begins to encrypt.
    : m_key(keyring.derived(keyring.oldestVersion(), "blind index"))
{
}

qint64 BlindIndex::tagOf(const char *kind, const QString &foldedValue) const
{
    QByteArray message(kind);
    message += '\0';
    message += foldedValue.toUtf8();
    return qFromBigEndian<qint64>(m_key.mac(message).data());
}

QList<qint64> BlindIndex::tagsOfPatient(const QString &name, const QString &patientNumber, const QString &phone) const
{
    QStringList starts;
    const auto addStarts = [&starts](const QString &token, int shortest) {
        const auto add = [&](int length) {
            if (length >= shortest && length <= token.size())
                starts += token.left(length);
        };
        isDigits(token) ? std::for_each(digitLengths.begin(), digitLengths.end(), add)
                        : std::for_each(wordLengths.begin(), wordLengths.end(), add);
    };
    QStringList words = foldedTokens(name);
    for (const QString &word : std::as_const(words))
        addStarts(word, 2);
    const QStringList numberTokens = foldedTokens(patientNumber);
    for (const QString &token : numberTokens) {
        addStarts(token, hasDigit(token) ? shortestMixedStart : 2);
        addStarts(significantNumber(token), 2);
    }
    const QString digits = significantDigits(digitsOf(phone));
    addStarts(digits, shortestPhoneStart);
    if (digits.size() >= lastPhoneDigits)
        starts += digits.right(lastPhoneDigits);

    QList<qint64> tags;
    for (const QString &start : std::as_const(starts))
        tags += tagOf("start", start);
    forEachPair(words + numberTokens, [&](const QString &pair) { tags += tagOf("pair", pair); });
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return tags;
}

QList<qint64> BlindIndex::tagsOfQuery(const QString &query) const
{
    const QStringList tokens = queryTokens(query);
    QStringList pairs;
    forEachPair(tokens.first(std::min(tokens.size(), mostPairedWords)), [&](const QString &pair) { pairs += pair; });
    pairs.removeDuplicates();

    QStringList starts;
    for (const QString &token : tokens) {
        const auto fits = [&](int length) { return length <= token.size(); };
        const auto longest = [&](const auto &lengths) {
            const auto found = std::find_if(lengths.begin(), lengths.end(), fits);
            return found == lengths.end() ? 0 : *found;
        };
        const int length = isDigits(token) ? longest(digitLengths) : longest(wordLengths);
        const bool isMixed = hasDigit(token) && !isDigits(token);
        if (isMixed && length < shortestMixedStart)
            continue;
        const bool saidByPair = length == pairLength && !pairs.isEmpty() && !hasDigit(token);
        if (length > 0 && !saidByPair)
            starts += token.left(length);
    }
    std::stable_sort(
        starts.begin(), starts.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });

    QList<qint64> tags;
    for (const QString &pair : std::as_const(pairs))
        tags += tagOf("pair", pair);
    for (const QString &start : std::as_const(starts))
        tags += tagOf("start", start);
    return tags.first(std::min(tags.size(), mostTags));
}

bool BlindIndex::matches(const QString &query, const QString &name, const QString &patientNumber, const QString &phone)
{
    return SearchTerms(query).match(foldText(name), patientNumber, phone);
}

SearchTerms::SearchTerms(const QString &query)
    : m_tokens(queryTokens(query))
{
}

bool SearchTerms::asksForPhone() const
{
    return std::any_of(m_tokens.cbegin(), m_tokens.cend(), isDigits);
}

bool SearchTerms::match(const QString &foldedName, const QString &patientNumber, const QString &phone) const
{
    const auto isFound = [&](const QString &token) {
        if (beginsWordOf(foldedName, token))
            return true;
        const QStringList numberTokens = foldedTokens(patientNumber);
        if (std::any_of(numberTokens.cbegin(), numberTokens.cend(),
                [&](const QString &word) { return word.startsWith(token); }))
            return true;
        if (!isDigits(token))
            return false;
        const auto beginsSignificant
            = [&](const QString &number) { return significantNumber(number).startsWith(token); };
        if (std::any_of(numberTokens.cbegin(), numberTokens.cend(), beginsSignificant))
            return true;
        const QString digits = significantDigits(digitsOf(phone));
        return (token.size() >= shortestPhoneStart && digits.startsWith(token))
            || (token.size() == lastPhoneDigits && digits.endsWith(token));
    };
    return !m_tokens.isEmpty() && std::all_of(m_tokens.cbegin(), m_tokens.cend(), isFound);
}

} // namespace accueil
