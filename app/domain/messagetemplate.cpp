#include "app/domain/messagetemplate.h"

#include "app/domain/fieldrules.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// As long as a reminder may be: Twilio refuses more (error 21617).
constexpr int longestText = 1600;

QLocale localeOf(Language language)
{
    switch (language) {
    case Language::English:
        return QLocale(QLocale::English, QLocale::Cameroon);
    case Language::French:
        return QLocale(QLocale::French, QLocale::Cameroon);
    case Language::Duala:
        return QLocale(QLocale::Duala, QLocale::Cameroon);
    case Language::Basaa:
        return QLocale(QLocale::Basaa, QLocale::Cameroon);
    case Language::Ewondo:
        return QLocale(QLocale::Ewondo, QLocale::Cameroon);
    }
    Q_UNREACHABLE();
}

// A text as words and placeholders, in turn. Calls `word` with what stands outside of braces and `placeholder` with
// what stands inside; a brace without its partner is a word.
template <typename Word, typename Placeholder>
void walk(QStringView text, Word word, Placeholder placeholder)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0)
            break;
        word(text.mid(at, open - at));
        placeholder(text.mid(open + 1, close - open - 1));
        at = close + 1;
    }
    word(text.mid(at));
}

void checkPlaceholders(const QString &text, FieldRules &rules)
{
    QStringList unknown;
    walk(
        text,
        [&](QStringView words) {
            if (words.contains(u'{') || words.contains(u'}'))
                unknown << (words.contains(u'{') ? u"{"_s : u"}"_s);
        },
        [&](QStringView name) {
            if (!templatePlaceholders().contains(name))
                unknown << u"{%1}"_s.arg(name);
        });
    if (!unknown.isEmpty()) {
        rules.add(u"text"_s, u"unknownPlaceholder"_s,
            {{u"placeholder"_s, unknown.constFirst()}, {u"known"_s, templatePlaceholders()}});
    }
}

} // namespace

bool isTemplateName(QStringView text)
{
    const auto isLetter = [](QChar unit) { return unit >= u'a' && unit <= u'z'; };
    return !text.isEmpty() && text.size() <= longestTemplateName && isLetter(text.front())
        && std::all_of(text.begin(), text.end(), [&](QChar unit) {
               return isLetter(unit) || (unit >= u'0' && unit <= u'9') || unit == u'-' || unit == u'_';
           });
}

const QStringList &templatePlaceholders()
{
    static const QStringList names{u"name"_s, u"hospital"_s, u"ward"_s, u"date"_s, u"time"_s};
    return names;
}

QList<FieldError> validate(const TemplateDraft &draft)
{
    FieldRules rules;
    const QString name = cleanLine(draft.name);
    rules.required(u"name"_s, name);
    if (!name.isEmpty() && !isTemplateName(name))
        rules.add(u"name"_s, u"badTemplateName"_s);
    const QString text = cleanText(draft.text);
    rules.text(u"text"_s, text, longestText);
    checkPlaceholders(text, rules);
    return rules.errors();
}

FilledTemplate fillTemplate(QStringView text, Language language, const TemplateValues &values, const QDateTime &now)
{
    FilledTemplate filled;
    const QTimeZone zone(values.zone);
    Q_ASSERT(zone.isValid());
    const QLocale locale = localeOf(language);
    const auto valueOf = [&](QStringView name) -> QString {
        if (name == u"name")
            return values.name;
        if (name == u"hospital")
            return values.hospital;
        if (name == u"ward")
            return values.ward;
        if (!values.appointment)
            return {};
        const QDateTime local = values.appointment->toTimeZone(zone);
        if (name == u"time") {
            QStringList times{locale.toString(local.time(), u"HH:mm"_s)};
            for (const QDateTime &other : values.alsoAt)
                times << locale.toString(other.toTimeZone(zone).time(), u"HH:mm"_s);
            times.removeDuplicates();
            return locale.createSeparatedList(times);
        }
        const bool isThisYear = local.date().year() == now.toTimeZone(zone).date().year();
        return name == u"date" ? locale.toString(local.date(), isThisYear ? u"dddd d MMMM"_s : u"dddd d MMMM yyyy"_s)
                               : QString();
    };
    walk(
        text, [&](QStringView words) { filled.text += words; },
        [&](QStringView name) {
            const QString value = valueOf(name);
            if (!value.isEmpty()) {
                filled.text += value;
                return;
            }
            const QString placeholder = u"{%1}"_s.arg(name);
            filled.text += placeholder;
            if (!filled.missing.contains(placeholder))
                filled.missing << placeholder;
        });
    return filled;
}

} // namespace accueil
