#include "tests/screens/tabletmoments.h"

#include "app/domain/clock.h"
#include "app/services/deviceservice.h"
#include "app/services/feedbackservice.h"
#include "app/services/patientservice.h"
#include "app/services/services.h"
#include "app/services/settingsservice.h"
#include "app/services/syncservice.h"
#include "tests/screens/camera.h"
#include "ui/desk.h"
#include "ui/frame/statusbar.h"
#include "ui/mainwindow.h"
#include "ui/shell.h"
#include "ui/tablets/helpsheet.h"
#include "ui/tablets/paperview.h"
#include "ui/tablets/poster.h"
#include "ui/tablets/tabletdoor.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void press(const QWidget *on, const QString &name)
{
    if (auto *button = on->findChild<QPushButton *>(name))
        button->click();
    Camera::settle();
}

void closeAll()
{
    while (QWidget *dialog = QApplication::activeModalWidget()) {
        dialog->close();
        Camera::settle();
    }
}

struct Example
{
    QString name;
    QString ward;
    DeviceReport report;
};

// The last one is revoked; the one before it waits for its tablet.
QByteArray makeTablets(const Services &services)
{
    const Session system = Session::system();
    HospitalSettings hospital = services.settings.current();
    hospital.tabletsAllowed = true;
    (void)services.settings.save(system, hospital);
    if (const Result<Page<Device>> there = services.devices.list(system, {}); there && there->total > 0)
        return {};
    const QList<Example> examples{{u"Maternité, salle 2"_s, u"Maternité"_s, {0, 0.86, u"1.0"_s}},
        {u"Pédiatrie, couloir"_s, u"Pédiatrie"_s, {0, 0.64, u"1.0"_s}},
        {u"Urgences, sortie"_s, u"Urgences"_s, {3, 0.55, u"1.0"_s}},
        {u"Chirurgie, étage 1"_s, u"Chirurgie"_s, {1, 0.12, u"1.0"_s}}};
    QByteArray token;
    for (const Example &example : examples) {
        const Result<NewDevice> added = services.devices.add(system, {example.name, example.ward});
        if (!added)
            continue;
        const Result<PairedDevice> paired = services.devices.pair(added->code.code, u"1.0"_s, u"Android 13"_s);
        if (!paired)
            continue;
        token = paired->token;
        if (const Result<Session> session = services.devices.authenticate(token))
            services.devices.recordReport(*session, example.report);
    }
    (void)services.devices.add(system, {u"Consultations, caisse"_s, u"Consultations"_s});
    if (const Result<NewDevice> old = services.devices.add(system, {u"Ancienne tablette"_s, {}}))
        (void)services.devices.revoke(system, old->device.id);
    return token;
}

void photographPage(Shell &shell, const Camera &camera)
{
    WindowPage *page = shell.session()->openPage(PageId::Tablets);
    Camera::settle();
    Camera::wait([page] { return page->findChild<QTableView *>()->model()->rowCount() > 3; }, "tablets");
    page->findChild<QTableView *>()->selectRow(1);
    camera.take(shell, u"tablets"_s);
    page->createNew();
    Camera::settle();
    camera.take(shell, u"tablets-pair-name"_s);
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        dialog->findChild<QLineEdit *>(u"tabletName"_s)->insert(u"Ophtalmologie, accueil"_s);
        press(dialog, u"pairingMain"_s);
        QTest::qWait(1500); // the door may open just now
        camera.take(shell, u"tablets-pair"_s);
        press(dialog, u"trustSquare"_s);
        camera.take(shell, u"tablets-pair-certificate"_s);
    }
    closeAll();
    for (const QString &name : {u"certificate"_s, u"poster"_s, u"editTablet"_s, u"revokeTablet"_s}) {
        press(page, name);
        camera.take(shell, u"tablets-"_s + name);
        closeAll();
    }
    press(page, u"viewRevoked"_s);
    camera.take(shell, u"tablets-revoked"_s);
    press(page, u"viewActive"_s);
    shell.session()->findChild<StatusBar *>()->server()->click();
    Camera::settle();
    if (QWidget *popover = QApplication::activePopupWidget()) {
        camera.take(shell, u"tablets-address"_s);
        popover->close();
    }
    Camera::settle();
}

