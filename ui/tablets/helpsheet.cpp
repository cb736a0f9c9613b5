#include "ui/tablets/helpsheet.h"

#include "ui/theme/colors.h"
#include "ui/widgets/qrmatrix.h"

#include <QCoreApplication>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal margin = 170;
constexpr qreal inside = Paper::width - 2 * margin;
constexpr qreal square = 420;

QString say(const char *source)
{
    return QCoreApplication::translate("accueil::HelpSheet", source);
}

struct Step
{
    QString title;
    QStringList lines;
    QString address; // with its square; empty: none
};

QList<Step> stepsTo(const TabletDoor &door)
{
    QList<Step> steps;
    steps.append({say(QT_TRANSLATE_NOOP("accueil::HelpSheet", "Same network")),
        {say(QT_TRANSLATE_NOOP("accueil::HelpSheet",
            "Connect the tablet to the hospital’s Wi-Fi, the one that this desk is in. The Internet is not needed."))},
        {}});
    if (!door.trustAddress.isEmpty()) {
        steps.append({say(QT_TRANSLATE_NOOP("accueil::HelpSheet", "Install the certificate, once for each tablet")),
            {say(QT_TRANSLATE_NOOP(
                 "accueil::HelpSheet", "Aim the tablet’s camera at this square and follow the page that opens.")),
                say(QT_TRANSLATE_NOOP("accueil::HelpSheet",
                    "Android: Settings, search “CA certificate”, Install anyway, choose the file that was loaded.")),
                say(QT_TRANSLATE_NOOP("accueil::HelpSheet",
                    "iPad: Settings, Profile downloaded, Install; then General, About, Certificate Trust Settings, "
                    "switch it on.")),
                say(QT_TRANSLATE_NOOP("accueil::HelpSheet",
                    "Without it there is no microphone, and nothing works without the network."))},
            door.trustAddress});
    }
    steps.append({say(QT_TRANSLATE_NOOP("accueil::HelpSheet", "Pair")),
        {say(QT_TRANSLATE_NOOP("accueil::HelpSheet",
             "At the desk: Tablets, Pair a tablet (Ctrl+N), name and ward, then aim the camera at the square on the "
             "screen. Or open this page and type the code.")),
            say(QT_TRANSLATE_NOOP("accueil::HelpSheet",
                "In the browser’s menu choose “Add to home screen”: the page then opens like a program."))},
        door.pageAddress()});
    return steps;
}

void paintStep(QPainter &painter, qreal &top, int number, const Step &step)
{
    const Colors &c = colorsFor(Scheme::Light);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accent);
    painter.drawEllipse(QRectF(margin, top, 96, 96));
    PaperColumn sign(painter, margin, top + 8, 96);
    sign.align(Qt::AlignHCenter).ink(c.onAccent).text(QString::number(number), 58, PaperColumn::Bold);

    const bool hasSquare = !step.address.isEmpty();
    const qreal left = margin + 140;
    PaperColumn words(painter, left, top + 8, inside - 140 - (hasSquare ? square + 50 : 0));
    words.ink(c.text).text(step.title, 56, PaperColumn::Bold).gap(14).ink(c.text2);
    for (const QString &line : step.lines)
        words.text(line, 42).gap(12);
    if (!hasSquare) {
        top = words.y() + 60;
        return;
    }
    words.ink(c.text).code(step.address, 36);
    PaperColumn picture(painter, margin + inside - square, top, square);
    picture.qr(QrMatrix(step.address), square);
    top = std::max(words.y(), picture.y()) + 60;
}

void paintSheet(QPainter &painter, const TabletDoor &door, const QString &hospital)
{
    const Colors &c = colorsFor(Scheme::Light);
    PaperColumn head(painter, margin, 150, inside);
    head.ink(c.accent).text(say(QT_TRANSLATE_NOOP("accueil::HelpSheet", "Prepare a tablet")), 104, PaperColumn::Bold);
    head.ink(c.text2).text(hospital, 50).gap(40).ink(c.line2).rule();
    qreal top = head.y() + 60;
    int number = 0;
    for (const Step &step : stepsTo(door))
        paintStep(painter, top, ++number, step);

    PaperColumn rest(painter, margin, top, inside);
    rest.ink(c.line2).rule().gap(40);
    if (!door.fingerprint.isEmpty()) {
        rest.ink(c.text).text(
            say(QT_TRANSLATE_NOOP("accueil::HelpSheet", "Same fingerprint on both sides?")), 46, PaperColumn::Bold);
        // Four groups a line, so that none is broken.
        const QStringList groups = door.fingerprint.split(u" · "_s);
        rest.gap(8).code(groups.mid(0, 4).join(u" · "_s), 38).code(groups.mid(4).join(u" · "_s), 38).gap(30);
    }
    rest.ink(c.text).text(say(QT_TRANSLATE_NOOP("accueil::HelpSheet", "If it does not work")), 46, PaperColumn::Bold);
    rest.gap(8).ink(c.text2).text(
        say(QT_TRANSLATE_NOOP("accueil::HelpSheet",
            "The page does not open: is the tablet in the same Wi-Fi, and is Accueil open at the desk? “Not secure”: "
            "the "
            "certificate is not installed. The code is refused: it works once, for 10 minutes; make a new one.")),
        42);
}

} // namespace

Paper helpSheet(const TabletDoor &door, const QString &hospital)
{
    return {.title = say(QT_TRANSLATE_NOOP("accueil::HelpSheet", "Prepare a tablet")),
        .fileName = say(QT_TRANSLATE_NOOP("accueil::HelpSheet", "prepare-a-tablet")),
        .size = QPageSize::A4,
        .paint = [door, hospital](QPainter &painter) { paintSheet(painter, door, hospital); }};
}

} // namespace accueil
