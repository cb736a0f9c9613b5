#pragma once

#include "app/domain/understanding.h"
#include "app/understanding/patterns.h"

#include <QHash>

namespace accueil {

// The word lists of the engine, from the program's resources. A value is tenths of -30 (very bad) to 30 (very good).
class Lexicon
{
public:
    Lexicon();

    const Patterns &valence(Language language) const;
    const Patterns &topics(Language language) const; // the value is the number of a Topic
    std::optional<int> emoji(const QString &sign) const;

private:
    void readValence(const QString &name, Patterns &patterns);
    void readGeneral(const QString &name, Patterns &patterns);
    void readTopics(const QString &name);

    Patterns m_english;
    Patterns m_french;
    Patterns m_englishTopics;
    Patterns m_frenchTopics;
    QHash<QString, int> m_emoji;
};

} // namespace accueil
