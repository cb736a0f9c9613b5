#include "app/domain/smssender.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(accueil::SmsSenderKind)

class SmsSenderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsNumbersNamesAndServicesApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SmsSenderKind>("kind");
        QTest::newRow("number") << u"+237670000001"_s << SmsSenderKind::Number;
        QTest::newRow("number without plus") << u"237670000001"_s << SmsSenderKind::None;
        QTest::newRow("number too long") << u"+2376700000010000"_s << SmsSenderKind::None;
        QTest::newRow("number and a line") << u"+237670000001\n"_s << SmsSenderKind::None;
        QTest::newRow("one letter") << u"H"_s << SmsSenderKind::Name;
        QTest::newRow("11 characters") << u"HGD Douala1"_s << SmsSenderKind::Name;
        QTest::newRow("12 characters") << u"HGD Douala12"_s << SmsSenderKind::None;
        QTest::newRow("digits alone") << u"12345"_s << SmsSenderKind::None;
        QTest::newRow("accent") << u"Hôpital"_s << SmsSenderKind::None;
        QTest::newRow("space at the end") << u"HGD "_s << SmsSenderKind::None;
        QTest::newRow("sign") << u"HGD&X"_s << SmsSenderKind::None;
        QTest::newRow("empty") << QString() << SmsSenderKind::None;
        QTest::newRow("service") << u"MG"_s + QString(32, u'a') << SmsSenderKind::Service;
        QTest::newRow("half a service") << u"MG"_s + QString(31, u'a') << SmsSenderKind::None;
        QTest::newRow("account") << u"AC"_s + QString(32, u'a') << SmsSenderKind::None;
    }
    void tellsNumbersNamesAndServicesApart()
    {
        QFETCH(QString, text);
        QTEST(smsSenderKind(text), "kind");
    }

    void knowsWordsThatAskForAReply_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("asks");
        QTest::newRow("répondez") << u"RÉPONDEZ oui"_s << true;
        QTest::newRow("without accent") << u"Repondez 1"_s << true;
        QTest::newRow("répondre") << u"Merci de répondre."_s << true;
        QTest::newRow("répondez-nous") << u"répondez-nous"_s << true;
        QTest::newRow("reply") << u"Reply YES to confirm"_s << true;
        QTest::newRow("denied, then asked") << u"Do not reply here; reply to the desk"_s << true;
        QTest::newRow("ne répondez pas") << u"Ne répondez pas."_s << false;
        QTest::newRow("ne pas répondre") << u"Merci de ne pas répondre"_s << false;
        QTest::newRow("do not reply") << u"Please do not reply"_s << false;
        QTest::newRow("don't reply") << u"Don’t reply"_s << false;
        QTest::newRow("part of a word") << u"Nous correspondrons; replying; répondeur"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void knowsWordsThatAskForAReply()
    {
        QFETCH(QString, text);
        QTEST(asksForReply(text), "asks");
    }
};

QTEST_GUILESS_MAIN(SmsSenderTest)
#include "tst_smssender.moc"
