#pragma once

#include "app/domain/tabletcontent.h"
#include "ui/widgets/field.h"

class QCheckBox;
class QLabel;
class QListWidget;
class QSpinBox;

namespace accueil {

class Button;
class IconButton;
class ListBox;
class TextLine;

// Which questions tablets ask, in which ward and order; whether they offer to call back; when they wipe what was begun;
// the PIN to leave their page. Knows nothing of services: the page saves.
class QuestionsPanel final : public QWidget
{
    Q_OBJECT
public:
    enum class Pin { Shown, Hidden }; // for who may change it
    explicit QuestionsPanel(Pin pin, QWidget *parent = nullptr);

    void show(const TabletContent &content, const QStringList &wards);
    void writeTo(TabletContentDraft &draft) const; // all but the texts
    const TabletContentDraft &shown() const { return m_shown; } // before anything was edited
    void showPin(bool hasPin);
    bool isEdited() const { return m_edited; }
    FieldGroup &fields() { return m_group; }
    void clearPin(); // what was typed
    void retranslate();

Q_SIGNALS:
    void edited();
    void pinWanted(const QString &digits); // empty: none

private:
    void build();
    QWidget *makeQuestions();
    QWidget *makePin();
    void showWards();
    void showQuestions();
    void showPinState();
    void takeQuestions();
    void moveQuestion(int by);
    void edit();
    bool eventFilter(QObject *watched, QEvent *event) override;

    TabletContentDraft m_shown;
    TabletContentDraft m_draft;
    QStringList m_wards;
    bool m_hasPin = false;
    bool m_edited = false;
    bool m_isFilling = false;
    FieldGroup m_group;
    ListBox *m_ward;
    Field *m_wardField;
    QCheckBox *m_differs;
    QListWidget *m_questions;
    Field *m_questionsField;
    IconButton *m_up;
    IconButton *m_down;
    QCheckBox *m_callback;
    QSpinBox *m_ask;
    QSpinBox *m_wipe;
    Field *m_askField;
    Field *m_wipeField;
    QWidget *m_pinPart;
    QLabel *m_pinState;
    TextLine *m_pin;
    Field *m_pinField;
    Button *m_setPin;
    Button *m_noPin;
};

} // namespace accueil
