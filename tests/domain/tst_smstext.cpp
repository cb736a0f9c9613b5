#include "app/domain/smstext.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr auto gsm7 = SmsAlphabet::Gsm7;
constexpr auto ucs2 = SmsAlphabet::Ucs2;

QString times(int count, const QString &text)
{
    return text.repeated(count);
}

} // namespace

Q_DECLARE_METATYPE(accueil::SmsAlphabet)

class SmsTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsSegments_data();
    void countsSegments();
    void namesWhatMakesItDearer();
    void takesTheWholeTableOfTheStandard();
    void neverSplitsACharacterWhateverTheText();
    void offersThePlainSpelling_data();
    void offersThePlainSpelling();
    void plainSpellingOfWhatIsPlainIsItself();
};

void SmsTextTest::countsSegments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SmsAlphabet>("alphabet");
    QTest::addColumn<int>("units");
    QTest::addColumn<int>("segments");
    QTest::addColumn<int>("left");
    QTest::newRow("nothing") << QString() << gsm7 << 0 << 0 << 160;
    QTest::newRow("one full segment") << times(160, u"a"_s) << gsm7 << 160 << 1 << 0;
    QTest::newRow("one septet more") << times(161, u"a"_s) << gsm7 << 161 << 2 << 145;
    QTest::newRow("two full segments") << times(306, u"a"_s) << gsm7 << 306 << 2 << 0;
    QTest::newRow("a third begins") << times(307, u"a"_s) << gsm7 << 307 << 3 << 152;
    QTest::newRow("extension characters are two septets") << times(80, u"€"_s) << gsm7 << 160 << 1 << 0;
    QTest::newRow("eighty-one of them") << times(81, u"€"_s) << gsm7 << 162 << 2 << 143;
    // 152 septets leave one, and an escape does not stand alone at the end of a segment.
    QTest::newRow("an escape is not split")
        << times(152, u"a"_s) + u"€"_s + times(152, u"a"_s) << gsm7 << 306 << 3 << 152;
    QTest::newRow("one full in UCS-2") << times(70, u"ô"_s) << ucs2 << 70 << 1 << 0;
    QTest::newRow("one more in UCS-2") << times(71, u"ô"_s) << ucs2 << 71 << 2 << 63;
    QTest::newRow("two full in UCS-2") << times(134, u"ô"_s) << ucs2 << 134 << 2 << 0;
    QTest::newRow("a third in UCS-2") << times(135, u"ô"_s) << ucs2 << 135 << 3 << 66;
    QTest::newRow("a surrogate pair is not split")
        << times(66, u"ô"_s) + u"😀"_s + times(66, u"ô"_s) << ucs2 << 134 << 3 << 66;
    QTest::newRow("Hôpital in 150 characters") << u"Hôpital"_s + times(143, u"a"_s) << ucs2 << 150 << 3 << 51;
    QTest::newRow("Hopital in 150 characters") << u"Hopital"_s + times(143, u"a"_s) << gsm7 << 150 << 1 << 10;
    QTest::newRow("French letters of GSM-7") << u"é è à ù ì ò Ç ä ö ü ñ É"_s << gsm7 << 23 << 1 << 137;
    QTest::newRow("the small cedilla is none of them") << u"ç"_s << ucs2 << 1 << 1 << 69;
}

void SmsTextTest::countsSegments()
{
    QFETCH(QString, text);
    const SmsCount count = countSms(text);
    QTEST(count.alphabet, "alphabet");
    QTEST(count.units, "units");
    QTEST(count.segments, "segments");
    QTEST(count.unitsLeft, "left");
}

void SmsTextTest::namesWhatMakesItDearer()
{
    QCOMPARE(countSms(u"Hôpital Général, rôle, ça, 😀").dearCharacters, (QStringList{u"ô"_s, u"ç"_s, u"😀"_s}));
    QCOMPARE(countSms(u"Hopital Général {€}").dearCharacters, QStringList());
}

