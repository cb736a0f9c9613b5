#pragma once

#include "ui/theme/colors.h"

#include <QObject>

class QApplication;

namespace accueil {

class Preferences;

enum class SchemeChoice { System, Light, Dark };

// Dresses the application: palette, style, style sheet, font. Follows the system's light or dark until the person
// chooses, and remembers the choice. Widgets learn of a change by QEvent::PaletteChange; they ask colorsOf(this), never
// this class.
class Theme : public QObject
{
    Q_OBJECT
public:
    Theme(QApplication &application, Preferences &preferences);

    Scheme scheme() const { return m_scheme; }
    SchemeChoice choice() const { return m_choice; }
    void choose(SchemeChoice choice);
    void toggle(); // Ctrl+Shift+D

Q_SIGNALS:
    void schemeChanged();

private:
    Scheme systemScheme() const;
    void apply();

    QApplication &m_application;
    Preferences &m_preferences;
    Scheme m_atStart; // what the platform showed before we dressed the application
    Scheme m_scheme = Scheme::Light;
    SchemeChoice m_choice = SchemeChoice::System;
};

} // namespace accueil
