#include "app/understanding/words.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QStringList folded(const QString &text, Language language)
{
    QStringList words;
    for (const Word &word : wordsOf(text, language))
        words += word.folded;
    return words;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Language>("language");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QString &text, Language language, const QStringList &expected) {
            QTest::newRow(name) << text << language << expected;
        };
        row("elided words are left out", u"L'accueil, j'ai attendu"_s, Language::French,
            {u"accueil"_s, u","_s, u"ai"_s, u"attendu"_s});
        row("the curly apostrophe too", u"n’est qu’une"_s, Language::French, {u"n"_s, u"est"_s, u"que"_s, u"une"_s});
        row("aujourd'hui is one word", u"aujourd'hui"_s, Language::French, {u"aujourdhui"_s});
        row("English keeps its contractions", u"I don't, they couldn’t"_s, Language::English,
            {u"i"_s, u"dont"_s, u","_s, u"they"_s, u"couldnt"_s});
        row("faces without colour and form", u"Merci 👍🏿 ❤️ :-)"_s, Language::French,
            {u"merci"_s, u"👍"_s, u"❤"_s, u":-)"_s});
        row("an address is no face", u"http://x"_s, Language::English, {u"http"_s, u":"_s, u"x"_s});
        row("marks of tones", u"ɓwā ŋ́"_s, Language::Basaa, {u"bwa"_s, u"n"_s});
        row("nothing", QString(), Language::French, {});
    }
    void partsTexts()
    {
        QFETCH(QString, text);
        QFETCH(Language, language);
        QTEST(folded(text, language), "expected");
    }

    void composedAndDecomposedTextsAreOne()
    {
        const QString text = u"Très bien reçu à l'hôpital, opéré"_s;
        const QString decomposed = text.normalized(QString::NormalizationForm_D);
        QVERIFY(decomposed != text);
        QCOMPARE(folded(decomposed, Language::French), folded(text, Language::French));
    }

    void positionsPointIntoTheText()
    {
        const QString text = u"Le 👍🏿 d'Éwané était sale."_s;
        const QList<Word> words = wordsOf(text, Language::French);
        const auto name = std::find_if(words.begin(), words.end(), [](const Word &w) { return w.folded == u"ewane"; });
        QVERIFY(name != words.end());
        QCOMPARE(text.mid(name->start, name->length), u"Éwané"_s);
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
