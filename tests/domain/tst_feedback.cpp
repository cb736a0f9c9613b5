#include "app/domain/feedback.h"
#include "app/domain/fielderrorkeys.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now({2026, 3, 12}, {9, 42}, Qt::UTC);

FeedbackDraft validDraft()
{
    return {.clientId = u"0b7c1f6e-6a3f-4a57-9a35-0c2f1f9a2b11"_s,
        .patientReference = u"P000001"_s,
        .phoneNumber = u"670123456"_s,
        .ward = u"Urgences"_s,
        .ratings = {.overallExperience = 4, .recommendationLikelihood = 0},
        .comments = u"Bien reçu"_s};
}

} // namespace

class FeedbackTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsAValidDraft() { QCOMPARE(validate(validDraft(), now), QList<FieldError>{}); }
    void refusesBrokenDrafts_data();
    void refusesBrokenDrafts();
    void keepsATelephoneThatCannotBeRead();
    void makesAClientIdWhenNoneIsGiven();
    void leavesFeedbackAsItIsByItsOwnDraft();
    void knowsWhetherAnythingIsSaid();
};

void FeedbackTest::refusesBrokenDrafts_data()
{
    QTest::addColumn<FeedbackDraft>("draft");
    QTest::addColumn<FieldError>("expected");
    const auto row = [](const char *name, auto spoil, const FieldError &expected) {
        FeedbackDraft draft = validDraft();
        spoil(draft);
        QTest::newRow(name) << draft << expected;
    };
    const QVariantMap stars{{u"min"_s, 1}, {u"max"_s, 5}};
    using D = FeedbackDraft;
    row("client id", [](D &d) { d.clientId = u"1"_s; }, {u"client_id"_s, u"badUuid"_s});
    row("client id of zeros", [](D &d) { d.clientId = u"00000000-0000-0000-0000-000000000000"_s; },
        {u"client_id"_s, u"badUuid"_s});
    row("reference", [](D &d) { d.patientReference = QString(101, u'P'); },
        {u"patient_id"_s, u"tooLong"_s, {{u"max"_s, 100}}});
    row("name", [](D &d) { d.patientName = QString(201, u'P'); }, {u"patient_name"_s, u"tooLong"_s, {{u"max"_s, 200}}});
    row("age", [](D &d) { d.age = 131; }, {u"age"_s, u"outOfRange"_s, {{u"min"_s, 0}, {u"max"_s, 130}}});
    row("telephone", [](D &d) { d.phoneNumber = QString(65, u'1'); },
        {u"phone_number"_s, u"tooLong"_s, {{u"max"_s, 64}}});
    row("condition", [](D &d) { d.condition = QString(501, u'P'); }, {u"condition"_s, u"tooLong"_s, {{u"max"_s, 500}}});
    row("ward", [](D &d) { d.ward = QString(81, u'P'); }, {u"ward"_s, u"tooLong"_s, {{u"max"_s, 80}}});
    row("treatment", [](D &d) { d.ratings.treatmentSatisfaction = 0; },
        {u"treatment_satisfaction"_s, u"outOfRange"_s, stars});
    row("communication", [](D &d) { d.ratings.communicationRating = 6; },
        {u"communication_rating"_s, u"outOfRange"_s, stars});
    row("facility", [](D &d) { d.ratings.facilityRating = -1; }, {u"facility_rating"_s, u"outOfRange"_s, stars});
    row("overall", [](D &d) { d.ratings.overallExperience = 6; }, {u"overall_experience"_s, u"outOfRange"_s, stars});
    row("emoji", [](D &d) { d.ratings.emojiRating = 0; }, {u"emoji_rating"_s, u"outOfRange"_s, stars});
    row("recommendation", [](D &d) { d.ratings.recommendationLikelihood = 11; },
        {u"recommendation_likelihood"_s, u"outOfRange"_s, {{u"min"_s, 0}, {u"max"_s, 10}}});
    row("ahead", [](D &d) { d.feedbackDate = now.addDays(2); }, {u"feedback_date"_s, u"inFuture"_s});
    row("long ago", [](D &d) { d.feedbackDate = now.addYears(-50); }, {u"feedback_date"_s, u"implausible"_s});
    row("comments", [](D &d) { d.comments = QString(2001, u'a'); }, {u"comments"_s, u"tooLong"_s, {{u"max"_s, 2000}}});
    row("nul", [](D &d) { d.comments = u"a\0b"_s; }, {u"comments"_s, u"badCharacter"_s});
    row("escape", [](D &d) { d.comments = u"a\x1b[2Jb"_s; }, {u"comments"_s, u"badCharacter"_s});
    row("translation", [](D &d) { d.translation = QString(20'001, u'a'); },
        {u"translation"_s, u"tooLong"_s, {{u"max"_s, 20'000}}});
}

void FeedbackTest::refusesBrokenDrafts()
{
    QFETCH(FeedbackDraft, draft);
    QFETCH(FieldError, expected);
    QCOMPARE(validate(draft, now), QList<FieldError>{expected});
    QVERIFY(isFieldErrorKey(expected.key));
}

void FeedbackTest::keepsATelephoneThatCannotBeRead()
{
    FeedbackDraft draft = validDraft();
    QCOMPARE(applied(draft, {}, now).phoneNumber, u"+237670123456"_s);
    draft.phoneNumber = u" ask the wife "_s;
    QCOMPARE(validate(draft, now), QList<FieldError>{});
    QCOMPARE(applied(draft, {}, now).phoneNumber, u"ask the wife"_s);
}

void FeedbackTest::makesAClientIdWhenNoneIsGiven()
{
    FeedbackDraft draft = validDraft();
    draft.clientId.clear();
    const Feedback first = applied(draft, {}, now);
    QVERIFY(!QUuid::fromString(first.clientId).isNull());
    QVERIFY(applied(draft, {}, now).clientId != first.clientId);
    draft.clientId = u"0B7C1F6E-6A3F-4A57-9A35-0C2F1F9A2B11"_s;
    QCOMPARE(applied(draft, {}, now).clientId, u"0b7c1f6e-6a3f-4a57-9a35-0c2f1f9a2b11"_s);
    QCOMPARE(applied(draft, first, now).clientId, first.clientId);
}

void FeedbackTest::leavesFeedbackAsItIsByItsOwnDraft()
{
    Feedback feedback = applied(validDraft(), {}, now);
    feedback.id = {3};
    feedback.patient = PatientId{4};
    feedback.sentiment = Sentiment::Positive;
    feedback.version = 2;
    QCOMPARE(applied(draftOf(feedback), feedback, now.addDays(1)), feedback);
}

void FeedbackTest::knowsWhetherAnythingIsSaid()
{
    QVERIFY(!saysSomething({.patientReference = u"P1"_s, .ward = u"A"_s, .comments = u" \n"_s}));
    QVERIFY(saysSomething({.comments = u"x"_s}));
    QVERIFY(saysSomething({.ratings = {.recommendationLikelihood = 0}}));
    QVERIFY(saysSomething({.transcript = u"x"_s}));
}

QTEST_GUILESS_MAIN(FeedbackTest)
#include "tst_feedback.moc"
