#include "app/desktop.h"
#include "app/drill.h"
#include "app/services/accountservice.h"
#include "app/services/demoservice.h"
#include "app/services/drillservice.h"
#include "app/services/settingsservice.h"
#include "tests/screens/camera.h"
#include "tests/screens/dashboardmoments.h"
#include "tests/screens/moments.h"
#include "tests/screens/remindermoments.h"
#include "tests/screens/tabletcontentmoments.h"
#include "tests/screens/tabletmoments.h"
#include "ui/background.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"
#include "ui/shell.h"
#include "ui/theme/theme.h"
#include "ui/translator.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace accueil;

namespace {

const QString adminPassword = u"manguier tambour pirogue soleil"_s; // of a store that lives for a minute

ProgramSettings settingsIn(const QString &folder)
{
    ProgramSettings settings;
    settings.dataDirectory = folder;
    settings.database.path = QDir(folder).filePath(u"accueil.db"_s);
    settings.keyFile = QDir(folder).filePath(u"keys/accueil.key"_s);
    settings.keyringUse = KeyringUse::Never;
    settings.port = 0;
    settings.tlsPort = 0;
    return settings;
}

void type(QWidget &window, const QString &name, const QString &text)
{
    auto *line = window.findChild<QLineEdit *>(name);
    Q_ASSERT(line);
    line->setFocus();
    line->clear();
    line->insert(text); // as an input method does; QTest types no accents
}

void press(QWidget &window, const QString &name)
{
    auto *button = window.findChild<QPushButton *>(name);
    Q_ASSERT(button);
    button->click();
}

enum class Content { Demonstration, Nothing };

bool fillStore(const QString &folder, Content content)
{
    Application application(settingsIn(folder));
    if (!application.store().inspect() || !application.store().initialise())
        return false;
    application.open();
    UserDraft admin;
    admin.username = u"c.mbeng"_s;
    admin.email = u"c.mbeng@hopital.example"_s;
    admin.password = adminPassword;
    admin.role = Role::Admin;
    return application.services().accounts.registerUser(std::nullopt, admin).has_value()
        && (content == Content::Nothing || application.demo().fill(Session::system()).has_value());
}

struct Stage
{
    Preferences &preferences;
    Theme &theme;
    Translator &translator;
    Camera &camera;
    QSize size;
};

void photographFirstRun(const Stage &stage)
{
    const QTemporaryDir folder;
    Desktop desktop(settingsIn(folder.path()), Desktop::Place::Free);
    Shell shell(desktop, stage.preferences, stage.theme, stage.translator);
    shell.resize(stage.size);
    shell.show();
    stage.camera.take(shell, u"opening"_s);
    shell.begin();
    if (!Camera::wait([&] { return shell.findChild<QLineEdit *>(u"hospitalName"_s) != nullptr; }, "first run"))
        return;
    stage.camera.take(shell, u"first-run-empty"_s);
    type(shell, u"hospitalName"_s, u"Hôpital Général de Douala"_s);
    type(shell, u"adminName"_s, u"c.mbeng"_s);
    type(shell, u"adminEmail"_s, u"c.mbeng@hopital.example"_s);
    type(shell, u"adminPassword"_s, adminPassword);
    type(shell, u"adminPasswordAgain"_s, adminPassword);
    press(shell, u"makeKey"_s);
    Camera::wait([&] { return shell.findChild<QPushButton *>(u"printKey"_s)->isVisible(); }, "recovery key");
    type(shell, u"group0"_s, u"ABCD"_s);
    stage.camera.take(shell, u"first-run"_s);
    backgroundPool().waitForDone();
}

bool signIn(const Stage &stage, Shell &shell)
{
    shell.resize(stage.size);
    shell.show();
    shell.begin();
    if (!Camera::wait([&] { return shell.findChild<QLineEdit *>(u"password"_s) != nullptr; }, "sign-in"))
        return false;
    type(shell, u"username"_s, u"c.mbeng"_s);
    if (stage.camera.wants(u"sign-in"_s))
        stage.camera.take(shell, u"sign-in"_s);
    type(shell, u"password"_s, adminPassword);
    press(shell, u"enter"_s);
    return Camera::wait([&] { return shell.session() != nullptr; }, "session");
}

void photographNothing(const Stage &stage, const QString &folder)
{
    Desktop desktop(settingsIn(folder), Desktop::Place::Free);
    Shell shell(desktop, stage.preferences, stage.theme, stage.translator);
    if (signIn(stage, shell))
        photographEmptyPages(shell, stage.camera);
    backgroundPool().waitForDone();
}

// While every third answer of the provider is lost.
void photographDrill(const Stage &stage)
{
    const DrillPlace place;
    Desktop desktop(place.settings(0), Desktop::Place::Fixed);
    {
        Shell shell(desktop, stage.preferences, stage.theme, stage.translator);
        shell.resize(stage.size);
        shell.show();
        shell.begin();
        if (!Camera::wait([&] { return shell.session() != nullptr; }, "drill")) {
            backgroundPool().waitForDone(); // what is under way uses the desktop
            return;
        }
        WindowPage *page = shell.session()->openPage(PageId::Drill);
        Camera::settle();
        stage.camera.take(shell, u"drill-empty"_s);
        Q_UNUSED(desktop.drill()->setDial(Session::system(), {DrillFault::LostAnswers, 35}));
        page->createNew();
        auto *list = page->findChild<QTableView *>();
        Camera::wait([&] { return list->model()->rowCount() >= 15; }, "messages");
        QTest::qWait(6000); // until they have arrived
        stage.camera.take(shell, u"drill"_s);
        photographReminderForms(shell, desktop, stage.camera);
        shell.session()->openPage(PageId::Drill);
        press(shell, u"stopSending"_s);
        QTest::qWait(1500);
        stage.camera.take(shell, u"drill-stopped"_s);
        shell.session()->openPage(PageId::Reminders);
        Camera::settle();
        stage.camera.take(shell, u"drill-reminders"_s);
        Q_EMIT shell.session()->signedOut();
        Camera::wait([&] { return shell.findChild<QLineEdit *>(u"password"_s) != nullptr; }, "sign-in");
        stage.camera.take(shell, u"drill-sign-in"_s);
    }
    backgroundPool().waitForDone();
}

void photographMoments(const Stage &stage, const QString &folder)
{
    Desktop desktop(settingsIn(folder), Desktop::Place::Free);
    Shell shell(desktop, stage.preferences, stage.theme, stage.translator);
    if (signIn(stage, shell))
        photographMoments(shell, desktop, stage.camera, settingsIn(folder).database.path);
    backgroundPool().waitForDone();
}

void photographTablets(const Stage &stage, const QString &folder)
{
    Desktop desktop(settingsIn(folder), Desktop::Place::Free);
    {
        Shell shell(desktop, stage.preferences, stage.theme, stage.translator);
        if (signIn(stage, shell))
            photographTablets(shell, desktop, stage.camera);
    }
    backgroundPool().waitForDone();
}

void photographPages(const Stage &stage, const QString &folder)
{
    Desktop desktop(settingsIn(folder), Desktop::Place::Free);
    {
        Shell shell(desktop, stage.preferences, stage.theme, stage.translator);
        if (!signIn(stage, shell))
            return;
        const QList<std::pair<QString, PageId>> pages{{u"patients"_s, PageId::Patients},
            {u"feedback"_s, PageId::Feedback}, {u"dashboard"_s, PageId::Dashboard}, {u"reminders"_s, PageId::Reminders},
            {u"templates"_s, PageId::Templates}, {u"tablet-content"_s, PageId::TabletContent},
            {u"accounts"_s, PageId::Users}, {u"settings"_s, PageId::Settings}, {u"about"_s, PageId::About}};
        if (stage.camera.wants(u"tablet-content"_s))
            fillTabletContent(desktop.services());
        for (const auto &[name, id] : pages) {
            WindowPage *page = shell.session()->openPage(id);
            if (!page || !stage.camera.wants(name))
                continue;
            Camera::settle();
            if (auto *table = page->findChild<QTableView *>(); table && table->model()->rowCount() > 1) {
                table->setFocus();
                table->selectRow(1); // its record beside the list
                Camera::settle();
            }
            stage.camera.take(shell, name);
            if (id == PageId::Dashboard)
                photographDashboard(shell, stage.camera);
            page->createNew();
            Camera::settle();
            if (QWidget *dialog = QApplication::activeModalWidget()) {
                stage.camera.take(shell, name + u"-form"_s);
                dialog->close();
                Camera::settle();
            }
            auto *tabs
                = page->findChild<QTabBar *>(id == PageId::Settings ? u"settingsTabs"_s : u"tabletContentTabs"_s);
            for (int tab = 1; tabs && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                stage.camera.take(shell, u"%1-%2"_s.arg(name).arg(tab));
            }
        }
        if (!stage.camera.wants(u"search"_s))
            return;
        shell.session()->openPage(PageId::About);
        shell.activateWindow();
        Camera::wait([&] { return shell.isActiveWindow(); }, "active window");
        QTest::keyClick(&shell, Qt::Key_K, Qt::ControlModifier);
        Camera::wait([] { return QApplication::focusWidget() != nullptr; }, "search field");
        QTest::keyClicks(QApplication::focusWidget(), u"mb"_s);
        stage.camera.take(shell, u"search"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(&shell, Qt::Key_F1);
        stage.camera.take(shell, u"help"_s);
        if (QWidget *dialog = QApplication::activeModalWidget())
            dialog->close();
        Camera::settle();
        backgroundPool().waitForDone();
    }
}

// Without scaling, the resolution of the screen changes text and nothing else. It is read when QApplication is made.
void setTextSize(int argc, char **argv)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (qstrcmp(argv[i], "--text") != 0)
            continue;
        qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
        qputenv("QT_FONT_DPI", QByteArray::number(96 * QByteArray(argv[i + 1]).toInt() / 100));
    }
}

} // namespace

