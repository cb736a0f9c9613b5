#pragma once

#include "ui/theme/theme.h"

#include <QSettings>

namespace accueil {

// What a person chose at this desk: language, light or dark, columns. Kept in an INI file of the desk, not in the
// store; nothing in it is personal data. GUI thread only.
class Preferences
{
public:
    explicit Preferences(const QString &file)
        : m_settings(file, QSettings::IniFormat)
    {
    }

    SchemeChoice scheme() const;
    void setScheme(SchemeChoice choice);
    QString language() const; // "fr", "en", "dua", "bas", "ewo"; French when nobody chose
    void setLanguage(const QString &language);
    // Anything a page remembers, under its own name: "patients/columns".
    QVariant value(const QString &name, const QVariant &fallback = {}) const
    {
        return m_settings.value(name, fallback);
    }
    void setValue(const QString &name, const QVariant &value) { m_settings.setValue(name, value); }

private:
    QSettings m_settings;
};

} // namespace accueil
