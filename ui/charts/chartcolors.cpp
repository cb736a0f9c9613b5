#include "ui/charts/chartcolors.h"

#include <cmath>

namespace accueil {

namespace {

QColor between(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](int a, int b) { return int(a + (b - a) * share); };
    return {part(from.red(), to.red()), part(from.green(), to.green()), part(from.blue(), to.blue())};
}

double luminance(const QColor &color)
{
    const auto linear
        = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor hueColor(Hue hue)
{
    switch (hue) {
    case Hue::Blue:
        return QColor(0x00, 0x72, 0xB2);
    case Hue::Vermilion:
        return QColor(0xD5, 0x5E, 0x00);
    case Hue::Green:
        return QColor(0x00, 0x9E, 0x73);
    case Hue::Sky:
        return QColor(0x56, 0xB4, 0xE9);
    case Hue::Orange:
        return QColor(0xE6, 0x9F, 0x00);
    case Hue::Purple:
        return QColor(0xCC, 0x79, 0xA7);
    case Hue::Grey:
        return QColor(0xB5, 0xAD, 0xA3);
    }
    Q_UNREACHABLE();
}

QColor inkOn(Hue hue)
{
    return hue == Hue::Blue ? QColor(Qt::white) : QColor(0x0E, 0x1A, 0x22);
}

QColor heat(const Colors &colors, double share)
{
    return between(colors.neutralSoft, hueColor(Hue::Blue), share);
}

QColor inkOnHeat(const Colors &colors, double share)
{
    const double ground = luminance(heat(colors, share));
    const bool whiteIsClearer = 1.05 / (ground + 0.05) > (ground + 0.05) / (luminance(QColor(0x0E, 0x1A, 0x22)) + 0.05);
    return whiteIsClearer ? QColor(Qt::white) : QColor(0x0E, 0x1A, 0x22);
}

} // namespace accueil
