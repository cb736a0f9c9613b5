#pragma once

#include "app/domain/identifier.h"
#include "app/domain/tabletcontent.h"

namespace accueil {

struct PromptReview
{
    QString reviewer; // the name of the account then
    QDateTime at; // UTC

    friend bool operator==(const PromptReview &, const PromptReview &) = default;
};

// What a tablet says in one language, as somebody of the hospital recorded it.
struct Prompt
{
    PromptAddress address;
    QString mediaType;
    qint64 size = 0; // bytes
    QString sha256; // of the plain bytes, hexadecimal
    UserId recordedBy; // none when the account is gone
    QString recorder; // the name of the account then
    QDateTime recordedAt; // UTC
    std::optional<PromptReview> review; // by somebody else than the recorder, of these very bytes

    friend bool operator==(const Prompt &, const Prompt &) = default;
};

struct PromptRecording
{
    Prompt prompt;
    QByteArray bytes;
};

// Fifteen seconds of Opus at 24 kbit/s are 45 KB; a WAV of eight seconds, for who uploads one, fits as well.
inline constexpr qint64 largestPrompt = 256 * 1024; // bytes

} // namespace accueil
