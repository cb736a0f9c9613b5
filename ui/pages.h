#pragma once

#include "ui/page.h"

namespace accueil {

enum class PageSection { Work, Administration };
enum class PageOccasion { Always, Drill };

// One line of the sidebar. The page is built when it is first opened.
struct PageEntry
{
    PageId id = PageId::Patients;
    Icon icon = Icon::None;
    Permission permission = Permission::SignedIn; // who sees it
    PageSection section = PageSection::Work;
    const char *title = nullptr; // QT_TRANSLATE_NOOP("accueil::pages", ...): shown through pageTitle()
    std::function<WindowPage *(const PageContext &)> make;
    PageOccasion occasion = PageOccasion::Always;
};

// The list of pages, in the order of the sidebar and of Ctrl+1..9. A new page is one line here (pages.cpp).
QList<PageEntry> allPages();
QString pageTitle(const PageEntry &entry);

} // namespace accueil
