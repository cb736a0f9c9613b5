#pragma once

class QScrollArea;
class QWidget;

namespace accueil {

// Lets `inside` scroll when the window is small or the text large, without frame or ground of its own; what gets
// the focus is scrolled into view.
QScrollArea *plainScroll(QWidget *inside);

// Scrolls what has the focus into view, also when the program put it there (the first wrong field of a form); Qt does
// so only for the Tab key.
void keepFocusInView(QScrollArea *scroll);

} // namespace accueil
