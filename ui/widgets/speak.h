#pragma once

class QString;
class QWidget;

namespace accueil {

// Tells a screen reader that the value of a control we paint ourselves changed.
void speak(QWidget *control, const QString &value);

} // namespace accueil
