#include "ui/audio/sound.h"

#include <algorithm>
#include <cmath>

namespace accueil {

namespace {

constexpr int frame = Sound::rate / 50; // 20 ms
constexpr double silence = 0.006; // of full scale, -44 dB: a quiet office; speech at a desk is ten times as loud
constexpr qsizetype margin = Sound::rate * 3 / 20; // 150 ms, for a soft first or last consonant
constexpr double wantedPeak = 0.708 * 32767; // -3 dB
constexpr double mostGain = 4;
constexpr double quietest = -50; // dB, the left end of a meter

double effective(const qint16 *samples, qsizetype count)
{
    double sum = 0;
    for (qsizetype i = 0; i < count; ++i)
        sum += double(samples[i]) * samples[i];
    return count == 0 ? 0 : std::sqrt(sum / double(count)) / 32768;
}

} // namespace

double loudness(const QList<qint16> &samples)
{
    const double value = effective(samples.constData(), samples.size());
    if (value <= 0)
        return 0;
    return std::clamp(1 - 20 * std::log10(value) / quietest, 0.0, 1.0);
}

Sound trimmed(const Sound &sound)
{
    const qsizetype size = sound.samples.size();
    qsizetype first = -1;
    qsizetype last = -1;
    for (qsizetype at = 0; at < size; at += frame) {
        const qsizetype count = std::min<qsizetype>(frame, size - at);
        if (effective(sound.samples.constData() + at, count) < silence)
            continue;
        if (first < 0)
            first = at;
        last = at + count;
    }
    if (first < 0)
        return {};
    const qsizetype from = std::max<qsizetype>(0, first - margin);
    return {sound.samples.mid(from, std::min(size, last + margin) - from)};
}

Sound normalised(const Sound &sound)
{
    int peak = 0;
    for (const qint16 sample : sound.samples)
        peak = std::max(peak, std::abs(int(sample)));
    if (peak == 0)
        return sound;
    const double gain = std::min(wantedPeak / peak, mostGain);
    Sound louder = sound;
    for (qint16 &sample : louder.samples)
        sample = qint16(std::clamp(std::lround(sample * gain), -32768L, 32767L));
    return louder;
}

} // namespace accueil
