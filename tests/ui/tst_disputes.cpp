#include "app/services/disputeservice.h"
#include "app/services/syncservice.h"
#include "tests/ui/fakesoundbooth.h"
#include "tests/ui/pageroom.h"
#include "ui/audio/listenbutton.h"
#include "ui/feedback/disputedialog.h"
#include "ui/feedback/feedbackpage.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QLabel>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const Session admin{{}, u"admin"_s, Role::Admin};
const QString clientId = u"0b0e3b9e-7f0e-4f57-9a53-3c1f6a2c9e11"_s;

struct DisputeRoom : PageRoom
{
    explicit DisputeRoom(Dialect dialect = Dialect::Sqlite)
        : PageRoom(dialect)
    {
        const NewDevice added = devices.add(admin, {u"Maternité, salle 2"_s, u"Maternité"_s}).value();
        tablet = devices.authenticate(devices.pair(added.code.code, {}, {})->token).value();
    }
    ~DisputeRoom()
    {
        page.reset();
        backgroundPool().waitForDone();
    }
    void send(const QString &id, const QString &words, int face, const QByteArray &voice = {})
    {
        SubmittedItem item;
        item.draft.clientId = id;
        item.draft.ward = u"Maternité"_s;
        item.draft.method = SubmissionMethod::Tablet;
        item.draft.comments = words;
        item.draft.ratings.emojiRating = face;
        item.draft.feedbackDate = clock.now();
        if (!voice.isEmpty())
            item.audio = AudioClaim{QCryptographicHash::hash(voice, QCryptographicHash::Sha256).toHex(), voice.size()};
        SyncBatch batch;
        batch.clientTime = clock.now();
        batch.items = {item};
        QVERIFY(sync.take(tablet, batch));
        if (!voice.isEmpty())
            QVERIFY(sync.takePiece(tablet, id, 0, voice)->isComplete);
    }
    void open(Role role = Role::Manager)
    {
        PageContext seat = context(role);
        seat.sound = &booth;
        page = std::make_unique<FeedbackPage>(seat);
        page->resize(1300, 820);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    QWidget *banner() { return page->findChild<QWidget *>(u"disputes"_s); }
    DisputeDialog *openDialogOfDisputes()
    {
        if (!QTest::qWaitFor([&] { return banner()->isVisible(); }))
            return nullptr;
        QTest::keyClick(page->findChild<QPushButton *>(u"compareDisputes"_s), Qt::Key_Space);
        dialog = openDialog<DisputeDialog>(page.get());
        return dialog;
    }
    QPushButton *button(const QString &name) { return dialog->findChild<QPushButton *>(name); }
    QStringList differing()
    {
        QStringList names;
        for (const QLabel *label : dialog->findChildren<QLabel *>(u"differs"_s))
            names.append(label->text());
        return names;
    }
    QString news() { return dialog->findChild<QWidget *>(u"disputeNews"_s)->accessibleName(); }
    QString stored() { return feedback.list(manager, {}, {})->items.first().comments; }

    ListenButton *listen(const QString &name) { return dialog->findChild<ListenButton *>(name); }
    void press(const ListenButton *listen) { QTest::keyClick(listen->findChild<QPushButton *>(), Qt::Key_Space); }

    FakeSoundBooth booth;
    Session tablet;
    std::unique_ptr<FeedbackPage> page;
    QPointer<DisputeDialog> dialog;
};

} // namespace

class DisputesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTwoStandSideBySide_data() { TestDatabase::addDialectRows(); }
    void theTwoStandSideBySide()
    {
        QFETCH(Dialect, dialect);
        DisputeRoom room(dialect);
        room.send(clientId, u"Bien"_s, 4);
        room.send(clientId, u"Très mal"_s, 1);
        room.open();
        QVERIFY(room.openDialogOfDisputes());
        QTRY_COMPARE(room.differing(), (QStringList{u"Face"_s, u"Words"_s}));
        QStringList words;
        for (const QLabel *label : room.dialog->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY(words.contains(u"Bien"_s) && words.contains(u"Très mal"_s));
        // Not by colour alone: a sign beside each, and a screen reader hears it.
        const auto *first = room.dialog->findChild<QLabel *>(u"differs"_s);
        QVERIFY2(first->accessibleName().contains(u"differs"_s), qPrintable(first->accessibleName()));
        QCOMPARE(room.dialog->findChild<QLabel *>(u"disputeCount"_s)->text().left(12), u"2 difference"_s);
    }

    void oneOrTheOtherIsKept_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("kept");
        QTest::newRow("stored") << u"keepStored"_s << u"Bien"_s;
        QTest::newRow("received") << u"keepReceived"_s << u"Très mal"_s;
    }
    void oneOrTheOtherIsKept()
    {
        QFETCH(QString, button);
        QFETCH(QString, kept);
        DisputeRoom room;
        room.send(clientId, u"Bien"_s, 4);
        room.send(clientId, u"Très mal"_s, 1);
        room.open();
        QVERIFY(room.openDialogOfDisputes());
        QTRY_VERIFY(room.button(button)->isEnabled());
        QTest::keyClick(room.button(button), Qt::Key_Space);
        QTRY_COMPARE(room.disputes.list(room.manager, {})->total, 0);
        QCOMPARE(room.stored(), kept);
        QTRY_VERIFY(!room.banner()->isVisible());
    }

    void bothVoicesAreHeard()
    {
        DisputeRoom room;
        const QByteArray first = QByteArray("OggS") + QByteArray(80, 'a');
        const QByteArray second = QByteArray("OggS") + QByteArray(90, 'b');
        room.booth.voice = Sound{QList<qint16>(Sound::rate, 500)};
        room.send(clientId, u"Bien"_s, 4, first);
        room.send(clientId, u"Très mal"_s, 1, second);
        room.open();
        QVERIFY(room.openDialogOfDisputes());
        QTRY_VERIFY(room.listen(u"listenReceived"_s));
        room.press(room.listen(u"listenReceived"_s));
        QTRY_COMPARE(room.booth.orders, (QStringList{u"decode"_s, u"play"_s}));
        QCOMPARE(room.booth.read, second);
        // The other one ends the first.
        room.press(room.listen(u"listenStored"_s));
        QTRY_COMPARE(room.booth.orders.mid(2), (QStringList{u"stop"_s, u"decode"_s, u"play"_s}));
        QCOMPARE(room.booth.read, first);
        QCOMPARE(room.listen(u"listenReceived"_s)->findChild<QPushButton *>()->text(), u"Listen"_s);
        QCOMPARE(room.listen(u"listenStored"_s)->findChild<QPushButton *>()->text(), u"Stop listening"_s);
        QTest::keyClick(room.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!room.dialog);
        QCOMPARE(room.booth.orders.last(), u"stop"_s);
    }

    void aVoiceThatHasNotArrivedIsSaidSo()
    {
        DisputeRoom room;
        room.send(clientId, u"Bien"_s, 4);
        SubmittedItem item;
        item.draft.clientId = clientId;
        item.draft.comments = u"Très mal"_s;
        item.audio = AudioClaim{QByteArray(64, 'a'), 1000};
        SyncBatch batch;
        batch.items = {item};
        QVERIFY(room.sync.take(room.tablet, batch));
        room.open();
        QVERIFY(room.openDialogOfDisputes());
        QTRY_VERIFY(room.listen(u"listenReceived"_s));
        QVERIFY(!room.listen(u"listenStored"_s));
        room.press(room.listen(u"listenReceived"_s));
        QTRY_VERIFY(room.listen(u"listenReceived"_s)->note().contains(u"not arrived"_s));
    }

    void twoPeopleAtOnceAreTold()
    {
        DisputeRoom room;
        room.send(clientId, u"Bien"_s, 4);
        room.send(clientId, u"Très mal"_s, 1);
        room.open();
        QVERIFY(room.openDialogOfDisputes());
        QTRY_VERIFY(room.button(u"keepReceived"_s)->isEnabled());
        const Dispute dispute = room.disputes.list(room.manager, {})->items.first();
        QVERIFY(room.disputes.resolve(room.manager, dispute.id, DisputeChoice::Stored));
        QTest::keyClick(room.button(u"keepReceived"_s), Qt::Key_Space);
        QTRY_VERIFY2(room.news().startsWith(u"Somebody else has chosen"_s), qPrintable(room.news()));
        QCOMPARE(room.stored(), u"Bien"_s);
    }

    void theNextOneFollows()
    {
        DisputeRoom room;
        const QString other = u"1b0e3b9e-7f0e-4f57-9a53-3c1f6a2c9e12"_s;
        for (const QString &id : {clientId, other}) {
            room.send(id, u"Bien"_s, 4);
            room.send(id, u"Très mal"_s, 1);
            room.clock.advance(std::chrono::minutes(5));
        }
        room.open();
        QVERIFY(room.openDialogOfDisputes());
        auto *choice = room.dialog->findChild<QComboBox *>(u"disputeChoice"_s);
        QTRY_COMPARE(choice->count(), 2);
        QTRY_VERIFY(room.button(u"keepStored"_s)->isEnabled());
        QTest::keyClick(room.button(u"keepStored"_s), Qt::Key_Space);
        QTRY_COMPARE(choice->count(), 1);
        QTRY_VERIFY(room.button(u"keepStored"_s)->isEnabled());
    }

    void whoMayNotEditIsNotAsked()
    {
        DisputeRoom room;
        room.send(clientId, u"Bien"_s, 4);
        room.send(clientId, u"Très mal"_s, 1);
        room.open(Role::Viewer);
        QTest::qWait(300);
        QVERIFY(!room.banner()->isVisible());
    }
};

QTEST_MAIN(DisputesTest)
#include "tst_disputes.moc"
