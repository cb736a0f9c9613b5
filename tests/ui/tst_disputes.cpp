#include "app/services/disputeservice.h"
#include "app/services/syncservice.h"
#include "tests/ui/pageroom.h"
#include "ui/feedback/disputedialog.h"
#include "ui/feedback/feedbackpage.h"

#include <QComboBox>
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
    void send(const QString &id, const QString &words, int face)
    {
        SubmittedItem item;
        item.draft.clientId = id;
        item.draft.ward = u"Maternité"_s;
        item.draft.method = SubmissionMethod::Tablet;
        item.draft.comments = words;
        item.draft.ratings.emojiRating = face;
        item.draft.feedbackDate = clock.now();
        SyncBatch batch;
        batch.clientTime = clock.now();
        batch.items = {item};
        QVERIFY(sync.take(tablet, batch));
    }
    void open(Role role = Role::Manager)
    {
        page = std::make_unique<FeedbackPage>(context(role));
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
