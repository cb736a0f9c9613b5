#include "app/domain/twiliostatus.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(accueil::TwilioVerdict)

class TwilioStatusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsMessages_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<TwilioVerdict>("verdict");
        using enum AttemptOutcome;
        const auto row = [](const QString &status, const QString &code, AttemptOutcome outcome, const QString &reason) {
            QTest::addRow("%s %s", qPrintable(status), qPrintable(code))
                << status << code << TwilioVerdict{outcome, reason};
        };
        for (const QString &status : {u"accepted"_s, u"scheduled"_s, u"queued"_s, u"sending"_s})
            row(status, {}, Accepted, {});
        row(u"sent"_s, {}, Sent, {});
        row(u"sent"_s, u"30008"_s, Sent, {}); // a code on the way says nothing yet
        row(u"delivered"_s, {}, Delivered, {});
        row(u"read"_s, {}, Delivered, {});
        row(u"failed"_s, u"30001"_s, Failed, u"providerBusy"_s);
        row(u"failed"_s, u"30002"_s, Failed, u"senderNotAllowed"_s);
        row(u"undelivered"_s, u"30003"_s, Undelivered, u"phoneUnreachable"_s);
        row(u"undelivered"_s, u"30004"_s, Undelivered, u"blockedByCarrier"_s);
        row(u"undelivered"_s, u"30005"_s, Undelivered, u"unknownNumber"_s);
        row(u"undelivered"_s, u"30006"_s, Undelivered, u"landline"_s);
        row(u"undelivered"_s, u"30007"_s, Undelivered, u"filtered"_s);
        row(u"undelivered"_s, u"30008"_s, Undelivered, u"providerError"_s);
        row(u"undelivered"_s, {}, Undelivered, u"providerRefused"_s);
        row(u"undelivered"_s, u"63016"_s, Undelivered, u"providerRefused"_s);
        row(u"failed"_s, u"21610"_s, Failed, u"optedOut"_s);
        row(u"canceled"_s, {}, Failed, u"cancelledAtProvider"_s);
    }
    void readsMessages()
    {
        QFETCH(QString, status);
        QFETCH(QString, code);
        QFETCH(TwilioVerdict, verdict);
        QCOMPARE(twilioMessageVerdict(status, code), std::optional(verdict));
    }
    void readsCalls()
    {
        using enum AttemptOutcome;
        const auto verdict = [](const QString &status) { return twilioCallVerdict(status).value(); };
        for (const QString &status : {u"queued"_s, u"initiated"_s, u"ringing"_s, u"in-progress"_s})
            QCOMPARE(verdict(status), (TwilioVerdict{Accepted, {}}));
        QCOMPARE(verdict(u"completed"_s), (TwilioVerdict{Delivered, {}}));
        QCOMPARE(twilioCallVerdict(u"completed"_s, u"human"_s), (TwilioVerdict{Delivered, {}}));
        for (const QString &machine : {u"machine_start"_s, u"machine_end_beep"_s, u"fax"_s}) {
            QCOMPARE(twilioCallVerdict(u"completed"_s, machine), (TwilioVerdict{Delivered, u"answeringMachine"_s}));
            QCOMPARE(twilioCallVerdict(u"no-answer"_s, machine), (TwilioVerdict{Undelivered, u"noAnswer"_s}));
        }
        QCOMPARE(verdict(u"busy"_s), (TwilioVerdict{Undelivered, u"phoneBusy"_s}));
        QCOMPARE(verdict(u"no-answer"_s), (TwilioVerdict{Undelivered, u"noAnswer"_s}));
        QCOMPARE(verdict(u"failed"_s), (TwilioVerdict{Failed, u"callFailed"_s}));
        QCOMPARE(verdict(u"canceled"_s), (TwilioVerdict{Failed, u"cancelledAtProvider"_s}));
    }
    void saysNothingOfWhatItDoesNotKnow()
    {
        for (const QString &status : {u"receiving"_s, u"received"_s, u""_s, u"Delivered"_s, u"lost"_s})
            QVERIFY(!twilioMessageVerdict(status, {}));
        QVERIFY(!twilioCallVerdict(u"delivered"_s));
    }
};

QTEST_APPLESS_MAIN(TwilioStatusTest)
#include "tst_twiliostatus.moc"
