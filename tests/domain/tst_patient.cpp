#include "app/domain/fielderrorkeys.h"
#include "app/domain/patient.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now({2026, 3, 12}, {9, 42}, Qt::UTC);

PatientDraft validDraft()
{
    return {.name = u"Ewane Émilienne"_s,
        .email = u"ewane@example.cm"_s,
        .phoneNumber = u"670 12 34 56"_s,
        .birthDate = QDate(1980, 5, 17),
        .ward = u"Maternité"_s};
}

} // namespace

class PatientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsAValidDraft() { QCOMPARE(validate(validDraft(), now), QList<FieldError>{}); }
    void refusesBrokenDrafts_data();
    void refusesBrokenDrafts();
    void tellsEveryBrokenRuleAtOnce();
    void countsCharactersNotUnits();
    void storesTextsComposedAndTrimmed();
    void storesTelephonesInE164();
    void keepsThePatientNumberInUpperCase();
    void turnsAnAgeIntoAnEstimatedYear();
    void lastChangeOfBirthWins();
    void leavesAPatientAsItIsByItsOwnDraft();
    void countsWholeYears_data();
    void countsWholeYears();
};

void PatientTest::refusesBrokenDrafts_data()
{
    QTest::addColumn<PatientDraft>("draft");
    QTest::addColumn<FieldError>("expected");
    const auto row = [](const char *name, auto spoil, const FieldError &expected) {
        PatientDraft draft = validDraft();
        spoil(draft);
        QTest::newRow(name) << draft << expected;
    };
    row("no name", [](PatientDraft &d) { d.name = u" \n "_s; }, {u"name"_s, u"required"_s});
    row("name too long", [](PatientDraft &d) { d.name = QString(201, u'a'); },
        {u"name"_s, u"tooLong"_s, {{u"max"_s, 200}}});
    row("nul in name", [](PatientDraft &d) { d.name = u"a\0b"_s; }, {u"name"_s, u"badCharacter"_s});
    row("half a character", [](PatientDraft &d) { d.name = QString(QChar(0xd83d)) + u'a'; },
        {u"name"_s, u"badCharacter"_s});
    row("bad number", [](PatientDraft &d) { d.patientNumber = u"P#1"_s; }, {u"patient_id"_s, u"badPatientNumber"_s});
    row("number begins with a dash", [](PatientDraft &d) { d.patientNumber = u"-1"_s; },
        {u"patient_id"_s, u"badPatientNumber"_s});
    row("number too long", [](PatientDraft &d) { d.patientNumber = QString(33, u'1'); },
        {u"patient_id"_s, u"badPatientNumber"_s});
    row("email", [](PatientDraft &d) { d.email = u"ewane"_s; }, {u"email"_s, u"notAnEmail"_s});
    row("telephone", [](PatientDraft &d) { d.phoneNumber = u"12"_s; }, {u"phone_number"_s, u"notAPhoneNumber"_s});
    row("old telephone", [](PatientDraft &d) { d.phoneNumber = u"77123456"_s; },
        {u"phone_number"_s, u"oldNumber"_s, {{u"suggestion"_s, u"+237677123456"_s}}});
    row("born tomorrow", [](PatientDraft &d) { d.birthDate = QDate(2026, 3, 14); }, {u"birth_date"_s, u"inFuture"_s});
    row("born long ago", [](PatientDraft &d) { d.birthDate = QDate(1896, 3, 11); },
        {u"birth_date"_s, u"implausible"_s});
    row("no such day", [](PatientDraft &d) { d.birthDate = QDate(1980, 2, 30); }, {u"birth_date"_s, u"implausible"_s});
    row("year ahead", [](PatientDraft &d) { d.birthYear = 2027; },
        {u"birth_year"_s, u"outOfRange"_s, {{u"min"_s, 1896}, {u"max"_s, 2026}}});
    row("age", [](PatientDraft &d) { d.age = 131; }, {u"age"_s, u"outOfRange"_s, {{u"min"_s, 0}, {u"max"_s, 130}}});
    row("negative age", [](PatientDraft &d) { d.age = -1; },
        {u"age"_s, u"outOfRange"_s, {{u"min"_s, 0}, {u"max"_s, 130}}});
    row("condition too long", [](PatientDraft &d) { d.condition = QString(501, u'a'); },
        {u"condition"_s, u"tooLong"_s, {{u"max"_s, 500}}});
    row("ward too long", [](PatientDraft &d) { d.ward = QString(81, u'a'); },
        {u"ward"_s, u"tooLong"_s, {{u"max"_s, 80}}});
    row("registered ahead", [](PatientDraft &d) { d.registrationDate = now.addDays(2); },
        {u"registration_date"_s, u"inFuture"_s});
    row("registered long ago",
        [](PatientDraft &d) {
            d.registrationDate = QDateTime({1800, 1, 1}, {}, Qt::UTC);
        },
        {u"registration_date"_s, u"implausible"_s});
}

