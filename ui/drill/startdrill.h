#pragma once

class QWidget;

namespace accueil {

class Desk;

// Opens a drill in a window of its own, after saying what it is. Does not block.
void startDrill(QWidget *parent, Desk &desk);

} // namespace accueil
