#pragma once

#include <QKeyEvent>
#include <QPushButton>

namespace accueil {

// A button that Enter presses while it has the focus, as Space does. Qt lets Enter press only "default" buttons of
// dialogs, which would then be pressed from every field too.
class PressButton : public QPushButton
{
    Q_OBJECT
public:
    using QPushButton::QPushButton;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enters && !event->isAutoRepeat() && isEnabled())
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

} // namespace accueil