// Opens every screen on a demonstration store, in French and English, light and dark, and saves pictures of 1440 x 900.
int main(int argc, char **argv)
{
    setTextSize(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"accueil"_s);
    QApplication::setApplicationVersion(u"0.1.0"_s);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    const QCommandLineOption onlyOption(u"only"_s, u"names of pages to take, separated by commas"_s, u"names"_s);
    const QCommandLineOption variantOption(u"variant"_s, u"such as fr-light; all four without it"_s, u"variant"_s);
    const QCommandLineOption sizeOption(u"size"_s, u"of the window, such as 1280x720"_s, u"size"_s);
    const QCommandLineOption textOption(u"text"_s, u"size of the text in per cent, 100 without it"_s, u"percent"_s);
    parser.addOptions({onlyOption, variantOption, sizeOption, textOption});
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);

    QSize size(1440, 900);
    const QStringList sides = parser.value(sizeOption).split(u'x');
    if (sides.size() == 2)
        size = QSize(sides.first().toInt(), sides.last().toInt());

    const QTemporaryDir store;
    const QTemporaryDir emptyStore;
    if (!fillStore(store.path(), Content::Demonstration) || !fillStore(emptyStore.path(), Content::Nothing))
        qFatal("the demonstration store could not be made");
    const QTemporaryDir desk;
    Preferences preferences(desk.filePath(u"window.ini"_s));
    Theme theme(application, preferences);
    Translator translator(preferences);
    Camera camera(parser.positionalArguments().first());
    camera.only = parser.value(onlyOption).split(u',', Qt::SkipEmptyParts);
    for (const QString &language : {u"fr"_s, u"en"_s}) {
        for (const SchemeChoice scheme : {SchemeChoice::Light, SchemeChoice::Dark}) {
            camera.suffix = language + (scheme == SchemeChoice::Dark ? u"-dark"_s : u"-light"_s);
            if (parser.isSet(variantOption) && parser.value(variantOption) != camera.suffix)
                continue;
            translator.choose(language);
            theme.choose(scheme);
            const Stage stage{preferences, theme, translator, camera, size};
            if (camera.wants(u"first-run"_s))
                photographFirstRun(stage);
            photographPages(stage, store.path());
            if (camera.wants(u"moments"_s))
                photographMoments(stage, store.path());
            if (camera.wants(u"tablets"_s))
                photographTablets(stage, store.path());
            if (camera.wants(u"drill"_s))
                photographDrill(stage);
            if (camera.wants(u"empty"_s))
                photographNothing(stage, emptyStore.path());
        }
    }
    return 0;
}
