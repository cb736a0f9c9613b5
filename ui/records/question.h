#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace accueil {

// Someone else saved a record called `name` since it was opened here: theirs is shown, or mine is saved over it; Esc
// leaves everything as it is. Does not block.
void askWhose(QWidget *parent, const QString &name, const std::function<void()> &showTheirs,
    const std::function<void()> &keepMine);

// Says that something could not be done, where there is no field or row to say it at. Does not block.
void tell(QWidget *parent, const QString &title, const QString &text);

} // namespace accueil
