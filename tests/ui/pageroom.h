#pragma once

#include "tests/support/deskroom.h"
#include "ui/background.h"
#include "ui/page.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace accueil {

// A room with what a page of the window gets: who sits at the desk, preferences of its own, the hospital's zone.
struct PageRoom : DeskRoom
{
    explicit PageRoom(Dialect dialect = Dialect::Sqlite)
        : DeskRoom(dialect)
    {
        QLocale::setDefault(QLocale(QLocale::English));
    }
    ~PageRoom()
    {
        // The workers of inBackground hold connections of this store.
        backgroundPool().waitForDone();
        QCoreApplication::processEvents();
    }

    QTemporaryDir folder;
    Preferences preferences{folder.filePath(QStringLiteral("desk.ini"))};

    PageContext context(Role role = Role::Manager)
    {
        return {services, Session{{}, QStringLiteral("desk"), role}, clock, preferences, "Africa/Douala"};
    }
};

// QTest::keyClicks knows ASCII only.
inline void typeText(QWidget *widget, const QString &text)
{
    for (QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, letter, Qt::NoModifier);
}

// The dialog that is open on the page, ready for keys. Its shortcuts need it to be the active window, and
// qWaitForWindowActive is content when the window behind it is.
template <typename Dialog>
Dialog *openDialog(QWidget *page)
{
    const QList<Dialog *> dialogs = page->findChildren<Dialog *>();
    for (Dialog *dialog : dialogs) {
        if (dialog->isVisible() && QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }))
            return dialog;
    }
    return nullptr;
}

} // namespace accueil
