#include "server/requestid.h"

#include <QRandomGenerator>

#include <algorithm>

namespace accueil {

namespace {

// A UUID, or 64 or 128 bits in hexadecimal, with or without hyphens: what programs make. Anything else may be
// somebody's name or number, and would stay in the log.
bool isWellFormed(QByteArray id)
{
    if (id.size() > 36)
        return false;
    id.replace('-', "");
    return (id.size() == 16 || id.size() == 32) && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

} // namespace

QByteArray requestId(const QByteArray &given)
{
    if (isWellFormed(given))
        return given;
    const quint64 random = QRandomGenerator::global()->generate64();
    return QByteArray::number(random, 16).rightJustified(16, '0');
}

} // namespace accueil
