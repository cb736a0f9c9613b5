#include "app/domain/caserules.h"

#include "app/domain/fieldrules.h"
#include "app/domain/textfolding.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(QString text)
{
    for (const char16_t apostrophe : {u'\'', u'\u2019', u'\u02BC'})
        text.replace(QChar(apostrophe), u' ');
    return foldedTokens(text);
}

// A phrase: its folded words, and which of them stand for any end.
struct Phrase
{
    QStringList words;
    QList<bool> isOpen;
};

Phrase phraseOf(const QString &keyword)
{
    Phrase phrase;
    for (const QString &part : keyword.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList words = wordsOf(part);
        for (qsizetype i = 0; i < words.size(); ++i) {
            phrase.words += words.at(i);
            phrase.isOpen += i + 1 == words.size() && part.endsWith(u'*');
        }
    }
    return phrase;
}

bool standsAt(const QStringList &text, qsizetype place, const Phrase &phrase)
{
    if (place + phrase.words.size() > text.size())
        return false;
    for (qsizetype i = 0; i < phrase.words.size(); ++i) {
        const QString &word = text.at(place + i);
        if (phrase.isOpen.at(i) ? !word.startsWith(phrase.words.at(i)) : word != phrase.words.at(i))
            return false;
    }
    return true;
}

QStringList cleanedKeywords(const QStringList &keywords)
{
    QStringList clean;
    for (const QString &keyword : keywords) {
        const QString line = cleanLine(keyword);
        if (!line.isEmpty() && !clean.contains(line, Qt::CaseInsensitive))
            clean += line;
    }
    return clean;
}

void checkKeywords(FieldRules &rules, const QString &field, const QStringList &keywords)
{
    if (keywords.size() > mostCaseKeywords)
        rules.add(field, u"tooMany"_s, {{u"max"_s, mostCaseKeywords}});
    for (const QString &keyword : keywords) {
        rules.text(field, keyword, longestCaseKeyword);
        const Phrase phrase = phraseOf(keyword);
        constexpr qsizetype shortest = 3;
        const bool isLong = std::any_of(
            phrase.words.begin(), phrase.words.end(), [](const QString &word) { return word.size() >= shortest; });
        bool isVague = !isLong;
        for (qsizetype i = 0; i < phrase.words.size(); ++i)
            isVague |= phrase.isOpen.at(i) && phrase.words.at(i).size() < shortest;
        if (isVague) {
            rules.add(field, u"tooShort"_s, {{u"min"_s, shortest}});
            return;
        }
    }
}

} // namespace

CaseRules CaseRules::standard()
{
    CaseRules rules;
    rules.keywordsFrench = {u"maltrait*"_s, u"frapp*"_s, u"gifl*"_s, u"insult*"_s, u"injuri*"_s, u"humili*"_s,
        u"menac*"_s, u"violence*"_s, u"violent*"_s, u"viol"_s, u"violée"_s, u"attouchement*"_s, u"harcel*"_s,
        u"racket*"_s, u"corrup*"_s, u"bakchich*"_s, u"pot de vin"_s, u"pots de vin"_s, u"demand* de l'argent"_s,
        u"demand* l'argent"_s, u"réclam* de l'argent"_s, u"exig* de l'argent"_s, u"sous la table"_s};
    rules.keywordsEnglish = {u"mistreat*"_s, u"maltreat*"_s, u"abus*"_s, u"slap*"_s, u"beat me"_s, u"beaten"_s,
        u"hit me"_s, u"hit my"_s, u"insult*"_s, u"humiliat*"_s, u"threat*"_s, u"violen*"_s, u"rape*"_s, u"harass*"_s,
        u"brib*"_s, u"corrupt*"_s, u"ask* for money"_s, u"ask* me for money"_s, u"ask* us for money"_s,
        u"demand* money"_s, u"under the table"_s};
    return rules;
}

UserId CaseRules::ownerOf(const QString &ward) const
{
    const auto own = owners.constFind(ward);
    return own != owners.constEnd() ? *own : owners.value(u""_s);
}

