#include "app/domain/tabletcontent.h"

#include "app/domain/fieldrules.h"
#include "app/domain/ward.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

TabletQuestions withoutRepeats(const TabletQuestions &questions)
{
    TabletQuestions once;
    for (const TabletQuestion question : questions) {
        if (!once.contains(question))
            once << question;
    }
    return once;
}

// 0000, 1234, 9876: one step of -1, 0 or 1 all the way.
bool isEvenRun(const QString &digits)
{
    const int step = digits[1].unicode() - digits[0].unicode();
    if (step < -1 || step > 1)
        return false;
    for (qsizetype i = 2; i < digits.size(); ++i) {
        if (digits[i].unicode() - digits[i - 1].unicode() != step)
            return false;
    }
    return true;
}

} // namespace

std::optional<PromptAddress> PromptAddress::parse(QStringView text)
{
    const qsizetype dot = text.lastIndexOf(u'.');
    if (dot < 0)
        return std::nullopt;
    const auto key = promptKeyTable.value(text.first(dot));
    const auto language = languageTable.value(text.sliced(dot + 1));
    return key && language ? std::optional(PromptAddress{*key, *language}) : std::nullopt;
}

int longestTabletText(PromptKey key)
{
    const bool isName = key == PromptKey::LanguageName || (key >= PromptKey::Face1 && key <= PromptKey::Face5);
    return isName ? longestTabletName : longestTabletSentence;
}

const TabletQuestions &TabletContent::questionsOf(const QString &ward) const
{
    const auto own = chosen.wardQuestions.constFind(ward);
    return own == chosen.wardQuestions.constEnd() ? chosen.questions : *own;
}

TabletContentDraft cleaned(const TabletContentDraft &draft)
{
    TabletContentDraft clean = draft;
    clean.questions = withoutRepeats(draft.questions);
    clean.wardQuestions.clear();
    for (auto ward = draft.wardQuestions.begin(); ward != draft.wardQuestions.end(); ++ward)
        clean.wardQuestions.insert(cleanLine(ward.key()), withoutRepeats(ward.value()));
    clean.texts.clear();
    for (auto text = draft.texts.begin(); text != draft.texts.end(); ++text) {
        if (const QString words = cleanLine(text.value()); !words.isEmpty())
            clean.texts.insert(text.key(), words);
    }
    return clean;
}

QList<FieldError> validate(const TabletContentDraft &draft)
{
    FieldRules rules;
    for (auto ward = draft.wardQuestions.begin(); ward != draft.wardQuestions.end(); ++ward) {
        rules.required(u"ward_questions"_s, ward.key());
        rules.text(u"ward_questions"_s, ward.key(), longestWardName);
    }
    rules.range(u"idle.ask_seconds"_s, draft.askSeconds, shortestAsking, longestAsking);
    if (draft.askSeconds >= shortestAsking && draft.askSeconds <= longestAsking) {
        rules.range(u"idle.wipe_seconds"_s, draft.wipeSeconds, draft.askSeconds + shortestCountdown,
            draft.askSeconds + longestCountdown);
    }
    for (auto text = draft.texts.begin(); text != draft.texts.end(); ++text) {
        const PromptAddress &address = text.key();
        rules.text(u"texts.%1.%2"_s.arg(languageTable.key(address.language), promptKeyTable.key(address.key)),
            text.value(), longestTabletText(address.key));
    }
    return rules.errors();
}

QList<FieldError> validateExitPin(const QString &digits)
{
    const bool areDigits
        = std::all_of(digits.begin(), digits.end(), [](QChar unit) { return unit >= u'0' && unit <= u'9'; });
    FieldRules rules;
    if (!areDigits || digits.size() < 4 || digits.size() > 8)
        rules.add(u"pin"_s, u"badPin"_s);
    else if (isEvenRun(digits))
        rules.add(u"pin"_s, u"easyPin"_s);
    return rules.errors();
}

} // namespace accueil
