#include "tests/app/programrun.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QString written(const TestDesk &desk, const QString &name, const QByteArray &content)
{
    QFile file(desk.folder() + u'/' + name);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the test's file cannot be written");
    file.write(content);
    return file.fileName();
}

} // namespace

// `accueil analyse`: of a file, without a store, and of the store.
class AnalyseCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labelsEachRowOfAFile()
    {
        const TestDesk desk;
        const QString file = written(desk, u"comments.csv"_s,
            "id,text,lang\n"
            "1,\"Personnel gentil, très bon accueil.\",fr\n"
            "2,\"Accueil honteux,\nde la \"\"salet\xc3\xa9\"\" partout\",French\n"
            "3,The nurses were rude and the food was cold.,en\n"
            "4,Mbembe kiri,ewo\n"
            "5,,fr\n");
        const auto outcome = desk.run({u"analyse"_s, file});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.errors));
        static const QRegularExpression expected(
            u"^id,text,lang,label,score,topics\n"
            "1,\"Personnel gentil, très bon accueil\\.\",fr,positive,0\\.\\d{3},staff_attitude\n"
            "2,\"Accueil honteux,\nde la \"\"saleté\"\" "
            "partout\",French,negative,-0\\.\\d{3},[a-z_|]*cleanliness[a-z_|]*\n"
            "3,The nurses were rude and the food was cold\\.,en,negative,-0\\.\\d{3},staff_attitude\\|food\n"
            "4,Mbembe kiri,ewo,undetermined,0\\.000,\n"
            "5,,fr,undetermined,0\\.000,\n$"_s);
        QVERIFY2(expected.match(outcome.output).hasMatch(), qPrintable(outcome.output));
        QVERIFY(outcome.errors.contains(u"5 rows by engine"));
        QVERIFY(!QFileInfo::exists(desk.dataDirectory()));
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("empty") << QByteArray() << u"The file holds nothing."_s;
        QTest::newRow("no column of texts") << QByteArray("comment,lang\nGood,en\n") << u"text: A value is needed."_s;
        QTest::newRow("another language") << QByteArray("text,lang\nGut,de\n") << u"lang: Not one of the values"_s;
    }
    void refusesWhatItCannotRead()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, complaint);
        const TestDesk desk;
        const auto outcome = desk.run({u"analyse"_s, written(desk, u"comments.csv"_s, content)});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.errors.contains(complaint), qPrintable(outcome.errors));
    }

    void refusesAFileThatIsNotThere()
    {
        const TestDesk desk;
        QCOMPARE(desk.run({u"analyse"_s, u"nowhere.csv"_s}).code, 1);
        QCOMPARE(desk.run({u"analyse"_s}).code, 2);
        QCOMPARE(desk.run({u"analyse"_s, u"--all"_s, u"comments.csv"_s}).code, 2);
    }

    void readsTheStoreAgain()
    {
        const TestDesk desk;
        const auto nothing = desk.run({u"analyse"_s, u"--all"_s});
        QCOMPARE(nothing.code, 1);
        QVERIFY(nothing.errors.contains(u"there is no store in"));
        const QString file = written(
            desk, u"feedback.csv"_s, "patient_id,rating,feedback_text\nP1,4,Très bien\nP2,1,Accueil honteux\n");
        QCOMPARE(desk.run({u"import"_s, u"feedback"_s, file}).code, 0);
        const auto outcome = desk.run({u"analyse"_s, u"--all"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.errors));
        QCOMPARE(outcome.output, u"0 read again, 0 of them changed, 0 to go\n"_s);
    }
};

QTEST_GUILESS_MAIN(AnalyseCommandTest)
#include "tst_analysecommand.moc"