void SmsTextTest::takesTheWholeTableOfTheStandard()
{
    int one = 0;
    int two = 0;
    for (int unit = 0; unit < 0x10000; ++unit) {
        const QChar character(static_cast<char16_t>(unit));
        const SmsCount count = countSms(QString(character));
        if (count.alphabet == gsm7)
            ++(count.units == 1 ? one : two);
    }
    QCOMPARE(one, 127); // 128 places, of which one is the escape
    QCOMPARE(two, 10);
}

// Packs character by character, as the network does, and compares.
void SmsTextTest::neverSplitsACharacterWhateverTheText()
{
    const QStringList alphabet{u"a"_s, u"é"_s, u"€"_s, u"["_s, u"ô"_s, u"😀"_s, u"\n"_s};
    QRandomGenerator random(20261122);
    for (int round = 0; round < 3000; ++round) {
        const int kinds = random.bounded(2) == 0 ? 4 : int(alphabet.size());
        QList<QString> characters;
        for (int i = random.bounded(500); i > 0; --i)
            characters << alphabet.at(random.bounded(kinds));
        const bool isGsm = std::none_of(characters.begin(), characters.end(),
            [](const QString &character) { return character == u"ô" || character == u"😀"; });
        const auto cost = [isGsm](const QString &character) {
            return isGsm ? (character == u"€" || character == u"[" ? 2 : 1) : int(character.size());
        };
        int units = 0;
        for (const QString &character : characters)
            units += cost(character);
        int segments = units > 0 ? 1 : 0;
        if (units > (isGsm ? 160 : 70)) {
            int used = 0;
            for (const QString &character : characters) {
                if (used + cost(character) > (isGsm ? 153 : 67)) {
                    ++segments;
                    used = 0;
                }
                used += cost(character);
            }
        }
        const SmsCount count = countSms(QStringList(characters).join(QString()));
        QCOMPARE(count.units, units);
        QCOMPARE(count.segments, segments);
    }
}

void SmsTextTest::offersThePlainSpelling_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("circumflex goes, acute stays") << u"Hôpital Général"_s << u"Hopital Général"_s;
    QTest::newRow("cedillas") << u"Ça, garçon"_s << u"Ça, garcon"_s;
    QTest::newRow("capitals") << u"ÊTES ÀÙÈ Œuvre"_s << u"ETES AUE Oeuvre"_s;
    QTest::newRow("ligature") << u"cœur"_s << u"coeur"_s;
    QTest::newRow("quotation marks and dashes") << u"« l’hôpital » – 8 h…"_s << u"\" l'hopital \" - 8 h..."_s;
    QTest::newRow("local letters") << u"Ɓɛŋ ɓɔsɔ ǝ"_s << u"Ben boso e"_s;
    QTest::newRow("tone marks") << u"ɛ\u0301 mbo\u0301t n\u0302"_s << u"e mbot n"_s;
    QTest::newRow("typed as separate marks") << u"He\u0301 Ho\u0302"_s << u"Hé Ho"_s;
    QTest::newRow("non-breaking space") << u"9\u00a0h\u202f30"_s << u"9 h 30"_s;
    QTest::newRow("what has no look-alike stays") << u"ok 😀 日"_s << u"ok 😀 日"_s;
}

void SmsTextTest::offersThePlainSpelling()
{
    QFETCH(QString, text);
    QTEST(plainSpelling(text), "plain");
}

void SmsTextTest::plainSpellingOfWhatIsPlainIsItself()
{
    for (int unit = 0x20; unit < 0x3000; ++unit) {
        const QString plain = plainSpelling(QString(QChar(static_cast<char16_t>(unit))));
        QCOMPARE(plainSpelling(plain), plain);
        if (countSms(QString(QChar(static_cast<char16_t>(unit)))).alphabet == gsm7)
            QCOMPARE(plain, QString(QChar(static_cast<char16_t>(unit))));
    }
}

QTEST_GUILESS_MAIN(SmsTextTest)
#include "tst_smstext.moc"
