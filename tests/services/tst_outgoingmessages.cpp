#include "app/services/outgoingmessages.h"
#include "app/services/unsubscribing.h"
#include "tests/support/testdatabase.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class OutgoingMessagesTest : public QObject
{
    Q_OBJECT

    static Reminder reminder(Channel channel)
    {
        return {.clientId = u"7d3c0f52-0000-4000-8000-000000000001"_s,
            .patient = PatientId{7},
            .phoneNumber = u"+237670000001"_s,
            .email = u"ewane@example.org"_s,
            .message = u"Votre rendez-vous en cardiologie"_s,
            .language = Language::English,
            .channel = channel,
            .source = u"appointment:12"_s,
            .appointmentTime = QDateTime({2026, 11, 23}, {8, 30}, Qt::UTC),
            .createdAt = QDateTime({2026, 3, 12}, {9, 42}, Qt::UTC)};
    }
    OutgoingMessage made(const Reminder &reminder) const
    {
        return outgoingMessage(reminder, m_patient, m_settings, m_store.cipher());
    }

    TestDatabase m_store{Dialect::Sqlite};
    const Patient m_patient{.name = u"Éwané Essomba"_s, .condition = u"hypertension"_s, .ward = u"Pavillon B"_s};
    HospitalSettings m_settings{.name = u"Hôpital Général"_s};

private Q_SLOTS:
    void aLetterCarriesTheAppointmentButNotTheCondition()
    {
        const OutgoingMessage letter = made(reminder(Channel::Email));
        QCOMPARE(letter.email, u"ewane@example.org"_s);
        QCOMPARE(letter.recipientName, m_patient.name);
        QCOMPARE(letter.subject, u"Reminder from Hôpital Général"_s);
        QCOMPARE(letter.messageId, u"7d3c0f52-0000-4000-8000-000000000001@reminders.accueil"_s);
        QCOMPARE(letter.language, Language::English);
        QCOMPARE(letter.appointmentTime, reminder(Channel::Email).appointmentTime);
        QCOMPARE(letter.ward, u"Pavillon B"_s);
        QCOMPARE(letter.appointmentReference, u"appointment:12"_s);
        QVERIFY(letter.appointmentRevision > 0);
        Reminder plain = reminder(Channel::Email);
        plain.appointmentTime.reset();
        QVERIFY(!made(plain).appointmentTime && made(plain).ward.isEmpty());
    }

    void aReminderPlannedLaterMovesTheEntry()
    {
        Reminder later = reminder(Channel::Email);
        const int before = made(later).appointmentRevision;
        QCOMPARE(made(later).appointmentRevision, before); // the same at every try
        later.createdAt = later.createdAt.addSecs(60);
        QCOMPARE(made(later).appointmentRevision, before + 1);
    }

    void theEntryIsWhereTheAppointmentIs()
    {
        Reminder of = reminder(Channel::Email);
        of.appointment = AppointmentId{12};
        of.ward = u"Pavillon C"_s;
        QCOMPARE(made(of).ward, u"Pavillon C"_s);
        of.ward.clear(); // not where the patient lies, or lay
        QCOMPARE(made(of).ward, QString());
    }

    void lettersAboutMovesSaySoAndFollowEachOther()
    {
        Reminder letter = reminder(Channel::Email);
        const int invited = made(letter).appointmentRevision;
        letter.step = 91;
        QCOMPARE(made(letter).subject, u"Appointment moved: Hôpital Général"_s);
        QVERIFY(!made(letter).appointmentIsOff);
        QVERIFY(made(letter).appointmentRevision > invited); // also within the minute
        const int moved = made(letter).appointmentRevision;
        letter.step = 92;
        ++letter.occurrence;
        QCOMPARE(made(letter).subject, u"Appointment cancelled: Hôpital Général"_s);
        QVERIFY(made(letter).appointmentIsOff);
        QVERIFY(made(letter).appointmentRevision > moved);
        letter.language = Language::Ewondo;
        QCOMPARE(made(letter).subject, u"Rendez-vous annulé : Hôpital Général"_s);
    }

    void aLetterCanBeEndedWithALinkThatOnlyWeCanRead()
    {
        QVERIFY(made(reminder(Channel::Email)).unsubscribeUrl.isEmpty()); // nobody could follow it
        m_settings.publicUrl = u"https://desk.example.org"_s;
        const QString link = made(reminder(Channel::Email)).unsubscribeUrl;
        m_settings.publicUrl.clear();
        QVERIFY2(link.startsWith(u"https://desk.example.org/webhooks/unsubscribe"_s), qPrintable(link));
        QVERIFY(!link.contains(u"ewane"_s));
    }

    void aCallAndAnSmsCarryNoMoreThanTheyNeed_data()
    {
        QTest::addColumn<Channel>("channel");
        QTest::newRow("SMS") << Channel::Sms;
        QTest::newRow("call") << Channel::Ivr;
    }
    void aCallAndAnSmsCarryNoMoreThanTheyNeed()
    {
        QFETCH(Channel, channel);
        const OutgoingMessage message = made(reminder(channel));
        QCOMPARE(message.phoneNumber, u"+237670000001"_s);
        QCOMPARE(message.text, reminder(channel).message);
        QCOMPARE(message.idempotencyKey, reminder(channel).clientId); // a call's key presses come back with it
        QCOMPARE(message.language, Language::English);
        QVERIFY(!message.appointmentTime && message.unsubscribeUrl.isEmpty() && message.ward.isEmpty());
    }
};

QTEST_GUILESS_MAIN(OutgoingMessagesTest)
#include "tst_outgoingmessages.moc"
