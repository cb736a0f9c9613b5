#pragma once

#include <QObject>
#include <QTranslator>

namespace accueil {

class Preferences;

// The language of the window: installs the texts, tells QLocale, remembers the choice. Every widget learns of it by
// QEvent::LanguageChange and sets its words again. Duala, Basaa and Ewondo show French where they have no text yet.
class Translator : public QObject
{
    Q_OBJECT
public:
    explicit Translator(Preferences &preferences); // once the application object is there
    ~Translator() override;

    QString language() const { return m_language; }
    void choose(const QString &language); // a wire key of languageTable; others: French

Q_SIGNALS:
    void languageChanged();

private:
    void install(const QString &language);
    void add(const QString &file);

    Preferences &m_preferences;
    QString m_language;
    QList<QTranslator *> m_installed;
};

} // namespace accueil