void PatientTest::refusesBrokenDrafts()
{
    QFETCH(PatientDraft, draft);
    QFETCH(FieldError, expected);
    QCOMPARE(validate(draft, now), QList<FieldError>{expected});
    QVERIFY(isFieldErrorKey(expected.key));
}

void PatientTest::tellsEveryBrokenRuleAtOnce()
{
    QCOMPARE(validate({.email = u"x"_s, .phoneNumber = u"x"_s}, now).size(), 3);
}

void PatientTest::countsCharactersNotUnits()
{
    PatientDraft draft = validDraft();
    draft.name = u"𐐀"_s.repeated(200);
    QCOMPARE(validate(draft, now), QList<FieldError>{});
    draft.name += u'a';
    QCOMPARE(validate(draft, now).size(), 1);
}

void PatientTest::storesTextsComposedAndTrimmed()
{
    PatientDraft draft = validDraft();
    draft.name = u"  E\u0301wane\t Jean "_s;
    draft.condition = u" one\r\ntwo \n"_s;
    const Patient patient = applied(draft, {}, now);
    QCOMPARE(patient.name, u"Éwane Jean"_s);
    QCOMPARE(patient.condition, u"one\ntwo"_s);
}

void PatientTest::storesTelephonesInE164()
{
    QCOMPARE(applied(validDraft(), {}, now).phoneNumber, u"+237670123456"_s);
}

void PatientTest::keepsThePatientNumberInUpperCase()
{
    PatientDraft draft = validDraft();
    draft.patientNumber = u" hgd/2019-07 "_s;
    QCOMPARE(validate(draft, now), QList<FieldError>{});
    QCOMPARE(applied(draft, {}, now).patientNumber, u"HGD/2019-07"_s);
}

void PatientTest::turnsAnAgeIntoAnEstimatedYear()
{
    const Patient patient = applied({.name = u"A"_s, .age = 40}, {}, now);
    QCOMPARE(patient.birthYear, 1986);
    QVERIFY(patient.birthYearEstimated);
    QVERIFY(!patient.birthDate);
    QCOMPARE(patient.age(now.date()), 40);
}

void PatientTest::lastChangeOfBirthWins()
{
    const Patient exact = applied(validDraft(), {}, now);
    QCOMPARE(exact.birthYear, 1980);

    PatientDraft newYear = draftOf(exact);
    newYear.birthYear = 1979;
    const Patient byYear = applied(newYear, exact, now);
    QCOMPARE(byYear.birthYear, 1979);
    QVERIFY(!byYear.birthDate);

    PatientDraft newAge = draftOf(exact);
    newAge.age = 50;
    const Patient byAge = applied(newAge, exact, now);
    QCOMPARE(byAge.birthYear, 1976);
    QVERIFY(byAge.birthYearEstimated);

    PatientDraft derivedAge = draftOf(exact);
    derivedAge.age = exact.age(now.date());
    QCOMPARE(applied(derivedAge, exact, now), exact);

    PatientDraft nothing = draftOf(exact);
    nothing.birthDate.reset();
    nothing.birthYear.reset();
    QVERIFY(!applied(nothing, exact, now).birthYear);
}

void PatientTest::leavesAPatientAsItIsByItsOwnDraft()
{
    Patient patient = applied(validDraft(), {}, now);
    patient.id = {7};
    patient.version = 3;
    patient.lastActivity = now;
    patient.consent[{Channel::Sms, Purpose::Appointment}] = ConsentState::Granted;
    QCOMPARE(applied(draftOf(patient), patient, now.addYears(1)), patient);
    const Patient estimated = applied({.name = u"A"_s, .age = 40}, {}, now);
    QCOMPARE(applied(draftOf(estimated), estimated, now.addYears(1)), estimated);
}

void PatientTest::countsWholeYears_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<int>("age");
    QTest::newRow("day before") << QDate(2026, 5, 16) << 45;
    QTest::newRow("birthday") << QDate(2026, 5, 17) << 46;
    QTest::newRow("end of year") << QDate(2026, 12, 31) << 46;
    QTest::newRow("before birth") << QDate(1979, 1, 1) << 0;
}

void PatientTest::countsWholeYears()
{
    QFETCH(QDate, today);
    Patient patient;
    patient.birthDate = QDate(1980, 5, 17);
    QTEST(patient.age(today).value(), "age");
}

QTEST_GUILESS_MAIN(PatientTest)
#include "tst_patient.moc"
