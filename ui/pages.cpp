#include "ui/pages.h"

#include <QCoreApplication>

namespace accueil {

QList<PageEntry> allPages()
{
    return {
    };
}

QString pageTitle(const PageEntry &entry) { return QCoreApplication::translate("accueil::pages", entry.title); }

} // namespace accueil