// What is printed.
void photographPapers(Desk &desk, const Camera &camera)
{
    const TabletDoor door = TabletDoor::of(&desk);
    const QString hospital = desk.services().settings.current().name;
    const QList<std::pair<QString, Paper>> papers{{u"tablets-help-sheet"_s, helpSheet(door, hospital)},
        {u"tablets-poster-sheet"_s,
            posterPaper(
                {.hospital = hospital, .ward = u"Maternité"_s, .address = door.pageAddress(), .ownWords = {}})}};
    for (const auto &[name, paper] : papers) {
        PaperView view;
        view.setFixedSize(840, 1188);
        view.setPaper(paper);
        view.show();
        camera.take(view, name);
    }
}

void photographArrival(Shell &shell, Desk &desk, const Camera &camera, const QByteArray &token)
{
    const Services &services = desk.services();
    const Result<Session> tablet = services.devices.authenticate(token);
    const Result<Page<Patient>> some = services.patients.list(Session::system(), {}, {.limit = 1});
    if (!tablet || !some || some->items.isEmpty())
        return;
    shell.session()->openPage(PageId::Patients);
    Camera::settle();
    FeedbackDraft draft;
    draft.ward = u"Maternité"_s;
    draft.method = SubmissionMethod::Tablet;
    draft.comments = u"On m’a bien écoutée, merci. L’attente était longue."_s;
    draft.patientReference = u"%1 bis"_s.arg(some->items.first().patientNumber);
    draft.phoneNumber = some->items.first().phoneNumber;
    draft.ratings.emojiRating = 4;
    draft.callbackRequested = true;
    draft.feedbackDate = desk.clock().now().addSecs(-240);
    draft.clientTime = desk.clock().now().addDays(-90);
    (void)services.feedback.submit(*tablet, draft);
    QTest::qWait(900);
    camera.take(shell, u"tablets-notice"_s);
    press(shell.session(), u"noticeOpen"_s);
    QTest::qWait(500);
    camera.take(shell, u"tablets-not-matched"_s);
    press(shell.session()->currentPage(), u"linkPatient"_s);
    QTest::qWait(300);
    camera.take(shell, u"tablets-link"_s);
    closeAll();
}

// Two tablets that were made from one copy, say.
void photographDispute(Shell &shell, Desk &desk, const Camera &camera, const QByteArray &token)
{
    const Result<Session> tablet = desk.services().devices.authenticate(token);
    if (!tablet)
        return;
    for (const auto &[words, face] :
        {std::pair{u"L’accueil était très bon."_s, 5}, {u"On a attendu trop longtemps."_s, 2}}) {
        SubmittedItem item;
        item.draft.clientId = u"0b0e3b9e-7f0e-4f57-9a53-3c1f6a2c9e11"_s;
        item.draft.ward = u"Urgences"_s;
        item.draft.method = SubmissionMethod::Tablet;
        item.draft.comments = words;
        item.draft.ratings.emojiRating = face;
        item.draft.ratings.treatmentSatisfaction = 4;
        item.draft.feedbackDate = desk.clock().now();
        (void)desk.services().sync.take(*tablet, {.clientTime = desk.clock().now(), .report = {}, .items = {item}});
    }
    WindowPage *page = shell.session()->openPage(PageId::Feedback);
    QTest::qWait(600);
    camera.take(shell, u"tablets-disputes"_s);
    press(page, u"compareDisputes"_s);
    QTest::qWait(400);
    camera.take(shell, u"tablets-compare"_s);
    closeAll();
}

} // namespace

void photographTablets(Shell &shell, Desk &desk, const Camera &camera)
{
    const QByteArray token = makeTablets(desk.services());
    photographPage(shell, camera);
    photographPapers(desk, camera);
    if (!token.isEmpty())
        photographArrival(shell, desk, camera, token);
    if (!token.isEmpty())
        photographDispute(shell, desk, camera, token);
}

} // namespace accueil
