#pragma once

#include "ui/icons/icon.h"

#include <QKeySequence>
#include <QLineEdit>

namespace accueil {

// A line of text with an icon at its left, a key hint or a lock at its right, and an eye for passwords.
class TextLine : public QLineEdit
{
    Q_OBJECT
public:
    explicit TextLine(QWidget *parent = nullptr);

    void setSymbol(Icon icon);
    void setKeyHint(const QKeySequence &keys); // shown while it is empty
    void setGood(bool good); // a green tick at the right
    // Hides what is typed; a button at the right (Tab reaches it) shows it while wanted.
    void setPassword();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeEye();
    void keepRoom(); // of the text, beside what is painted at its ends
    int eyeSpace() const;
    void retranslate();

    Icon m_symbol = Icon::None;
    bool m_good = false;
    QKeySequence m_hint;
    class IconButton *m_eye = nullptr;
};

} // namespace accueil
