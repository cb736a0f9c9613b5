#include "ui/tablets/tabletdoor.h"

#include "ui/desk.h"

#include <QCoreApplication>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString problemText(const QString &key)
{
    const auto say = [](const char *source) { return QCoreApplication::translate("accueil::TabletDoor", source); };
    if (key.isEmpty())
        return {};
    if (key == "portTaken"_L1)
        return say(
            QT_TRANSLATE_NOOP("accueil::TabletDoor", "Another program uses the port for tablets on this computer."));
    if (key == "authorityDamaged"_L1)
        return say(QT_TRANSLATE_NOOP("accueil::TabletDoor", "The certificate of this hospital cannot be read."));
    if (key == "certificateOutOfDate"_L1)
        return say(QT_TRANSLATE_NOOP("accueil::TabletDoor",
            "The certificate is out of date, or not valid yet. Is this computer’s clock right?"));
    if (key == "certificateEndsSoon"_L1)
        return say(QT_TRANSLATE_NOOP(
            "accueil::TabletDoor", "The certificate that the hospital gave ends within 30 days. Renew it in time."));
    return say(QT_TRANSLATE_NOOP("accueil::TabletDoor", "This desk cannot be reached by tablets."));
}

} // namespace

TabletDoor TabletDoor::of(const Desk *desk)
{
    if (!desk)
        return {};
    return {.addresses = desk->tabletAddresses(),
        .trustAddress = desk->trustAddress(),
        .fingerprint = desk->authorityFingerprint(),
        .expiry = desk->certificateExpiry(),
        .problem = problemText(desk->tabletProblem())};
}

QString TabletDoor::pageAddress() const
{
    return isOpen() ? addresses.first() + u"/tablet/"_s : QString();
}

QString TabletDoor::pairingAddress(const QString &code) const
{
    return isOpen() ? u"%1#pair=%2"_s.arg(pageAddress(), code) : QString();
}

QString TabletDoor::shortFingerprint() const
{
    return fingerprint.split(u" · "_s).mid(0, 3).join(u" · "_s);
}

QString spelledCode(const QString &code)
{
    return u"%1 %2"_s.arg(code.left(4), code.mid(4));
}

} // namespace accueil
