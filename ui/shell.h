#pragma once

#include "app/domain/session.h"
#include "ui/desk.h"

#include <QWidget>

class QStackedLayout;

namespace accueil {

class MainWindow;
class Preferences;
class SoundBooth;
class Theme;
class Translator;

// The window on the screen and what is in it: opening, first run, recovery key, sign-in, then the session's MainWindow.
// Shown before the store is opened.
class Shell : public QWidget
{
    Q_OBJECT
public:
    Shell(Desk &desk, Preferences &preferences, Theme &theme, Translator &translator);

    void begin(); // opens the store
    MainWindow *session() const { return m_session; } // null: nobody is signed in

Q_SIGNALS:
    void stageChanged(); // another screen is up

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showTitle();
    void present(QWidget *stage); // in place of the present one
    void opened(const Result<StoreState> &state);
    void showFirstRun(StoreState state);
    void showRecovery(StoreState state);
    void showLogin();
    void showSession(const Session &who);
    void readHospital(const std::function<void()> &then);

    Desk &m_desk;
    Preferences &m_preferences;
    Theme &m_theme;
    Translator &m_translator;
    QStackedLayout *m_stack;
    MainWindow *m_session = nullptr;
    SoundBooth *m_sound;
    QString m_hospital;
    QByteArray m_timeZone;
    bool m_serving = false;
};

} // namespace accueil
