#include "ui/translator.h"

#include "ui/preferences.h"

#include <QCoreApplication>
#include <QLocale>

namespace accueil {

using namespace Qt::StringLiterals;

Translator::Translator(Preferences &preferences)
    : m_preferences(preferences)
{
    install(preferences.language());
}

Translator::~Translator()
{
    for (QTranslator *translator : std::as_const(m_installed))
        QCoreApplication::removeTranslator(translator);
}

void Translator::choose(const QString &language)
{
    if (language == m_language)
        return;
    m_preferences.setLanguage(language);
    install(language);
    Q_EMIT languageChanged();
}

void Translator::add(const QString &file)
{
    auto *translator = new QTranslator(this);
    // A language without any text yet makes an empty file, which Qt does not load: French shows through.
    if (translator->load(u":/i18n/"_s + file) && QCoreApplication::installTranslator(translator))
        m_installed.append(translator);
    else
        delete translator;
}

void Translator::install(const QString &language)
{
    for (QTranslator *translator : std::as_const(m_installed)) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    m_installed.clear();
    m_language = language;
    QLocale::setDefault(QLocale(language == "en"_L1 ? QLocale::English : QLocale::French, QLocale::Cameroon));
    if (language == "en"_L1) {
        add(u"accueil_en.qm"_s); // only plurals: the sources are English
        return;
    }
    add(u"qtbase_fr.qm"_s);
    add(u"accueil_fr.qm"_s);
    if (language != "fr"_L1)
        add(u"accueil_%1.qm"_s.arg(language)); // asked first, French where it has nothing
}

} // namespace accueil
