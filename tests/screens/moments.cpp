#include "tests/screens/moments.h"

#include "app/services/appointmentservice.h"
#include "app/services/consentservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "app/services/services.h"
#include "app/services/settingsservice.h"
#include "tests/screens/camera.h"
#include "ui/background.h"
#include "ui/desk.h"
#include "ui/import/importdialog.h"
#include "ui/mainwindow.h"
#include "ui/patients/patientdialog.h"
#include "ui/patients/patientspage.h"
#include "ui/shell.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void closeDialogs()
{
    while (QWidget *dialog = QApplication::activeModalWidget()) {
        auto *yes = dialog->objectName() == "question"_L1 ? dialog->findChild<QPushButton *>(u"yes"_s) : nullptr;
        if (yes)
            yes->click();
        else
            dialog->close();
        QTest::qWait(60);
    }
}

void save()
{
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_S, Qt::ControlModifier);
}

QTableView *tableOf(const WindowPage *page)
{
    return page->findChild<QTableView *>();
}

void photographMistakes(WindowPage *page, const Camera &camera, const Shell &shell)
{
    page->createNew();
    Camera::settle();
    if (auto *phone = QApplication::activeModalWidget()->findChild<QLineEdit *>(u"phone"_s))
        phone->insert(u"12"_s);
    save();
    camera.take(shell, u"moment-mistakes"_s);
    closeDialogs();
}

// The first patient is about to be registered a second time; then it is changed from elsewhere while its form is open.
void photographDuplicateAndConflict(
    PatientsPage *page, const Services &services, const Camera &camera, const Shell &shell)
{
    const Result<Page<Patient>> some = services.patients.list(Session::system(), {}, {.limit = 1});
    if (!some || some->items.isEmpty())
        return;
    const Patient known = some->items.first();
    page->createNew();
    Camera::settle();
    auto *form = qobject_cast<PatientDialog *>(QApplication::activeModalWidget());
    if (!form)
        return;
    form->findChild<QLineEdit *>(u"name"_s)->insert(known.name);
    form->findChild<QLineEdit *>(u"phone"_s)->insert(known.phoneNumber);
    save();
    Camera::settle();
    camera.take(shell, u"moment-duplicate"_s);
    closeDialogs();

    tableOf(page)->selectRow(0);
    Camera::settle();
    page->editCurrent();
    Camera::settle();
    form = qobject_cast<PatientDialog *>(QApplication::activeModalWidget());
    if (!form)
        return;
    QLineEdit *name = form->findChild<QLineEdit *>(u"name"_s);
    const QString before = name->text();
    name->setText(before + u" Épouse"_s);
    const Result<Page<Patient>> same = services.patients.list(Session::system(), {.search = before}, {.limit = 1});
    if (!same || same->items.isEmpty())
        return;
    const Patient now = same->items.first();
    PatientDraft other = draftOf(now);
    other.ward = u"Pédiatrie"_s;
    (void)services.patients.edit(Session::system(), now.id, other, std::nullopt);
    save();
    Camera::settle();
    camera.take(shell, u"moment-conflict"_s);
    closeDialogs();
    other.ward = now.ward;
    (void)services.patients.edit(Session::system(), now.id, other, std::nullopt);
}

// The consent of a patient who said stop to SMS, and yes to some emails.
void photographConsent(PatientsPage *page, const Services &services, const Camera &camera, const Shell &shell)
{
    const Result<Page<Patient>> some = services.patients.list(Session::system(), {}, {.limit = 1});
    if (!some || some->items.isEmpty())
        return;
    const Patient &patient = some->items.first();
    (void)services.consents.record(Session{{}, u"c.mbeng"_s, Role::Reception}, patient.id,
        {.channel = Channel::Email, .purpose = Purpose::Results});
    services.consents.recordOptOut(Channel::Sms, patient.phoneNumber, ConsentMethod::Sms);
    Camera::settle();
    tableOf(page)->selectRow(0);
    Camera::settle();
    if (auto *button = page->findChild<QPushButton *>(u"consent"_s))
        button->click();
    camera.take(shell, u"moment-consent"_s);
    closeDialogs();
}

void change(const QString &storeFile, const QStringList &statements)
{
    const QString connection = u"moments"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(storeFile);
        if (!database.open())
            qWarning("the store could not be opened");
        for (const QString &statement : statements) {
            if (!QSqlQuery(database).exec(statement))
                qWarning("the store could not be changed");
        }
    }
    QSqlDatabase::removeDatabase(connection);
}

void renameTable(const QString &storeFile, const QString &from, const QString &to)
{
    change(storeFile, {u"ALTER TABLE %1 RENAME TO %2"_s.arg(from, to)});
}

