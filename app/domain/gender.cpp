#include "app/domain/gender.h"

#include "app/domain/textfolding.h"

#include <QHash>

namespace accueil {

using namespace Qt::StringLiterals;

std::optional<Gender> parseGender(QStringView text)
{
    static const QHash<QString, Gender> names{
        {u"f"_s, Gender::Female},
        {u"female"_s, Gender::Female},
        {u"femme"_s, Gender::Female},
        {u"feminin"_s, Gender::Female},
        {u"woman"_s, Gender::Female},
        {u"fille"_s, Gender::Female},
        {u"girl"_s, Gender::Female},
        {u"m"_s, Gender::Male},
        {u"male"_s, Gender::Male},
        {u"h"_s, Gender::Male},
        {u"homme"_s, Gender::Male},
        {u"masculin"_s, Gender::Male},
        {u"man"_s, Gender::Male},
        {u"garcon"_s, Gender::Male},
        {u"boy"_s, Gender::Male},
        {u"o"_s, Gender::Other},
        {u"other"_s, Gender::Other},
        {u"autre"_s, Gender::Other},
        {u"x"_s, Gender::Other},
        {u"u"_s, Gender::Unknown},
        {u"unknown"_s, Gender::Unknown},
        {u"inconnu"_s, Gender::Unknown},
    };
    const auto found = names.constFind(foldText(text.trimmed()));
    if (found == names.constEnd())
        return std::nullopt;
    return *found;
}

} // namespace accueil
