#include "ui/tablets/poster.h"

#include "ui/theme/colors.h"
#include "ui/widgets/qrmatrix.h"

#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal margin = 150;
constexpr qreal inside = Paper::width - 2 * margin;

// Said as one says it to somebody; both languages stand on every poster, whatever the window speaks.
struct Spoken
{
    QString title;
    QString question;
    QString how;
    QString ask;
};

const Spoken &french()
{
    static const Spoken words{u"Votre avis compte"_s, u"Comment s’est passée votre visite ?"_s,
        u"Dites-le en une demi-minute, dans votre langue. Vous pouvez parler au lieu d’écrire, et rester sans nom."_s,
        u"Demandez la tablette au personnel du service."_s};
    return words;
}

const Spoken &english()
{
    static const Spoken words{u"Your opinion counts"_s, u"How was your visit?"_s,
        u"Tell us in half a minute, in your language. You may speak instead of writing, and you need not give a name."_s,
        u"Ask the staff of the ward for the tablet."_s};
    return words;
}

void paintPoster(QPainter &painter, const Poster &poster)
{
    const Colors &c = colorsFor(Scheme::Light); // paper is light
    painter.fillRect(QRectF(0, 0, Paper::width, 60), c.accent);
    PaperColumn column(painter, margin, 150, inside);
    column.align(Qt::AlignHCenter).ink(c.text2).text(poster.hospital, 62, PaperColumn::Bold);
    if (!poster.ward.isEmpty())
        column.gap(10).ink(c.text).text(poster.ward, 100, PaperColumn::Bold);
    column.gap(60).ink(c.accent).text(french().title, 170, PaperColumn::Bold);
    column.ink(c.text).text(english().title, 100);
    column.gap(50).ink(c.text).text(french().question, 78, PaperColumn::Bold);
    column.ink(c.text2).text(english().question, 62);
    const qreal size = poster.ownWords.size() > 1 ? 56 : 74;
    for (const QString &words : poster.ownWords)
        column.gap(24).ink(c.accent).text(words, size, PaperColumn::Bold);
    // The square takes what is left above the foot; never less than a camera reads from three metres off.
    constexpr qreal foot = 640;
    if (!poster.address.isEmpty()) {
        const qreal room = Paper::height - foot - column.y() - 40;
        column.gap(40).qr(QrMatrix(poster.address), std::clamp(room, 600.0, 1150.0));
    }
    PaperColumn below(painter, margin, std::max(column.y() + 20, Paper::height - foot), inside);
    below.align(Qt::AlignHCenter).ink(c.text).text(french().how, 54).gap(14);
    below.ink(c.text2).text(english().how, 46).gap(34);
    below.ink(c.text).text(french().ask, 60, PaperColumn::Bold);
    below.ink(c.text2).text(english().ask, 50);
    if (!poster.address.isEmpty())
        below.gap(26).ink(c.muted).code(poster.address, 34);
}

} // namespace

Paper posterPaper(const Poster &poster)
{
    return {.title = u"%1 · %2"_s.arg(french().title, poster.hospital),
        .fileName = u"poster-accueil"_s,
        .size = poster.size,
        .paint = [poster](QPainter &painter) { paintPoster(painter, poster); }};
}

} // namespace accueil