// Reminders in every state that waits for a person, and most of the month's budget spent.
void fillTray(const Services &services, const QString &storeFile)
{
    const auto move = [](const QString &count, const QString &status, const QString &reason) {
        return u"UPDATE reminders SET status = '%2', reason = '%3' WHERE id IN (SELECT id FROM reminders"
               " WHERE status IN ('pending', 'sent') AND NOT EXISTS (SELECT 1 FROM reminders WHERE reason = '%3')"
               " ORDER BY status, scheduled_time DESC LIMIT %1)"_s.arg(count, status, reason);
    };
    change(storeFile,
        {move(u"3"_s, u"late"_s, u"lateBacklog"_s), move(u"1"_s, u"unknown"_s, u"interrupted"_s),
            move(u"1"_s, u"unknown"_s, u"similarAtProvider"_s), move(u"1"_s, u"expired"_s, u"tooLate"_s),
            move(u"1"_s, u"expired"_s, u"appointmentPassed"_s), move(u"1"_s, u"failed"_s, u"unknownNumber"_s),
            move(u"2"_s, u"failed"_s, u"phoneUnreachable"_s),
            u"UPDATE attempts SET outcome = 'undelivered', reason = 'phoneUnreachable', provider_code = '30003',"
            " segments = 2, price = '-0.07500', price_unit = 'USD', next_check = started_at + 600000"
            " WHERE reminder_id IN (SELECT id FROM reminders WHERE reason = 'phoneUnreachable')"_s,
            u"UPDATE attempts SET segments = 1 WHERE segments IS NULL AND channel = 'sms'"_s});
    HospitalSettings hospital = services.settings.current();
    hospital.smsCost.pricePerSegment = 28;
    hospital.smsCost.monthlyBudget = 1e9;
    (void)services.settings.save(Session::system(), hospital);
    const Result<SmsSpending> spending = services.reminders.smsSpending(Session::system());
    if (!spending)
        return;
    hospital.smsCost.monthlyBudget = std::ceil(std::max(1.0, spending->spent) / 0.84);
    (void)services.settings.save(Session::system(), hospital);
}

void photographTray(Shell &shell, const Services &services, const Camera &camera, const QString &storeFile)
{
    fillTray(services, storeFile);
    WindowPage *page = shell.session()->openPage(PageId::Reminders);
    Q_EMIT services.events.recordsImported();
    auto *tabs = page->findChild<QTabBar *>();
    auto *table = page->findChild<QTableView *>(u"reminders"_s);
    for (const auto &[tab, name] : {std::pair{0, u"moment-to-decide"_s}, {3, u"moment-refused"_s}}) {
        tabs->setCurrentIndex(tab);
        Camera::settle();
        table->setFocus();
        table->selectRow(tab == 0 ? 0 : 1);
        Camera::settle();
        camera.take(shell, name);
    }
    shell.activateWindow(); // keys of the list need the window in front
    Camera::wait([&] { return shell.isActiveWindow(); }, "active window");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_T);
    Camera::settle();
    camera.take(shell, u"moment-call"_s);
    closeDialogs();
    tabs->setCurrentIndex(0);
    Camera::settle();
    if (auto *button = page->findChild<QPushButton *>(u"cancelLate"_s))
        button->click();
    camera.take(shell, u"moment-cancel-late"_s);
    if (QWidget *question = QApplication::activeModalWidget())
        question->close();
    Camera::settle();
    page = shell.session()->openPage(PageId::Settings);
    Camera::settle();
    page->findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(4);
    Camera::settle();
    camera.take(shell, u"moment-sending"_s);
}

void photographStates(WindowPage *page, const Camera &camera, const Shell &shell, const QString &storeFile)
{
    page->focusFilter();
    auto *filter = qobject_cast<QLineEdit *>(page->window()->focusWidget());
    if (filter) {
        filter->insert(u"zzzz"_s);
        camera.take(shell, u"moment-nobody"_s);
        QSemaphore gate;
        for (int i = 0; i < backgroundPool().maxThreadCount(); ++i)
            backgroundPool().start([&gate] { gate.acquire(); });
        filter->clear();
        QTest::qWait(600);
        camera.take(shell, u"moment-waiting"_s);
        gate.release(backgroundPool().maxThreadCount());
        Camera::settle();
    }
    renameTable(storeFile, u"patients"_s, u"patients_away"_s);
    page->refresh();
    QTest::qWait(600);
    camera.take(shell, u"moment-error-below-rows"_s);
    if (filter) {
        filter->insert(u"mb"_s);
        QTest::qWait(600);
        camera.take(shell, u"moment-error"_s);
        filter->clear();
    }
    renameTable(storeFile, u"patients_away"_s, u"patients"_s);
    page->refresh();
    Camera::settle();
}

