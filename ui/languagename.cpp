#include "ui/languagename.h"

namespace accueil {

using namespace Qt::StringLiterals;

QString languageName(Language language)
{
    switch (language) {
    case Language::English:
        return u"English"_s;
    case Language::French:
        return u"Français"_s;
    case Language::Duala:
        return u"Duálá"_s;
    case Language::Basaa:
        return u"Ɓàsàa"_s;
    case Language::Ewondo:
        return u"Ewondo"_s;
    }
    Q_UNREACHABLE();
}

QString languageName(const QString &wireKey)
{
    const std::optional<Language> language = languageTable.value(wireKey);
    return language ? languageName(*language) : wireKey;
}

} // namespace accueil
