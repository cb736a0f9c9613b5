#include "app/domain/emailaddress.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class EmailAddressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsMailboxes_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"a@b.cm", "ewane.emilienne@hgd.cm", "o'brien+hospital@example.co.uk",
                 "x_1%2@sub.domain.org", "émilienne@hôpital.cm", "UPPER@EXAMPLE.COM"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("longest local part") << QString(64, u'a') + u"@example.org"_s;
    }
    void acceptsMailboxes()
    {
        QFETCH(QString, text);
        QVERIFY(isEmailAddress(text));
    }
    void refusesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "@", "a@", "@b.cm", "a", "a@b", "a b@c.cm", "a@b c.cm", "a@b..cm", ".a@b.cm",
                 "a.@b.cm", "a..b@c.cm", "a@-b.cm", "a@b-.cm", "a@b.cm.", "a@[127.0.0.1]", "a@127.0.0.1", "a@b@c.cm",
                 "a@b_c.cm", "Name <a@b.cm>", "a@b.cm\n", "a\r\nBcc: x@y.cm", "\"a b\"@c.cm", "a,b@c.cm"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("local part too long") << QString(65, u'a') + u"@example.org"_s;
        QTest::newRow("label too long") << u"a@"_s + QString(64, u'b') + u".cm"_s;
        QTest::newRow("too long in all") << u"a@"_s + QString(60, u'b') + (u'.' + QString(60, u'c')).repeated(4)
                + u".cm"_s;
        QTest::newRow("nul") << u"a\0@b.cm"_s;
    }
    void refusesTheRest()
    {
        QFETCH(QString, text);
        QVERIFY(!isEmailAddress(text));
    }
};

QTEST_GUILESS_MAIN(EmailAddressTest)
#include "tst_emailaddress.moc"
