#include "ui/widgets/plainscroll.h"

#include <QScrollArea>

namespace accueil {

QScrollArea *plainScroll(QWidget *inside)
{
    auto *scroll = new QScrollArea;
    inside->setProperty("plain", true);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // the controls inside have it
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

} // namespace accueil
