#pragma once

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"

#include <QWidget>

namespace accueil {

// An icon as a widget, in the ink of a tone, or on a round of its soft colour. Decoration: the words are beside it.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    enum Ground { Bare, Round, Tile };
    IconLabel(Icon icon, int size, Tone tone = Tone::Neutral, Ground ground = Bare, QWidget *parent = nullptr);

    void setSymbol(Icon icon);
    void setTone(Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    int m_size;
    Tone m_tone;
    Ground m_ground;
};

} // namespace accueil
