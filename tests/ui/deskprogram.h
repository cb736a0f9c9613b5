#pragma once

#include "app/desktop.h"
#include "app/drill.h"
#include "app/services/accountservice.h"
#include "ui/background.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"
#include "ui/shell.h"
#include "ui/theme/theme.h"
#include "ui/translator.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace accueil {

// The program as it runs at a desk, with its window, on a store of its own in a temporary folder.
struct DeskProgram
{
    enum class Run { InEarnest, Drill };
    explicit DeskProgram(const QString &language = QStringLiteral("en"), Run how = Run::InEarnest)
        : run(how)
    {
        preferences.setLanguage(language);
        translator = std::make_unique<Translator>(preferences);
        start();
    }
    ~DeskProgram() { stop(); }
    void start()
    {
        ProgramSettings settings;
        settings.dataDirectory = folder.path();
        settings.database.path = folder.filePath(QStringLiteral("accueil.db"));
        settings.keyFile = folder.filePath(QStringLiteral("keys/accueil.key"));
        settings.keyringUse = KeyringUse::Never;
        settings.port = 0;
        settings.tlsPort = 0;
        settings.overrides = overrides;
        if (run == Run::Drill)
            settings = drillPlace.settings(0);
        desktop = std::make_unique<Desktop>(settings, Desktop::Place::Free);
    }
    void openWindow()
    {
        shell = std::make_unique<Shell>(*desktop, preferences, theme, *translator);
        shell->resize(1440, 900);
        shell->show();
        shell->begin();
    }
    void stop()
    {
        shell.reset();
        backgroundPool().waitForDone();
        QCoreApplication::processEvents();
        desktop.reset();
    }
    // The store with its first account, without the window.
    bool makeStore()
    {
        if (!desktop->openStore() || !desktop->makeStore())
            return false;
        UserDraft draft;
        draft.username = QStringLiteral("c.mbeng");
        draft.password = password;
        draft.role = Role::Admin;
        return desktop->services().accounts.registerUser(std::nullopt, draft).has_value();
    }
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return shell->findChild<Widget *>(name);
    }
    template <typename Widget>
    bool waitFor(const QString &name) const
    {
        return QTest::qWaitFor([&] { return find<Widget>(name) && find<Widget>(name)->isVisible(); }, 15'000);
    }
    bool signIn()
    {
        openWindow();
        if (!waitFor<QLineEdit>(QStringLiteral("password")))
            return false;
        QTest::keyClicks(find<QLineEdit>(QStringLiteral("username")), QStringLiteral("c.mbeng"));
        QTest::keyClicks(find<QLineEdit>(QStringLiteral("password")), password);
        QTest::keyClick(find<QLineEdit>(QStringLiteral("password")), Qt::Key_Return);
        return QTest::qWaitFor([&] { return shell->session() != nullptr; }, 15'000);
    }

    const QString password = QStringLiteral("manguier tambour pirogue soleil");
    const Run run;
    const DrillPlace drillPlace;
    QTemporaryDir folder;
    SettingsOverride overrides;
    Preferences preferences{folder.filePath(QStringLiteral("window.ini"))};
    Theme theme{*qApp, preferences};
    std::unique_ptr<Translator> translator;
    std::unique_ptr<Desktop> desktop;
    std::unique_ptr<Shell> shell;
};

} // namespace accueil
