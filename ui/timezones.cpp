#include "ui/timezones.h"

#include <QTimeZone>

namespace accueil {

using namespace Qt::StringLiterals;

QStringList timeZoneNames()
{
    QStringList africa;
    QStringList others;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        const QString name = QString::fromLatin1(id);
        if (name.startsWith("Africa/"_L1))
            africa.append(name);
        else if (name.contains(u'/') && !name.startsWith("Etc/"_L1) && !name.startsWith("SystemV/"_L1))
            others.append(name);
    }
    return africa + others;
}

} // namespace accueil
