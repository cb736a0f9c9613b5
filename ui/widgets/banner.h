#pragma once

#include "ui/theme/colors.h"

#include <QFrame>

class QLabel;

namespace accueil {

class FlowLayout;

// A soft-coloured box with an icon, a sentence or two and buttons: something to decide or to know, until it is over.
class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(Tone tone, QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setWords(const QString &title, const QString &text = {});
    void addButton(QWidget *button); // under the words

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QLabel *m_title;
    QLabel *m_text;
    FlowLayout *m_buttons;
};

} // namespace accueil
