#include "app/domain/textfolding.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class TextFoldingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foldsWhatPeopleTypeDifferently_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("accents and case") << u"Éwané"_s << u"ewane"_s;
        QTest::newRow("accents typed as separate marks") << u"E\u0301wane\u0301"_s << u"ewane"_s;
        QTest::newRow("hooked b") << u"Ɓɛŋ"_s << u"ben"_s;
        QTest::newRow("hooked d, open o, schwa") << u"ƊƆƏ ɗɔə"_s << u"doe doe"_s;
        QTest::newRow("tone marks on open vowels") << u"ɛ\u0301ɔ\u0300ŋ\u0302"_s << u"eon"_s;
        QTest::newRow("cedilla and ligatures") << u"François Cœur Læticia"_s << u"francois coeur laeticia"_s;
        QTest::newRow("sharp s") << u"Weiß"_s << u"weiss"_s;
        QTest::newRow("straight apostrophe") << u"N'Guemo"_s << u"nguemo"_s;
        QTest::newRow("typographic apostrophe") << u"N’Guémo"_s << u"nguemo"_s;
        QTest::newRow("modifier apostrophe") << u"Nʼguemo"_s << u"nguemo"_s;
        QTest::newRow("dotted capital i") << u"İbrahim"_s << u"ibrahim"_s;
        QTest::newRow("digits stay") << u"P000123"_s << u"p000123"_s;
        QTest::newRow("compatibility digits") << u"P０１"_s << u"p01"_s;
        QTest::newRow("nothing") << QString() << u""_s;
    }
    void foldsWhatPeopleTypeDifferently()
    {
        QFETCH(QString, text);
        QTEST(foldText(text), "folded");
    }
    void foldsTwiceAsOnce()
    {
        for (char16_t unit = 0x20; unit < 0xd800; ++unit) {
            const QString once = foldText(QString(QChar(unit)));
            QCOMPARE(foldText(once), once);
        }
    }
    void foldsALetterAloneAsInCompany()
    {
        // Letters beyond Latin make the whole text take the general way.
        for (char16_t unit = 0x80; unit < 0x300; ++unit)
            QCOMPARE(foldText(QString(QChar(unit)) + u"Ω"_s), foldText(QString(QChar(unit))) + u"ω"_s);
    }
    void splitsWordsAtEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tokens");
        QTest::newRow("two words") << u"Ewane Émilienne"_s << QStringList{u"ewane"_s, u"emilienne"_s};
        QTest::newRow("hyphen and comma") << u" Jean-Paul, Mbarga "_s << QStringList{u"jean"_s, u"paul"_s, u"mbarga"_s};
        QTest::newRow("apostrophe joins") << u"N'Diaye"_s << QStringList{u"ndiaye"_s};
        QTest::newRow("telephone") << u"+237 6 70-12"_s << QStringList{u"237"_s, u"6"_s, u"70"_s, u"12"_s};
        QTest::newRow("letters beyond the first plane") << u"𐐨𐐩 a"_s << QStringList{u"𐐨𐐩"_s, u"a"_s};
        QTest::newRow("only signs") << u" ,.- "_s << QStringList{};
        QTest::newRow("nothing") << QString() << QStringList{};
    }
    void splitsWordsAtEverythingElse()
    {
        QFETCH(QString, text);
        QTEST(foldedTokens(text), "tokens");
    }
};

QTEST_GUILESS_MAIN(TextFoldingTest)
#include "tst_textfolding.moc"
