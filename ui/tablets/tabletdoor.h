#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace accueil {

class Desk;

// Where tablets find this desk and why they may trust it, as it is now. The pages and papers about tablets take it from
// here, so that they need not know the program.
struct TabletDoor
{
    QStringList addresses; // "https://192.168.1.10:8443", the best first; empty: tablets cannot come
    QString trustAddress; // http page that hands out the certificate; empty: none is needed
    QString fingerprint; // of the authority, in groups as people compare them
    std::optional<QDateTime> expiry; // UTC, of the desk's own certificate
    QString problem; // why tablets cannot come, in words; empty: nothing known

    static TabletDoor of(const Desk *desk); // GUI thread; an empty door without a desk
    bool isOpen() const { return !addresses.isEmpty(); }
    QString pageAddress() const; // of the tablet page; empty while closed
    QString pairingAddress(const QString &code) const; // likewise; the code stands where no log keeps it
    QString shortFingerprint() const; // its first three groups
    friend bool operator==(const TabletDoor &, const TabletDoor &) = default;
};

QString spelledCode(const QString &code); // "7K4Q 2MXD"

} // namespace accueil