CaseRules cleaned(CaseRules rules)
{
    rules.keywordsFrench = cleanedKeywords(rules.keywordsFrench);
    rules.keywordsEnglish = cleanedKeywords(rules.keywordsEnglish);
    return rules;
}

QList<FieldError> validate(const CaseRules &rules)
{
    FieldRules check;
    check.range(u"overall_at_most"_s, rules.overallAtMost, 1, 5);
    check.range(u"recommendation_at_most"_s, rules.recommendationAtMost, 0, 10);
    if (rules.sentimentAtMost && !(*rules.sentimentAtMost >= -1 && *rules.sentimentAtMost <= 0))
        check.add(u"sentiment_at_most"_s, u"outOfRange"_s, {{u"min"_s, -1}, {u"max"_s, 0}});
    checkKeywords(check, u"keywords_fr"_s, rules.keywordsFrench);
    checkKeywords(check, u"keywords_en"_s, rules.keywordsEnglish);
    check.range(u"acknowledge_hours"_s, rules.acknowledgeHours, 1, longestCaseDelay);
    check.range(u"resolve_hours"_s, rules.resolveHours, 1, longestCaseDelay);
    if (check.errors().isEmpty() && rules.resolveHours < rules.acknowledgeHours)
        check.add(
            u"resolve_hours"_s, u"outOfRange"_s, {{u"min"_s, rules.acknowledgeHours}, {u"max"_s, longestCaseDelay}});
    return check.errors();
}

std::optional<CaseFinding> judged(const CaseRules &rules, const Feedback &feedback)
{
    CaseFinding finding;
    const auto found = [&](CaseReason reason, CaseSeverity severity) {
        finding.reasons += reason;
        finding.severity = std::min(finding.severity, severity); // the gravest comes first
    };
    const QString words = feedback.comments + u'\n' + feedback.transcript + u'\n' + feedback.translation;
    if (holdsKeyword(words, rules.keywordsFrench + rules.keywordsEnglish))
        found(CaseReason::Keyword, CaseSeverity::Critical);
    const std::optional<int> overall
        = feedback.ratings.overallExperience ? feedback.ratings.overallExperience : feedback.ratings.emojiRating;
    if (rules.overallAtMost && overall && *overall <= *rules.overallAtMost)
        found(CaseReason::Overall, *overall == 1 ? CaseSeverity::High : CaseSeverity::Normal);
    const std::optional<int> recommendation = feedback.ratings.recommendationLikelihood;
    const bool hasWords = feedback.audio || !words.trimmed().isEmpty();
    if (rules.recommendationAtMost && recommendation && *recommendation <= *rules.recommendationAtMost && hasWords)
        found(CaseReason::Recommendation, CaseSeverity::Normal);
    // The label of a rating says no more than the rating itself does.
    const bool isRead = feedback.labelSource == LabelSource::Text || feedback.labelSource == LabelSource::Correction;
    if (rules.sentimentAtMost && isRead && feedback.sentiment == Sentiment::Negative
        && feedback.sentimentScore.value_or(0) <= *rules.sentimentAtMost)
        found(CaseReason::Sentiment, CaseSeverity::High);
    return finding.reasons.isEmpty() ? std::nullopt : std::optional(finding);
}

bool holdsKeyword(const QString &text, const QStringList &keywords)
{
    const QStringList words = wordsOf(text);
    if (words.isEmpty())
        return false;
    return std::any_of(keywords.begin(), keywords.end(), [&](const QString &keyword) {
        const Phrase phrase = phraseOf(keyword);
        if (phrase.words.isEmpty())
            return false;
        for (qsizetype place = 0; place < words.size(); ++place) {
            if (standsAt(words, place, phrase))
                return true;
        }
        return false;
    });
}

bool isTooOld(const CaseRules &rules, const Feedback &feedback, const QDateTime &now)
{
    return !feedback.device && feedback.feedbackDate.addSecs(qint64(rules.resolveHours) * 3600) < now;
}

} // namespace accueil
