#include "ui/widgets/speak.h"

#include <QAccessible>
#include <QString>
#include <QWidget>

namespace accueil {

void speak(QWidget *control, const QString &value)
{
    control->setAccessibleDescription(value);
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(control, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace accueil
