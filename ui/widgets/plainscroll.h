#pragma once

class QScrollArea;
class QWidget;

namespace accueil {

// Lets `inside` scroll when the window is small or the text large, without frame or ground of its own; a control that gets
// the focus by Tab is scrolled into view.
QScrollArea *plainScroll(QWidget *inside);

} // namespace accueil
