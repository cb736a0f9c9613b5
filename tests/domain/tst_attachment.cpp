#include "app/domain/attachment.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class AttachmentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsFormatsByTheirFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("mediaType");
        const QByteArray rest(64, '\0');
        QTest::newRow("wav") << QByteArray("RIFF\x24\0\0\0WAVEfmt ", 16) + rest << u"audio/wav"_s;
        QTest::newRow("ogg") << QByteArray("OggS\0\x02", 6) + rest << u"audio/ogg"_s;
        QTest::newRow("webm") << QByteArray("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", 16) + rest
                              << u"audio/webm"_s;
        QTest::newRow("mp4") << QByteArray("\0\0\0\x20"
                                           "ftypM4A ",
                                    12)
                + rest << u"audio/mp4"_s;
        QTest::newRow("mp3 with tag") << QByteArray("ID3\x04\0\0\0\0\0\0", 10) + rest << u"audio/mpeg"_s;
        QTest::newRow("mp3 frame") << QByteArray("\xff\xfb\x90\x64", 4) + rest << u"audio/mpeg"_s;
        QTest::newRow("picture in RIFF") << QByteArray("RIFF\x24\0\0\0WEBPVP8 ", 16) + rest << QString();
        QTest::newRow("Matroska") << QByteArray("\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska", 16) + rest << QString();
        QTest::newRow("program") << QByteArray("MZ\x90\0", 4) + rest << QString();
        QTest::newRow("UTF-16 text") << QByteArray("\xff\xfe"
                                                   "h\0e\0l\0l\0o\0 \0",
                                            14)
                + rest << QString();
        QTest::newRow("web page") << QByteArray("<!doctype html><html></html>") << QString();
        QTest::newRow("only a beginning") << QByteArray("RIFF") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void tellsFormatsByTheirFirstBytes()
    {
        QFETCH(QByteArray, bytes);
        QTEST(audioMediaType(bytes), "mediaType");
    }
};

QTEST_GUILESS_MAIN(AttachmentTest)
#include "tst_attachment.moc"
