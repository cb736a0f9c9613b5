#include "server/requestid.h"

#include <QRandomGenerator>

#include <algorithm>

namespace accueil {

namespace {

constexpr qsizetype shortestId = 8;
constexpr qsizetype longestId = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWellFormed(const QByteArray &id)
{
    const auto isAllowed = [](char c) { return isDigit(c) || isLetter(c) || c == '-' || c == '_'; };
    return id.size() >= shortestId && id.size() <= longestId && std::all_of(id.begin(), id.end(), isAllowed)
        && std::any_of(id.begin(), id.end(), isDigit) && std::any_of(id.begin(), id.end(), isLetter);
}

} // namespace

QByteArray requestId(const QByteArray &given)
{
    if (isWellFormed(given))
        return given;
    const quint64 random = QRandomGenerator::global()->generate64();
    return "r-" + QByteArray::number(random, 16).rightJustified(16, '0');
}

} // namespace accueil