void photographImport(WindowPage *page, const Camera &camera, const Shell &shell)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"patients.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("Numero;Nom et prenom;Telephone;Sexe;Age;Service;Observation\n"
               ";,;12;F;34;Maternite;sans nom\n"
               "X1;Fokou Talla, Herve;655 12 34 56;M;52;Chirurgie;\n"
               "X2;Eyenga Manga, Rosine;677 00 11 22;F;39;Maternite;\n"
               "X3;Kotto Mbarga, Luc;mauvais;M;230;Urgences;\n");
    file.close();
    for (const PageCommand &command : page->commands()) {
        if (command.icon == Icon::Upload)
            command.run();
    }
    Camera::settle();
    if (auto *choice = qobject_cast<QFileDialog *>(QApplication::activeModalWidget()))
        choice->close();
    auto *dialog = page->findChild<ImportDialog *>();
    if (!dialog)
        return;
    camera.take(shell, u"moment-import-empty"_s);
    dialog->readFile(file.fileName());
    Camera::settle();
    camera.take(shell, u"moment-import"_s);
    closeDialogs();
}

// Some appointments of today and of next week, and the calendar that their reminders fill.
void makeAppointments(const Services &services, const Clock &clock)
{
    const Result<Page<Patient>> some = services.patients.list(Session::system(), {}, {.limit = 40});
    if (!some)
        return;
    int number = 0;
    for (const Patient &patient : some->items) {
        const bool isToday = number % 5 == 0;
        const QDateTime when = clock.now().addSecs(isToday ? 1800 + number * 600 : (80 + number * 4) * 3600);
        const Result<AppointmentScheduling> made = services.appointments.schedule(Session::system(),
            {.patient = patient.id, .startsAt = when, .ward = patient.ward, .withWhom = u"Dr Ndam"_s});
        if (made && number % 3 == 0)
            (void)services.appointments.confirm(Session::system(), made->appointment.id);
        if (made && number % 10 == 5)
            (void)services.appointments.setOutcome(
                Session::system(), made->appointment.id, AppointmentStatus::Attended);
        ++number;
    }
}

void photographAppointments(Shell &shell, Desk &desk, const Camera &camera)
{
    makeAppointments(desk.services(), desk.clock());
    WindowPage *page = shell.session()->openPage(PageId::Appointments);
    Camera::settle();
    camera.take(shell, u"moment-appointments"_s);
    if (auto *plans = page->findChild<QPushButton *>(u"plans"_s))
        plans->click();
    Camera::settle();
    camera.take(shell, u"moment-appointments-plans"_s);
    closeDialogs();
    if (auto *view = page->findChild<Segmented *>()) {
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Right);
    }
    Camera::settle();
    camera.take(shell, u"moment-appointments-rates"_s);
    page = shell.session()->openPage(PageId::Patients);
    Camera::settle();
    tableOf(page)->selectRow(2);
    Camera::settle();
    camera.take(shell, u"moment-appointments-record"_s);
    if (auto *add = page->findChild<QPushButton *>(u"newAppointment"_s))
        add->click();
    Camera::settle();
    camera.take(shell, u"moment-appointments-form"_s);
    closeDialogs();
    page = shell.session()->openPage(PageId::Reminders);
    if (auto *view = page->findChild<Segmented *>()) {
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Left);
        QTest::keyClick(view, Qt::Key_Left);
    }
    Camera::settle();
    camera.take(shell, u"moment-calendar"_s);
}

} // namespace

void photographMoments(Shell &shell, Desk &desk, const Camera &camera, const QString &storeFile)
{
    auto *page = qobject_cast<PatientsPage *>(shell.session()->openPage(PageId::Patients));
    if (!page)
        return;
    Camera::settle();
    photographMistakes(page, camera, shell);
    photographDuplicateAndConflict(page, desk.services(), camera, shell);
    photographConsent(page, desk.services(), camera, shell);
    photographAppointments(shell, desk, camera);
    shell.session()->openPage(PageId::Patients);
    photographStates(page, camera, shell, storeFile);
    photographImport(page, camera, shell);
    photographTray(shell, desk.services(), camera, storeFile);
}

void photographEmptyPages(Shell &shell, const Camera &camera)
{
    for (const auto &[name, id] : {std::pair{u"patients"_s, PageId::Patients}, {u"feedback"_s, PageId::Feedback},
             {u"reminders"_s, PageId::Reminders}}) {
        shell.session()->openPage(id);
        Camera::settle();
        camera.take(shell, u"empty-"_s + name);
    }
}

} // namespace accueil
