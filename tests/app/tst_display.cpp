#include "tests/app/programrun.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// The program on a machine without a display.
class DisplayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWindowWithoutADisplayIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("empty") << u"DISPLAY"_s << u""_s;
        QTest::newRow("an X server that is not there") << u"DISPLAY"_s << u":60977"_s;
        QTest::newRow("a compositor that is not there") << u"WAYLAND_DISPLAY"_s << u"wayland-60977"_s;
        QTest::newRow("a platform that Qt does not know") << u"QT_QPA_PLATFORM"_s << u"nonsense"_s;
    }
    void aWindowWithoutADisplayIsRefusedInWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        TestDesk desk;
        if (!name.isEmpty())
            desk.set(name, value);
        const auto outcome = desk.run({});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.errors.endsWith(u"There is no display for the window. Without a window: accueil serve\n"),
            qPrintable(outcome.errors));
        QVERIFY(outcome.output.isEmpty());
    }

    void servingAsksForNoDisplay()
    {
        TestDesk desk;
        desk.set(u"QT_QPA_PLATFORM"_s, u"nonsense"_s);
        desk.set(u"DISPLAY"_s, u":60977"_s);
        ServingDesk serving(desk);
        QVERIFY2(serving.isRunning(), qPrintable(serving.errors()));
        QFile maps(u"/proc/%1/maps"_s.arg(serving.processId()));
        QVERIFY(maps.open(QIODevice::ReadOnly));
        const QByteArray libraries = maps.readAll();
        QVERIFY(libraries.contains("libQt6Core"));
        QVERIFY(!libraries.contains("/platforms/"));
        serving.end(SIGTERM);
        QCOMPARE(serving.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(DisplayTest)
#include "tst_display.moc"
