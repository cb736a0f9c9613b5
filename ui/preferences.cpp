#include "ui/preferences.h"

namespace accueil {

using namespace Qt::StringLiterals;

SchemeChoice Preferences::scheme() const
{
    const QString kept = m_settings.value(u"window/scheme"_s).toString();
    return kept == "dark"_L1 ? SchemeChoice::Dark : kept == "light"_L1 ? SchemeChoice::Light : SchemeChoice::System;
}

void Preferences::setScheme(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::System:
        m_settings.remove(u"window/scheme"_s);
        break;
    case SchemeChoice::Light:
        m_settings.setValue(u"window/scheme"_s, u"light"_s);
        break;
    case SchemeChoice::Dark:
        m_settings.setValue(u"window/scheme"_s, u"dark"_s);
        break;
    }
}

QString Preferences::language() const
{
    return m_settings.value(u"window/language"_s, u"fr"_s).toString();
}

void Preferences::setLanguage(const QString &language)
{
    m_settings.setValue(u"window/language"_s, language);
}

} // namespace accueil
