#include "tests/ui/fakedesk.h"
#include "tests/ui/qrreader.h"
#include "ui/frame/statusbar.h"
#include "ui/tablets/certificatedialog.h"
#include "ui/tablets/helpsheet.h"
#include "ui/tablets/pairingdialog.h"
#include "ui/tablets/poster.h"
#include "ui/tablets/posterdialog.h"
#include "ui/tablets/tabletspage.h"
#include "ui/widgets/qrview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPdfWriter>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Session admin{{}, u"admin"_s, Role::Admin};

struct PairingRoom : PageRoom
{
    explicit PairingRoom(Dialect dialect = Dialect::Sqlite)
        : PageRoom(dialect)
    {
    }
    ~PairingRoom()
    {
        page.reset();
        backgroundPool().waitForDone();
    }
    PairingDialog *open(const std::optional<Device> &device = {})
    {
        page = std::make_unique<TabletsPage>(desk.context());
        page->resize(1200, 860);
        page->show();
        if (device) {
            if (!QTest::qWaitFor([&] { return page->findChild<QPushButton *>(u"newCode"_s)->isEnabled(); }))
                return nullptr;
            QTest::keyClick(page->findChild<QPushButton *>(u"newCode"_s), Qt::Key_Space);
        } else {
            page->createNew(); // Ctrl+N of the window
        }
        dialog = openDialog<PairingDialog>(page.get());
        return dialog;
    }
    QString text(const QString &name) { return dialog->findChild<QLabel *>(name)->text(); }
    QString code() { return text(u"pairingCode"_s).remove(u' '); }
    bool hasCode()
    {
        return QTest::qWaitFor([&] { return normalisedPairingCode(code()).has_value(); }, 10'000);
    }
    QrView *square() { return dialog->findChild<QrView *>(u"pairingSquare"_s); }
    StatusLight *light() { return dialog->findChild<StatusLight *>(u"pairingLight"_s); }
    QPushButton *button(const QString &name) { return dialog->findChild<QPushButton *>(name); }
    Device only() { return devices.list(admin, {}).value().items.value(0); }

    FakeDesk desk{*this};
    std::unique_ptr<TabletsPage> page;
    QPointer<PairingDialog> dialog;
};

QImage pictureOf(const Paper &paper)
{
    QImage picture(840, 1188, QImage::Format_RGB32);
    QPainter painter(&picture);
    paintPaper(painter, QRectF(picture.rect()), paper);
    return picture;
}

const QString page = u"https://192.168.1.20:8443/tablet/"_s;

} // namespace

class PairingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTabletIsPairedByKeysAlone_data() { TestDatabase::addDialectRows(); }
    void aTabletIsPairedByKeysAlone()
    {
        QFETCH(Dialect, dialect);
        PairingRoom room(dialect);
        room.desk.allowTablets();
        QVERIFY(room.open());
        auto *name = room.dialog->findChild<QLineEdit *>(u"tabletName"_s);
        QCOMPARE(room.dialog->focusWidget(), name);
        QVERIFY(room.square()->address().isEmpty());
        typeText(name, u"Maternité, salle 2"_s);
        auto *ward = room.dialog->findChild<QComboBox *>(u"tabletWard"_s);
        ward->setFocus();
        QTRY_VERIFY(ward->count() > 1);
        QTest::keyClick(ward, Qt::Key_M);
        name->setFocus();
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(room.hasCode());
        QCOMPARE(room.only().ward, u"Maternité"_s);
        QCOMPARE(room.only().status, DeviceStatus::Waiting);
        QVERIFY(!room.button(u"pairingMain"_s)->isEnabled()); // not before the tablet called in
        QCOMPARE(room.light()->light(), Light::Warning);

        // What the tablet's camera reads is what it hands in.
        const QString read = readQr(accueil::pictureOf(*room.square()));
        QCOMPARE(read, page + u"#pair="_s + room.code());
        QVERIFY(room.devices.pair(read.section(u'=', -1), u"1.0"_s, u"Android"_s));
        QTRY_COMPARE(room.light()->light(), Light::Ok);
        QVERIFY2(room.light()->words().contains(u"Maternité, salle 2"_s), qPrintable(room.light()->words()));
        QVERIFY(room.square()->address().isEmpty()); // the code is spent
        QVERIFY(room.button(u"pairingMain"_s)->isEnabled());
        QVERIFY(room.button(u"pairingMain"_s)->hasFocus());
        QTest::keyClick(room.button(u"pairingMain"_s), Qt::Key_Return);
        QTRY_VERIFY(!room.dialog);
    }

    void aNameIsNeeded()
    {
        PairingRoom room;
        room.desk.allowTablets();
        QVERIFY(room.open());
        QTest::keyClick(room.button(u"pairingMain"_s), Qt::Key_Space);
        QTRY_VERIFY(!room.dialog->findChild<QLineEdit *>(u"tabletName"_s)->accessibleDescription().isEmpty());
        QCOMPARE(room.devices.list(admin, {})->total, 0);
    }

    void aCodeRunsOutAndAnotherOneIsMade()
    {
        PairingRoom room;
        room.desk.allowTablets();
        QVERIFY(room.open());
        typeText(room.dialog->findChild<QLineEdit *>(u"tabletName"_s), u"A"_s);
        QTest::keyClick(room.button(u"pairingMain"_s), Qt::Key_Space);
        QVERIFY(room.hasCode());
        const QString first = room.code();
        QVERIFY2(room.text(u"codeTime"_s).contains(u"10 min 0 s"_s), qPrintable(room.text(u"codeTime"_s)));
        room.clock.advance(9min + 30s);
        QTRY_VERIFY(room.text(u"codeTime"_s).contains(u"0 min 30 s"_s));
        room.clock.advance(31s);
        QTRY_VERIFY(room.square()->address().isEmpty());
        QVERIFY(!room.text(u"pairingCode"_s).contains(first.left(4)));
        QTest::keyClick(room.button(u"codeAgain"_s), Qt::Key_Space);
        QVERIFY(room.hasCode());
        QVERIFY(room.code() != first);
        QCOMPARE(room.devices.list(admin, {})->total, 1); // the same tablet
        QVERIFY(!room.devices.pair(first, {}, {}));
        QVERIFY(room.devices.pair(room.code(), {}, {}));
    }

    // It has a token already: only the new one counts.
    void aTabletThatIsThereGetsANewCode()
    {
        PairingRoom room;
        room.desk.allowTablets();
        const NewDevice before = room.devices.add(admin, {u"A"_s, {}}).value();
        QVERIFY(room.devices.pair(before.code.code, {}, {}));
        room.clock.advance(1h);
        QVERIFY(room.open(before.device));
        QVERIFY(room.hasCode());
        Q_EMIT room.events.devicesChanged(); // a heartbeat of the one that is there
        QTest::qWait(300);
        QCOMPARE(room.light()->light(), Light::Warning);
        QVERIFY(room.devices.pair(room.code(), {}, {}));
        QTRY_COMPARE(room.light()->light(), Light::Ok);
    }

    void theSquareOfTheCertificateIsShownOnDemand()
    {
        PairingRoom room;
        room.desk.allowTablets();
        QVERIFY(room.open());
        QCOMPARE(room.text(u"fingerprint"_s), u"3F:A1:0C:7D · 92:5E:B8:44 · 1A:6F:D0:2B"_s);
        QTest::keyClick(room.button(u"trustSquare"_s), Qt::Key_Space);
        QCOMPARE(readQr(accueil::pictureOf(*room.square())), room.desk.trust);
        QTest::keyClick(room.button(u"trustSquare"_s), Qt::Key_Space);
        QVERIFY(room.square()->address().isEmpty());
    }

    void tabletsThatAreNotAllowedAreSaidAndAllowed()
    {
        PairingRoom room;
        room.desk.addresses.clear();
        QVERIFY(room.open());
        QTRY_VERIFY(room.dialog->findChild<QWidget *>(u"doorClosed"_s)->isVisible());
        QVERIFY(!room.settings.current().tabletsAllowed);
        QTest::keyClick(room.button(u"allowTablets"_s), Qt::Key_Space);
        QTRY_VERIFY(room.settings.current().tabletsAllowed);
        QTRY_VERIFY(!room.button(u"allowTablets"_s)->isVisible());
        QVERIFY(room.dialog->findChild<QWidget *>(u"doorClosed"_s)->accessibleName().contains(u"network"_s));
        room.desk.addresses = {u"https://10.0.0.5:8443"_s}; // the door opened
        QTRY_VERIFY(!room.dialog->findChild<QWidget *>(u"doorClosed"_s)->isVisible());
    }

    void thePosterLeadsToThePage_data()
    {
        QTest::addColumn<QPageSize::PageSizeId>("size");
        QTest::newRow("A4") << QPageSize::A4;
        QTest::newRow("A3") << QPageSize::A3;
    }
    void thePosterLeadsToThePage()
    {
        QFETCH(QPageSize::PageSizeId, size);
        const Paper paper = posterPaper({.hospital = u"Hôpital Général de Douala"_s,
            .ward = u"Maternité"_s,
            .address = page,
            .ownWords = {},
            .size = size});
        QCOMPARE(readQr(pictureOf(paper)), page);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"poster.pdf"_s);
        QVERIFY(writePdf(paper, file));
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray box = size == QPageSize::A4 ? "/MediaBox [0 0 595" : "/MediaBox [0 0 842";
        QVERIFY(pdf.readAll().contains(box));
        QVERIFY(!writePdf(paper, u"/nowhere/poster.pdf"_s));
    }

    void nothingLiesOnTheSquareOfAPosterWithLongWords()
    {
        const Paper paper = posterPaper({.hospital = u"Centre Hospitalier Universitaire de la Région du Littoral"_s,
            .ward = u"Consultations externes et hôpital de jour"_s,
            .address = u"https://poste-accueil-hopital-general-de-douala.local:8443/tablet/"_s,
            .ownWords
            = QStringList(3, u"Bato ba wea, mbembe ya bwam na nde e ma bola so, na mulema mwese. "_s.repeated(2)),
            .size = QPageSize::A4});
        QCOMPARE(readQr(pictureOf(paper)), u"https://poste-accueil-hopital-general-de-douala.local:8443/tablet/"_s);
    }

    void theHelpSheetLeadsToTheCertificateAndThePage()
    {
        PairingRoom room;
        const Paper paper = helpSheet(TabletDoor::of(&room.desk), u"Hôpital Général de Douala"_s);
        QStringList read = readQr(pictureOf(paper)).split(u'\n');
        read.sort();
        QCOMPARE(read, (QStringList{room.desk.trust, page}));
    }

    void thePosterIsMadeForAWard()
    {
        PairingRoom room;
        room.desk.allowTablets();
        room.page = std::make_unique<TabletsPage>(room.desk.context());
        room.page->resize(1200, 860);
        room.page->show();
        QTest::keyClick(room.page->findChild<QPushButton *>(u"poster"_s), Qt::Key_Space);
        auto *dialog = openDialog<PosterDialog>(room.page.get());
        QVERIFY(dialog);
        QTRY_COMPARE(readQr(accueil::pictureOf(*dialog->findChild<QWidget *>(u"posterView"_s), 2)), page);
    }

    void thePosterAsksInTheWordsOfTheTablets()
    {
        PairingRoom room;
        room.desk.allowTablets();
        const PromptAddress question{PromptKey::FacesQuestion, Language::Duala};
        QVERIFY(room.tabletContent.saveText(Session::system(), question, u"Ne o ben lao?"_s, {}));
        room.page = std::make_unique<TabletsPage>(room.desk.context());
        room.page->resize(1200, 860);
        room.page->show();
        QTest::keyClick(room.page->findChild<QPushButton *>(u"poster"_s), Qt::Key_Space);
        auto *dialog = openDialog<PosterDialog>(room.page.get());
        QVERIFY(dialog);
        const auto *words = dialog->findChild<QLabel *>(u"posterOwnWords"_s);
        QTRY_VERIFY2(words->text().endsWith(u": Ne o ben lao?"_s), qPrintable(words->text()));
        const Poster plain{.hospital = u"H"_s, .ward = {}, .address = page, .ownWords = {}, .size = QPageSize::A4};
        Poster asking = plain;
        asking.ownWords = {u"Ne o ben lao?"_s};
        QVERIFY(pictureOf(posterPaper(plain)) != pictureOf(posterPaper(asking)));
    }

    void theCertificateIsShownWithItsSquare()
    {
        PairingRoom room;
        room.desk.allowTablets();
        room.page = std::make_unique<TabletsPage>(room.desk.context());
        room.page->resize(1200, 860);
        room.page->show();
        QTest::keyClick(room.page->findChild<QPushButton *>(u"certificate"_s), Qt::Key_Space);
        auto *dialog = openDialog<CertificateDialog>(room.page.get());
        QVERIFY(dialog);
        QCOMPARE(readQr(accueil::pictureOf(*dialog->findChild<QrView *>(u"trustSquare"_s))), room.desk.trust);
        QStringList words;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY(words.contains(room.desk.fingerprint));
        QVERIFY(words.contains(room.desk.addresses.join(u'\n')));
    }
};

QTEST_MAIN(PairingTest)
#include "tst_pairing.moc"
