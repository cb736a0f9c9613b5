#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>

namespace accueil {

// Speech as it is recorded and played: 16 kHz, one channel, 16 bits.
struct Sound
{
    static constexpr int rate = 16'000; // samples/s
    QList<qint16> samples;

    std::chrono::milliseconds duration() const { return std::chrono::milliseconds(samples.size() * 1000 / rate); }
    bool isEmpty() const { return samples.isEmpty(); }
    friend bool operator==(const Sound &, const Sound &) = default;
};

// How loud, 0 (nothing) to 1 (as loud as it can be), on the scale of decibels that ears have.
double loudness(const QList<qint16> &samples);

// Without the silence at both ends, but for a moment that keeps the first and the last sound whole. Empty when there is
// nothing but silence.
Sound trimmed(const Sound &sound);

// Made louder or softer so that the loudest moment is 3 dB below the limit; never more than four times as loud, so that
// a quiet room does not become a roaring one.
Sound normalised(const Sound &sound);

// Ogg Opus (RFC 7845) at 24 kbit/s. Takes some 50 ms for 15 s; thread-safe.
QByteArray oggOpus(const Sound &sound);

} // namespace accueil
