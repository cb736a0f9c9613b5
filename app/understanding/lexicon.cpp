#include "app/understanding/lexicon.h"

#include <QFile>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString resource(const QString &name)
{
    QFile file(u":/understanding/"_s + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return QString::fromUtf8(file.readAll());
}

// Calls `take(section, line)` for each line that says something; a section is a line in square brackets.
template <typename Take>
void eachLine(const QString &text, Take take)
{
    QString section;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'['))
            section = line.sliced(1).chopped(1);
        else
            take(section, line);
    }
}

// As wordsOf() leaves it: without elided articles and pronouns.
QString withoutElided(const QString &pattern)
{
    static const QStringList elided{u"l"_s, u"d"_s, u"j"_s, u"c"_s, u"s"_s, u"m"_s, u"t"_s};
    QStringList words = pattern.split(u' ');
    words.removeIf([](const QString &word) { return elided.contains(word); });
    return words.join(u' ');
}

} // namespace

Lexicon::Lexicon()
{
    // The words of care come first: of two equal patterns the first counts.
    readValence(u"valence_en.txt"_s, m_english);
    readGeneral(u"lexicon_en.txt"_s, m_english);
    readValence(u"valence_fr.txt"_s, m_french);
    readTopics(u"topics.txt"_s);
}

const Patterns &Lexicon::valence(Language language) const
{
    return language == Language::English ? m_english : m_french;
}

const Patterns &Lexicon::topics(Language language) const
{
    return language == Language::English ? m_englishTopics : m_frenchTopics;
}

std::optional<int> Lexicon::emoji(const QString &sign) const
{
    const auto place = m_emoji.constFind(sign);
    return place == m_emoji.cend() ? std::nullopt : std::optional(*place);
}

void Lexicon::readValence(const QString &name, Patterns &patterns)
{
    eachLine(resource(name), [&](const QString &section, const QString &line) {
        if (section.startsWith(u"emoji ")) {
            for (const QString &sign : line.split(u' ', Qt::SkipEmptyParts))
                m_emoji.insert(sign, 10 * section.sliced(6).toInt());
            return;
        }
        for (const QString &pattern : line.split(u", "_s))
            patterns.add(withoutElided(pattern), qRound(10 * section.toDouble()));
    });
}

void Lexicon::readGeneral(const QString &name, Patterns &patterns)
{
    eachLine(resource(name), [&](const QString &, const QString &line) {
        const qsizetype tab = line.indexOf(u'\t');
        patterns.add(QStringView(line).first(tab), QStringView(line).sliced(tab + 1).toInt());
    });
}

void Lexicon::readTopics(const QString &name)
{
    eachLine(resource(name), [&](const QString &section, const QString &line) {
        const Topic topic = topicTable.value(section.section(u' ', 0, 0)).value();
        Patterns &patterns = section.endsWith(u" fr") ? m_frenchTopics : m_englishTopics;
        for (const QString &pattern : line.split(u", "_s))
            patterns.add(withoutElided(pattern), int(topic));
    });
}

} // namespace accueil
