#pragma once

#include "app/domain/session.h"
#include "app/services/services.h"
#include "ui/widgets/field.h"

#include <QTimer>
#include <QWidget>

namespace accueil {

class Banner;
class Button;
class TextLine;
class Translator;

// Name and password. Says how long to wait when there were too many tries, and counts it down.
class LoginPage : public QWidget
{
    Q_OBJECT
public:
    LoginPage(AccountService &accounts, const QString &hospital, Translator &translator, QWidget *parent = nullptr);
    void setUsername(const QString &username); // who was here last

Q_SIGNALS:
    void signedIn(const accueil::Session &session);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void tryPassword();
    void answered(const Result<Session> &answer);
    void showWait();

    AccountService &m_accounts;
    class QLabel *m_title;
    class QLabel *m_hint;
    TextLine *m_username;
    TextLine *m_password;
    Field *m_usernameField;
    Field *m_passwordField;
    Banner *m_problem;
    Button *m_enter;
    QTimer m_second;
    int m_wait = 0; // seconds
    QString m_hospital;
};

} // namespace accueil
