#include "app/domain/language.h"

#include "app/domain/textfolding.h"

#include <QHash>

namespace accueil {

using namespace Qt::StringLiterals;

std::optional<Language> parseLanguage(QStringView text)
{
    // Folded: codes of ISO 639-1, -2 and -3, then the names in English, in French and in the language itself.
    static const QHash<QString, Language> names{
        {u"en"_s, Language::English},
        {u"eng"_s, Language::English},
        {u"english"_s, Language::English},
        {u"anglais"_s, Language::English},
        {u"fr"_s, Language::French},
        {u"fra"_s, Language::French},
        {u"fre"_s, Language::French},
        {u"french"_s, Language::French},
        {u"francais"_s, Language::French},
        {u"dua"_s, Language::Duala},
        {u"duala"_s, Language::Duala},
        {u"douala"_s, Language::Duala},
        {u"bas"_s, Language::Basaa},
        {u"basaa"_s, Language::Basaa},
        {u"bassa"_s, Language::Basaa},
        {u"basa"_s, Language::Basaa},
        {u"bassaa"_s, Language::Basaa},
        {u"mbene"_s, Language::Basaa},
        {u"ewo"_s, Language::Ewondo},
        {u"ewondo"_s, Language::Ewondo},
        {u"kolo"_s, Language::Ewondo},
    };
    const QStringList words = foldedTokens(text);
    if (words.isEmpty())
        return std::nullopt;
    // A locale such as fr-CM or en_GB: the region says nothing about the language.
    const bool isLocale = words.size() == 2 && words[0].size() <= 3 && words[1].size() == 2 && !text.contains(u' ');
    const auto found = names.constFind(isLocale ? words[0] : words.join(u' '));
    if (found == names.constEnd())
        return std::nullopt;
    return *found;
}

} // namespace accueil
