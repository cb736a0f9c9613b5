#pragma once

#include "ui/tablets/paper.h"

namespace accueil {

// What stands on the poster that leads to the tablet page. French and English always; other languages only in words
// that the hospital gave.
struct Poster
{
    QString hospital;
    QString ward; // empty: of the whole hospital
    QString address; // of the page; empty: a poster without its square
    QStringList ownWords; // the question in languages of the place, one each
    QPageSize::PageSizeId size = QPageSize::A4;
};

Paper posterPaper(const Poster &poster);

} // namespace accueil
