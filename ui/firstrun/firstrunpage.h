#pragma once

#include "app/domain/session.h"
#include "app/services/hospitalsettings.h"
#include "ui/desk.h"

#include <QWidget>

class QLabel;

namespace accueil {

class AccountSection;
class Button;
class HospitalSection;
class KeySection;
class PlaceSection;
class Section;
class StepList;
class Translator;

// The first start: hospital, administrator, where the data lie, recovery key; one page, in that order. The store is
// made when the key is (they belong together), the account and the settings when the person opens the program.
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    FirstRunPage(Desk &desk, StoreState state, Translator &translator, QWidget *parent = nullptr);

Q_SIGNALS:
    void finished(const accueil::Session &administrator);
    void storeFound(accueil::StoreState state); // somebody made it before
    void quitWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build(Translator &translator);
    void retranslate();
    void showProgress();
    void makeKey();
    void openProgram();
    HospitalSettings settings() const;

    Desk &m_desk;
    StepList *m_steps;
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_remaining;
    HospitalSection *m_hospital;
    AccountSection *m_account;
    PlaceSection *m_place;
    KeySection *m_key;
    Button *m_quit;
    Button *m_open;
};

} // namespace accueil
