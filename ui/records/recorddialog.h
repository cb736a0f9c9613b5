#pragma once

#include "ui/widgets/dialogframe.h"

namespace accueil {

class Button;

// A form for one record: Close (Esc) and Save (Ctrl+S) below it, closed by nothing while it saves. Forms fill body()
// and answer save().
class RecordDialog : public DialogFrame
{
    Q_OBJECT
public:
    RecordDialog(int width, QWidget *parent);

    void reject() override;

protected:
    virtual void save() = 0;

    void setForm(QWidget *form);
    void addSecondButton(Button *button); // left of Save
    void setProblem(const QString &problem); // empty: none
    void setBusy(bool busy); // the focus comes back to where it was
    bool isBusy() const { return m_busy; }
    void setReadOnly(bool readOnly); // only to be looked at
    void closeSaved() { QDialog::accept(); }
    void retranslate() override;

private:
    QWidget *m_form = nullptr;
    QPointer<QWidget> m_focused;
    Button *m_leave;
    Button *m_save;
    bool m_busy = false;
};

} // namespace accueil
