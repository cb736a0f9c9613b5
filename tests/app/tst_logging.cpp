#include "app/logfile.h"
#include "app/logging.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;

class LoggingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void masks_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("expected");
        QTest::newRow("E.164") << u"to +237670000001 failed"_s << u"to [phone] failed"_s;
        QTest::newRow("spaces") << u"call 6 70 00 00 01 now"_s << u"call [phone] now"_s;
        QTest::newRow("dots") << u"670.00.00.01"_s << u"[phone]"_s;
        QTest::newRow("dashes and brackets") << u"(237) 670-00-00-01"_s << u"[phone]"_s;
        QTest::newRow("old number") << u"77001122"_s << u"[phone]"_s;
        QTest::newRow("email") << u"mail awa.n+x@sub.example.org bounced"_s << u"mail [email] bounced"_s;
        QTest::newRow("email with accents") << u"éwané@hôpital.cm"_s << u"[email]"_s;
        QTest::newRow("bearer") << u"Authorization: Bearer abc.def-123"_s << u"Authorization: Bearer [token]"_s;
        QTest::newRow("basic") << u"authorization: basic QUM6dG9rZW4="_s << u"authorization: basic [token]"_s;
        QTest::newRow("jwt") << u"token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc"_s << u"token [token]"_s;
        QTest::newRow("refresh token") << (u"refresh "_s + QString(43, u'Q')) << u"refresh [token]"_s;
        QTest::newRow("two") << u"+237670000001, a@b.cm"_s << u"[phone], [email]"_s;
    }
    void masks()
    {
        QFETCH(QString, message);
        QFETCH(QString, expected);
        QCOMPARE(maskPersonalData(message), expected);
    }

    void leavesWhatIsNotPersonal_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("date") << u"since 2026-03-12"_s;
        QTest::newRow("time") << u"at 2026-03-12T09:42:00.123Z"_s;
        QTest::newRow("address") << u"peer 192.168.100.200:54321"_s;
        QTest::newRow("loopback") << u"listening on http://127.0.0.1:8000"_s;
        QTest::newRow("ids") << u"reminder 4711 of patient 1234567"_s;
        QTest::newRow("words") << u"3 reminders due, 12 sent in 450 ms"_s;
        QTest::newRow("path") << u"opened /var/lib/accueil/accueil.db"_s;
    }
    void leavesWhatIsNotPersonal()
    {
        QFETCH(QString, message);
        QCOMPARE(maskPersonalData(message), message);
    }

    void writesOneMaskedLinePerMessage()
    {
        const QTemporaryDir folder;
        startLogging();
        logToDirectory(folder.path());
        qWarning("first\nsecond +237670000001");
        qDebug("not wanted");
        QFile file(folder.filePath(u"logs/accueil.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString content = QString::fromUtf8(file.readAll());
        static const QRegularExpression form(
            u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z warning default first\\\\nsecond \\[phone\\]\n$"_s);
        QVERIFY2(form.match(content).hasMatch(), qPrintable(content));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        qInstallMessageHandler(nullptr);
    }

    void keepsABoundedNumberOfFiles()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"logs/x.log"_s);
        LogFile log(path, 1000, 3);
        for (int i = 0; i < 100; ++i)
            log.write(u"line %1 %2\n"_s.arg(i, 3, 10, QChar(u'0')).arg(QString(88, u'x')).toUtf8());
        const QStringList files = QDir(folder.filePath(u"logs"_s)).entryList({u"x.log*"_s}, QDir::Files, QDir::Name);
        QCOMPARE(files, (QStringList{u"x.log"_s, u"x.log.1"_s, u"x.log.2"_s}));
        for (const QString &file : files)
            QVERIFY(QFileInfo(folder.filePath(u"logs/"_s + file)).size() <= 1000);
        QFile newest(path);
        QVERIFY(newest.open(QIODevice::ReadOnly));
        QVERIFY(newest.readAll().contains("line 099"));
    }

    void twoWritersLoseNoLine()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"x.log"_s);
        std::vector<std::thread> writers;
        for (int writer = 0; writer < 2; ++writer) {
            writers.emplace_back([&path, writer] {
                LogFile log(path, 4000, 50);
                for (int i = 0; i < 200; ++i)
                    log.write(u"writer %1 line %2 %3\n"_s.arg(writer).arg(i).arg(QString(80, u'x')).toUtf8());
            });
        }
        for (std::thread &writer : writers)
            writer.join();
        qsizetype lines = 0;
        for (const QString &name : QDir(folder.path()).entryList({u"x.log*"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            lines += file.readAll().count('\n');
        }
        QCOMPARE(lines, 400);
    }
};

QTEST_GUILESS_MAIN(LoggingTest)
#include "tst_logging.moc"
