#include "app/domain/gender.h"
#include "app/domain/language.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class LanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheUsualNamesOfLanguages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *text, const char *key) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(key);
        };
        row("en", "en");
        row("English", "en");
        row("anglais", "en");
        row("fr", "fr");
        row("french", "fr");
        row("Français", "fr");
        row(" FRANÇAIS ", "fr");
        row("fr-CM", "fr");
        row("en_GB", "en");
        row("douala", "dua");
        row("Duálá", "dua");
        row("bassa", "bas");
        row("Ɓàsàa", "bas");
        row("ewondo", "ewo");
        row("Kóló", "ewo");
        row("german", "");
        row("french english", "");
        row("", "");
    }
    void readsTheUsualNamesOfLanguages()
    {
        QFETCH(QString, text);
        const std::optional<Language> language = parseLanguage(text);
        QTEST(language ? languageTable.key(*language) : u""_s, "key");
    }
    void readsEveryWireKey()
    {
        for (const auto &row : languageTable.rows)
            QCOMPARE(parseLanguage(row.key), row.value);
        for (const auto &row : genderTable.rows)
            QCOMPARE(parseGender(row.key), row.value);
    }
    void readsTheUsualSpellingsOfGenders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *text, const char *key) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(key);
        };
        row("F", "female");
        row("Femme", "female");
        row("Féminin", "female");
        row(" female ", "female");
        row("M", "male");
        row("H", "male");
        row("homme", "male");
        row("MALE", "male");
        row("Other", "other");
        row("autre", "other");
        row("inconnu", "unknown");
        row("7", "");
        row("", "");
    }
    void readsTheUsualSpellingsOfGenders()
    {
        QFETCH(QString, text);
        const std::optional<Gender> gender = parseGender(text);
        QTEST(gender ? genderTable.key(*gender) : u""_s, "key");
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
