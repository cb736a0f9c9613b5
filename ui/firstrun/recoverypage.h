#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;

namespace accueil {

class Banner;
class Button;
class Field;
class TextLine;
class Translator;

// A store that this desk has no key for, or the wrong one: the recovery key from the envelope lets it in.
class RecoveryPage : public QWidget
{
    Q_OBJECT
public:
    RecoveryPage(Desk &desk, StoreState state, Translator &translator, QWidget *parent = nullptr);

Q_SIGNALS:
    void recovered(accueil::StoreState state);
    void quitWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tryKey();

    Desk &m_desk;
    StoreState m_state;
    QLabel *m_title;
    QLabel *m_text;
    TextLine *m_key;
    Field *m_field;
    Banner *m_problem;
    Button *m_quit;
    Button *m_open;
};

} // namespace accueil
