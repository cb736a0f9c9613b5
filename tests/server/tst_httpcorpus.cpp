#include "tests/server/fuzz/transcript.h"

#include <QDir>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// What the fuzzer has found worth keeping, through the parser as a whole and in pieces.
class HttpCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesTheSameHoweverTheBytesAreCut()
    {
        const QFileInfoList files = QDir(QStringLiteral(ACCUEIL_FUZZ_CORPUS)).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 100);
        int accepted = 0;
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray input = file.readAll();
            const QByteArray whole = fuzz::transcript(input, std::max<qsizetype>(1, input.size()));
            for (const qsizetype step : {1, 2, 7})
                QVERIFY2(fuzz::transcript(input, step) == whole, qPrintable(info.fileName()));
            accepted += whole.contains("keep ") || whole.contains("close ");
        }
        QVERIFY(accepted >= 20);
    }
};

QTEST_GUILESS_MAIN(HttpCorpusTest)
#include "tst_httpcorpus.moc"
