#include "tests/ui/qrreader.h"
#include "ui/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/qrview.h"

#include <QApplication>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString address = u"https://192.168.1.20:8443/tablet/#pair=7K4Q2MXD"_s;

// The lengths of the runs of one colour between the first and the last dark pixel of a line, in pixels.
QSet<int> runs(const QImage &picture, int line)
{
    QSet<int> found;
    int begin = -1;
    for (int x = 1; x < picture.width(); ++x) {
        if (picture.pixel(x, line) == picture.pixel(x - 1, line))
            continue;
        if (begin >= 0)
            found.insert(x - begin);
        begin = x;
    }
    return found;
}

} // namespace

class QrTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCameraReadsWhatIsPainted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qreal>("scale");
        QTest::addColumn<SchemeChoice>("scheme");
        for (const qreal scale : {1.0, 1.25, 1.5, 2.0}) {
            for (const SchemeChoice scheme : {SchemeChoice::Light, SchemeChoice::Dark})
                QTest::addRow("%g, %s", scale, scheme == SchemeChoice::Dark ? "dark" : "light")
                    << address << scale << scheme;
        }
        QTest::newRow("a long name") << u"https://poste-accueil-hopital-general-de-douala.local:8443/tablet/"
                                        "#pair=7K4Q2MXD"_s
                                     << 1.0 << SchemeChoice::Light;
        QTest::newRow("more than ASCII") << u"Hôpital Général, ɓɛŋɔ"_s << 1.0 << SchemeChoice::Light;
    }
    void aCameraReadsWhatIsPainted()
    {
        QFETCH(QString, text);
        QFETCH(qreal, scale);
        QFETCH(SchemeChoice, scheme);
        m_theme.choose(scheme);
        QrView view(206);
        view.setAddress(text);
        view.resize(view.sizeHint());
        view.ensurePolished();
        QCOMPARE(readQr(pictureOf(view, scale)), text);
    }

    // Grey between two squares is what makes cheap cameras fail.
    void everySquareIsOfWholePixels_data()
    {
        QTest::addColumn<qreal>("scale");
        for (const qreal scale : {1.0, 1.25, 1.5, 1.75, 2.0})
            QTest::addRow("%g", scale) << scale;
    }
    void everySquareIsOfWholePixels()
    {
        QFETCH(qreal, scale);
        QImage picture((QSizeF(207, 207) * scale).toSize(), QImage::Format_RGB32);
        picture.setDevicePixelRatio(scale);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(0.3, 0.4); // as inside another widget
        paintQr(painter, QRectF(0, 0, 206, 206), QrMatrix(address));
        painter.end();
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                colours.insert(picture.pixel(x, y));
        }
        QCOMPARE(colours, (QSet<QRgb>{qRgb(0, 0, 0), qRgb(255, 255, 255)}));
        const int square = int(206 * scale) / (QrMatrix(address).side() + 2 * QrMatrix::quietZone);
        for (int line = 0; line < picture.height(); ++line) {
            for (const int run : runs(picture, line))
                QVERIFY2(run % square == 0, qPrintable(QString::number(run)));
        }
    }

    void quietZoneIsFourSquaresWide()
    {
        const QrMatrix matrix(address);
        const int squares = matrix.side() + 8;
        QImage picture(squares * 3, squares * 3, QImage::Format_RGB32);
        picture.fill(Qt::black); // as on a dark page
        QPainter painter(&picture);
        paintQr(painter, QRectF(picture.rect()), matrix);
        painter.end();
        for (int i = 0; i < picture.width(); ++i) {
            for (const QPoint at : {QPoint(i, 0), QPoint(i, 11), QPoint(0, i), QPoint(11, i)})
                QCOMPARE(picture.pixelColor(at), QColor(Qt::white));
        }
        QCOMPARE(picture.pixelColor(12, 12), QColor(Qt::black));
        QCOMPARE(readQr(picture), address);
    }

    void aReaderOfScreensIsToldTheAddress()
    {
        QrView view(206);
        view.setName(u"Code for the tablet"_s);
        view.setAddress(address);
        QCOMPARE(view.accessibleName(), u"Code for the tablet"_s);
        QCOMPARE(view.accessibleDescription(), address);
        view.setAddress({});
        QVERIFY(view.accessibleDescription().isEmpty());
        view.resize(view.sizeHint());
        QCOMPARE(readQr(pictureOf(view)), QString());
    }

private:
    QTemporaryDir m_folder;
    Preferences m_preferences{m_folder.filePath(u"desk.ini"_s)};
    Theme m_theme{*qApp, m_preferences};
};

QTEST_MAIN(QrTest)
#include "tst_qr.moc"
