#pragma once

class QFrame;
class QWidget;

namespace accueil {

// `content` within the rounded frame of a card; the frame is what goes into a layout.
QFrame *cardAround(QWidget *content);

} // namespace accueil
