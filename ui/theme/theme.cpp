#include "ui/theme/theme.h"

#include "ui/preferences.h"
#include "ui/theme/style.h"
#include "ui/theme/type.h"

#include <QApplication>
#include <QFile>
#include <QStyleHints>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString styleSheetTemplate()
{
    QFile file(u":/theme/accueil.qss"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return QString::fromUtf8(file.readAll());
}

} // namespace

Theme::Theme(QApplication &application, Preferences &preferences)
    : m_application(application)
    , m_preferences(preferences)
    , m_atStart(schemeOf(QGuiApplication::palette()))
    , m_choice(preferences.scheme())
{
    application.setStyle(new Style); // the application owns it
    application.setFont(applicationFont());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { apply(); });
#endif
    apply();
}

Scheme Theme::systemScheme() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    switch (QGuiApplication::styleHints()->colorScheme()) {
    case Qt::ColorScheme::Dark:
        return Scheme::Dark;
    case Qt::ColorScheme::Light:
        return Scheme::Light;
    case Qt::ColorScheme::Unknown:
        break;
    }
#endif
    return m_atStart; // Qt 6.4 cannot say when it changes
}

void Theme::choose(SchemeChoice choice)
{
    m_choice = choice;
    m_preferences.setScheme(choice);
    apply();
}

void Theme::toggle()
{
    choose(m_scheme == Scheme::Light ? SchemeChoice::Dark : SchemeChoice::Light);
}

void Theme::apply()
{
    m_scheme = m_choice == SchemeChoice::System ? systemScheme()
        : m_choice == SchemeChoice::Dark        ? Scheme::Dark
                                                : Scheme::Light;
    m_application.setPalette(paletteFor(m_scheme));
    m_application.setStyleSheet(fillStyleSheet(styleSheetTemplate(), colorsFor(m_scheme)));
    Q_EMIT schemeChanged();
}

} // namespace accueil
