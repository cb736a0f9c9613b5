#include "app/services/testmessageservice.h"
#include "tests/support/scriptedsender.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class TestMessageServiceTest : public QObject
{
    Q_OBJECT

    const Session m_admin{UserId{1}, u"admin"_s, Role::Admin};

private Q_SLOTS:
    void sendsToTheNumberInE164()
    {
        ScriptedSender sms;
        TestMessageService service({{Channel::Sms, &sms}});
        const SendReport report = service.send(m_admin, Channel::Sms, u" 670 00 00 01 "_s, {}, u"Essai"_s).value();
        QCOMPARE(report.outcome, SendOutcome::Accepted);
        QCOMPARE(sms.messages.size(), 1);
        QCOMPARE(sms.messages.front().phoneNumber, u"+237670000001"_s);
        QCOMPARE(sms.messages.front().text, u"Essai"_s);
    }

    void everyEmailHasAMessageIdOfItsOwn()
    {
        ScriptedSender mail;
        TestMessageService service({{Channel::Email, &mail}});
        for (int i = 0; i < 2; ++i)
            QVERIFY(service.send(m_admin, Channel::Email, u"a@b.example"_s, u"Essai"_s, u"Bonjour"_s));
        QCOMPARE(mail.messages.front().email, u"a@b.example"_s);
        QCOMPARE(mail.messages.front().subject, u"Essai"_s);
        QVERIFY(!mail.messages.front().messageId.isEmpty());
        QVERIFY(mail.messages.front().messageId != mail.messages.back().messageId);
    }

    void passesOnWhatTheProviderSays()
    {
        ScriptedSender sms;
        sms.reports << ScriptedSender::answer(SendOutcome::Refused, u"invalidNumber"_s);
        TestMessageService service({{Channel::Sms, &sms}});
        const SendReport report = service.send(m_admin, Channel::Sms, u"+237670000001"_s, {}, u"Essai"_s).value();
        QCOMPARE(report.outcome, SendOutcome::Refused);
        QCOMPARE(report.reason, u"invalidNumber"_s);
    }

    void refusesBrokenInput_data()
    {
        QTest::addColumn<bool>("byMail");
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("key");
        QTest::newRow("nobody") << false << u" "_s << u"Essai"_s << u"recipient"_s << u"required"_s;
        QTest::newRow("not a number") << false << u"a@b.example"_s << u"Essai"_s << u"recipient"_s
                                      << u"notAPhoneNumber"_s;
        QTest::newRow("not an address") << true << u"+237670000001"_s << u"Essai"_s << u"recipient"_s
                                        << u"notAnEmail"_s;
        QTest::newRow("no text") << false << u"+237670000001"_s << u" "_s << u"text"_s << u"required"_s;
        QTest::newRow("too much text") << false << u"+237670000001"_s << u"x"_s.repeated(1601) << u"text"_s
                                       << u"tooLong"_s;
    }
    void refusesBrokenInput()
    {
        QFETCH(bool, byMail);
        QFETCH(QString, recipient);
        QFETCH(QString, text);
        QFETCH(QString, field);
        QFETCH(QString, key);
        ScriptedSender sender;
        TestMessageService service({{Channel::Sms, &sender}, {Channel::Email, &sender}});
        const auto refused = service.send(m_admin, byMail ? Channel::Email : Channel::Sms, recipient, {}, text);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QCOMPARE(refused.error().fields.size(), 1);
        QCOMPARE(refused.error().fields.front().field, field);
        QCOMPARE(refused.error().fields.front().key, key);
        QVERIFY(sender.messages.isEmpty());
    }

    void aChannelWithoutSenderIsRefused()
    {
        TestMessageService service({});
        const auto refused = service.send(m_admin, Channel::Ivr, u"+237670000001"_s, {}, u"Essai"_s);
        QCOMPARE(refused.error().fields, (QList<FieldError>{{u"channel"_s, u"unknownValue"_s}}));
    }

    void isForAdministrators()
    {
        ScriptedSender sms;
        TestMessageService service({{Channel::Sms, &sms}});
        const Session manager{UserId{2}, u"manager"_s, Role::Manager};
        QCOMPARE(
            service.send(manager, Channel::Sms, u"+237670000001"_s, {}, u"Essai"_s).error().code, ErrorCode::Forbidden);
        QVERIFY(sms.messages.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMessageServiceTest)
#include "tst_testmessageservice.moc"
