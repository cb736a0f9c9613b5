#pragma once

#include <QByteArray>

namespace accueil {

// What scrypt (RFC 7914) costs: memory is 128 * n * r bytes, time grows with all three.
struct ScryptCost
{
    quint64 n = 0; // a power of two
    quint64 r = 0;
    quint64 p = 0;
};

// Stretches a password into `length` bytes. Thread-safe; takes its time.
QByteArray scrypt(QByteArrayView password, QByteArrayView salt, const ScryptCost &cost, int length);

} // namespace accueil
