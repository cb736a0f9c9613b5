#include "app/services/consentservice.h"
#include "tests/ui/pageroom.h"
#include "ui/patients/consentdialog.h"
#include "ui/patients/patientspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString phone = u"+237655123456"_s;

// The patient's record on screen, with its consent open.
struct OpenConsent
{
    OpenConsent(PageRoom &room, Role role)
        : page(room.context(role))
    {
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            return;
        auto *table = page.findChild<TableView *>();
        if (!QTest::qWaitFor([table] { return table->model()->rowCount() > 0; }, 10'000))
            return;
        table->selectRow(0);
        auto *button = page.findChild<Button *>(u"consent"_s);
        if (!QTest::qWaitFor([button] { return button->isVisible(); }, 10'000))
            return;
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        dialog = openDialog<ConsentDialog>(&page);
    }
    // Everything that is read in the dialog.
    QString words() const
    {
        QStringList words;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            words += label->isVisible() ? label->text() : QString();
        for (const ChipLabel *chip : dialog->findChildren<ChipLabel *>())
            words += chip->accessibleName();
        return words.join(u'|');
    }
    bool says(const QString &text) const
    {
        return QTest::qWaitFor([&] { return words().contains(text); }, 10'000);
    }
    bool saysStop() const { return dialog->findChild<Banner *>(u"stop"_s)->isVisible(); }
    void choose(const QString &list, int entry) const
    {
        auto *box = dialog->findChild<QComboBox *>(list);
        for (int i = 0; i < entry; ++i)
            QTest::keyClick(box, Qt::Key_Down);
    }

    PatientsPage page;
    ConsentDialog *dialog = nullptr;
};

} // namespace

class ConsentDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhoWhenAndHow()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, phone);
        QVERIFY(room.consents.record(Session{{}, u"c.mbeng"_s, Role::Reception}, patient.id,
            {.channel = Channel::Email, .purpose = Purpose::Results, .method = ConsentMethod::Tablet}));
        OpenConsent open(room, Role::Manager);
        QVERIFY(open.dialog);
        QVERIFY(open.says(u"written down by c.mbeng"_s));
        QVERIFY(open.says(u"on the tablet"_s));
        QVERIFY(open.says(u"Results"_s));
        QVERIFY(!open.saysStop());
        // All of it is on screen, although it was read after the dialog had opened.
        const QScrollBar *scroll = open.dialog->findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_COMPARE(scroll->maximum(), 0);
        QVERIFY(open.dialog->findChild<QComboBox *>(u"method"_s)->isVisible());
    }

    void aStopIsSaidPlainlyAndNewConsentEndsIt()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, phone);
        room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
        OpenConsent open(room, Role::Manager);
        QVERIFY(open.dialog);
        QTRY_VERIFY(open.saysStop());
        QVERIFY(open.says(u"The patient said stop: SMS"_s));
        QVERIFY(open.says(u"by SMS"_s));
        open.choose(u"method"_s, 1); // by telephone
        QTest::keyClick(open.dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!open.saysStop());
        QVERIFY(!room.consents.isStopped(Channel::Sms, phone));
        const ConsentEntry last = room.consents.log(room.viewer, patient.id, {}).value().items.first();
        QCOMPARE(last.state, std::optional(ConsentState::Granted));
        QCOMPARE(last.method, ConsentMethod::Ivr);
        QCOMPARE(last.actorName, u"desk"_s);
    }

    void recordsAStopAtTheDesk()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle Ndolo, Grâce"_s, phone);
        OpenConsent open(room, Role::Reception);
        QVERIFY(open.dialog);
        QCOMPARE(open.dialog->focusWidget(), open.dialog->findChild<QComboBox *>(u"channel"_s));
        open.choose(u"channel"_s, 1);
        open.choose(u"state"_s, 1);
        QTest::keyClick(open.dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(open.saysStop());
        const Patient now = room.patients.find(room.viewer, patient.id).value();
        QVERIFY(!consentAllows(now.consent, Channel::Ivr, Purpose::Appointment, ConsentPolicy::Assumed));
        QVERIFY(consentAllows(now.consent, Channel::Sms, Purpose::Appointment, ConsentPolicy::Assumed));
    }

    void whoMayOnlyReadRecordsNothing()
    {
        PageRoom room;
        room.addPatient(u"Ebelle Ndolo, Grâce"_s, phone);
        OpenConsent open(room, Role::Viewer);
        QVERIFY(open.dialog);
        QVERIFY(open.says(u"not asked"_s));
        QVERIFY(!open.dialog->findChild<QComboBox *>(u"channel"_s)->isEnabled());
    }
};

QTEST_MAIN(ConsentDialogTest)
#include "tst_consent.moc"
