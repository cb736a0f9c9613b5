#include "app/domain/fieldrules.h"

#include "app/domain/emailaddress.h"
#include "app/domain/fielderrorkeys.h"
#include "app/domain/phonenumber.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

struct TextFacts
{
    int characters = 0;
    bool storable = true;
};

TextFacts factsOf(const QString &text)
{
    TextFacts facts;
    for (qsizetype i = 0; i < text.size(); ++i, ++facts.characters) {
        const QChar unit = text[i];
        if (unit.isSurrogate()) {
            const bool whole = unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
            facts.storable = facts.storable && whole;
            i += whole ? 1 : 0;
        } else if (unit.category() == QChar::Other_Control) {
            facts.storable = facts.storable && (unit == u'\n' || unit == u'\t');
        }
    }
    return facts;
}

} // namespace

QString cleanLine(const QString &text)
{
    return text.simplified().normalized(QString::NormalizationForm_C);
}

QString cleanText(const QString &text)
{
    QString clean = text.trimmed().normalized(QString::NormalizationForm_C);
    if (clean.contains(u'\r'))
        clean.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return clean;
}

void FieldRules::add(const QString &field, const QString &key, const QVariantMap &parameters)
{
    add(FieldError{field, key, parameters});
}

void FieldRules::add(const FieldError &error)
{
    Q_ASSERT(isFieldErrorKey(error.key));
    m_errors += error;
}

void FieldRules::required(const QString &field, const QString &text)
{
    if (text.isEmpty())
        add(field, u"required"_s);
}

void FieldRules::text(const QString &field, const QString &text, int maximumCharacters)
{
    const TextFacts facts = factsOf(text);
    if (facts.characters > maximumCharacters)
        add(field, u"tooLong"_s, {{u"max"_s, maximumCharacters}});
    if (!facts.storable)
        add(field, u"badCharacter"_s);
}

void FieldRules::range(const QString &field, std::optional<int> value, int minimum, int maximum)
{
    if (value && (*value < minimum || *value > maximum))
        add(field, u"outOfRange"_s, {{u"min"_s, minimum}, {u"max"_s, maximum}});
}

void FieldRules::time(
    const QString &field, const std::optional<QDateTime> &time, const QDateTime &earliest, const QDateTime &now)
{
    if (!time)
        return;
    if (!time->isValid() || *time < earliest)
        add(field, u"implausible"_s);
    else if (*time > now.addDuration(futureTolerance))
        add(field, u"inFuture"_s);
}

void FieldRules::emailAddress(const QString &field, const QString &text)
{
    if (!text.isEmpty() && !isEmailAddress(text))
        add(field, u"notAnEmail"_s);
}

void FieldRules::phoneNumber(const QString &field, const QString &text)
{
    if (text.isEmpty())
        return;
    const auto number = PhoneNumber::parse(text, field);
    if (!number)
        add(number.error());
}

} // namespace accueil
