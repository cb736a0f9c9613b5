#include "app/domain/phonenumber.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class PhoneNumberTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsNumbersAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("e164");
        QTest::newRow("mobile without country") << u"670 12 34 56"_s << u"+237670123456"_s;
        QTest::newRow("with dashes") << u"6-70-12-34-56"_s << u"+237670123456"_s;
        QTest::newRow("international") << u"+237 6 99 12 34 56"_s << u"+237699123456"_s;
        QTest::newRow("00 in front") << u"00237699123456"_s << u"+237699123456"_s;
        QTest::newRow("fixed line") << u"222 23 45 67"_s << u"+237222234567"_s;
        QTest::newRow("France") << u"+33 6 12 34 56 78"_s << u"+33612345678"_s;
        QTest::newRow("demonstration") << u"600 00 12 84"_s << u"+237600001284"_s;
        QTest::newRow("Nigeria") << u"+234 803 123 4567"_s << u"+2348031234567"_s;
    }
    void readsNumbersAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        const auto number = PhoneNumber::parse(text, u"phone_number"_s);
        QVERIFY(number.has_value());
        QTEST(number->e164(), "e164");
        QCOMPARE(PhoneNumber::parse(number->e164(), u"phone_number"_s), number);
    }
    void offersThePresentFormOfOldNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("suggestion");
        QTest::newRow("MTN") << u"77 12 34 56"_s << u"+237677123456"_s;
        QTest::newRow("Orange") << u"99123456"_s << u"+237699123456"_s;
        QTest::newRow("with country") << u"+237 75 12 34 56"_s << u"+237675123456"_s;
        QTest::newRow("mobile of 2013") << u"50 12 34 56"_s << u"+237650123456"_s;
        QTest::newRow("fixed 22") << u"22 23 45 67"_s << u"+237222234567"_s;
        QTest::newRow("fixed 33") << u"33 42 12 34"_s << u"+237233421234"_s;
    }
    void offersThePresentFormOfOldNumbers()
    {
        QFETCH(QString, text);
        QFETCH(QString, suggestion);
        const auto number = PhoneNumber::parse(text, u"phone_number"_s);
        QVERIFY(!number);
        QCOMPARE(number.error(), (FieldError{u"phone_number"_s, u"oldNumber"_s, {{u"suggestion"_s, suggestion}}}));
        QVERIFY(PhoneNumber::parse(suggestion, u"phone_number"_s).has_value());
    }
    void refusesWhatCannotBeDialled_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("beside the demonstration's") << u"600 01 00 00"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << u"ask the wife"_s;
        QTest::newRow("letters of a key pad") << u"1 800 FLOWERS"_s;
        QTest::newRow("too short") << u"12345"_s;
        QTest::newRow("too long") << u"670123456789012"_s;
        QTest::newRow("no such range") << u"+237 410 12 34 56"_s;
        QTest::newRow("no such country") << u"+999 12 34 56 78"_s;
        QTest::newRow("two numbers") << u"670123456 / 699123456"_s;
        QTest::newRow("very long") << QString(100'000, u'6');
    }
    void refusesWhatCannotBeDialled()
    {
        QFETCH(QString, text);
        const auto number = PhoneNumber::parse(text, u"phone_number"_s);
        QVERIFY(!number);
        QCOMPARE(number.error(), (FieldError{u"phone_number"_s, u"notAPhoneNumber"_s}));
    }
    void showsNumbersInGroups()
    {
        QCOMPARE(PhoneNumber::fromStored(u"+237670123456"_s).international(), u"+237 6 70 12 34 56"_s);
    }
};

QTEST_GUILESS_MAIN(PhoneNumberTest)
#include "tst_phonenumber.moc"
