#include "ui/widgets/card.h"

#include <QFrame>
#include <QVBoxLayout>

namespace accueil {

QFrame *cardAround(QWidget *content)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1); // the line of the frame
    inside->addWidget(content);
    return card;
}

} // namespace accueil
